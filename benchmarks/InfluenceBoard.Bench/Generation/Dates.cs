using System.Globalization;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Dates of the same kinds as the seed files' own, spread over fifteen years, later ones more often.</summary>
public static class Dates
{
    /// <summary>The first and the last year.</summary>
    public const int First = 2011, Last = 2025;

    /// <summary>A date as precise, as long and as open as another.</summary>
    public static string Like(ref Rng rng, string text)
    {
        var start = new DateOnly(Math.Min(Last, First + (int)((Last - First + 1) * Math.Sqrt(rng.Share()))), 1 + rng.Below(12), 1 + rng.Below(28));
        if (text.Split('/') is not [var from, var to]) return Point(start, text);
        if (from == "..") return $"../{Point(start, to)}";
        if (to == "..") return $"{Point(start, from)}/..";
        var days = Math.Clamp(Day(to).DayNumber - Day(from).DayNumber, 0, 100);
        return $"{Point(start, from)}/{Point(start.AddDays(days), to)}";
    }

    // 2025-12~ is a month, about.
    private static string Point(DateOnly day, string like)
    {
        var mark = char.IsAsciiDigit(like[^1]) ? "" : like[^1..];
        return day.ToString((like.Length - mark.Length) switch { 4 => "yyyy", 7 => "yyyy-MM", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture) + mark;
    }

    private static DateOnly Day(string text) => Domain.EdtfDate.Parse(text).Earliest;
}
