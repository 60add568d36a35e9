using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What pages say of themselves to machines.</summary>
public sealed class StructuredDataTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> OneOfEach => [.. Samples.OneOfEach];

    private async Task<(IDocument Page, List<JsonElement> Data)> OpenAsync(string address)
    {
        var page = PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));
        return (page, [.. page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement)]);
    }

    private static string Text(JsonElement data, params string[] path) => path.Aggregate(data, (d, name) => d.GetProperty(name)).GetString()!;

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Breadcrumbs_EveryPageWithSome_SayWhatTheReaderSees(string address)
    {
        var (page, data) = await OpenAsync(address + "?lang=zh-Hans");
        var shown = page.QuerySelectorAll(".ib-crumbs li").Select(l => l.TextContent).ToList();
        var said = data.SingleOrDefault(d => Text(d, "@type") == "BreadcrumbList");
        if (shown.Count == 0) { Assert.Equal(JsonValueKind.Undefined, said.ValueKind); return; }
        var items = said.GetProperty("itemListElement").EnumerateArray().ToList();
        Assert.Equal("https://schema.org", Text(said, "@context"));
        Assert.Equal(shown, items.Select(i => Text(i, "name")));
        Assert.Equal(Enumerable.Range(1, shown.Count), items.Select(i => i.GetProperty("position").GetInt32()));
        Assert.Equal(page.QuerySelectorAll(".ib-crumbs a").Select(a => server.Client.BaseAddress + a.GetAttribute("href")![1..]), items.SkipLast(1).Select(i => Text(i, "item")));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Text(items[^1], "item"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/engagements")]
    [InlineData("/money")]
    [InlineData("/engagements?country=kazakhstan&from=2025")]
    [InlineData("/?from=2030&type=loan")]
    public async Task Dataset_EveryOne_HasWhatCataloguesAskFor(string address)
    {
        var (page, data) = await OpenAsync(address);
        var set = data.Single(d => Text(d, "@type") == "Dataset");
        foreach (var name in new[] { "name", "description", "url", "identifier", "license", "dateModified", "version" }) Assert.False(string.IsNullOrWhiteSpace(Text(set, name)), name);
        Assert.InRange(Text(set, "description").Length, 50, 5000);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", Text(set, "license"));
        Assert.Equal("InfluenceBoard", Text(set, "creator", "name"));
        Assert.True(DateTimeOffset.TryParse(Text(set, "dateModified"), out _));
        Assert.Equal(address.Contains("kazakhstan", StringComparison.Ordinal) ? 1 : 7, set.GetProperty("spatialCoverage").GetArrayLength());
        // What holds nothing spans nothing.
        Assert.NotEqual(address.Contains("2030", StringComparison.Ordinal), set.TryGetProperty("temporalCoverage", out var span));
        if (span.ValueKind == JsonValueKind.String) Assert.Matches(@"^\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d$", span.GetString());
        // The files of the set are those that the head names.
        var offered = page.QuerySelectorAll("[aria-labelledby=offer-data] a").Select(a => server.Client.BaseAddress + a.GetAttribute("href")![1..]);
        Assert.Equal(offered, set.GetProperty("distribution").EnumerateArray().Select(d => Text(d, "contentUrl")));
    }

    [Fact]
    public async Task Overview_Site_CanBeSearchedFromElsewhere()
    {
        var (_, data) = await OpenAsync("/");
        var action = data.Single(d => Text(d, "@type") == "WebSite").GetProperty("potentialAction");
        Assert.Equal("required name=search_term_string", Text(action, "query-input"));
        using var found = await server.Client.GetAsync(Text(action, "target", "urlTemplate").Replace("{search_term_string}", "tokayev", StringComparison.Ordinal), Cancel);
        Assert.Contains("href=\"/people/tokayev\"", await found.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engagements_EveryOne_NamesTheSourcesThatItIsBasedOn()
    {
        await using var db = await server.OpenAsync();
        var claims = (await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement).Select(c => new { c.RecordId, c.SourceId }).ToListAsync(Cancel)).ToLookup(c => c.RecordId, c => c.SourceId);
        var sources = await db.Sources.KnownAt(null).ToDictionaryAsync(s => s.Id, Cancel);
        foreach (var id in new[] { "tokyo-summit-2025", "japan-vietnam-aid-2025", "china-central-asia-support-2023" })
        {
            var (page, data) = await OpenAsync($"/engagements/{id}");
            var report = data.Single(d => Text(d, "@type") == "Report");
            Assert.Equal(page.QuerySelector("h1")!.TextContent, Text(report, "headline"));
            Assert.Equal(claims[id].Distinct().Select(s => sources[s].Title).Order(), report.GetProperty("citation").EnumerateArray().Select(c => Text(c, "name")).Order());
            var addresses = claims[id].Distinct().Select(s => sources[s].Url).OfType<string>().Order();
            Assert.Equal(addresses, report.TryGetProperty("isBasedOn", out var based) ? based.EnumerateArray().Select(b => b.GetString()!).Order().ToList() : new List<string>());
            Assert.True(DateTimeOffset.Parse(Text(report, "datePublished"), null) <= DateTimeOffset.Parse(Text(report, "dateModified"), null));
        }
    }

    [Fact]
    public void Text_HostileWords_CannotEndTheBlock()
    {
        string[] hostile = ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029\u202E", "\"}],", "日本 & Tô Lâm"];
        var text = StructuredData.Text(new JsonObject { ["name"] = new JsonArray([.. hostile.Select(h => (JsonNode)h)]) });
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">", text, StringComparison.Ordinal);
        var script = PageRules.Parse($"<body><script type=\"application/ld+json\">{text}</script></body>").QuerySelectorAll("script");
        Assert.Equal(hostile, JsonDocument.Parse(Assert.Single(script).TextContent).RootElement.GetProperty("name").EnumerateArray().Select(n => n.GetString()));
    }
}
