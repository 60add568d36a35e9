using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>The amounts of the board at one moment, ready to be added up under any filter. An amount adds what it adds on whatever else there is, but for those that contain or repeat it. Of these it is kept what each adds
/// by itself, and what is added or taken away when several are in a total together, so that a total is a sum over what passes. Immutable.</summary>
public sealed class MoneyTally
{
    /// <summary>Number of rungs.</summary>
    public const int Rungs = 7;

    private readonly MoneyBlock[] blocks;
    private readonly MoneyCell[] whole;
    private readonly int[] bySize;
    private readonly TalliedAmount[][] tangled;

    /// <param name="amounts">Every amount of the moment.</param>
    public MoneyTally(IReadOnlyList<TalliedAmount> amounts)
    {
        Classes = new MoneyClasses();
        var entries = MoneyEntries.Of(amounts, Classes, out var left);
        tangled = [.. left];
        blocks = [.. entries.GroupBy(e => e.Years).OrderBy(g => g.Key).Select(g => { var all = g.ToList(); all.Sort(MoneyEntry.Compare); return MoneyBlock.Of(g.Key, all); })];
        whole = Whole(blocks);
        bySize = BySize(whole);
    }

    /// <summary>A tally as it was kept.</summary>
    internal MoneyTally(MoneyClasses classes, MoneyBlock[] blocks, TalliedAmount[][] tangled)
    {
        (Classes, this.blocks, this.tangled) = (classes, blocks, tangled);
        whole = Whole(blocks);
        bySize = BySize(whole);
    }

    private MoneyTally(MoneyClasses classes, MoneyBlock[] blocks, TalliedAmount[][] tangled, MoneyCell[] whole, int[] bySize) => (Classes, this.blocks, this.tangled, this.whole, this.bySize) = (classes, blocks, tangled, whole, bySize);

    internal MoneyClasses Classes { get; }
    internal IReadOnlyList<MoneyBlock> Blocks => blocks;
    internal IReadOnlyList<TalliedAmount[]> Tangled => tangled;
    internal IReadOnlyList<MoneyCell> Cells => whole;

    /// <summary>Place of the sum of a direction.</summary>
    public static int SlotOf(Direction direction) => (int)direction;
    /// <summary>Place of the sum of a rung in a direction.</summary>
    public static int SlotOf(Rung rung, Direction direction) => 3 + (int)rung * 3 + (int)direction;

    /// <summary>Engagements whose amounts are to be looked at anew together with those of some others.</summary>
    /// <param name="engagements">Ids of engagements whose amounts change.</param>
    /// <param name="amounts">Ids of their amounts, before and after.</param>
    public IEnumerable<string> Beside(IReadOnlySet<string> engagements, IReadOnlySet<string> amounts) =>
        tangled.Where(g => g.Any(a => engagements.Contains(a.EngagementId) || amounts.Contains(a.Item.Id) || a.Named.Any(amounts.Contains))).SelectMany(g => g).Select(a => a.EngagementId).Where(e => !engagements.Contains(e)).Distinct();

