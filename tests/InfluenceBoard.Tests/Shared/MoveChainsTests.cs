using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

public sealed class MoveChainsTests
{
    private static readonly string[] Actors = ["CN", "RU", "JP", "US"];

    private static EngagementRow Row(string id, string date, params string[] by)
    {
        var bounds = EdtfDate.Parse(date);
        return new EngagementRow(id, $"Title of {id}", date, bounds.Earliest, bounds.Latest, EngagementType.Statement, Status.Reported,
            [.. by.Select((p, i) => new EngagementParty { PartyId = p, Role = PartyRole.By, Order = i }), new EngagementParty { PartyId = "US", Role = PartyRole.Towards, Order = 0 }], [], [], 1, false);
    }

    private static MoveLink Link(EngagementRow from, EngagementRow to, Relation relation = Relation.RespondsTo, AssertedBy by = AssertedBy.Article) =>
        new(new Move { Id = $"{from.Id}-{to.Id}", FromId = from.Id, ToId = to.Id, Relation = relation, AssertedBy = by }, from, to, []);

    private static string[] Ids(Chain chain) => [.. chain.Steps.Select(s => s.Row.Id)];

    [Theory]
    [InlineData("2025-12-07", "2025-12-06", MoveOrder.InOrder)]
    [InlineData("2025-12-06", "2025-12-06", MoveOrder.Unclear)]
    [InlineData("2025-12-05", "2025-12-06", MoveOrder.EffectFirst)]
    [InlineData("2025-12-08/2025-12-10", "2025-12-19/2025-12-20", MoveOrder.EffectFirst)]
    [InlineData("2025-12", "2025-12-06", MoveOrder.Unclear)]
    [InlineData("2026-01", "2025-12", MoveOrder.InOrder)]
    [InlineData("../2025-12-05", "2025-12-06", MoveOrder.EffectFirst)]
    [InlineData("../2025-12-19", "2025-12-06", MoveOrder.Unclear)]
    [InlineData("2025-12-20/..", "2025-12-06/..", MoveOrder.Unclear)]
    [InlineData("2025-11~", "2025-12-06", MoveOrder.Unclear)]
    public void Order_OfTwoDates_FollowsTheirBounds(string answer, string move, MoveOrder order) =>
        Assert.Equal(order, Link(Row("a", answer), Row("m", move)).Order);

    [Fact]
    public void Order_OfCompetition_IsNone()
    {
        var link = Link(Row("a", "2025-01"), Row("m", "2025-12"), Relation.CompetesWith);
        Assert.Null(link.Order);
        Assert.False(link.IsReversedAsWritten);
    }

    [Theory]
    [InlineData("2025-11~", "2025-12-06~", true)]
    [InlineData("2025-12-06~", "2025-12-06", false)]
    [InlineData("2025-12-05", "2025-12-06", false)]
    [InlineData("2025-12", "2025-12-06", false)]
    public void ReversedAsWritten_OnlyWhereAboutAloneMakesTheDatesOverlap(string answer, string move, bool isReversed) =>
        Assert.Equal(isReversed, Link(Row("a", answer), Row("m", move)).IsReversedAsWritten);

    [Fact]
    public void Chains_OfLinks_AreTheConnectedOnesLargestFirst()
    {
        EngagementRow a = Row("a", "2025-03"), b = Row("b", "2025-02"), c = Row("c", "2025-01"), d = Row("d", "2025-05"), e = Row("e", "2025-04");
        var chains = MoveChains.Of([Link(d, e), Link(a, b), Link(b, c)], Actors);
        Assert.Equal([["c", "b", "a"], ["e", "d"]], chains.Select(Ids));
        Assert.Equal(["b-c", "a-b"], chains[0].Links.Select(l => l.Move.Id));
        Assert.Equal("b", chains[0].Hub.Row.Id);
        Assert.Equal((1, 1), (chains[0].Steps[1].Answers.Count, chains[0].Steps[1].AnsweredBy.Count));
    }

    [Fact]
    public void Chains_ACircleAndAPairLinkedTwice_AreOneChainEach()
    {
        EngagementRow a = Row("a", "2025-01"), b = Row("b", "2025-02"), c = Row("c", "2025-03"), d = Row("d", "2025-04"), e = Row("e", "2025-05");
        var chains = MoveChains.Of([Link(a, b), Link(b, c), Link(c, a), Link(e, d), Link(d, e, Relation.CompetesWith)], Actors);
        Assert.Equal([(3, 3), (2, 2)], chains.Select(x => (x.Steps.Count, x.Links.Count)));
    }

    [Fact]
    public void Chains_OfNothing_AreNone() => Assert.Empty(MoveChains.Of([], Actors));

    [Fact]
    public void Chains_OfEqualSize_HaveTheEarlierFirstWhateverTheOrderOfLinks()
    {
        EngagementRow a = Row("a", "2025-03"), b = Row("b", "2025-04"), c = Row("c", "2025-01"), d = Row("d", "2025-02");
        var links = new[] { Link(b, a), Link(d, c) };
        Assert.Equal(MoveChains.Of(links, Actors).Select(Ids), MoveChains.Of([.. links.Reverse()], Actors).Select(Ids));
        Assert.Equal(["c", "d"], Ids(MoveChains.Of(links, Actors)[0]));
    }

    [Fact]
    public void Steps_AreByTheFirstDayAsWrittenThenTheLastThenTheId()
    {
        EngagementRow open = Row("open", "../2025-12"), about = Row("about", "2025-12~"), month = Row("month", "2025-12"), early = Row("early", "2025-11-30"), b = Row("b", "2025-12-02"), a = Row("a", "2025-12-02");
        var chain = Assert.Single(MoveChains.Of([Link(b, open), Link(a, open), Link(month, open), Link(early, open), Link(about, open)], Actors));
        Assert.Equal(["open", "early", "month", "about", "a", "b"], Ids(chain));
        Assert.Equal([null, "2025-11", "2025-12"], chain.Steps.Select(s => s.Band).Distinct());
    }

    [Theory]
    [InlineData("2025-12-06~", "2025-12")]
    [InlineData("2025-10/2025-12", "2025-10")]
    [InlineData("2026", "2026")]
    [InlineData("2026?/2027", "2026")]
    [InlineData("2025-22", "2025-22")]
    [InlineData("../2025-12", null)]
    public void Band_OfADate_IsNoFinerThanTheDate(string date, string? band) => Assert.Equal(band, new ChainStep(Row("a", date), null, [], []).Band);

    [Fact]
    public void Lanes_AreTheUsedOnesInTheFixedOrderWithOthersLast()
    {
        EngagementRow host = Row("host", "2025-01", "KZ"), us = Row("us", "2025-02", "US"), joint = Row("joint", "2025-03", "VN", "JP", "CN"), china = Row("china", "2025-04", "CN");
        var chain = Assert.Single(MoveChains.Of([Link(us, host), Link(joint, us), Link(china, joint)], Actors));
        Assert.Equal(["CN", "JP", "US", null], chain.Lanes);
        // The first of those who acted that is an actor; being acted towards gives no lane.
        Assert.Equal([null, "US", "JP", "CN"], chain.Steps.Select(s => s.Lane));
    }

    [Fact]
    public void Editor_AssertingAlone_MakesTheLinkHis()
    {
        var (a, m) = (Row("a", "2025-02"), Row("m", "2025-01"));
        Assert.Equal([AssertedBy.Editor], Enum.GetValues<AssertedBy>().Where(by => Link(a, m, by: by).IsEditors));
    }
}
