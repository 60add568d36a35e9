using InfluenceBoard.Domain;

namespace InfluenceBoard.Tests.Domain;

/// <summary>Each rule of the money ladder with the case that would break it. Amounts are in billions of US dollars.</summary>
public sealed class PledgeTotalsTests
{
    private static TotalItem Item(string id, decimal? low, decimal? high, Rung rung = Rung.Pledge, MoneyKind kind = MoneyKind.Investment, Direction direction = Direction.ActorToHost,
        string? partOf = null, params string[] mayOverlap) => new(id, rung, kind, direction, new MoneyRange(low, high), partOf, mayOverlap);

    private static TotalItem Exactly(string id, decimal amount, Rung rung = Rung.Pledge, string? partOf = null, params string[] mayOverlap) =>
        Item(id, amount, amount, rung, partOf: partOf, mayOverlap: mayOverlap);

    private static (decimal Low, decimal High, int Open) Band(params TotalItem[] items) => Bounds(PledgeTotals.Of(items));

    private static (decimal Low, decimal High, int Open) Bounds(PledgeTotal total) => (total.Low, total.High, total.OpenEnded);

    private static TotalRole Role(PledgeTotal total, string id) => total.Lines.Single(l => l.Item.Id == id).Role;

    [Fact]
    public void Of_NoAmounts_IsEmptyAndNotZero()
    {
        var total = PledgeTotals.Of([]);
        Assert.True(total.IsEmpty);
        Assert.Empty(total.Lines);
    }

    [Fact]
    public void Of_TargetBesidePledge_TargetIsNotInTheTotal()
    {
        var total = PledgeTotals.Of([Exactly("tokyo-3tn-yen", 19, Rung.Target), Exactly("kazakhstan-3-7bn", 3.7m)]);
        Assert.Equal((3.7m, 3.7m, 0), Bounds(total));
        Assert.Equal(TotalRole.Target, Role(total, "tokyo-3tn-yen"));
        Assert.Equal(1, total.Items);
    }

    [Fact]
    public void Of_OnlyATarget_IsEmpty() => Assert.True(PledgeTotals.Of([Exactly("tokyo-3tn-yen", 19, Rung.Target)]).IsEmpty);

    [Theory]
    [InlineData(Rung.Pledge)]
    [InlineData(Rung.Signed)]
    [InlineData(Rung.Commitment)]
    [InlineData(Rung.Disbursed)]
    [InlineData(Rung.Completed)]
    public void Of_RungPledgeOrAbove_CountsOnce(Rung rung) => Assert.Equal((2m, 2m, 0), Band(Exactly("railway", 2, rung)));

    [Fact]
    public void Of_Lapsed_IsInNoTotal()
    {
        var total = PledgeTotals.Of([Exactly("pipeline", 5, Rung.Lapsed), Exactly("railway", 2)]);
        Assert.Equal((2m, 2m, 0), Bounds(total));
        Assert.Equal(TotalRole.Lapsed, Role(total, "pipeline"));
    }

    [Fact]
    public void Of_Stock_IsInNoTotal()
    {
        var total = PledgeTotals.Of([Item("investor-100bn", 100, null, Rung.Completed, MoneyKind.Stock), Exactly("railway", 2)]);
        Assert.Equal((2m, 2m, 0), Bounds(total));
        Assert.Equal(TotalRole.Stock, Role(total, "investor-100bn"));
    }

    [Fact]
    public void Of_OtherDirection_IsInTheTotalOfThatDirectionOnly()
    {
        TotalItem[] items = [Item("tashkent-in-america", 100, null, direction: Direction.HostToActor), Item("deal-zone", 25, 25, direction: Direction.Mutual), Exactly("tungsten", 1.1m)];
        Assert.Equal((1.1m, 1.1m, 0), Bounds(PledgeTotals.Of(items)));
        Assert.Equal((100m, 100m, 1), Bounds(PledgeTotals.Of(items, Direction.HostToActor)));
        Assert.Equal((25m, 25m, 0), Bounds(PledgeTotals.Of(items, Direction.Mutual)));
        Assert.Equal(TotalRole.OtherDirection, Role(PledgeTotals.Of(items), "tashkent-in-america"));
    }

    [Fact]
    public void Of_UmbrellaAndItsPart_PartCountsInside()
    {
        var total = PledgeTotals.Of([Exactly("venture", 1.1m), Exactly("exim-letter", 0.9m, partOf: "venture")]);
        Assert.Equal((1.1m, 1.1m, 0), Bounds(total));
        Assert.Equal(TotalRole.InsideParent, Role(total, "exim-letter"));
    }

