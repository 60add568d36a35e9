using System.Globalization;

namespace InfluenceBoard.Domain;

/// <summary>A date as precise as it is known: Extended Date/Time Format (ISO 8601-2), level 1, days and coarser.
/// Keeps the text and the earliest and latest day that it can mean.</summary>
/// <remarks>Accepted: <c>2025</c>, <c>2025-12</c>, <c>2025-12-06</c>, each with <c>~</c> (about), <c>?</c> (uncertain) or <c>%</c> (both);
/// unspecified digits <c>202X</c>, <c>20XX</c>, <c>2025-XX</c>, <c>2025-12-XX</c>; seasons <c>2025-21</c> (spring) to <c>2025-24</c> (winter);
/// intervals <c>a/b</c>, open ones with <c>..</c>, and unknown ends left empty. "About" widens the bounds by one unit of the date's own precision,
/// so that a filter finds the record next to where it was thought to be.</remarks>
public sealed record EdtfDate
{
    /// <summary>The text as written.</summary>
    public required string Text { get; init; }
    /// <summary>First day it can mean; <see cref="DateOnly.MinValue"/> when open.</summary>
    public required DateOnly Earliest { get; init; }
    /// <summary>Last day it can mean; <see cref="DateOnly.MaxValue"/> when open.</summary>
    public required DateOnly Latest { get; init; }
    /// <summary>The first (or only) point.</summary>
    public required EdtfPoint Start { get; init; }
    /// <summary>The last point of an interval, else null.</summary>
    public EdtfPoint? End { get; init; }

    /// <summary>Whether it states two ends.</summary>
    public bool IsInterval => End is not null;

    /// <summary>Whether any part is marked about or uncertain.</summary>
    public bool IsApproximate => Start.IsApproximate || End is { IsApproximate: true };

    /// <summary>Parses a text.</summary>
    /// <exception cref="FormatException">The text is not EDTF of the accepted forms; the message says what is accepted.</exception>
    public static EdtfDate Parse(string text) => TryParse(text) ?? throw new FormatException(
        $"'{text}' is not an EDTF date. Accepted are 2025, 2025-12, 2025-12-06, each with ~ or ?, 2025-12-XX, and two of them joined by '/', such as 2025-12-08/2025-12-10 or 2025-12/..");

    /// <summary>Parses a text, or returns null when it is not EDTF of the accepted forms.</summary>
    public static EdtfDate? TryParse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!text.Contains('/'))
            return EdtfPoint.TryParse(text) is { IsOpen: false } point
                ? new EdtfDate { Text = text, Start = point, Earliest = point.Earliest, Latest = point.Latest } : null;
        var parts = text.Split('/');
        if (parts.Length != 2 || EdtfPoint.TryParse(parts[0]) is not { } start || EdtfPoint.TryParse(parts[1]) is not { } end) return null;
        if (start.IsOpen && end.IsOpen) return null;
        var earliest = start.IsOpen ? DateOnly.MinValue : start.Earliest;
        var latest = end.IsOpen ? DateOnly.MaxValue : end.Latest;
        return earliest > latest ? null : new EdtfDate { Text = text, Start = start, End = end, Earliest = earliest, Latest = latest };
    }

    /// <summary>Whether the date can fall into a range of days; a null end is open.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) => (from is null || Latest >= from) && (to is null || Earliest <= to);
}

/// <summary>One point of an <see cref="EdtfDate"/>.</summary>
/// <param name="Precision">Smallest unit stated.</param>
/// <param name="Earliest">First day it can mean.</param>
/// <param name="Latest">Last day it can mean.</param>
/// <param name="IsApproximate">Marked <c>~</c>, <c>?</c> or <c>%</c>.</param>
/// <param name="IsOpen">An open or unknown end of an interval.</param>
/// <param name="Stated">First day of the stated unit itself, not widened by "about".</param>
public sealed record EdtfPoint(EdtfPrecision Precision, DateOnly Earliest, DateOnly Latest, bool IsApproximate, bool IsOpen, DateOnly Stated)
{
    private static readonly EdtfPoint Open = new(EdtfPrecision.Day, DateOnly.MinValue, DateOnly.MaxValue, false, true, DateOnly.MinValue);

