using System.Net;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using InfluenceBoard.Data;
using InfluenceBoard.Features.Site;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What the board says to crawlers.</summary>
public sealed class SitemapTests(BoardServer server)
{
    private static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9", Html = "http://www.w3.org/1999/xhtml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Origin => server.Client.BaseAddress!.ToString().TrimEnd('/');

    private async Task<XElement> MapAsync() => XDocument.Parse(await server.Client.GetStringAsync("/sitemap.xml", Cancel)).Root!;

    [Fact]
    public async Task Sitemap_EveryAddress_AnswersAndSaysThatItIsTheOne()
    {
        var addresses = (await MapAsync()).Elements(Space + "url").Select(u => u.Element(Space + "loc")!.Value).ToList();
        Assert.Equal(addresses.Count, addresses.Distinct().Count());
        var faults = new List<string>();
        foreach (var address in addresses)
        {
            using var response = await server.Client.GetAsync(address, Cancel);
            if (response.StatusCode != HttpStatusCode.OK) { faults.Add($"{address}: {(int)response.StatusCode}"); continue; }
            var html = await response.Content.ReadAsStringAsync(Cancel);
            if (!html.Contains($"<link rel=\"canonical\" href=\"{WebUtility.HtmlEncode(address)}\"", StringComparison.Ordinal)) faults.Add($"{address}: another is canonical");
            if (html.Contains("<meta name=\"robots\"", StringComparison.Ordinal)) faults.Add($"{address}: says that it is not for search engines");
        }
        Faults.None(faults);
    }

