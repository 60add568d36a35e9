using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What a row of a page costs: bytes and elements, which are the same on every machine.</summary>
public sealed class PageSizeTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> OneOfEach => [.. Samples.OneOfEach];

    // A component of the library for each row costs several times what plain HTML does.
    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Rows_OfEveryPage_ArePlainHtml(string address)
    {
        var page = PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));
        Faults.None(page.QuerySelectorAll("main tbody [class*='mud-'], main tbody[class*='mud-'], main li [class*='mud-']").Where(e => e.Closest(".mud-timeline") is null).Select(e => $"{address}: {e.ClassName}"));
    }

    // Title, date, parties, kind, amounts, status and sources of an engagement, with its links and labels.
    [Theory]
    [InlineData("/countries/kazakhstan", "section[aria-labelledby=all] tbody tr", 800)]
    [InlineData("/actors/china", "section[aria-labelledby=all] tbody tr", 800)]
    [InlineData("/engagements", ".result .dense tbody tr:not(.group)", 850)]
    [InlineData("/", ".lanes li li", 500)]
    public async Task Rows_OfEngagements_AreSmall(string address, string rows, int most)
    {
        var page = PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));
        var all = page.QuerySelectorAll(rows).Select(r => r.OuterHtml.Length).ToList();
        Assert.InRange(all.Count, 20, int.MaxValue);
        Assert.InRange(all.Average(), 1, most);
    }
}