    /// <summary>The tally with other amounts of some engagements; null when it does not hold what is taken from it.</summary>
    /// <param name="engagements">Their ids; whatever their amounts contain or may repeat is of one of them.</param>
    /// <param name="removed">Their amounts as the tally holds them.</param>
    /// <param name="added">Their amounts from now on.</param>
    public MoneyTally? With(IReadOnlySet<string> engagements, IReadOnlyList<TalliedAmount> removed, IReadOnlyList<TalliedAmount> added)
    {
        var classes = Classes.Copy();
        var gone = MoneyEntries.Of(removed, classes, out _);
        var come = MoneyEntries.Of(added, classes, out var left);
        if (gone.Count + come.Count == 0 && left.Count == 0 && !tangled.Any(g => g.Any(a => engagements.Contains(a.EngagementId)))) return this;
        var (goneOf, comeOf) = (gone.ToLookup(e => e.Years), come.ToLookup(e => e.Years));
        var years = goneOf.Select(g => g.Key).Union(comeOf.Select(g => g.Key)).ToHashSet();
        var next = blocks.Where(b => !years.Contains((b.FromYear, b.ToYear))).ToList();
        foreach (var year in years)
        {
            if ((blocks.FirstOrDefault(b => (b.FromYear, b.ToYear) == year) ?? MoneyBlock.Of(year, [])).With([.. goneOf[year]], comeOf[year]) is not { } block) return null;
            if (block.Units.Length > 0) next.Add(block);
        }
        MoneyBlock[] sorted = [.. next.OrderBy(b => (b.FromYear, b.ToYear))];

        // Of what is added up over all years, only the cells that changed are added up anew.
        var cells = whole.ToList();
        var changed = gone.Concat(come).Select(e => (e.Rest, e.Class)).ToHashSet();
        var (places, moved) = (new Dictionary<(int, int), int>(), new HashSet<int>());
        for (var i = 0; i < whole.Length; i++)
            if (changed.Contains((whole[i].Rest, whole[i].Class))) places[(whole[i].Rest, whole[i].Class)] = i;
        foreach (var (rest, of) in changed)
        {
            if (!places.TryGetValue((rest, of), out var place)) { place = cells.Count; cells.Add(default); }
            cells[place] = SumOf(sorted, rest, of);
            moved.Add(place);
        }
        // The order of the others stays.
        var order = new List<int>(cells.Count);
        var late = new Queue<int>(moved.Order(Comparer<int>.Create((a, b) => Larger(cells[a], a, cells[b], b))));
        foreach (var place in bySize)
        {
            if (moved.Contains(place)) continue;
            while (late.TryPeek(out var first) && Larger(cells[first], first, cells[place], place) < 0) order.Add(late.Dequeue());
            order.Add(place);
        }
        order.AddRange(late);
        return new MoneyTally(classes, sorted, [.. tangled.Where(g => !g.Any(a => engagements.Contains(a.EngagementId))), .. left], [.. cells], [.. order]);
    }

    /// <summary>In what this and another tally of the same amounts differ.</summary>
    public IEnumerable<string> Differences(MoneyTally other)
    {
        var (own, others) = (Told(), other.Told());
        foreach (var key in own.Keys.Union(others.Keys).Order(StringComparer.Ordinal))
            if (own.GetValueOrDefault(key) != others.GetValueOrDefault(key)) yield return $"The amounts {key} differ.";
        if (!Loose().SequenceEqual(other.Loose(), StringComparer.Ordinal)) yield return "The amounts that belong together across engagements differ.";
    }

    // What each cell holds, in words that do not depend on the order in which classes were met.
    private Dictionary<string, (Int128, Int128, int, int, int, long, int)> Told()
    {
        string[] names = [.. Classes.Classes.Select(c => $"{c.Slot} {Word.Of(c.Kind)} {string.Join(" + ", c.Atoms.Select(a => $"{Classes.Pairs[Classes.Atoms[a].Pair].ActorId}-{Classes.Pairs[Classes.Atoms[a].Pair].HostId} {Word.Of(Classes.Atoms[a].Rung)} {Word.Of(Classes.Atoms[a].Direction)} {Word.Of(Classes.Atoms[a].Kind)}").Order(StringComparer.Ordinal))}")];
        var told = new Dictionary<string, (Int128, Int128, int, int, int, long, int)>(StringComparer.Ordinal);
        foreach (var block in blocks)
            foreach (var cell in block.Cells)
            {
                var units = new HashCode();
                foreach (var unit in block.Units[cell.Start..cell.End]) units.Add((unit.Version, unit.From, unit.To, unit.Low, unit.High, unit.OtherCount));
                told.Add($"{names[cell.Class]} of traits {cell.Rest} from {block.FromYear} to {block.ToYear}", (cell.Low, cell.High, cell.Items, cell.Open, cell.Amounts, cell.Max, units.ToHashCode()));
            }
        foreach (var cell in whole.Where(c => c.Amounts != 0 || c.Items != 0 || c.Low != 0 || c.High != 0 || c.Open != 0))
            told.Add($"{names[cell.Class]} of traits {cell.Rest}", (cell.Low, cell.High, cell.Items, cell.Open, cell.Amounts, cell.Max, 0));
        return told;
    }

