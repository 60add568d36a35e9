using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

public sealed class FormatTests
{
    private readonly Format format = new(Localizers.Texts);

    [Theory]
    [InlineData("en", "3700000000", "3700000000", "USD", "$3.7bn")]
    [InlineData("en", "3000000000000", "3000000000000", "JPY", "¥3tn")]
    [InlineData("en", "26000000000", "26000000000", "CNY", "CN¥26bn")]
    [InlineData("en", "200000000", "900000000", "USD", "$200m–$900m")]
    [InlineData("en", "1000000000", null, "USD", "≥ $1bn")]
    [InlineData("en", null, "5000000000", "USD", "≤ $5bn")]
    [InlineData("en", "22500", "22500", "KZT", "KZT 22,500")]
    [InlineData("en", "0", "0", "USD", "$0")]
    [InlineData("zh-Hans", "3700000000", "3700000000", "USD", "37亿美元")]
    [InlineData("zh-Hans", "3000000000000", "3000000000000", "JPY", "3万亿日元")]
    [InlineData("zh-Hans", "26000000000", "26000000000", "CNY", "260亿元人民币")]
    [InlineData("zh-Hans", "200000000", "900000000", "USD", "2亿美元–9亿美元")]
    [InlineData("zh-Hans", "1000000000", null, "USD", "≥ 10亿美元")]
    [InlineData("zh-Hans", "30000", "30000", "USD", "3万美元")]
    public void Money_Range_ReadsAsTheLanguageScales(string language, string? low, string? high, string currency, string expected)
    {
        using var _ = Culture.Of(language);
        Assert.Equal(expected, format.Money(new MoneyRange(Decimal(low), Decimal(high)), currency));
    }

    [Theory]
    [InlineData("en", "about $1.1bn")]
    [InlineData("zh-Hans", "约11亿美元")]
    public void Money_HedgedItem_KeepsTheHedge(string language, string expected)
    {
        using var _ = Culture.Of(language);
        Assert.Equal(expected, format.Money(new MoneyItem { Id = "tungsten", EngagementId = "x", ActorId = "US", HostId = "KZ", Currency = "USD", Low = 1.1e9m, High = 1.1e9m, Qualifier = Qualifier.About }));
    }

    [Theory]
    [InlineData("en", "2025-12-06", "6 December 2025")]
    [InlineData("en", "2025-12-08/2025-12-10", "8–10 December 2025")]
    [InlineData("en", "2025-11-30/2025-12-02", "30 November – 2 December 2025")]
    [InlineData("en", "2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026")]
    [InlineData("en", "2025-11", "November 2025")]
    [InlineData("en", "2025-12~", "about December 2025")]
    [InlineData("en", "2026", "2026")]
    [InlineData("en", "2025-21", "spring 2025")]
    [InlineData("en", "202X", "2020s")]
    [InlineData("en", "../2025-12-10", "until 10 December 2025")]
    [InlineData("en", "2025-12/..", "from December 2025 on")]
    [InlineData("zh-Hans", "2025-12-06", "2025年12月6日")]
    [InlineData("zh-Hans", "2025-12-08/2025-12-10", "2025年12月8日至10日")]
    [InlineData("zh-Hans", "2025-11-30/2025-12-02", "2025年11月30日至12月2日")]
    [InlineData("zh-Hans", "2025-11", "2025年11月")]
    [InlineData("zh-Hans", "2025-12~", "约2025年12月")]
    [InlineData("zh-Hans", "2026", "2026年")]
    [InlineData("zh-Hans", "2025-24", "2025年冬")]
    public void Date_Edtf_ReadsAsPreciseAsItIsKnown(string language, string edtf, string expected)
    {
        using var _ = Culture.Of(language);
        Assert.Equal(expected, format.Date(edtf));
    }

    [Fact]
    public void Date_NotEdtf_IsShownAsItStands() => Assert.Equal("soon", format.Date("soon"));

    [Fact]
    public void Total_OpenBand_SaysSo()
    {
        TotalItem Item(string id, decimal? low, decimal? high) => new(id, Rung.Pledge, MoneyKind.Loan, Direction.ActorToHost, new MoneyRange(low, high), null, []);
        using var _ = Culture.Of("en");
        Assert.Equal("≥ $1bn", format.Total(PledgeTotals.Of([Item("gas-pipelines", 1e9m, null)])));
        Assert.Equal("$200m–$900m", format.Total(PledgeTotals.Of([Item("vietnam-aid", 2e8m, 9e8m)])));
        Assert.Equal("No amount", format.Total(PledgeTotals.Of([])));
    }

    [Theory]
    [InlineData("en", "-2.3", "-2.3", "percent", Qualifier.Exact, "-2.3 %")]
    [InlineData("en", "70", null, "percent", Qualifier.Over, "≥ 70 %")]
    [InlineData("en", "2", "9", "countries", Qualifier.Several, "2–9 countries")]
    [InlineData("en", "1234.5", "1234.5", "kilometres", Qualifier.About, "about 1,234 km")]
    public void Value_Indicator_HasItsUnitAndHedge(string language, string? low, string? high, string unit, Qualifier qualifier, string expected)
    {
        using var _ = Culture.Of(language);
        Assert.Equal(expected, format.Value(new Indicator { Id = "x", PartyId = "KZ", Measure = "x", Date = "2025", Unit = unit, Low = Decimal(low), High = Decimal(high), Qualifier = qualifier }).Replace('−', '-'));
    }

    private static decimal? Decimal(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
