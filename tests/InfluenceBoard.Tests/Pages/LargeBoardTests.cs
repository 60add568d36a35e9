using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Pages of a board with far more than they can show: they stay short and say what they leave out.</summary>
public sealed partial class LargeBoardTests(LargeBoardTests.Large large) : IClassFixture<LargeBoardTests.Large>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/actors/china")]
    [InlineData("/")]
    public async Task Page_OfVeryMany_StaysShort(string address) => Assert.InRange((await large.Client.GetStringAsync(address, Cancel)).Length, 100_000, 500_000);

    // What is listed and what is not are together what the total is made of.
    [Theory]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/actors/japan")]
    [InlineData("/engagements")]
    public async Task Total_OfVeryMany_NamesTheLargestAndCountsTheRest(string address)
    {
        var page = PageRules.Parse(await large.Client.GetStringAsync(address, Cancel));
        var cut = page.QuerySelectorAll(".ib-total-view").Where(v => v.QuerySelector(".ib-sum") is not null && v.QuerySelector("[data-cut]") is not null).ToList();
        Assert.NotEmpty(cut);
        foreach (var view in cut)
        {
            var more = view.QuerySelectorAll("[data-cut]").Select(c => NumberIn(c)).FirstOrDefault(n => n > 0);
            var rows = view.QuerySelectorAll("tbody").First().QuerySelectorAll("tr").ToList();
            Assert.InRange(rows.Count, 1, 12);
            Assert.Equal(NumberIn(view.QuerySelector(".ib-small")!), rows.Count + more);
            Assert.InRange(view.QuerySelectorAll(".ib-left ~ tr").Length, 0, 6);
        }
    }

    [Fact]
    public async Task Profile_OfVeryMany_SaysWhatItLeavesOut()
    {
        var page = PageRules.Parse(await large.Client.GetStringAsync("/countries/kazakhstan", Cancel));
        Assert.Equal(25, page.QuerySelectorAll("section[aria-labelledby=indicators] tbody tr").Length);
        Assert.Contains("At most 25 indicators", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var sources = page.QuerySelector("section[aria-labelledby=sources]")!;
        Assert.Equal(60, sources.QuerySelectorAll("tbody tr").Length);
        Assert.Matches("\\. The 60 with most claims of [0-9]+ are listed here", sources.TextContent);
    }

    [Fact]
    public async Task Moves_OfVeryMany_AreThoseOfTheLatestAndTheOneAskedFor()
    {
        var page = PageRules.Parse(await large.Client.GetStringAsync("/moves", Cancel));
        Assert.NotNull(page.QuerySelector("[data-cut]"));
        var shown = Links(page);
        Assert.InRange(shown.Count, 200, 250);

        var all = (await large.Client.GetStringAsync("/moves.csv", Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..].Select(l => l.Split(',')[0]).ToList();
        Assert.True(all.Count > shown.Count * 2, $"{all.Count}");
        var hidden = all.First(id => !shown.Contains(id));
        var around = PageRules.Parse(await large.Client.GetStringAsync($"/moves?around={hidden}", Cancel));
        Assert.Contains(hidden, Links(around));
        Assert.EndsWith($"/moves?around={hidden}", around.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);

        static HashSet<string> Links(IDocument page) => [.. page.QuerySelectorAll("li[data-to]").Select(l => l.Id!["move-".Length..])];
    }

    [Theory]
    [InlineData("/moves?actor=japan")]
    [InlineData("/moves?country=vietnam&type=visit&from=2024&relation=counters")]
    [InlineData("/moves?asserted=others&around=nowhere")]
    public async Task Moves_OfVeryManyUnderAFilter_AreOfEngagementsThatPassIt(string address)
    {
        var page = PageRules.Parse(await large.Client.GetStringAsync(address, Cancel));
        Assert.NotEmpty(page.QuerySelectorAll("[data-card]"));
        Assert.All(page.QuerySelectorAll("ib-links"), chain => Assert.NotNull(chain.QuerySelector("[data-card]:not([data-out])")));
    }

    [Fact]
    public async Task Place_OfVeryMany_CountsAllAndLooksAtTheLatest()
    {
        // The first of the list has most.
        var first = PageRules.Parse(await large.Client.GetStringAsync("/places", Cancel)).QuerySelector("main tbody a[href^='/places/']")!.GetAttribute("href")!;
        var page = PageRules.Parse(await large.Client.GetStringAsync(first, Cancel));
        var count = NumberIn(page.QuerySelector("section[aria-labelledby=engagements] header .ib-small")!);
        Assert.InRange(count, 101, 3000);
        Assert.Equal(count, NumberIn(page.QuerySelector("[data-cut]")!));
        Assert.Equal(100, page.QuerySelectorAll("section[aria-labelledby=engagements] tbody tr").Count(r => r.QuerySelector("a[href^='/engagements/']") is not null));
        var table = (await large.Client.GetStringAsync(first + ".csv", Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(count, table.Length - 1);
    }

    // A board of the size of the seed files leaves nothing out.
    [Theory]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/actors/china")]
    [InlineData("/actors/japan")]
    [InlineData("/")]
    [InlineData("/moves")]
    [InlineData("/people/tokayev")]
    [InlineData("/places/tokyo")]
    public async Task Page_OfTheSeedBoard_ShowsEverything(string address) =>
        Assert.Empty(PageRules.Parse(await large.Small.Client.GetStringAsync(address, Cancel)).QuerySelectorAll("[data-cut]").Select(e => e.TextContent));

    private static int NumberIn(IElement text) => Number().Match(text.TextContent) is { Success: true } found ? int.Parse(found.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();

    /// <summary>A board of three thousand engagements.</summary>
    public sealed class Large(BoardServer small) : IAsyncLifetime
    {
        private readonly TempFolder folder = new();
        private BoardFactory host = null!;

        /// <summary>Asks it.</summary>
        public HttpClient Client { get; private set; } = null!;

        /// <summary>The board with the seed files alone.</summary>
        public BoardServer Small => small;

        public async ValueTask InitializeAsync()
        {
            await Boards.MakeAsync(new BoardShape(3000, HasSearch: false), folder.File("large.db"), _ => { }, Cancel);
            host = new BoardFactory(folder.File("large.db"));
            host.StartServer();
            Client = new HttpClient { BaseAddress = host.ClientOptions.BaseAddress };
        }

        public async ValueTask DisposeAsync()
        {
            Client?.Dispose();
            if (host is not null) await host.DisposeAsync();
            folder.Dispose();
        }
    }
}