    private IEnumerable<string> Loose() => tangled.Select(g => string.Join(' ', g.Select(a => $"{a.Item.Id}:{a.Version}:{a.Rest}:{a.Earliest:O}:{a.Latest:O}").Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal);

    private static MoneyCell SumOf(MoneyBlock[] blocks, int rest, int of)
    {
        var sum = new MoneyCell { Rest = rest, Class = of, Max = -1 };
        foreach (var block in blocks)
            if (block.Find(rest, of) is { } cell) Plus(ref sum, cell);
        return sum;
    }

    private static MoneyCell[] Whole(MoneyBlock[] blocks)
    {
        var (places, cells) = (new Dictionary<(int, int), int>(), new List<MoneyCell>());
        foreach (var block in blocks)
            foreach (var cell in block.Cells)
            {
                if (!places.TryGetValue((cell.Rest, cell.Class), out var place))
                {
                    places.Add((cell.Rest, cell.Class), place = cells.Count);
                    cells.Add(new MoneyCell { Rest = cell.Rest, Class = cell.Class, Max = -1 });
                }
                Plus(ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cells)[place], cell);
            }
        return [.. cells];
    }

    private static void Plus(ref MoneyCell sum, in MoneyCell cell)
    {
        sum.Add(cell);
        sum.Max = Math.Max(sum.Max, cell.Max);
    }

    private static int[] BySize(MoneyCell[] cells)
    {
        int[] order = [.. Enumerable.Range(0, cells.Length)];
        Array.Sort(order, (a, b) => Larger(cells[a], a, cells[b], b));
        return order;
    }

    private static int Larger(in MoneyCell one, int place, in MoneyCell other, int otherPlace) => one.Max != other.Max ? other.Max.CompareTo(one.Max) : place.CompareTo(otherPlace);

    /// <summary>The amounts that pass a filter, added up; their own actors, hosts and rungs are what the filter's are held against.</summary>
    /// <param name="rests">Whether what an engagement's traits hold beside parties and rungs passes, by place.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="most">So many of the largest amounts of each actor and host, and of each rung, are named.</param>
    /// <param name="whole">And so many of all; all of them, if they are no more.</param>
    public MoneySums Sum(bool[] rests, BoardFilter filter, int most, int whole)
    {
        var sums = new MoneySums(this, filter);
        // The blocks of which all passes that the days let through, and those that the days cut.
        int from = filter.From?.DayNumber ?? int.MinValue, to = filter.To?.DayNumber ?? int.MaxValue;
        var isDated = filter is not { From: null, To: null };
        var within = isDated ? blocks.Where(b => !(b.ToYear < filter.From?.Year) && !(b.FromYear > filter.To?.Year)).ToArray() : blocks;
        bool IsCut(MoneyBlock b) => filter.From is { DayOfYear: > 1 } first && b.ToYear == first.Year || filter.To is { } last && last is not { Month: 12, Day: 31 } && b.FromYear == last.Year;
        if (!isDated) sums.Add(this.whole, rests);
        else
            foreach (var block in within)
                if (IsCut(block)) sums.Add(block, rests, from, to);
                else sums.Add(block.Cells, rests);
        var largest = new LargestAmounts(sums, most, sums.CountOfUnits <= whole ? int.MaxValue : whole);
        if (isDated || largest.NamesAll)
            foreach (var block in within)
            {
                foreach (ref readonly var cell in block.Cells.AsSpan())
                    if (rests[cell.Rest] && sums.Wants(cell.Class)) largest.Offer(block, cell, from, to);
            }
        else
            foreach (var place in bySize)
            {
                ref readonly var cell = ref this.whole[place];
                if (cell.Max < 0 || largest.IsFull(cell.Max)) break;
                if (!rests[cell.Rest] || !sums.Wants(cell.Class) || !largest.Takes(cell)) continue;
                foreach (var block in blocks)
                    if (block.Find(cell.Rest, cell.Class) is { } own) largest.Offer(block, own, from, to);
            }
        largest.Name();
        var named = 0;
        foreach (var group in tangled)
        {
            // Amounts of other actors or hosts play no part in a total that leaves these out.
            var part = group.Where(a => rests[a.Rest] && sums.Wants(a) && a.Latest.DayNumber >= from && a.Earliest.DayNumber <= to).ToArray();
            if (part.Length == 0) continue;
            sums.Tangle(part);
            if (named++ < most || sums.Count(null, null, null) <= whole) sums.Largest.UnionWith(part.Select(a => a.Version));
        }
        return sums;
    }
}
