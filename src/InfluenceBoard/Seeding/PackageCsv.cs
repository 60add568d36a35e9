using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;

namespace InfluenceBoard.Seeding;

/// <summary>One row of a file of the package.</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Values">Its values; an empty cell has none.</param>
public sealed record PackageRow(int Line, JsonObject Values);

/// <summary>The CSV of the data package: RFC 4180, commas, CRLF, UTF-8 without a byte order mark, names of columns in the first line.</summary>
public static class PackageCsv
{
    /// <summary>End of a line.</summary>
    public const string NewLine = "\r\n";

    internal static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static CsvConfiguration Configuration => new(CultureInfo.InvariantCulture)
    {
        Mode = CsvMode.RFC4180, NewLine = NewLine, ShouldQuote = a => a.Field is { Length: > 0 } cell && (cell.AsSpan().IndexOfAny("\",\r\n") >= 0 || cell[0] == ' ' || cell[^1] == ' '),
    };

    /// <summary>Writes rows below the names of their columns. The stream stays open.</summary>
    public static async Task WriteAsync(Stream stream, IReadOnlyList<PackageColumn> columns, IAsyncEnumerable<JsonObject> rows, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(stream, Encoding, leaveOpen: true);
        await using var csv = new CsvWriter(writer, Configuration, leaveOpen: true);
        foreach (var column in columns) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            foreach (var column in columns) csv.WriteField(PackageCells.Write(row[column.Name], column.Type));
            await csv.NextRecordAsync();
        }
    }

    /// <summary>Reads the rows of a file one by one. A row that is not right is left out and its faults are added.</summary>
    /// <exception cref="SeedException">The file is not such a CSV.</exception>
    public static IEnumerable<PackageRow> Read(PackageFiles files, string file, IReadOnlyList<PackageColumn> columns, List<SeedFault> faults)
    {
        using var reader = new StreamReader(files.Open(file), Encoding);
        var bad = 0;
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180, BadDataFound = a => bad = bad == 0 ? a.Context.Parser!.RawRow : bad });
        if (!Next(file, parser)) throw SeedException.Of(file, "is empty. Its first line has the names of the columns.");
        var named = parser.Record!.Select(name => columns.FirstOrDefault(c => c.Name == name) ?? throw SeedException.Of(file, $"'{PackageCells.Short(name)}' is not a column of this table. Accepted: {string.Join(", ", columns.Select(c => c.Name))}.")).ToList();
        if (named.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw SeedException.Of(file, $"the column '{twice.Key}' stands there twice.");
        for (var line = parser.RawRow + 1; Next(file, parser); line = parser.RawRow + 1)
        {
            if (bad > 0) throw SeedException.Of(file, "a quotation mark stands inside a cell that is not in quotation marks, or is not doubled.", bad);
            var cells = parser.Record!;
            if (cells.Length != named.Count) { faults.Add(new SeedFault(file, line, "(row)", $"has {cells.Length} cells; the first line names {named.Count} columns.")); continue; }
            var values = new JsonObject();
            var isRight = true;
            for (var i = 0; i < cells.Length; i++)
                try { if (PackageCells.Read(cells[i], named[i].Type) is { } value) values[named[i].Name] = value; }
                catch (FormatException e) { faults.Add(new SeedFault(file, line, $"{PackageCells.Short(cells[0])}.{named[i].Name}", e.Message)); isRight = false; }
            if (isRight) yield return new PackageRow(line, values);
        }
        if (bad > 0) throw SeedException.Of(file, "a quotation mark has no partner.", bad);
    }

    private static bool Next(string file, CsvParser parser)
    {
        try { return parser.Read(); }
        catch (DecoderFallbackException) { throw SeedException.Of(file, "is not UTF-8.", parser.RawRow + 1); }
        catch (InvalidDataException) { throw SeedException.Of(file, "cannot be unpacked; the ZIP is damaged.", parser.RawRow + 1); }
        catch (ParserException e) { throw SeedException.Of(file, e.Message, parser.RawRow + 1); }
    }
}