    internal static EdtfPoint? TryParse(string text)
    {
        if (text is "" or "..") return Open;
        var about = text[^1] is '~' or '?' or '%';
        var rest = text.AsSpan(0, text.Length - (about ? 1 : 0));
        if (rest.Length is not (4 or 7 or 10) || rest.Length > 4 && rest[4] != '-' || rest.Length > 7 && rest[7] != '-') return null;
        ReadOnlySpan<char> year = rest[..4], month = rest.Length > 4 ? rest[5..7] : [], day = rest.Length > 7 ? rest[8..] : [];
        if (year.TrimEnd('X') is not { Length: >= 2 } digits || !AreDigits(digits) || !IsUnit(month) || !IsUnit(day) || Span(year, month, day) is not var (precision, first, last)) return null;
        var (earliest, latest) = about ? (Step(first, precision, -1), Step(last, precision, +1)) : (first, last);
        return earliest is { } from && latest is { } to ? new EdtfPoint(precision, from, to, about, false, first) : null;
    }

    // Two digits, or two that are not specified, or none at all.
    private static bool IsUnit(ReadOnlySpan<char> text) => text is "" or "XX" || AreDigits(text);

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static (EdtfPrecision, DateOnly, DateOnly)? Span(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        if (year.Contains('X'))
        {
            if (month is not "") return null;
            var low = int.Parse(year.ToString().Replace('X', '0'), CultureInfo.InvariantCulture);
            var high = int.Parse(year.ToString().Replace('X', '9'), CultureInfo.InvariantCulture);
            return low < 1 ? null : (high - low > 9 ? EdtfPrecision.Century : EdtfPrecision.Decade, new DateOnly(low, 1, 1), new DateOnly(high, 12, 31));
        }
        var y = int.Parse(year, CultureInfo.InvariantCulture);
        if (y is < 1 or > 9998) return null;
        if (month is "" or "XX") return day is "" or "XX" ? (EdtfPrecision.Year, new DateOnly(y, 1, 1), new DateOnly(y, 12, 31)) : null;
        var m = int.Parse(month, CultureInfo.InvariantCulture);
        if (m is >= 21 and <= 24)
        {
            if (day is not "") return null;
            var start = new DateOnly(y, 3, 1).AddMonths(3 * (m - 21));
            return (EdtfPrecision.Season, start, start.AddMonths(3).AddDays(-1));
        }
        if (m is < 1 or > 12) return null;
        if (day is "" or "XX") return (EdtfPrecision.Month, new DateOnly(y, m, 1), new DateOnly(y, m, DateTime.DaysInMonth(y, m)));
        var d = int.Parse(day, CultureInfo.InvariantCulture);
        if (d < 1 || d > DateTime.DaysInMonth(y, m)) return null;
        return (EdtfPrecision.Day, new DateOnly(y, m, d), new DateOnly(y, m, d));
    }

    // One unit of the date's own precision; null beyond the calendar.
    private static DateOnly? Step(DateOnly date, EdtfPrecision precision, int sign)
    {
        if (precision == EdtfPrecision.Day) return date.DayNumber + sign is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
        var months = sign * (precision switch { EdtfPrecision.Month => 1, EdtfPrecision.Season => 3, EdtfPrecision.Year => 12, EdtfPrecision.Decade => 120, _ => 1200 });
        if (date.Year * 12 + date.Month + months is < 13 or > 9998 * 12) return null;
        // A last day of a month stays one.
        return sign < 0 ? date.AddMonths(months) : date.AddDays(1).AddMonths(months).AddDays(-1);
    }
}

/// <summary>Smallest unit that an <see cref="EdtfPoint"/> states.</summary>
public enum EdtfPrecision { Day, Month, Season, Year, Decade, Century }