    [Fact]
    public async Task Sitemap_Pages_AreEveryPageInBothLanguagesWithItsLastChange()
    {
        var urls = (await MapAsync()).Elements(Space + "url").ToDictionary(u => u.Element(Space + "loc")!.Value);
        await using var db = await server.OpenAsync();
        string[] records =
        [
            .. await db.Engagements.KnownAt(null).Select(e => "/engagements/" + e.Id).ToListAsync(Cancel), .. await db.Sources.KnownAt(null).Select(e => "/sources/" + e.Id).ToListAsync(Cancel),
            .. await db.People.KnownAt(null).Select(e => "/people/" + e.Id).ToListAsync(Cancel), .. await db.Organisations.KnownAt(null).Select(e => "/organisations/" + e.Id).ToListAsync(Cancel), .. await db.Places.KnownAt(null).Select(e => "/places/" + e.Id).ToListAsync(Cancel),
        ];
        Assert.True(records.Length > 250);
        var pages = records.Concat(Samples.Addresses.Where(a => !a.Contains('?') && !a.StartsWith("/search", StringComparison.Ordinal) && !a.StartsWith("/embed", StringComparison.Ordinal)));
        Faults.None(pages.SelectMany(p => new[] { Origin + p, Origin + p + "?lang=zh-Hans" }).Where(a => !urls.ContainsKey(a)));
        Assert.All(urls.Values, url =>
        {
            var alternates = url.Elements(Html + "link").ToDictionary(l => l.Attribute("hreflang")!.Value, l => l.Attribute("href")!.Value);
            Assert.Equal(["en", "x-default", "zh-Hans"], alternates.Keys.Order(StringComparer.Ordinal));
            Assert.Contains(url.Element(Space + "loc")!.Value, alternates.Values);
            Assert.Equal(alternates["en"], alternates["x-default"]);
            Assert.True(urls.ContainsKey(alternates["en"]) && urls.ContainsKey(alternates["zh-Hans"]));
        });
        var known = await db.Engagements.KnownAt(null).Where(e => e.Id == "tokyo-summit-2025").Select(e => e.KnownFrom).SingleAsync(Cancel);
        Assert.Equal(known.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), urls[Origin + "/engagements/tokyo-summit-2025"].Element(Space + "lastmod")!.Value);
    }

    [Fact]
    public async Task Sitemap_InParts_HoldsEveryPageOnce()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var query = new SitemapQuery(scope.ServiceProvider.GetRequiredService<IDbContextFactory<BoardDb>>(), server.Parties);
        var count = await query.CountAsync(Cancel);
        var whole = await query.ReadAsync(0, int.MaxValue, Cancel).ToListAsync(Cancel);
        Assert.Equal(count, whole.Count);
        var parts = new List<SitemapEntry>();
        for (var skip = 0; skip < count; skip += 17) parts.AddRange(await query.ReadAsync(skip, 17, Cancel).ToListAsync(Cancel));
        Assert.Equal(whole, parts);
    }

    [Fact]
    public async Task Sitemap_OfManyPages_IsAnIndexOfFilesWithinTheBound()
    {
        Assert.Equal((1, 1, 2, 5), (Sitemap.Files(1), Sitemap.Files(25_000), Sitemap.Files(25_001), Sitemap.Files(125_000)));
        using var index = new MemoryStream();
        await Sitemap.WriteIndexAsync(index, "https://board.test", 3);
        index.Position = 0;
        Assert.Equal([1, 2, 3], XDocument.Load(index).Root!.Elements(Space + "sitemap").Select(s => int.Parse(s.Element(Space + "loc")!.Value["https://board.test/sitemap-".Length..^".xml".Length], null)));

        using var file = new MemoryStream();
        await Sitemap.WritePagesAsync(file, "https://board.test", server.Parties, ManyAsync(Sitemap.PerFile(), Cancel), Cancel);
        file.Position = 0;
        Assert.Equal(Sitemap.MostAddresses, XDocument.Load(file).Root!.Elements(Space + "url").Count());
        Assert.InRange(file.Length, 1, 50 * 1024 * 1024);
    }

    private static async IAsyncEnumerable<SitemapEntry> ManyAsync(int count, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var i = 0; i < count; i++) yield return new SitemapEntry($"/engagements/a-record-of-some-length-{i}", DateTimeOffset.UnixEpoch);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("/sitemap-1.xml", HttpStatusCode.OK)]
    [InlineData("/sitemap-2.xml", HttpStatusCode.NotFound)]
    [InlineData("/sitemap-0.xml", HttpStatusCode.NotFound)]
    public async Task Sitemap_Part_IsThereWhenItHoldsSomething(string address, HttpStatusCode status)
    {
        using var response = await server.Client.GetAsync(address, Cancel);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Robots_Rules_NameTheSitemapAndForbidNothingThatIsCited()
    {
        using var response = await server.Client.GetAsync("/robots.txt", Cancel);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        var lines = (await response.Content.ReadAsStringAsync(Cancel)).Split('\n');
        Assert.Contains($"Sitemap: {Origin}/sitemap.xml", lines);
        var forbidden = lines.Where(l => l.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(l => l["Disallow: ".Length..]).ToList();
        Assert.Equal(["/embed/", "/preferences/", "/search/suggest"], forbidden);
        var listed = (await MapAsync()).Descendants(Space + "loc").Select(l => l.Value[Origin.Length..]);
        Assert.DoesNotContain(listed.Concat(PageFormat.All.Select(f => PageFormat.Path("/countries/japan", f.Extension))), path => forbidden.Any(f => path.StartsWith(f, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Page_AsOfAMoment_IsNotListedAndNamesThePageOfToday()
    {
        var page = PageRules.Parse(await server.Client.GetStringAsync("/countries/kazakhstan?actor=japan&asOf=2026-11-01&lang=zh-Hans", Cancel));
        Assert.Equal("noindex", Assert.Single(page.QuerySelectorAll("meta[name=robots]")).GetAttribute("content"));
        Assert.Equal(Origin + "/countries/kazakhstan?actor=japan&lang=zh-Hans", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(Origin + "/countries/kazakhstan?actor=japan", page.QuerySelector("link[hreflang=x-default]")!.GetAttribute("href"));
        Assert.Equal(Origin + "/countries/kazakhstan?actor=japan&asOf=2026-11-01&lang=zh-Hans", page.QuerySelector("link[rel=cite-as]")!.GetAttribute("href"));
        Assert.Equal(Origin + "/countries/kazakhstan?actor=japan&asOf=2026-11-01&lang=zh-Hans", page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
    }
}
