using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>The pages of people, institutions and places as a reader gets them.</summary>
public sealed partial class PeoplePageTests(BoardServer server)
{
    private async Task<IDocument> OpenAsync(string address) => PageRules.Parse(await server.Client.GetStringAsync(address, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("/people/tokayev")]
    [InlineData("/people/shoigu")]
    [InlineData("/organisations/japan-ministry-of-defence")]
    public async Task Together_EveryNumber_OpensAsManyEngagements(string address)
    {
        var page = await OpenAsync(address);
        var folds = page.QuerySelectorAll("details.ib-rows");
        Assert.NotEmpty(folds);
        Assert.All(folds, fold => Assert.Equal(Number(fold.QuerySelector("summary")!), fold.QuerySelectorAll("ul a[href^='/engagements/']").Select(a => a.GetAttribute("href")).Distinct().Count()));
    }

    [Theory]
    [InlineData("/people", "Tokayev", "/people/tokayev")]
    [InlineData("/organisations", "CSTO", "/organisations/csto")]
    [InlineData("/places", "Tokyo", "/places/tokyo")]
    public async Task List_EngagementCount_IsTheNumberOfRowsOnThePage(string list, string name, string address)
    {
        var row = (await OpenAsync(list)).QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"th a[href='{address}']")?.TextContent.Contains(name, StringComparison.Ordinal) == true);
        var link = row.QuerySelector($"td a[href='{address}#engagements']")!;
        var page = await OpenAsync(address);
        Assert.Equal(Number(link), page.QuerySelectorAll("section[aria-labelledby=engagements] tbody th[scope=row]").Length);
    }

    [Fact]
    public async Task Person_ManyNames_StandInTheirOwnLanguages()
    {
        var names = (await OpenAsync("/people/tokayev")).QuerySelectorAll(".ib-head [lang]").Select(e => (e.GetAttribute("lang")!, e.TextContent)).ToList();
        Assert.All(new[] { ("kk", "Қасым-Жомарт Тоқаев"), ("ru", "Касым-Жомарт Токаев"), ("ja", "カシムジョマルト・トカエフ") }, name => Assert.Contains(name, names));
    }

    [Fact]
    public async Task Person_ContestedOffice_SaysWhyOneClaimIsPreferred()
    {
        var claims = (await OpenAsync("/people/to-lam")).QuerySelector("section[aria-labelledby=claims]")!.TextContent;
        Assert.Contains("preferred", claims, StringComparison.Ordinal);
        Assert.Contains("State media of his own country on the day.", claims, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_NamedInNothing_SaysSoInWords()
    {
        var page = await OpenAsync("/people/noda");
        Assert.True(page.QuerySelectorAll("p.ib-empty").Length >= 5);
        Assert.Null(page.QuerySelector("#timeline"));
        Assert.Empty(page.QuerySelectorAll("details.ib-rows"));
    }

    [Fact]
    public async Task RegionalBody_Members_LinkToTheirPages() =>
        Assert.Equal(["/actors/russia", "/countries/kazakhstan", "/countries/kyrgyzstan", "/countries/tajikistan"],
            (await OpenAsync("/organisations/csto")).QuerySelectorAll(".facts .ib-meta a").Select(a => a.GetAttribute("href")));

    [Fact]
    public async Task People_OfOneParty_AreOnlyItsOwnAndTheShareKeepsTheChoice()
    {
        var page = await OpenAsync("/people?party=VN");
        Assert.Equal("/countries/vietnam", Assert.Single(page.QuerySelectorAll("th[scope=rowgroup] a")).GetAttribute("href"));
        Assert.Equal((await RealSeeds.ReadAsync()).People.Count(p => p.Party == "VN"), page.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.EndsWith("/people?party=vietnam", page.QuerySelector("#share-address")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("Vietnam", page.QuerySelector("a.ib-chip[aria-current]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_Parties_StandInTheBoardsOrder()
    {
        var order = (await RealSeeds.PartiesAsync()).All.Select(p => p.Slug).ToList();
        var shown = (await OpenAsync("/people")).QuerySelectorAll("th[scope=rowgroup]").Select(th => order.IndexOf(th.Id!)).ToList();
        Assert.Equal(shown.Order(), shown);
    }

    [Fact]
    public async Task Places_Map_HoldsEveryPlaceOfTheTableWithItsNumber()
    {
        var page = await OpenAsync("/places");
        var model = JsonDocument.Parse(page.QuerySelector("ib-map")!.GetAttribute("data-model")!).RootElement;
        var marks = model.GetProperty("points").EnumerateArray().Concat(model.GetProperty("routes").EnumerateArray()).Select(m => (m.GetProperty("href").GetString(), Number(m.GetProperty("label").GetString()!)));
        var rows = page.QuerySelectorAll("tbody tr").Select(r => (r.QuerySelector("th a")!.GetAttribute("href"), Number(r.QuerySelector("td:last-child")!)));
        Assert.Equal(rows.Order(), marks.Order());
    }

    [Fact]
    public async Task Places_OutsideTheMap_SayWhereTheyLieInWords()
    {
        var page = await OpenAsync("/places/washington");
        Assert.Null(page.QuerySelector("ib-map"));
        Assert.Contains("77.04° W", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/engagements/tokyo-summit-2025", "/people/tokayev", "/places/tokyo", "/organisations/central-asia-plus-japan-dialogue")]
    [InlineData("/countries/kazakhstan", "/people/tokayev", "/people/takaichi", "/organisations/c5-plus-1")]
    [InlineData("/sources/okinawa-hanoi-article", "/people/to-lam#claim-role", "/places/okinawa#claim-existence", "/organisations/asean#claim-role")]
    public async Task Names_OnOtherPages_LeadToTheirPages(string address, params string[] wanted)
    {
        var links = (await OpenAsync(address)).QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")).ToHashSet(StringComparer.Ordinal);
        Faults.None(wanted.Where(href => !links.Contains(href)));
    }

    private static int Number(IElement element) => Number(element.TextContent);

    private static int Number(string text) => int.Parse(Digits().Match(text).Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
