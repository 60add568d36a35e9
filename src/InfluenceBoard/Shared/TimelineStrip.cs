using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Unit of a timeline's columns.</summary>
public enum TimelineZoom { Year, Month, Day }

/// <summary>A stretch of days that is one column of a timeline: one unit of its zoom, or several in which nothing begins or ends.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Most">Most engagements that any lane has in this column alone; 0 when none.</param>
/// <param name="IsGap">Whether nothing begins or ends in it.</param>
/// <param name="IsBeyond">Whether it lies after today.</param>
/// <param name="IsUnit">Whether it is within one unit of the zoom.</param>
public sealed record TimelineSlot(DateOnly From, DateOnly To, int Most, bool IsGap, bool IsBeyond, bool IsUnit);

/// <summary>Engagements of a lane that can have happened in the same columns.</summary>
/// <param name="First">First column, from 0.</param>
/// <param name="Last">Last column.</param>
/// <param name="From">First day of the first column; null when the dates are open towards the past.</param>
/// <param name="To">Last day of the last column; null when they are open towards the future.</param>
/// <param name="Rows">The engagements, earliest first.</param>
/// <param name="IsRange">Whether the dates are longer than the unit of the zoom, or not known to it.</param>
public sealed record TimelineCell(int First, int Last, DateOnly? From, DateOnly? To, IReadOnlyList<EngagementRow> Rows, bool IsRange)
{
    /// <summary>Line of the lane that it stands on, from 0: units first, then ranges where they are free.</summary>
    public int Line { get; init; }
}

/// <summary>One lane of a timeline.</summary>
/// <param name="PartyId">Whose lane it is; null for the engagements that are in no other lane.</param>
/// <param name="Cells">Its engagements by time; none when nothing is recorded.</param>
public sealed record TimelineLane(string? PartyId, IReadOnlyList<TimelineCell> Cells)
{
    /// <summary>Number of engagements in the lane.</summary>
    public int Count => Cells.Sum(c => c.Rows.Count);
}

/// <summary>Engagements laid out by time and party. Units in which nothing begins or ends are drawn together, so that sparse times take little room.</summary>
public sealed record TimelineStrip(IReadOnlyList<TimelineSlot> Slots, IReadOnlyList<TimelineLane> Lanes)
{
    /// <summary>Whether any column lies after today.</summary>
    public bool HasBeyond => Slots.Any(s => s.IsBeyond);

    /// <summary>Lays engagements out.</summary>
    /// <param name="rows">The engagements.</param>
    /// <param name="parties">Ids of the lanes, in their order; an engagement stands in each lane it belongs to.</param>
    /// <param name="belongs">Whether an engagement belongs to a party's lane.</param>
    /// <param name="today">Last day of the past.</param>
    /// <param name="zoom">Unit of the columns.</param>
    public static TimelineStrip Of(IReadOnlyList<EngagementRow> rows, IReadOnlyList<string> parties, Func<EngagementRow, string, bool> belongs, DateOnly today, TimelineZoom zoom = TimelineZoom.Month)
    {
        if (rows.Count == 0) return new TimelineStrip([], []);
        // What is open towards the future is drawn at least up to today.
        var known = rows.SelectMany(r => new[] { r.Earliest, r.Latest == DateOnly.MaxValue ? today : r.Latest }).Where(d => d != DateOnly.MinValue).ToList();
        var (first, last) = known.Count == 0 ? (today, today) : (known.Min(), known.Max());
        var days = rows.Select(r => (Row: r, From: r.Earliest == DateOnly.MinValue ? first : r.Earliest, To: r.Latest == DateOnly.MaxValue ? last : r.Latest)).ToList();

        var starts = new SortedSet<DateOnly>(days.SelectMany(d => new[] { Start(d.From, zoom), Next(d.To, zoom) }));
        if (last > today && first <= today) starts.Add(today.AddDays(1));
        var edges = starts.ToList();
        int Column(DateOnly day) => edges.FindLastIndex(e => e <= day);
        var placed = days.ConvertAll(d => (d.Row, First: Column(d.From), Last: Column(d.To)));

        var lanes = parties.Select(p => new TimelineLane(p, Cells(r => belongs(r, p)))).Append(new TimelineLane(null, Cells(r => !parties.Any(p => belongs(r, p)))))
            .Where(l => l.PartyId is not null || l.Cells.Count > 0).ToList();
        var slots = edges.Take(edges.Count - 1).Select((from, i) => new TimelineSlot(from, edges[i + 1].AddDays(-1),
            lanes.SelectMany(l => l.Cells).Where(c => c.First == i && c.Last == i).Select(c => c.Rows.Count).DefaultIfEmpty().Max(),
            !placed.Any(p => p.First == i || p.Last == i), from > today, IsWithin(from, edges[i + 1].AddDays(-1), zoom))).ToList();
        return new TimelineStrip(slots, lanes);

        List<TimelineCell> Cells(Func<EngagementRow, bool> isIn) => Stack(
        [
            .. placed.Where(p => isIn(p.Row)).GroupBy(p => (p.First, p.Last, IsOpenBefore: p.Row.Earliest == DateOnly.MinValue, IsOpenAfter: p.Row.Latest == DateOnly.MaxValue))
                .OrderBy(g => g.Key.First).ThenBy(g => g.Key.Last)
                .Select(g => new TimelineCell(g.Key.First, g.Key.Last, g.Key.IsOpenBefore ? null : edges[g.Key.First], g.Key.IsOpenAfter ? null : edges[g.Key.Last + 1].AddDays(-1),
                    [.. g.Select(p => p.Row).OrderBy(r => r.Earliest).ThenBy(r => r.Latest).ThenBy(r => r.Id, StringComparer.Ordinal)],
                    g.Key.IsOpenBefore || g.Key.IsOpenAfter || !IsWithin(edges[g.Key.First], edges[g.Key.Last + 1].AddDays(-1), zoom))),
        ]);
    }

    private static List<TimelineCell> Stack(IEnumerable<TimelineCell> cells)
    {
        var stacked = new List<TimelineCell>();
        foreach (var cell in cells.OrderBy(c => c.IsRange))
        {
            // Ranges never share a line with units: a full unit would stretch it.
            var line = cell.IsRange && stacked.Any(c => !c.IsRange) ? 1 : 0;
            while (stacked.Any(c => c.Line == line && c.First <= cell.Last && c.Last >= cell.First)) line++;
            stacked.Add(cell with { Line = line });
        }
        return stacked;
    }

    private static bool IsWithin(DateOnly from, DateOnly to, TimelineZoom zoom) => Start(from, zoom) == Start(to, zoom);

    private static DateOnly Start(DateOnly d, TimelineZoom zoom) => zoom switch { TimelineZoom.Year => new(d.Year, 1, 1), TimelineZoom.Month => new(d.Year, d.Month, 1), _ => d };

    // First day of the next unit. The calendar ends with the year 9999, which no date reaches: an open end is drawn up to today.
    private static DateOnly Next(DateOnly d, TimelineZoom zoom) => zoom switch { TimelineZoom.Year => Start(d, zoom).AddYears(1), TimelineZoom.Month => Start(d, zoom).AddMonths(1), _ => d.AddDays(1) };
}