    [Fact]
    public void Of_PartOfAPart_CountsInsideTheOutermost() =>
        Assert.Equal((10m, 10m, 0), Band(Exactly("a-clinic", 1, partOf: "m-hospital"), Exactly("m-hospital", 4, partOf: "z-programme"), Exactly("z-programme", 10)));

    [Fact]
    public void Of_ParentOutOfScope_PartCountsByItself() => Assert.Equal((0.9m, 0.9m, 0), Band(Exactly("exim-letter", 0.9m, partOf: "venture")));

    [Fact]
    public void Of_ParentIsATarget_PartCountsByItself() =>
        Assert.Equal((3.7m, 3.7m, 0), Band(Exactly("tokyo-3tn-yen", 19, Rung.Target), Exactly("kazakhstan-3-7bn", 3.7m, partOf: "tokyo-3tn-yen")));

    [Fact]
    public void Of_ParentLapsedOrStockOrOtherWay_PartCountsByItself()
    {
        Assert.Equal((1m, 1m, 0), Band(Exactly("umbrella", 9, Rung.Lapsed), Exactly("part", 1, partOf: "umbrella")));
        Assert.Equal((1m, 1m, 0), Band(Item("umbrella", 9, 9, kind: MoneyKind.Stock), Exactly("part", 1, partOf: "umbrella")));
        Assert.Equal((1m, 1m, 0), Band(Item("umbrella", 9, 9, direction: Direction.Mutual), Exactly("part", 1, partOf: "umbrella")));
    }

    [Fact]
    public void Of_UncountedParentInsideACountedOne_PartIsInsideTheCountedOne() =>
        Assert.Equal((10m, 10m, 0), Band(Exactly("programme", 10), Exactly("goal", 5, Rung.Target, "programme"), Exactly("school", 1, partOf: "goal")));

    [Fact]
    public void Of_OpenHigh_CountsItsLowEndAndIsNamedOpen()
    {
        var total = PledgeTotals.Of([Item("gas-pipelines", 1, null), Exactly("railway", 2)]);
        Assert.Equal((3m, 3m, 1), Bounds(total));
    }

    [Fact]
    public void Of_OpenLow_AddsNothingToTheLowEnd() => Assert.Equal((2m, 7m, 0), Band(Item("up-to-5bn", null, 5), Exactly("railway", 2)));

    [Fact]
    public void Of_SeveralHundredMillion_IsABand() => Assert.Equal((0.2m, 0.9m, 0), Band(Item("vietnam-aid", 0.2m, 0.9m)));

    [Fact]
    public void Of_MayOverlap_LowTakesItAsInsideAndHighAsSeparate()
    {
        var total = PledgeTotals.Of([Exactly("deal-zone", 25), Item("kazakh-deals", 17, null, mayOverlap: "deal-zone")]);
        Assert.Equal((25m, 42m, 1), Bounds(total));
        Assert.Equal((TotalRole.Counted, TotalRole.HighOnly), (Role(total, "deal-zone"), Role(total, "kazakh-deals")));
    }

    [Fact]
    public void Of_MayOverlap_IsReadBothWays() =>
        Assert.Equal(Band(Exactly("large", 25), Exactly("small", 17, mayOverlap: "large")), Band(Exactly("large", 25, mayOverlap: "small"), Exactly("small", 17)));

    [Fact]
    public void Of_MayOverlapATarget_CountsInBothEnds() =>
        Assert.Equal((3.7m, 3.7m, 0), Band(Exactly("tokyo-3tn-yen", 19, Rung.Target), Exactly("kazakhstan-3-7bn", 3.7m, mayOverlap: "tokyo-3tn-yen")));

    [Fact]
    public void Of_MayOverlapOutOfScope_CountsInBothEnds() => Assert.Equal((17m, 17m, 0), Band(Exactly("kazakh-deals", 17, mayOverlap: "deal-zone")));

    [Fact]
    public void Of_ChainOfOverlaps_EachSmallerOneIsInsideTheLarger()
    {
        // 6 may be inside 10, and 4 inside 6: then nothing beyond 10 is certain.
        var total = PledgeTotals.Of([Exactly("ten", 10), Exactly("six", 6, mayOverlap: ["ten", "four"]), Exactly("four", 4)]);
        Assert.Equal((10m, 20m, 0), Bounds(total));
    }

    [Fact]
    public void Of_TwoLargeOnesThatMayHoldOneSmall_BothCount() =>
        Assert.Equal((10m, 11m, 0), Band(Exactly("east", 5), Exactly("west", 5), Exactly("small", 1, mayOverlap: ["east", "west"])));

