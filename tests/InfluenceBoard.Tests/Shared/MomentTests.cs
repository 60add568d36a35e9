using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Moments as addresses name them.</summary>
public sealed class MomentTests
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-15", "2026-01-15T23:59:59.999Z")]
    [InlineData("2026-01-15T10:30Z", "2026-01-15T10:30:00Z", "2026-01-15T10:30:00.000Z")]
    [InlineData("2026-01-15T10:30:05Z", "2026-01-15T10:30:05Z", "2026-01-15T10:30:05.000Z")]
    [InlineData("2026-01-15T10:30:05.12Z", "2026-01-15T10:30:05.120Z", "2026-01-15T10:30:05.120Z")]
    [InlineData("2026-01-15T10:30:05+09:00", "2026-01-15T01:30:05Z", "2026-01-15T01:30:05.000Z")]
    [InlineData("2026-01-15T10:30 09:00", "2026-01-15T01:30:00Z", "2026-01-15T01:30:00.000Z")]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-01T23:59:59.999Z")]
    public void TryParse_DayOrTime_HasOneFormAndOneInstant(string text, string form, string instant)
    {
        var moment = Moment.TryParse(text);
        Assert.Equal(form, moment?.ToString());
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(), moment?.Instant.ToUnixTimeMilliseconds());
        Assert.Equal(form, Moment.TryParse(form)?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-01-15T10:30")]
    [InlineData("2026-01-15T25:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2026-01-15T10:30:05.1234Z")]
    [InlineData("２０２６-01-15")]
    public void TryParse_AnythingElse_IsNoMoment(string text) => Assert.Null(Moment.TryParse(text));
}
