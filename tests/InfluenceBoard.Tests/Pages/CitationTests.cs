using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Citations;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Citations in words and for reference managers, read back by parsers of other projects.</summary>
public sealed partial class CitationTests(BoardServer server)
{
    private static readonly string[] Hostile =
    [
        "A } b { c \\ % & $ # _ ~ ^ \"q\" 'r'", "</script><script>alert(1)</script>", "line\r\nER  - \r\nTY  - JOUR\r\nTI  - another", "}\n@misc{other,\n title = {x}", "\\end{document}%", "$x^2$ @string{a=\"b\"}",
        "עברית \u202Eevil\u202C العربية", "日本とTô Lâm, Тоқаев 😀", "--- a--b ''c'' ``d`` ?` !` ,,e ,;:!?", "{{{", "}}}", "a\u2028b\u0085c\0d",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // What is left of a text on one line: no controls, and no signs that only steer its direction.
    private static string OneLine(string text) => Spaces().Replace(Steering().Replace(text, " "), " ").Trim();

    private static IReadOnlyList<Citation> Citations =>
    [
        .. Hostile.Select((text, i) => new Citation($"influenceboard-{i}", text, text, "en") { Address = "https://board.test/?q=%7D&x=1#a_b~c", Date = EdtfDate.Parse("2026-11-23"), Accessed = new DateOnly(2026, 11, 24), AsOf = new Moment(new DateOnly(2026, 11, 23)) }),
        .. Hostile.Select((text, i) => new Citation($"source-{i}", text, text, "zh-Hant") { Address = "https://source.test/{a}\\b c", Date = EdtfDate.Parse("2025-12~"), Accessed = new DateOnly(2026, 1, 2), Class = PublisherClass.WireService }),
        new Citation("source-offline", "Without an address", "Nobody", "vi") { Date = EdtfDate.Parse("../2025"), Accessed = new DateOnly(2026, 1, 2), Class = PublisherClass.Unknown },
    ];

    [Fact]
    public async Task Bibtex_HostileTitles_ReadBackAsWritten()
    {
        var read = await NodeParser.ReadAsync("bibtex.mjs", new BibtexFormat().Write(Citations));
        var items = read["items"]!.AsArray();
        Assert.Equal(Citations.Select(c => (c.Key, OneLine(c.Title), OneLine(c.Publisher))), items.Select(i => ((string)i!["id"]!, Plain(i["title"]!), (string)i["publisher"]!)));
        Assert.Equal("https://board.test/?q=%7D&x=1#a_b~c", (string?)items[0]!["URL"]);
        Assert.Equal("https://source.test/%7Ba%7D%5Cb%20c", (string?)items[Hostile.Length]!["URL"]);
        Assert.Null(items[^1]!["URL"]);
        Assert.Equal("[[2026,11,23]]", items[0]!["issued"]!["date-parts"]!.ToJsonString());
        Assert.Equal("[[2025,12]]", items[Hostile.Length]!["issued"]!["date-parts"]!.ToJsonString());
        var entries = read["entries"]!.AsArray();
        Assert.All(entries, e => Assert.Equal("misc", (string)e!["type"]!));
        Assert.Equal("2026-11-24", (string?)entries[0]!["properties"]!["urldate"]);
        Assert.Equal("As of 2026-11-23", (string?)entries[0]!["properties"]!["note"]);
    }

    // The parser marks what must keep its letters.
    private static string Plain(JsonNode title) => NoCase().Replace((string)title!, "");

    [Fact]
    public async Task Ris_HostileTitles_ReadBackAsWritten()
    {
        var items = (await NodeParser.ReadAsync("ris.mjs", new RisFormat().Write(Citations))).AsArray();
        Assert.Equal(Citations.Select(c => (c.Key, OneLine(c.Title), OneLine(c.Publisher), c.Language)), items.Select(i => ((string)i!["id"]!, (string)i["title"]!, (string)i["publisher"]!, (string)i["language"]!)));
        Assert.Equal(("webpage", "article-newspaper"), ((string)items[0]!["type"]!, (string)items[Hostile.Length]!["type"]!));
        Assert.Equal("[[2026,11,23]]", items[0]!["issued"]!["date-parts"]!.ToJsonString());
        Assert.Equal("https://board.test/?q=%7D&x=1#a_b~c", (string?)items[0]!["URL"]);
    }

    [Fact]
    public void Ris_EveryLine_IsATagAndAValue() =>
        Assert.All(new RisFormat().Write(Citations).Split("\r\n").Where(l => l.Length > 0), line => Assert.Matches(@"^[A-Z][A-Z0-9]  - [^\r\n]*$", line));

    [Fact]
    public void Csl_HostileTitles_KeepTheRulesOfItsSchema()
    {
        var items = JsonNode.Parse(new CslFormat().Write(Citations))!.AsArray();
        Assert.Equal(Citations.Select(c => (c.Key, OneLine(c.Title))), items.Select(i => ((string)i!["id"]!, (string)i["title"]!)));
        foreach (var item in items) Faults.None(CslFaults(item!.AsObject()));
        Assert.Equal("""{"date-parts":[[2025,12]],"circa":true}""", items[Hostile.Length]!["issued"]!.ToJsonString());
        Assert.Equal("""{"date-parts":[[2025]]}""", items[^1]!["issued"]!.ToJsonString());
    }

    // The rules of csl-data.json that what the board writes can break: known types and names, dates as lists of one to three numbers, names as literals.
    private static IEnumerable<string> CslFaults(JsonObject item)
    {
        string[] types = ["webpage", "article-newspaper", "report", "post-weblog", "document", "dataset"], texts = ["title", "publisher", "URL", "language", "note", "container-title"], dates = ["issued", "accessed"], known = ["id", "type", "author"];
        if (!types.Contains((string?)item["type"])) yield return $"type {item["type"]}";
        foreach (var (name, value) in item)
        {
            if (texts.Contains(name)) { if (value!.GetValueKind() != JsonValueKind.String) yield return $"{name} is no text"; }
            else if (dates.Contains(name))
            {
                if (value!.AsObject().Any(p => p.Key is not ("date-parts" or "circa"))) yield return $"{name}: unknown property";
                var parts = value["date-parts"]!.AsArray();
                if (parts.Count is < 1 or > 2 || parts.Any(p => p!.AsArray().Count is < 1 or > 3 || p.AsArray().Any(n => n!.GetValueKind() != JsonValueKind.Number))) yield return $"{name}: {value.ToJsonString()}";
            }
            else if (name == "author") { if (value!.AsArray().Any(a => a!.AsObject().Count != 1 || a["literal"] is null)) yield return "author is no literal"; }
            else if (!known.Contains(name)) yield return $"unknown property {name}";
        }
    }

    // Pages that are data have citations; others answer 404 until they are.
    private static IReadOnlyList<string> Pages { get; } = [.. Samples.OneOfEach.Where(a => PageData.All.Any(d => Template().Replace(PageData.RouteOf(d), "[^/]+") is var route && Regex.IsMatch(a, $"^{route}$")))];

    // All are read by one run of each parser: to start one takes longer than to read.
    [Fact]
    public async Task Page_EveryFormat_CitesItAsItStoodAndTheCitedAddressOpens()
    {
        var cited = new List<(string Address, string Frozen, JsonNode Csl)>();
        var (bibs, riss) = (new StringBuilder(), new StringBuilder());
        foreach (var address in Pages.SelectMany(p => new[] { p, p + "?lang=zh-Hans" }))
        {
            var page = PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));
            var links = page.QuerySelectorAll("[aria-labelledby=offer-citation] a").Select(a => a.GetAttribute("href")!).ToDictionary(h => Extension().Match(h).Groups[1].Value);
            Assert.Equal(["bib", "csljson", "ris"], links.Keys.Order());
            var frozen = page.QuerySelector("#cite-frozen")!.TextContent;
            var csl = JsonNode.Parse(await server.Client.GetStringAsync(links["csljson"], Cancel))!.AsArray()[0]!;
            bibs.AppendLine(await server.Client.GetStringAsync(links["bib"], Cancel));
            riss.AppendLine(await server.Client.GetStringAsync(links["ris"], Cancel));
            cited.Add((address, frozen, csl));
            Assert.StartsWith((string)csl["title"]! + " · ", page.Title, StringComparison.Ordinal);
            Assert.Contains(frozen, page.QuerySelector("#cite-short")!.TextContent, StringComparison.Ordinal);
            Assert.EndsWith(frozen, page.QuerySelector("#cite-full")!.TextContent, StringComparison.Ordinal);

            var then = PageRules.Parse(await server.Client.GetStringAsync(frozen, Cancel));
            Assert.Equal(page.QuerySelector("h1")!.TextContent, then.QuerySelector("h1")!.TextContent);
            Assert.NotNull(then.QuerySelector("main .mud-alert"));
            // The page as of a moment cites that moment.
            Assert.Equal(frozen, then.QuerySelector("#cite-frozen")!.TextContent);
        }
        // A file has the page first, then its sources.
        var bib = (await NodeParser.ReadAsync("bibtex.mjs", bibs.ToString()))["items"]!.AsArray().Select(Cited).ToHashSet();
        var ris = (await NodeParser.ReadAsync("ris.mjs", riss.ToString())).AsArray().Select(Cited).ToHashSet();
        Faults.None(cited.Where(c => (string)c.Csl["URL"]! != c.Frozen || !bib.Contains(Cited(c.Csl)) || !ris.Contains(Cited(c.Csl))).Select(c => $"{c.Address}: not every format cites {c.Frozen} by the same key"));