    [Fact]
    public void Of_RingOfOverlaps_OnlyTheLargestIsCertain() =>
        Assert.Equal((10m, 20m, 0), Band(Exactly("ten", 10, mayOverlap: "six"), Exactly("six", 6, mayOverlap: "four"), Exactly("four", 4, mayOverlap: "ten")));

    [Fact]
    public void Of_NoRate_IsNotSummedButShown()
    {
        var total = PledgeTotals.Of([Exactly("railway", 2), new TotalItem("tenge-loan", Rung.Pledge, MoneyKind.Loan, Direction.ActorToHost, null, null, [])]);
        Assert.Equal((2m, 2m, 0), Bounds(total));
        Assert.Equal(TotalRole.NoRate, Role(total, "tenge-loan"));
    }

    [Fact]
    public void Of_ParentWithoutRate_PartCountsByItself() =>
        Assert.Equal((0.5m, 0.5m, 0), Band(new TotalItem("tenge-programme", Rung.Pledge, MoneyKind.Loan, Direction.ActorToHost, null, null, []), Exactly("school", 0.5m, partOf: "tenge-programme")));

    [Fact]
    public void Of_SameAmountTwice_CountsOnce() => Assert.Equal((2m, 2m, 0), Band(Exactly("railway", 2), Exactly("railway", 2)));

    [Fact]
    public void Of_CyclicPartOf_EndsAndNamesEveryAmount()
    {
        var total = PledgeTotals.Of([Exactly("egg", 2, partOf: "hen"), Exactly("hen", 3, partOf: "egg"), Exactly("self", 1, partOf: "self")]);
        Assert.Equal(["egg", "hen", "self"], total.Lines.Select(l => l.Item.Id).Order(StringComparer.Ordinal));
        Assert.InRange(total.Low, 0, total.High);
        Assert.InRange(total.High, 0, 6);
    }

    [Fact]
    public void Of_MixedKinds_NamesEachKindThatIsInTheBand()
    {
        var total = PledgeTotals.Of([Item("a", 1, 1, kind: MoneyKind.Loan), Item("b", 1, 1, kind: MoneyKind.Investment), Item("c", 1, 1, kind: MoneyKind.Stock), Item("d", 1, 1, Rung.Target, MoneyKind.Grant)]);
        Assert.Equal([MoneyKind.Investment, MoneyKind.Loan], total.Kinds);
    }

    [Fact]
    public void OnRung_Target_SumsTargetsByThemselves()
    {
        TotalItem[] items = [Exactly("tokyo-3tn-yen", 19, Rung.Target), Exactly("kazakhstan-3-7bn", 3.7m), Exactly("lapsed", 5, Rung.Lapsed)];
        Assert.Equal((19m, 19m, 0), Bounds(PledgeTotals.OnRung(items, Rung.Target)));
        Assert.Equal((3.7m, 3.7m, 0), Bounds(PledgeTotals.OnRung(items, Rung.Pledge)));
        Assert.True(PledgeTotals.OnRung(items, Rung.Signed).IsEmpty);
    }

    [Fact]
    public void OnRung_ParentOnAnotherRung_PartStandsOnItsOwn() =>
        Assert.Equal((0.9m, 0.9m, 0), Bounds(PledgeTotals.OnRung([Exactly("venture", 1.1m), Exactly("exim-letter", 0.9m, Rung.Signed, "venture")], Rung.Signed)));

    [Fact]
    public void Lines_OfAnyTotal_AddUpToItsEndsAndSayWhy()
    {
        var total = PledgeTotals.Of([Exactly("programme", 5), Exactly("school", 1, partOf: "programme"), Exactly("repeat", 2, mayOverlap: "programme"), new TotalItem("open", Rung.Pledge, MoneyKind.Loan, Direction.ActorToHost, new MoneyRange(3, null), null, [])]);
        Assert.Equal((total.Low, total.High), (total.Lines.Sum(l => l.Low), total.Lines.Sum(l => l.High)));
        Assert.Equal(["programme", "open", "repeat", "school"], total.Lines.Select(l => l.Item.Id));
        Assert.Equal(("programme", 0m, 2m), (total.Lines[2].Because, total.Lines[2].Low, total.Lines[2].High));
        Assert.Equal(("programme", 0m, 0m), (total.Lines[3].Because, total.Lines[3].Low, total.Lines[3].High));
        Assert.Equal((3m, 3m), (total.Lines[1].Low, total.Lines[1].High));
    }
}
