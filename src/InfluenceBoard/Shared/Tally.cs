using System.Collections.Concurrent;
using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>The board at one moment as numbers: how many engagements have which traits in which months. Answers how many pass any filter without reading them, in a time that grows with how
/// different they are and not with how many. Immutable.</summary>
public sealed class Tally
{
    // Arrays of a board's whole traits are dear: no more than this many boundaries of ranges are kept.
    private const int MostBoundaries = 256;

    private readonly int[] traits, from, to, counts;
    private readonly ConcurrentDictionary<(bool IsEnd, int Month), int[]> boundaries = new();

    /// <param name="number">Number of the change whose board it is.</param>
    /// <param name="book">The traits.</param>
    /// <param name="money">The amounts.</param>
    /// <param name="entries">Engagements by place of their traits in the book and by the months of their bounds (<see cref="MonthOf"/>).</param>
    public Tally(long number, TraitBook book, IEnumerable<(int Trait, int From, int To, int Count)> entries, MoneyTally money)
    {
        Number = number;
        Book = book;
        Money = money;
        var sorted = entries.OrderByDescending(e => e.To).ThenByDescending(e => e.From).ToList();
        traits = [.. sorted.Select(e => e.Trait)];
        from = [.. sorted.Select(e => e.From)];
        to = [.. sorted.Select(e => e.To)];
        counts = [.. sorted.Select(e => e.Count)];
        All = new int[book.Count];
        for (var i = 0; i < traits.Length; i++) All[traits[i]] += counts[i];
        // Open ends are no year.
        var named = from.Concat(to).Where(m => m / 12 > DateOnly.MinValue.Year && m / 12 < DateOnly.MaxValue.Year).Select(m => m / 12).ToList();
        Years = named.Count == 0 ? [] : [.. Enumerable.Range(named.Min(), named.Max() - named.Min() + 1).Reverse()];
    }

    /// <summary>Number of the change whose board it is.</summary>
    public long Number { get; }
    /// <summary>The traits that its places mean.</summary>
    public TraitBook Book { get; }
    /// <summary>The amounts.</summary>
    public MoneyTally Money { get; }
    /// <summary>Engagements of each trait.</summary>
    public int[] All { get; }
    /// <summary>Years in which something can have happened, the latest first.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>Number of a month, counted from the beginning of the calendar.</summary>
    public static int MonthOf(DateOnly day) => day.Year * 12 + day.Month - 1;

    /// <summary>First day of a month.</summary>
    public static DateOnly FirstOf(int month) => new(month / 12, month % 12 + 1, 1);

    /// <summary>Last day of a month.</summary>
    public static DateOnly LastOf(int month) => FirstOf(month).AddDays(DateTime.DaysInMonth(month / 12, month % 12 + 1) - 1);

    /// <summary>Engagements of each trait that can have happened in a range of whole months.</summary>
    public int[] Within(int? first, int? last)
    {
        var within = (int[])All.Clone();
        // What ended before and what begins after are never the same: a range ends after it begins.
        if (first is { } f) Subtract(within, Boundary(false, f));
        if (last is { } l) Subtract(within, Boundary(true, l));
        return within;
    }

    /// <summary>Engagements of some traits in the months of their last days, from the latest month on, each with its number.</summary>
    /// <param name="passes">Whether a trait is wanted, by its place.</param>
    /// <param name="first">First month in which they can have happened.</param>
    /// <param name="last">Last month.</param>
    public IEnumerable<(int Month, int Count)> Months(bool[] passes, int? first, int? last)
    {
        var (month, count) = (-1, 0);
        for (var i = 0; i < traits.Length; i++)
        {
            if (!passes[traits[i]] || to[i] < first || from[i] > last) continue;
            if (to[i] != month)
            {
                if (count > 0) yield return (month, count);
                (month, count) = (to[i], 0);
            }
            count += counts[i];
        }
        if (count > 0) yield return (month, count);
    }

    /// <summary>Places of the wanted traits that engagements have whose last day lies in some months.</summary>
    public IReadOnlyList<int> TraitsOf(int first, int last, bool[] passes)
    {
        var found = new HashSet<int>();
        for (var i = FirstIn(last); i < to.Length && to[i] >= first; i++)
            if (passes[traits[i]]) found.Add(traits[i]);
        return [.. found];
    }

    /// <summary>Engagements whose last day lies in a month.</summary>
    public int Of(int month)
    {
        var count = 0;
        for (var i = FirstIn(month); i < to.Length && to[i] == month; i++) count += counts[i];
        return count;
    }

    // The entries stand by month, the latest first.
    private int FirstIn(int month)
    {
        var (low, high) = (0, to.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (to[middle] > month) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Engagements of some traits by year, the latest year first. An engagement stands in every year in which it can have happened; one that is open towards past or future in those up to the last that is named.</summary>
    /// <param name="places">Places of the traits.</param>
    public List<(string Word, int Count)> CountYears(IReadOnlyList<int> places)
    {
        var counted = new List<(int Year, int Count, bool IsNamed)>();
        var all = Sum(All);
        var (endedBefore, beginAfter) = (0, Years.Count == 0 ? 0 : Sum(Boundary(true, Years[0] * 12 + 11)));
        if (Years.Count > 0) endedBefore = Sum(Boundary(false, (Years[0] + 1) * 12));
        foreach (var year in Years)
        {
            var (ended, begin) = (Sum(Boundary(false, year * 12)), Sum(Boundary(true, year * 12 - 1)));
            // Something begins or ends in a year that is named.
            counted.Add((year, all - ended - beginAfter, endedBefore > ended || begin > beginAfter));
            (endedBefore, beginAfter) = (ended, begin);
        }
        var (first, last) = (counted.FindIndex(y => y.IsNamed), counted.FindLastIndex(y => y.IsNamed));
        return first < 0 ? [] : [.. counted[first..(last + 1)].Select(y => (y.Year.ToString(CultureInfo.InvariantCulture), y.Count))];

        int Sum(int[] counts)
        {
            var sum = 0;
            foreach (var place in places) sum += counts[place];
            return sum;
        }
    }

    private static void Subtract(int[] from, int[] what)
    {
        for (var i = 0; i < what.Length; i++) from[i] -= what[i];
    }

    // How many of each trait ended before a month, or begin after it.
    private int[] Boundary(bool isEnd, int month)
    {
        if (boundaries.TryGetValue((isEnd, month), out var kept)) return kept;
        var made = new int[All.Length];
        for (var i = 0; i < traits.Length; i++)
            if (isEnd ? from[i] > month : to[i] < month) made[traits[i]] += counts[i];
        if (boundaries.Count >= MostBoundaries) boundaries.Clear();
        return boundaries[(isEnd, month)] = made;
    }
}
