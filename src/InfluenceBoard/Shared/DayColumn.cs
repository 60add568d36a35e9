namespace InfluenceBoard.Shared;

/// <summary>Engagements by one of their bounds, a part for each month. Immutable; a column that follows from another shares the parts in which nothing changed.</summary>
public sealed class DayColumn
{
    /// <summary>The engagements of a month.</summary>
    /// <param name="Traits">Places of their traits.</param>
    /// <param name="Days">Days of the month on which the bound lies.</param>
    /// <param name="Others">Numbers of the days of their other bounds; empty where nobody asks for them.</param>
    public sealed record Part(int[] Traits, byte[] Days, int[] Others);

    private readonly bool isEnd;
    private readonly int[] months;
    private readonly Part[] parts;

    private DayColumn(bool isEnd, SortedDictionary<int, Part> parts) => (this.isEnd, months, this.parts) = (isEnd, [.. parts.Keys], [.. parts.Values]);

    /// <summary>A column as it was kept.</summary>
    internal DayColumn(bool isEnd, int[] months, Part[] parts) => (this.isEnd, this.months, this.parts) = (isEnd, months, parts);

    /// <summary>The months in which any bound lies, the earliest first.</summary>
    public IReadOnlyList<int> Months => months;
    /// <summary>Their engagements.</summary>
    public IReadOnlyList<Part> Parts => parts;

    /// <summary>A column of some engagements.</summary>
    /// <param name="isEnd">Whether by their last days; else by their first.</param>
    public static DayColumn Of(bool isEnd, IReadOnlyList<TalliedLine> lines)
    {
        var counts = new Dictionary<int, int>();
        foreach (var line in lines) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, MonthOf(isEnd, line), out _)++;
        var parts = new SortedDictionary<int, Part>();
        foreach (var (month, count) in counts) parts[month] = new Part(new int[count], new byte[count], isEnd ? new int[count] : []);
        foreach (var line in lines)
        {
            var month = MonthOf(isEnd, line);
            Put(isEnd, parts[month], --counts[month], line);
        }
        return new DayColumn(isEnd, parts);
    }

    /// <summary>The column without some engagements and with others; null when it does not hold what is taken from it.</summary>
    public DayColumn? With(IReadOnlyList<TalliedLine> removed, IReadOnlyList<TalliedLine> added)
    {
        var changed = new SortedDictionary<int, Part>();
        for (var i = 0; i < months.Length; i++) changed.Add(months[i], parts[i]);
        var gone = removed.ToLookup(l => MonthOf(isEnd, l));
        var come = added.ToLookup(l => MonthOf(isEnd, l));
        foreach (var month in gone.Select(g => g.Key).Union(come.Select(g => g.Key)).ToList())
        {
            var counts = new Dictionary<(int, byte, int), int>();
            foreach (var line in gone[month]) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, (line.Trait, DayOf(isEnd, line), isEnd ? line.From : 0), out _)++;
            var old = changed.GetValueOrDefault(month) ?? new Part([], [], []);
            var (left, more) = (old.Traits.Length - gone[month].Count(), come[month].ToList());
            if (left < 0) return null;
            var next = new Part(new int[left + more.Count], new byte[left + more.Count], isEnd ? new int[left + more.Count] : []);
            var at = 0;
            for (var i = 0; i < old.Traits.Length; i++)
            {
                if (counts.Count > 0 && (old.Traits[i], old.Days[i], isEnd ? old.Others[i] : 0) is var key && counts.TryGetValue(key, out var some) && some > 0) { counts[key] = some - 1; continue; }
                if (at == left) return null;
                (next.Traits[at], next.Days[at]) = (old.Traits[i], old.Days[i]);
                if (isEnd) next.Others[at] = old.Others[i];
                at++;
            }
            foreach (var line in more) Put(isEnd, next, at++, line);
            if (at > 0) changed[month] = next;
            else changed.Remove(month);
        }
        return new DayColumn(isEnd, changed);
    }

    /// <summary>The part of a month; null when it has none.</summary>
    public Part? Of(int month) => Array.BinarySearch(months, month) is >= 0 and var place ? parts[place] : null;

    /// <summary>Place of the first month from one on.</summary>
    public int PlaceFrom(int month) => Array.BinarySearch(months, month) is var place && place >= 0 ? place : ~place;

    /// <summary>Adds the engagements of some months to counts by trait. Whether there were any.</summary>
    /// <param name="from">First month.</param>
    /// <param name="until">First month that is no longer counted.</param>
    public bool AddTo(int[] counts, int from, int until)
    {
        var any = false;
        for (var place = PlaceFrom(from); place < months.Length && months[place] < until; place++)
        {
            any = true;
            foreach (var trait in parts[place].Traits) counts[trait]++;
        }
        return any;
    }

    private static int MonthOf(bool isEnd, TalliedLine line) => Tally.MonthOf(DateOnly.FromDayNumber(isEnd ? line.To : line.From));

    private static byte DayOf(bool isEnd, TalliedLine line) => (byte)DateOnly.FromDayNumber(isEnd ? line.To : line.From).Day;

    private static void Put(bool isEnd, Part part, int at, TalliedLine line)
    {
        (part.Traits[at], part.Days[at]) = (line.Trait, DayOf(isEnd, line));
        if (isEnd) part.Others[at] = line.From;
    }
}
