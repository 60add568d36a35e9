using System.Globalization;

namespace InfluenceBoard.Shared;

/// <summary>A moment of knowledge, as addresses name it: a day, which means its end, or an instant (UTC).</summary>
public readonly record struct Moment
{
    private const string DayForm = "yyyy-MM-dd", SecondForm = "yyyy-MM-dd'T'HH:mm:ss'Z'", MillisecondForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly string[] Forms = [.. new[] { "", ":ss", ":ss.f", ":ss.ff", ":ss.fff" }.SelectMany(s => new[] { "yyyy-MM-dd'T'HH:mm" + s + "'Z'", "yyyy-MM-dd'T'HH:mm" + s + "zzz" })];

    /// <summary>The end of a day (UTC).</summary>
    public Moment(DateOnly day)
    {
        Day = day;
        Instant = new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
    }

    /// <summary>An instant, to the millisecond.</summary>
    public Moment(DateTimeOffset instant) => Instant = DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    /// <summary>The instant at which versions are read (UTC).</summary>
    public DateTimeOffset Instant { get; }
    /// <summary>The day, where no time of it is named.</summary>
    public DateOnly? Day { get; }

    /// <summary>Reads <c>2026-01-15</c>, <c>2026-01-15T10:30Z</c>, <c>2026-01-15T10:30:05.123+09:00</c>; null for anything else. A space stands for the plus that it was in an address.</summary>
    public static Moment? TryParse(string text)
    {
        if (DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new Moment(day);
        return DateTimeOffset.TryParseExact(text.Replace(' ', '+'), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? new Moment(instant) : null;
    }

    /// <summary>The moment for headers, which know whole seconds: the first that is not before it, so that who asks for that time gets what the moment says.</summary>
    public static string Header(DateTimeOffset instant) => new DateTimeOffset((instant.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero).ToString("r", CultureInfo.InvariantCulture);

    /// <summary>The one form in which addresses carry it: <c>2026-01-15</c>, <c>2026-01-15T10:30:00Z</c>, milliseconds only where there are any.</summary>
    public override string ToString() => Day is { } day ? day.ToString(DayForm, CultureInfo.InvariantCulture)
        : Instant.UtcDateTime.ToString(Instant.Millisecond == 0 ? SecondForm : MillisecondForm, CultureInfo.InvariantCulture);
}
