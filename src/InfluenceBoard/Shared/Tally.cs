using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace InfluenceBoard.Shared;

/// <summary>How far the board had come when a tally was read: a change is known by its number and by what it did, so that one which went on afterwards is not taken for read.</summary>
/// <param name="Number">Number of the last change.</param>
/// <param name="Opened">Lines that it began.</param>
/// <param name="Closed">Lines that it ended.</param>
public readonly record struct TallyMark(long Number, int Opened, int Closed);

/// <summary>The board at one moment as numbers: which traits engagements have on which days, and what their amounts add to sums. Answers how many pass any filter without reading them. Immutable.</summary>
public sealed class Tally
{
    // Arrays of a board's whole traits are dear: no more than this many boundaries of ranges are kept beside those of years.
    private const int MostBoundaries = 64;

    // Engagements on days that are read as one.
    private const int Many = 500;

    // Engagements of each trait that ended before a year, and that begin after it; the years as in Years, from the first on, and one more.
    private readonly int[][] endedBefore, begunAfter;
    private readonly int firstYear;
    private readonly ConcurrentDictionary<(bool IsEnd, int Month), int[]> boundaries = new();

    private Tally(TallyMark mark, TraitBook book, DayColumn ends, DayColumn begins, int[] all, MoneyTally money)
    {
        (Mark, Book, Ends, Begins, All, Money) = (mark, book, ends, begins, all, money);
        Total = all.Sum();
        // Open ends are no year.
        var named = ends.Months.Concat(begins.Months).Select(m => m / 12).Where(y => y > DateOnly.MinValue.Year && y < DateOnly.MaxValue.Year).Distinct().ToList();
        Years = named.Count == 0 ? [] : [.. Enumerable.Range(named.Min(), named.Max() - named.Min() + 1).Reverse()];
        firstYear = named.Count == 0 ? 1 : named.Min();
        // Years in which nothing ends share the counts of the year before.
        endedBefore = new int[Years.Count + 1][];
        begunAfter = new int[Years.Count + 1][];
        endedBefore[0] = new int[book.Count];
        ends.AddTo(endedBefore[0], 0, firstYear * 12);
        for (var i = 1; i <= Years.Count; i++) endedBefore[i] = Plus(endedBefore[i - 1], ends, (firstYear + i - 1) * 12);
        begunAfter[^1] = new int[book.Count];
        begins.AddTo(begunAfter[^1], (firstYear + Years.Count) * 12, int.MaxValue);
        for (var i = Years.Count - 1; i >= 0; i--) begunAfter[i] = Plus(begunAfter[i + 1], begins, (firstYear + i) * 12);

        static int[] Plus(int[] counts, DayColumn column, int year)
        {
            if (column.PlaceFrom(year) == column.PlaceFrom(year + 12)) return counts;
            int[] more = [.. counts];
            column.AddTo(more, year, year + 12);
            return more;
        }
    }

    // The same years and traits: what was counted before is counted on.
    private Tally(TallyMark mark, Tally before, DayColumn ends, DayColumn begins, int[] all, MoneyTally money, int[][] endedBefore, int[][] begunAfter) =>
        (Mark, Book, Ends, Begins, All, Total, Money, Years, firstYear, this.endedBefore, this.begunAfter) = (mark, before.Book, ends, begins, all, all.Sum(), money, before.Years, before.firstYear, endedBefore, begunAfter);

    /// <summary>The tally of some engagements.</summary>
    public static Tally Of(TallyMark mark, TraitBook book, IReadOnlyList<TalliedLine> lines, MoneyTally money) => Of(mark, book, DayColumn.Of(true, lines), DayColumn.Of(false, lines), money);

    /// <summary>The tally of columns.</summary>
    internal static Tally Of(TallyMark mark, TraitBook book, DayColumn ends, DayColumn begins, MoneyTally money)
    {
        var all = new int[book.Count];
        ends.AddTo(all, 0, int.MaxValue);
        return new Tally(mark, book, ends, begins, all, money);
    }

