using InfluenceBoard.Features.Engagements;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

/// <summary>The explorer's view in the address.</summary>
public sealed class EngagementsViewTests
{
    private static readonly EngagementsView Usual = new("date", true, EngagementsView.UsualColumns, null, 25, 1);

    private static string Query(EngagementsView view) => Urls.Query(view.Pairs);

    [Fact]
    public void Pairs_UsualView_AreNone() => Assert.Equal("", Query(Usual));

    [Fact]
    public void Pairs_UnusualView_StandInOneOrder() =>
        Assert.Equal("?sort=-money&column=date&column=title&group=actor&size=50&page=3", Query(new EngagementsView("money", true, ["date", "title"], "actor", 50, 3)));

    [Theory]
    [InlineData("date", "?sort=date")]
    [InlineData("title", "?sort=title")]
    [InlineData("money", "?sort=-money")]
    [InlineData("sources", "?sort=-sources")]
    [InlineData("confidence", "?sort=confidence")]
    public void SortedBy_Column_IsTheUsualWayRoundAndThenTheOther(string column, string query)
    {
        var once = Usual.SortedBy(column);
        Assert.Equal(query, Query(once));
        Assert.NotEqual(once.IsDescending, once.SortedBy(column).IsDescending);
        Assert.Equal(column, once.SortedBy(column).Sort);
    }

    [Fact]
    public void SortedBy_OnALaterPage_BeginsAtTheFirst() => Assert.Equal(1, (Usual with { Page = 4 }).SortedBy("title").Page);
}