        static (string, string) Cited(JsonNode? item) => ((string)item!["id"]!, (string?)item["URL"] ?? "");
    }

    [Fact]
    public async Task Words_ShortAndFull_AreThoseOfTheLanguage()
    {
        var origin = server.Client.BaseAddress!.ToString().TrimEnd('/');
        var english = PageRules.Parse(await server.Client.GetStringAsync("/countries?asOf=2026-11-01T10:05:00Z", Cancel));
        Assert.Equal($"InfluenceBoard, “Countries”, as of 1 November 2026 10:05 UTC, {origin}/countries?asOf=2026-11-01T10:05:00Z", english.QuerySelector("#cite-short")!.TextContent);
        Assert.Matches($@"^InfluenceBoard\. “Countries\.” State of the board as of 1 November 2026 10:05 UTC\. Accessed \d+ \w+ \d{{4}}\. {Regex.Escape(origin)}/countries\?asOf=2026-11-01T10:05:00Z$", english.QuerySelector("#cite-full")!.TextContent);
        var chinese = PageRules.Parse(await server.Client.GetStringAsync("/countries?asOf=2026-11-01&lang=zh-Hans", Cancel));
        Assert.Matches($@"^InfluenceBoard 影响力看板\. 国家\[DB/OL\]\. \(截至2026年11月1日\)\[\d{{4}}-\d\d-\d\d\]\. {Regex.Escape(origin)}/countries\?asOf=2026-11-01&lang=zh-Hans$", chinese.QuerySelector("#cite-full")!.TextContent);
    }

    [Fact]
    public async Task Engagement_EverySource_CanBeCitedFromItsClaimsAndAsAWhole()
    {
        await using var db = await server.OpenAsync();
        var claims = await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement && c.RecordId == "tokyo-summit-2025").ToListAsync(Cancel);
        var sources = await db.Sources.KnownAt(null).ToDictionaryAsync(s => s.Id, Cancel);
        var page = PageRules.Parse(await server.Client.GetStringAsync("/engagements/tokyo-summit-2025", Cancel));
        foreach (var claim in claims)
        {
            var source = sources[claim.SourceId];
            var words = page.GetElementById($"cite-{claim.Key}")!.TextContent;
            Assert.StartsWith($"{source.Publisher}. [{source.Title}], ", words, StringComparison.Ordinal);
            Assert.EndsWith(source.Url ?? "No public address.", words, StringComparison.Ordinal);
            if (claim.Paragraph is { } n) Assert.Contains($", paragraph {n}.", words, StringComparison.Ordinal);
        }
        Assert.Equal(claims.Select(c => "source-" + c.SourceId).Distinct().Order(), page.QuerySelectorAll(".ib-sources p").Select(p => p.Id!).Order());
    }

    [Fact]
    public async Task Citations_OfAnEngagement_AreThePageAndEverySourceOfItsClaims()
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Request = { Scheme = "https", Host = new HostString("board.test"), Path = "/engagements/tokyo-summit-2025" } };
        var query = scope.ServiceProvider.GetRequiredService<CitationQuery>();
        var citations = await query.ReadAsync(new PageDocument("A title", "."), new PageScope { Records = [new RecordRef(RecordKind.Engagement, "tokyo-summit-2025")] }, Cancel);
        await using var db = await server.OpenAsync();
        var wanted = await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement && c.RecordId == "tokyo-summit-2025").OrderBy(c => c.Order).Select(c => c.SourceId).ToListAsync(Cancel);
        Assert.True(wanted.Count > 10);
        Assert.Equal(wanted.Distinct(), citations.Skip(1).Select(c => c.Key));
        Assert.Matches("^influenceboard-engagements-tokyo-summit-2025-[0-9]{4}-[0-9a-f]{8}$", citations[0].Key);
        Assert.StartsWith("https://board.test/engagements/tokyo-summit-2025?asOf=", citations[0].Address, StringComparison.Ordinal);
        var bib = (await NodeParser.ReadAsync("bibtex.mjs", new BibtexFormat().Write(citations)))["items"]!.AsArray();
        Assert.Equal(citations.Select(c => (c.Key, c.Title)), bib.Select(i => ((string)i!["id"]!, Plain(i["title"]!))));
    }

    [Fact]
    public async Task Key_SameAddressTwice_IsTheSameAndAnotherMomentAnother()
    {
        async Task<string> KeyAsync(string asOf) => (string)JsonNode.Parse(await server.Client.GetStringAsync($"/countries.csljson?asOf={asOf}", Cancel))!.AsArray()[0]!["id"]!;
        var first = await KeyAsync("2026-11-01");
        Assert.Equal(first, await KeyAsync("2026-11-01"));
        Assert.NotEqual(first, await KeyAsync("2026-11-02"));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/countries.bib?asOf=2026-11-01", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("bib", "application/x-bibtex")]
    [InlineData("ris", "application/x-research-info-systems")]
    [InlineData("csljson", "application/vnd.citationstyles.csl+json")]
    public async Task Format_MediaType_IsItsOwn(string extension, string type)
    {
        using var response = await server.Client.GetAsync($"/countries.{extension}", Cancel);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
    }

    [GeneratedRegex(@"[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]")]
    private static partial Regex Steering();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex("</?span[^>]*>")]
    private static partial Regex NoCase();

    [GeneratedRegex(@"\.(\w+)(\?|$)")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Template();
}
