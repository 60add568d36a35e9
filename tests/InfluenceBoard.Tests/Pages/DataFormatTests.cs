using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ExcelDataReader;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;
using Sylvan.Data.Csv;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Tables and maps of pages, read by parsers that had no part in writing them.</summary>
public sealed class DataFormatTests(BoardServer server)
{
    private static readonly string[] Paths = ["/overview", "/countries/kazakhstan", "/actors/japan", "/engagements", "/engagements/tokyo-summit-2025", "/money", "/compare", "/moves", "/coverage", "/sources", "/people/tokayev", "/places", "/changes"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages => [.. Paths];

    static DataFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private async Task<JsonObject> TablesAsync(string path) => JsonNode.Parse(await server.Client.GetStringAsync(path + ".json", Cancel))!["tables"]!.AsObject();

    private static List<string[]> Rows(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv), new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 20, MaxBufferSize = 1 << 24 });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)]);
        return rows;
    }

    // Name of each sheet and its rows, header included.
    private static List<(string Name, List<object?[]> Rows)> Sheets(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (object?)reader.GetValue(i))]);
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    // A value of the JSON form as the CSV writes it.
    private static string Written(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join("; ", list.Select(v => v!.ToString())),
        JsonValue v when v.GetValueKind() == JsonValueKind.Number => ((decimal)v).ToString("0.############", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Csv_EveryTable_HoldsWhatTheJsonHolds(string path)
    {
        foreach (var (name, rows) in await TablesAsync(path))
        {
            var answer = await server.Client.GetAsync($"{path}.csv?table={name}", Cancel);
            Assert.Equal(("text/csv", "utf-8"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
            Assert.EndsWith(".csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            var read = Rows(Encoding.UTF8.GetString(bytes[3..]));
            Assert.Equal(rows!.AsArray().Count, read.Count - 1);
            foreach (var (json, csv) in rows.AsArray().Zip(read.Skip(1)).Take(40))
                foreach (var ((column, value), (header, cell)) in json!.AsObject().Zip(read[0].Zip(csv)))
                {
                    Assert.Equal(column, header);
                    if (header is not ("at" or "url")) Assert.Equal(Written(value).ReplaceLineEndings(), cell.TrimStart('\'').ReplaceLineEndings());
                }
        }
    }

    [Fact]
    public async Task Csv_TableThatThePageDoesNotHave_IsRefusedWithThoseItHas()
    {
        var answer = await server.Client.GetAsync("/money.csv?table=weapons", Cancel);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("money, totals, regional_money, sources", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Xlsx_EveryTable_IsASheetWithItsRowsAfterOneThatSaysWhatItIs(string path)
    {
        var tables = await TablesAsync(path);
        var book = Sheets(await server.Client.GetByteArrayAsync(path + ".xlsx", Cancel));
        Assert.Equal(["About", .. tables.Select(t => t.Key)], book.Select(t => t.Name));
        var about = book[0].Rows.ToLookup(r => r[0]!.ToString()!, r => r[1]!.ToString()!);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", about["Licence"].Single());
        Assert.NotEmpty(about["Filter"].Single());
        Assert.Contains("asOf=", about["Address as of this moment (to cite)"].Single(), StringComparison.Ordinal);
        if (tables["sources"] is { } sources) Assert.Equal(sources.AsArray().Count, about["Source"].Count());
        foreach (var (name, rows) in tables) Assert.Equal(rows!.AsArray().Count + 1, book.Single(t => t.Name == name).Rows.Count);
    }

    [Fact]
    public async Task Xlsx_NumbersDaysAndTruths_AreTypedCells()
    {
        var book = Sheets(await server.Client.GetByteArrayAsync("/countries/kazakhstan.xlsx", Cancel));
        var engagements = book.Single(t => t.Name == "engagements").Rows;
        object? Of(List<object?[]> sheet, int row, string column) => sheet[row][Array.IndexOf(sheet[0], column)];
        var row = Enumerable.Range(1, engagements.Count - 1).First(i => Of(engagements, i, "id")!.ToString() == "tokyo-summit-2025");
        Assert.IsType<double>(Of(engagements, row, "sources"));
        Assert.IsType<bool>(Of(engagements, row, "contested"));
        Assert.Equal(new DateTime(2025, 12, 19), Assert.IsType<DateTime>(Of(engagements, row, "earliest")));
        Assert.IsType<double>(Of(book.Single(t => t.Name == "money").Rows, 1, "usd_low"));
    }

    [Fact]
    public async Task Xlsx_ChineseView_SaysSoInChinese() =>
        Assert.Equal("说明", Sheets(await server.Client.GetByteArrayAsync("/money.xlsx?lang=zh-Hans", Cancel))[0].Name);

    [Theory]
    [InlineData("/overview", 7)]
    [InlineData("/overview?country=kazakhstan", 1)]
    [InlineData("/places", 25)]
    [InlineData("/engagements/tokyo-summit-2025", 1)]
    public async Task GeoJson_Pages_AreFeaturesWithPlaceAndWords(string address, int count)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var text = await server.Client.GetStringAsync(at < 0 ? address + ".geojson" : address[..at] + ".geojson" + address[at..], Cancel);
        var features = JsonSerializer.Deserialize<FeatureCollection>(text, new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } })!;
        Assert.Equal(count, features.Count);
        foreach (var feature in features)
        {
            Assert.True(feature.Geometry.IsValid || feature.Geometry.OgcGeometryType == NetTopologySuite.Geometries.OgcGeometryType.MultiPolygon);
            Assert.InRange(feature.Geometry.EnvelopeInternal.MinX, -180, 180);
            Assert.InRange(feature.Geometry.EnvelopeInternal.MaxY, -90, 90);
            Assert.NotNull(feature.Attributes["name"]);
            Assert.StartsWith("http", feature.Attributes["url"].ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/money.geojson")]
    [InlineData("/countries/kazakhstan.geojson")]
    [InlineData("/methodology.csv")]
    [InlineData("/countries/atlantis.xlsx")]
    public async Task Format_ThatThePageDoesNotHave_IsAProblem(string address)
    {
        var answer = await server.Client.GetAsync(address, Cancel);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Tag_OfAnUnchangedBoard_AnswersThatNothingChangedAndAnySiteMayRead(string extension)
    {
        var first = await server.Client.GetAsync("/money." + extension, Cancel);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var request = new HttpRequestMessage(HttpMethod.Get, "/money." + extension);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await server.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Tables_HostileTexts_AreNoFormulasAndComeBackWhole()
    {
        await using var board = new EditedBoard();
        string[] hostile = ["=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "\tcmd", "\rcmd", "＝１", "a,\"b\"\nc", "苏林 Tô Lâm Токаев 日本 קזחסטן", "<script>alert(1)</script>", "nul\0bell\a", "=cmd|' /C calc'!A0"];
        await using (var db = await board.OpenAsync())
            foreach (var (id, title) in db.Engagements.Where(e => e.KnownTo == Versioned.Open).OrderBy(e => e.Id).Select(e => e.Id).Take(hostile.Length).ToList().Zip(hostile))
                await board.ReviseAsync<Engagement>(id, e => e.Title = title);

        var csv = await board.TextAsync("/engagements.csv?sort=title");
        var titles = Rows(csv.TrimStart('\uFEFF')).Skip(1).Select(r => r[1]).ToList();
        Assert.DoesNotContain(titles, t => t is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝', ..]);
        Assert.Subset(titles.ToHashSet(), hostile.Select(t => t is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝', ..] ? "'" + t : t).ToHashSet());

        var bytes = await board.Client.GetByteArrayAsync("/engagements.xlsx", Cancel);
        using (var zip = new ZipArchive(new MemoryStream(bytes)))
            foreach (var sheet in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
            {
                using var text = new StreamReader(sheet.Open());
                var xml = System.Xml.Linq.XDocument.Parse(await text.ReadToEndAsync(Cancel));
                Assert.DoesNotContain(xml.Descendants(), e => e.Name.LocalName == "f");
            }
        var cells = Sheets(bytes).Single(t => t.Name == "engagements").Rows.Select(r => r[1]?.ToString()).ToHashSet();
        Assert.Superset(hostile.Where(t => !t.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))).Cast<string?>().ToHashSet(), cells);
        Assert.Contains("nulbell", cells);
    }

    [Fact]
    public async Task Explorer_TwentyThousandEngagements_AreSentWhileTheyAreRead()
    {
        await using var board = new EditedBoard();
        await using (var db = await board.OpenAsync())
        {
            // Lines are what lists are read from: one of them many times, under other ids.
            string[] columns = [.. db.Model.FindEntityType(typeof(EngagementLine))!.GetProperties().Select(p => p.Name).Where(n => n != nameof(EngagementLine.Id)).Order(StringComparer.Ordinal)];
            var values = columns.Select(c => c == nameof(EngagementLine.EngagementId) ? "'made-' || value" : c);
            var copies = $"""
                WITH RECURSIVE numbers(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM numbers WHERE value < 20000)
                INSERT INTO EngagementLines ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM (SELECT * FROM EngagementLines WHERE Amounts = 0 AND ClosedById IS NULL LIMIT 1), numbers
                """;
            await db.Database.ExecuteSqlRawAsync(copies, Cancel);
        }
        using var answer = await board.Client.GetAsync("/engagements.csv", HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
        var (length, least, most, buffer) = (0L, long.MaxValue, 0L, new byte[16 * 1024]);
        for (int read, part = 0; (read = await body.ReadAsync(buffer, Cancel)) > 0; part++)
        {
            length += read;
            if (part % 20 != 0) continue;
            var live = GC.GetTotalMemory(forceFullCollection: true);
            (least, most) = (Math.Min(least, live), Math.Max(most, live));
        }
        Assert.True(length > 2_500_000, $"{length} bytes came.");
        // Nothing of what is sent is kept: the ids of all rows and one batch of them is all that grows with the length.
        Assert.True(most - least < 24_000_000, $"{(most - least) / 1_000_000} MB more were held at one time than at another.");
    }

    [Fact]
    public async Task Tables_BeforeTheBoardKnewAnything_HaveTheirColumnsAndNoRows()
    {
        var rows = Rows((await server.Client.GetStringAsync("/engagements.csv?asOf=2001-01-01", Cancel)).TrimStart('\uFEFF'));
        Assert.Equal("id", rows.Single()[0]);
        Assert.Equal("engagements", Sheets(await server.Client.GetByteArrayAsync("/engagements.xlsx?asOf=2001-01-01", Cancel))[1].Name);
    }
}
