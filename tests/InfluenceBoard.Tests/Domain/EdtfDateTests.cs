using System.Globalization;
using CsCheck;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Tests.Domain;

public sealed class EdtfDateTests
{
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2025-12-06", "2025-12-06", "2025-12-06")] // radar lock-on near Okinawa
    [InlineData("2025-11", "2025-11-01", "2025-11-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2025-XX", "2025-01-01", "2025-12-31")]
    [InlineData("2025-12-XX", "2025-12-01", "2025-12-31")]
    [InlineData("202X", "2020-01-01", "2029-12-31")]
    [InlineData("20XX", "2000-01-01", "2099-12-31")]
    [InlineData("2025-21", "2025-03-01", "2025-05-31")]
    [InlineData("2025-24", "2025-12-01", "2026-02-28")]
    [InlineData("2025-12-19/2025-12-20", "2025-12-19", "2025-12-20")] // Tokyo summit
    [InlineData("2025-12-30/2026-01", "2025-12-30", "2026-01-31")]
    public void Parse_StatedDate_BoundsAreItsFirstAndLastDay(string text, string earliest, string latest)
    {
        var date = EdtfDate.Parse(text);
        Assert.Equal((text, Day(earliest), Day(latest), false), (date.Text, date.Earliest, date.Latest, date.IsApproximate));
    }

    [Theory]
    [InlineData("2025-12-06~", "2025-12-05", "2025-12-07")]
    [InlineData("2025-12~", "2025-11-01", "2026-01-31")]
    [InlineData("2025-02?", "2025-01-01", "2025-03-31")]
    [InlineData("2024-03~", "2024-02-01", "2024-04-30")]
    [InlineData("2025%", "2024-01-01", "2026-12-31")]
    [InlineData("2025-22~", "2025-03-01", "2025-11-30")]
    [InlineData("2025-12-08~/2025-12-10", "2025-12-07", "2025-12-10")]
    public void Parse_ApproximateDate_BoundsWidenByOneOfItsOwnUnit(string text, string earliest, string latest)
    {
        var date = EdtfDate.Parse(text);
        Assert.Equal((Day(earliest), Day(latest), true), (date.Earliest, date.Latest, date.IsApproximate));
    }

    [Fact]
    public void Parse_ApproximateDate_KeepsWhatWasStated() => Assert.Equal(Day("2025-12-01"), EdtfDate.Parse("2025-12~").Start.Stated);

    [Theory]
    [InlineData("../2025-12-10", "0001-01-01", "2025-12-10")]
    [InlineData("/2025-12-10", "0001-01-01", "2025-12-10")]
    [InlineData("2025-12/..", "2025-12-01", "9999-12-31")]
    [InlineData("2025-12/", "2025-12-01", "9999-12-31")]
    public void Parse_OpenInterval_IsUnboundedOnThatSide(string text, string earliest, string latest)
    {
        var date = EdtfDate.Parse(text);
        Assert.Equal((Day(earliest), Day(latest), true), (date.Earliest, date.Latest, date.IsInterval));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("2025-25")]
    [InlineData("2025-21-01")]
    [InlineData("2025-02-29")]
    [InlineData("2025-12-32")]
    [InlineData("2025-XX-06")]
    [InlineData("202X-12")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("25-12-06")]
    [InlineData("2025/12/06")]
    [InlineData("2025-12-20/2025-12-19")]
    [InlineData("../..")]
    [InlineData("..")]
    [InlineData("2025-12-06 ")]
    [InlineData("２０２５-12")]
    [InlineData("0001~")]
    [InlineData("0001-01-01~")]
    [InlineData("000X")]
    [InlineData("999X~")]
    [InlineData("99XX~")]
    [InlineData("2025-12-06~?")]
    [InlineData("December 2025")]
    [InlineData("2025年12月")]
    public void TryParse_NotAnAcceptedForm_IsNull(string? text) => Assert.Null(EdtfDate.TryParse(text));

    [Fact]
    public void Parse_NotAnAcceptedForm_SaysWhatIsAccepted() => Assert.Contains("2025-12-08/2025-12-10", Assert.Throws<FormatException>(() => EdtfDate.Parse("soon")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025-12-08/2025-12-10", "2025-12-10", "2025-12-31", true)]
    [InlineData("2025-12-08/2025-12-10", "2025-12-11", "2025-12-31", false)]
    [InlineData("2025-12-08/2025-12-10", "2025-12-01", "2025-12-08", true)]
    [InlineData("2025-12-08/2025-12-10", "2025-12-01", "2025-12-07", false)]
    [InlineData("2025-12", "2025-12-15", "2025-12-15", true)]
    [InlineData("2025-12-06", null, "2025-12-06", true)]
    [InlineData("2025-12-06", "2025-12-06", null, true)]
    [InlineData("2025-12-06", null, null, true)]
    [InlineData("2025-12/..", "2099-01-01", null, true)]
    public void Overlaps_Range_HoldsWhenAnyDayCanBeInIt(string text, string? from, string? to, bool expected) =>
        Assert.Equal(expected, EdtfDate.Parse(text).Overlaps(from is null ? null : Day(from), to is null ? null : Day(to)));

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndNeverTurnsBoundsAround() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-/~?%X."], 0, 24]).Sample(text => EdtfDate.TryParse(text) is not { } date || date.Earliest <= date.Latest);

    [Fact]
    public void Parse_AnyDay_RoundTrips() =>
        Gen.Int[1, 3_000_000].Select(DateOnly.FromDayNumber).Where(d => d.Year < 9999).Sample(day =>
        {
            var date = EdtfDate.Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return date.Earliest == day && date.Latest == day && date.Overlaps(day, day);
        });
}