    /// <summary>The tally without some engagements and with others; null when it does not hold what is taken from it.</summary>
    /// <param name="mark">How far the board has come.</param>
    /// <param name="book">The book, with whatever traits came since.</param>
    public Tally? With(TallyMark mark, TraitBook book, IReadOnlyList<TalliedLine> removed, IReadOnlyList<TalliedLine> added, MoneyTally money)
    {
        if (Ends.With(removed, added) is not { } ends || Begins.With(removed, added) is not { } begins) return null;
        var all = new int[book.Count];
        All.CopyTo(all, 0);
        foreach (var line in removed) all[line.Trait]--;
        foreach (var line in added) all[line.Trait]++;
        var years = ends.Months.Concat(begins.Months).Select(m => m / 12).Where(y => y > DateOnly.MinValue.Year && y < DateOnly.MaxValue.Year);
        if (book.Count != Book.Count || Years.Count == 0 || years.Any(y => y < firstYear || y > Years[0]) || !years.Contains(firstYear) || !years.Contains(Years[0])) return new Tally(mark, book, ends, begins, all, money);
        return new Tally(mark, this, ends, begins, all, money,
            Moved(endedBefore, (line, i) => line.To < new DateOnly(Math.Min(firstYear + i, 9999), 1, 1).DayNumber), Moved(begunAfter, (line, i) => line.From >= new DateOnly(Math.Min(firstYear + i, 9999), 1, 1).DayNumber));

        int[][] Moved(int[][] counted, Func<TalliedLine, int, bool> isIn)
        {
            var moved = new int[counted.Length][];
            for (var i = 0; i < counted.Length; i++)
            {
                var (gone, come) = (removed.Where(l => isIn(l, i)).ToList(), added.Where(l => isIn(l, i)).ToList());
                // What takes the place of its like moves nothing.
                if (gone.Select(l => l.Trait).Order().SequenceEqual(come.Select(l => l.Trait).Order())) { moved[i] = counted[i]; continue; }
                moved[i] = [.. counted[i]];
                foreach (var line in gone) moved[i][line.Trait]--;
                foreach (var line in come) moved[i][line.Trait]++;
            }
            return moved;
        }
    }

    /// <summary>The change whose board it is.</summary>
    public TallyMark Mark { get; }
    /// <summary>The traits that its places mean.</summary>
    public TraitBook Book { get; }
    /// <summary>The amounts.</summary>
    public MoneyTally Money { get; }
    /// <summary>Engagements of each trait.</summary>
    public int[] All { get; }
    /// <summary>Number of engagements.</summary>
    public int Total { get; }
    /// <summary>Years in which something can have happened, the latest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Engagements by their last days.</summary>
    internal DayColumn Ends { get; }
    /// <summary>Engagements by their first days.</summary>
    internal DayColumn Begins { get; }

    /// <summary>Number of a month, counted from the beginning of the calendar.</summary>
    public static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    /// <summary>Engagements of each trait that can have happened in a range of days.</summary>
    public int[] Within(DateOnly? first, DateOnly? last)
    {
        if (first is null && last is null) return All;
        var within = (int[])All.Clone();
        // What ended before and what begins after are never the same: a range ends after it begins.
        if (first is { } from)
        {
            Subtract(within, EndedBefore(MonthOf(from)));
            if (from.Day > 1 && Ends.Of(MonthOf(from)) is { } cut)
                for (var i = 0; i < cut.Days.Length; i++)
                    if (cut.Days[i] < from.Day) within[cut.Traits[i]]--;
        }
        if (last is { } to)
        {
            Subtract(within, BegunAfter(MonthOf(to)));
            if (Begins.Of(MonthOf(to)) is { } cut)
                for (var i = 0; i < cut.Days.Length; i++)
                    if (cut.Days[i] > to.Day) within[cut.Traits[i]]--;
        }
        return within;
    }

