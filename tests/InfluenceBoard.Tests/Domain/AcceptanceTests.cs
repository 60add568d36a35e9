using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Domain;

/// <summary>The totals of the seed data, computed by hand from the sources and compared with what the rule makes of them.</summary>
public sealed class AcceptanceTests
{
    private const decimal Bn = 1_000_000_000m;

    private static async Task<PledgeTotal> TotalAsync(Func<MoneyItem, bool> scope, Direction direction = Direction.ActorToHost) =>
        PledgeTotals.Of((await RealSeeds.MoneyAsync()).Where(scope).Select(m => m.ToTotalItem()), direction);

    private static void AssertBand(decimal low, decimal high, int open, PledgeTotal total) => Assert.Equal((low * Bn, high * Bn, open), (total.Low, total.High, total.OpenEnded));

    private static TotalRole Role(PledgeTotal total, string id) => total.Lines.Single(l => l.Item.Id == id).Role;

    [Fact]
    public async Task Washington_NaiveSum_Passes240BillionAndNoTotalDoes()
    {
        var items = (await RealSeeds.MoneyAsync()).Where(m => m.ActorId == "US").ToList();
        Assert.True(items.Sum(m => m.Usd!.Value.Floor) > 240 * Bn);
        foreach (var direction in Enum.GetValues<Direction>())
            Assert.InRange(PledgeTotals.Of(items.Select(m => m.ToTotalItem()), direction).High, 0, 100 * Bn);
    }

    [Fact]
    public async Task Washington_ActorToHost_IsTheTungstenVentureAlone()
    {
        var total = await TotalAsync(m => m.ActorId == "US");
        AssertBand(1.1m, 1.1m, 0, total);
        Assert.Equal(TotalRole.InsideParent, Role(total, "kazakhstan-tungsten-exim-900m"));
        Assert.Equal(TotalRole.Stock, Role(total, "us-investment-stock-kazakhstan-100bn"));
        Assert.Equal(TotalRole.OtherDirection, Role(total, "uzbekistan-us-100bn-decade"));
    }

    [Fact]
    public async Task Washington_HostToActor_IsTheDecadeWithTheThreeYearsInside()
    {
        var total = await TotalAsync(m => m.ActorId == "US", Direction.HostToActor);
        AssertBand(100, 100, 1, total);
        Assert.Equal(TotalRole.InsideParent, Role(total, "uzbekistan-us-35bn-three-years"));
    }

    [Fact]
    public async Task Washington_Mutual_KazakhDealsMayRepeatTheDealZone()
    {
        var total = await TotalAsync(m => m.ActorId == "US", Direction.Mutual);
        AssertBand(25, 42, 1, total);
        Assert.Equal(TotalRole.HighOnly, Role(total, "kazakhstan-us-deals-17bn"));
    }

    [Fact]
    public async Task Washington_DealZone_IsTheRegionsAndNoCountrys()
    {
        var items = await RealSeeds.MoneyAsync();
        Assert.Equal("central-asia", items.Single(m => m.Id == "us-central-asia-deal-zone-25bn").HostId);
        AssertBand(17, 17, 1, await TotalAsync(m => m is { ActorId: "US", HostId: "KZ" }, Direction.Mutual));
    }

    [Fact]
    public async Task Xian_Region_IsTheYuanAtTheRateOfThoseDays()
    {
        var total = await TotalAsync(m => m is { ActorId: "CN", HostId: "central-asia" });
        AssertBand(3.7m, 3.7m, 0, total);
        Assert.Equal([MoneyKind.Mixed], total.Kinds);
        var item = Assert.Single(await RealSeeds.MoneyAsync(), m => m is { ActorId: "CN", HostId: "central-asia" });
        Assert.Equal(("CNY", 26 * Bn, 26 * Bn), (item.Currency, item.Low!.Value, item.High!.Value));
    }

    [Fact]
    public async Task Xian_Countries_AreNotApportioned()
    {
        Assert.True((await TotalAsync(m => m is { ActorId: "CN", HostId: "KZ" })).IsEmpty);
        AssertBand(22, 22, 0, await TotalAsync(m => m is { ActorId: "CN", HostId: "KZ" }, Direction.Mutual));
        Assert.True((await TotalAsync(m => m is { ActorId: "CN", HostId: "UZ" })).IsEmpty);
    }

    [Fact]
    public async Task Tokyo_ThreeTrillionYen_AreATargetAtTheSourcesOwnRate()
    {
        var target = (await RealSeeds.MoneyAsync()).Single(m => m.Rung == Rung.Target);
        Assert.Equal(("JPY", 3000 * Bn, 19 * Bn, "central-asia", 5m), (target.Currency, target.Low!.Value, target.UsdLow!.Value, target.HostId, target.Years!.Value));
        Assert.True((await TotalAsync(m => m is { ActorId: "JP", HostId: "central-asia" })).IsEmpty);
    }

    [Fact]
    public async Task Japan_Kazakhstan_IsThePledgeWithoutTheStock() => AssertBand(3.7m, 3.7m, 0, await TotalAsync(m => m is { ActorId: "JP", HostId: "KZ" }));

    [Fact]
    public async Task Japan_Vietnam_IsABandWithTheSourcesWord()
    {
        AssertBand(0.2m, 0.9m, 0, await TotalAsync(m => m is { ActorId: "JP", HostId: "VN" }));
        var item = (await RealSeeds.MoneyAsync()).Single(m => m is { ActorId: "JP", HostId: "VN" });
        Assert.Equal(Qualifier.Several, item.Qualifier);
        Assert.False(string.IsNullOrWhiteSpace(item.SourceWord));
    }

    [Fact]
    public async Task Japan_All_IsTheSumOfItsTwoPledges() => AssertBand(3.9m, 4.6m, 0, await TotalAsync(m => m.ActorId == "JP"));

    [Fact]
    public async Task Russia_Vietnam_IsOpenAbove() => AssertBand(1, 1, 1, await TotalAsync(m => m is { ActorId: "RU", HostId: "VN" }));
}
