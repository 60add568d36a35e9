using AngleSharp.Dom;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Seeds;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace InfluenceBoard.Tests.Pages;

/// <summary>The page of moves and the part of it on an engagement's page, against the seeds.</summary>
public sealed class MovesPageTests(BoardServer server)
{
    private const string Editors = """
        - id: meeting-answers-pledge
          from: japan-tajikistan-meeting-2025
          to: japan-kazakhstan-pledge-2025
          relation: responds-to
          assertedBy: editor
          claims:
            - { key: link, property: link, value: both on one page, source: ministry-page, locator: excerpt, attribution: article, credibility: 3 }

        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<IDocument> OpenAsync(string address) => PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));

    private static string[] Ids(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(e => e.Id!)];

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Page_EveryLinkOfTheSeeds_StandsOnceInWordsWithWhoAssertsItAndWhere()
    {
        var (page, seeds) = (await OpenAsync("/moves"), await RealSeeds.ReadAsync());
        Assert.Equal(seeds.Moves.Select(m => "move-" + m.Id).Order(StringComparer.Ordinal), Ids(page, "li[data-to]").Order(StringComparer.Ordinal));
        foreach (var move in seeds.Moves)
        {
            var link = page.GetElementById("move-" + move.Id)!;
            Assert.Equal("e-" + move.From, link.Closest("[data-card]")!.Id);
            Assert.Equal($"/moves#e-{move.To}", link.QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains(move.Who ?? "asserted by", Text(link), StringComparison.Ordinal);
            foreach (var claim in move.Claims) Assert.NotNull(link.QuerySelector($"a[href='/sources/{claim.Source}{(claim.Paragraph is { } p ? $"#p{p}" : "")}']"));
            // The other end says it too.
            Assert.Contains(page.GetElementById("e-" + move.To)!.QuerySelectorAll(".back a"), a => a.GetAttribute("href") == $"/moves#e-{move.From}");
        }
        Assert.Equal(seeds.Moves.Count, page.QuerySelectorAll("details table tbody tr").Length);
    }

    [Fact]
    public async Task Page_EffectToldBeforeItsCause_IsListedAndMarked()
    {
        var page = await OpenAsync("/moves");
        var section = page.QuerySelector("section[aria-labelledby=against]")!;
        var lists = section.QuerySelectorAll(".ib-list");
        var line = Text(Assert.Single(lists[0].QuerySelectorAll(":scope > li")));
        Assert.Contains("8–10 December 2025", line, StringComparison.Ordinal);
        Assert.Contains("19–20 December 2025", line, StringComparison.Ordinal);
        Assert.Contains("asserted by the article", line, StringComparison.Ordinal);
        Assert.NotNull(lists[0].QuerySelector("a[href='/sources/okinawa-hanoi-article#p11']"));
        Assert.NotNull(lists[0].QuerySelector("a[href='/moves#move-russian-warning-counters-tokyo-summit']"));
        Assert.Equal(["move-russian-warning-counters-tokyo-summit"], Ids(page, "li[data-line~=against]"));
        // "About November" is approximate: not contradicted for certain, yet reversed as it is written.
        Assert.NotNull(lists[1].QuerySelector("a[href='/moves#move-koizumi-talks-respond-to-carrier-passage']"));
        Assert.Equal(["move-koizumi-talks-respond-to-carrier-passage"], page.QuerySelectorAll("li[data-to] .ib-wrap[data-tone=warn]").Select(e => e.Closest("li[data-to]")!.Id));
    }

    [Theory]
    [InlineData("/moves?relation=counters", Relation.Counters)]
    [InlineData("/moves?relation=Counters,implements", Relation.Counters, Relation.Implements)]
    public async Task Relation_Chosen_LeavesOnlyItsLinks(string address, params Relation[] relations)
    {
        var (page, seeds) = (await OpenAsync(address), await RealSeeds.ReadAsync());
        Assert.Equal(seeds.Moves.Where(m => relations.Contains(m.Relation)).Select(m => "move-" + m.Id).Order(StringComparer.Ordinal), Ids(page, "li[data-to]").Order(StringComparer.Ordinal));
        Assert.Equal(relations.Length, page.QuerySelectorAll("nav[aria-label=Relation] [aria-current]").Length);
        Assert.All(page.QuerySelectorAll("[data-card]"), card => Assert.NotNull(card.QuerySelector(".links, .back")));
    }

    [Fact]
    public async Task View_OwnParameters_StayInFormChipsAndAddresses()
    {
        const string address = "/moves?domain=security&asserted=others&relation=counters&relation=follows-up";
        var page = await OpenAsync(address);
        Assert.Equal(new Uri(server.Client.BaseAddress!, address).ToString(), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["asserted=others", "relation=counters", "relation=follows-up"], page.QuerySelectorAll(".ib-filter input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        Assert.All(page.QuerySelectorAll(".ib-filter .ib-chip"), a => Assert.Equal("/moves?asserted=others&relation=counters&relation=follows-up", a.GetAttribute("href")));
        Assert.Contains("/moves?domain=security&asserted=others&relation=counters", page.QuerySelectorAll("nav[aria-label=Relation] a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/moves?asserted=others&relation=counters", (await OpenAsync("/moves?asserted=others&relation=counters&asOf=2030-01-01")).QuerySelector(".mud-alert a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Filter_PassedByPartOfAChain_ShowsItWholeAndMarksTheRest()
    {
        var page = await OpenAsync("/moves?country=vietnam&type=equipment-transfer");
        var cards = page.QuerySelectorAll("[data-card]");
        Assert.NotEmpty(cards);
        Assert.Contains(cards, c => c.HasAttribute("data-out"));
        Assert.Contains(cards, c => !c.HasAttribute("data-out"));
        Assert.All(cards, c => Assert.Equal(c.HasAttribute("data-out"), Text(c).Contains("outside the filter", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("ib-links"), chain => Assert.NotNull(chain.QuerySelector("[data-card]:not([data-out])")));
        Assert.Empty((await OpenAsync("/moves")).QuerySelectorAll("[data-out]"));
    }

    [Fact]
    public async Task Moment_BeforeTheFirstLoad_HasNoChains() => Assert.Empty((await OpenAsync("/moves?asOf=2001-01-01")).QuerySelectorAll("[data-card]"));

    [Theory]
    [InlineData("tokyo-summit-2025", 17, 1)]
    [InlineData("japan-vietnam-patrol-boats-2025", 2, 2)]
    [InlineData("japan-vietnam-maritime-mou-2025", 6, 2)]
    public async Task Engagement_WithLinks_ShowsItsPartOfTheChain(string id, int cards, int reach)
    {
        var (page, seeds) = (await OpenAsync("/engagements/" + id), await RealSeeds.ReadAsync());
        Assert.Equal(cards, page.QuerySelectorAll("ib-links [data-card]").Length);
        Assert.Equal(["e-" + id], Ids(page, "[data-card][data-current]"));
        Assert.All(seeds.Moves.Where(m => m.From == id || m.To == id), m => Assert.NotNull(page.GetElementById("move-" + m.Id)));
        Assert.All(page.QuerySelectorAll(".links > li > span > a"), a => Assert.StartsWith($"/engagements/{id}#e-", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector($"a[href='/moves?around={id}#e-{id}']"));
        Assert.Contains(reach == 2 ? "two links" : "directly", Text(page.QuerySelector("section[aria-labelledby=moves]")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Engagement_WithoutLinks_SaysSo()
    {
        var seeds = await RealSeeds.ReadAsync();
        var lonely = seeds.Engagements.First(e => !seeds.Moves.Any(m => m.From == e.Id || m.To == e.Id));
        Assert.Contains("No source links", Text((await OpenAsync("/engagements/" + lonely.Id)).QuerySelector("section[aria-labelledby=moves]")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditorsLink_IsDashedCountedAndCanBeLeftOut()
    {
        using var folder = new TempFolder();
        using var seeds = new SmallSeeds();
        seeds.Write("moves.yaml", Editors);
        await using var host = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b.UseEnvironment("Production").UseSetting("Board:Database", folder.File("board.db")).UseSetting("Board:Seeds", seeds.Path));
        using var client = host.CreateClient();

        var all = PageRules.Parse(await client.GetStringAsync("/moves", Cancel));
        var link = all.GetElementById("move-meeting-answers-pledge")!;
        Assert.Equal("dashed against", link.GetAttribute("data-line"));
        Assert.Contains("asserted by the board’s editor only", Text(link), StringComparison.Ordinal);
        Assert.Contains("1 of these links is dashed", Text(all.QuerySelector("nav[aria-label=Asserted]")!), StringComparison.Ordinal);
        Assert.Equal(["/moves"], all.QuerySelectorAll("nav[aria-label=Asserted] [aria-current]").Select(a => a.GetAttribute("href")));

        var others = PageRules.Parse(await client.GetStringAsync("/moves?asserted=others", Cancel));
        Assert.Empty(others.QuerySelectorAll("li[data-to], [data-card], details.all"));
        Assert.Contains("1 link that only the board’s editor asserts is left out", Text(others.QuerySelector("nav[aria-label=Asserted]")!), StringComparison.Ordinal);
        Assert.Equal(["/moves?asserted=others"], others.QuerySelectorAll("nav[aria-label=Asserted] [aria-current]").Select(a => a.GetAttribute("href")));
    }
}