    /// <summary>The days in which some of the wanted engagements lie, by their last days, in the order in which they are read: a day on which there are many stands alone. And how many to pass over in the first of them.</summary>
    /// <param name="passes">Whether a trait is wanted, by its place.</param>
    /// <param name="from">First day on which they can have happened.</param>
    /// <param name="to">Last day.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many are wanted.</param>
    /// <param name="isAscending">Whether the earliest come first.</param>
    public (IReadOnlyList<DayWindow> Days, int Skip) Windows(bool[] passes, DateOnly? from, DateOnly? to, int skip, int take, bool isAscending)
    {
        int begin = from?.DayNumber ?? int.MinValue, end = to?.DayNumber ?? int.MaxValue;
        var windows = new List<DayWindow>();
        var wanted = 0;
        Span<int> wantedOn = stackalloc int[32], allOn = stackalloc int[32];
        var least = from is { } f ? Ends.PlaceFrom(MonthOf(f)) : 0;
        for (var n = least; n < Ends.Months.Count; n++)
        {
            var place = isAscending ? n : Ends.Months.Count - 1 - (n - least);
            var (part, first) = (Ends.Parts[place], new DateOnly(Ends.Months[place] / 12, Ends.Months[place] % 12 + 1, 1));
            wantedOn.Clear();
            allOn.Clear();
            var inMonth = 0;
            for (var i = 0; i < part.Traits.Length; i++)
            {
                var day = part.Days[i];
                allOn[day]++;
                if (!passes[part.Traits[i]] || first.DayNumber + day - 1 < begin || part.Others[i] > end) continue;
                wantedOn[day]++;
                inMonth++;
            }
            if (windows.Count == 0 && skip >= inMonth) { skip -= inMonth; continue; }
            for (var d = 1; d <= 31; d++)
            {
                var on = isAscending ? d : 32 - d;
                if (wantedOn[on] == 0) continue;
                if (windows.Count == 0 && skip >= wantedOn[on]) { skip -= wantedOn[on]; continue; }
                var day = first.AddDays(on - 1);
                if (windows is [.., var last] && last.All + allOn[on] <= Many && Math.Abs(day.DayNumber - (isAscending ? last.Last : last.First).DayNumber) == 1)
                    windows[^1] = new DayWindow(isAscending ? last.First : day, isAscending ? day : last.Last, last.Wanted + wantedOn[on], last.All + allOn[on]);
                else windows.Add(new DayWindow(day, day, wantedOn[on], allOn[on]));
                wanted += wantedOn[on];
                if (wanted >= skip + take) return (windows, skip);
            }
        }
        return (windows, skip);
    }

    /// <summary>Engagements of some traits that can have begun up to one day and go on until another that comes after it, or longer.</summary>
    /// <param name="passes">Whether a trait is wanted, by its place.</param>
    public int CountAcross(bool[] passes, DateOnly begun, DateOnly until)
    {
        var count = 0;
        for (var place = Ends.PlaceFrom(MonthOf(until)); place < Ends.Months.Count; place++)
        {
            var (part, least) = (Ends.Parts[place], Ends.Months[place] == MonthOf(until) ? until.Day : 1);
            for (var i = 0; i < part.Traits.Length; i++)
                if (passes[part.Traits[i]] && part.Days[i] >= least && part.Others[i] <= begun.DayNumber) count++;
        }
        return count;
    }

    /// <summary>Places of the wanted traits that engagements have whose last day lies in some days.</summary>
    public IReadOnlyCollection<int> TraitsOf(DayWindow days, bool[] passes)
    {
        var found = new HashSet<int>();
        for (var place = Ends.PlaceFrom(MonthOf(days.First)); place < Ends.Months.Count && Ends.Months[place] <= MonthOf(days.Last); place++)
        {
            var (part, first) = (Ends.Parts[place], new DateOnly(Ends.Months[place] / 12, Ends.Months[place] % 12 + 1, 1).DayNumber - 1);
            for (var i = 0; i < part.Traits.Length; i++)
                if (passes[part.Traits[i]] && first + part.Days[i] >= days.First.DayNumber && first + part.Days[i] <= days.Last.DayNumber) found.Add(part.Traits[i]);
        }
        return found;
    }

    /// <summary>Engagements of some traits by year, the latest year first. An engagement stands in every year in which it can have happened; one that is open towards past or future in those up to the last that is named.</summary>
    /// <param name="mask">All bits set for the traits that are counted, none for the others, by place.</param>
    public List<(string Word, int Count)> CountYears(int[] mask)
    {
        if (Years.Count == 0) return [];
        var all = Sum(All, mask);
        int[] ended = Sums(endedBefore), begun = Sums(begunAfter);
        // Something begins or ends in a year that is named.
        bool IsNamed(int i) => ended[i + 1] > ended[i] || begun[i] > begun[i + 1];
        var (first, last) = (0, Years.Count - 1);
        while (first <= last && !IsNamed(first)) first++;
        while (last >= first && !IsNamed(last)) last--;
        var counted = new List<(string, int)>();
        for (var i = last; i >= first; i--) counted.Add(((firstYear + i).ToString(CultureInfo.InvariantCulture), all - ended[i] - begun[i + 1]));
        return counted;

        int[] Sums(int[][] counts)
        {
            var sums = new int[counts.Length];
            for (var i = 0; i < sums.Length; i++) sums[i] = i > 0 && ReferenceEquals(counts[i], counts[i - 1]) ? sums[i - 1] : Sum(counts[i], mask);
            return sums;
        }
    }

    /// <summary>In what this tally and another of the same moment differ; nothing when both say the same.</summary>
    public IEnumerable<string> Differences(Tally other)
    {
        if (!Book.Traits.AsSpan().SequenceEqual(other.Book.Traits) || !Book.Rests.AsSpan().SequenceEqual(other.Book.Rests)) yield return "The sets of traits differ.";
        foreach (var month in Ends.Months.Union(other.Ends.Months).Order())
            if (!Lines(Ends.Of(month)).SequenceEqual(Lines(other.Ends.Of(month)))) yield return string.Create(CultureInfo.InvariantCulture, $"The engagements that end in {month / 12}-{month % 12 + 1:00} differ.");
        foreach (var month in Begins.Months.Union(other.Begins.Months).Order())
            if (!Lines(Begins.Of(month)).SequenceEqual(Lines(other.Begins.Of(month)))) yield return string.Create(CultureInfo.InvariantCulture, $"The engagements that begin in {month / 12}-{month % 12 + 1:00} differ.");
        if (!All.AsSpan().SequenceEqual(other.All) || !Years.SequenceEqual(other.Years) || endedBefore.Length != other.endedBefore.Length
            || endedBefore.Concat(begunAfter).Zip(other.endedBefore.Concat(other.begunAfter)).Any(c => !c.First.AsSpan().SequenceEqual(c.Second))) yield return "The counts by traits and years differ.";
        foreach (var difference in Money.Differences(other.Money)) yield return difference;

        static IEnumerable<(int, byte, int)> Lines(DayColumn.Part? part) => part is null ? [] : part.Traits.Select((t, i) => (t, part.Days[i], part.Others.Length == 0 ? 0 : part.Others[i])).Order();
    }

    /// <summary>Adds up counts where a mask has all bits set.</summary>
    internal static int Sum(int[] counts, int[] mask)
    {
        var (sums, i, sum) = (Vector<int>.Zero, 0, 0);
        for (; i <= counts.Length - Vector<int>.Count; i += Vector<int>.Count) sums += new Vector<int>(counts, i) & new Vector<int>(mask, i);
        for (; i < counts.Length; i++) sum += counts[i] & mask[i];
        return sum + Vector.Sum(sums);
    }

    private static void Subtract(int[] from, int[] what)
    {
        var i = 0;
        for (; i <= what.Length - Vector<int>.Count; i += Vector<int>.Count) (new Vector<int>(from, i) - new Vector<int>(what, i)).CopyTo(from, i);
        for (; i < what.Length; i++) from[i] -= what[i];
    }

    // How many of each trait ended before a month.
    private int[] EndedBefore(int month)
    {
        var year = Math.Clamp(month / 12, firstYear, firstYear + Years.Count);
        if (month < firstYear * 12) return Boundary(true, month, null, 0, month);
        return month == year * 12 ? endedBefore[year - firstYear] : Boundary(true, month, endedBefore[year - firstYear], year * 12, month);
    }

    // How many of each trait begin after a month.
    private int[] BegunAfter(int month)
    {
        // The first month of which what begins is counted, and the beginning of the year that follows.
        var from = month + 1;
        var year = Math.Clamp((from + 11) / 12, firstYear, firstYear + Years.Count);
        if (from > (firstYear + Years.Count) * 12) return Boundary(false, month, null, from, int.MaxValue);
        return from == year * 12 ? begunAfter[year - firstYear] : Boundary(false, month, begunAfter[year - firstYear], from, year * 12);
    }

    private int[] Boundary(bool isEnd, int month, int[]? known, int from, int until)
    {
        if (boundaries.TryGetValue((isEnd, month), out var kept)) return kept;
        int[] made = known is null ? new int[All.Length] : [.. known];
        (isEnd ? Ends : Begins).AddTo(made, from, until);
        if (boundaries.Count >= MostBoundaries) boundaries.Clear();
        return boundaries[(isEnd, month)] = made;
    }
}
