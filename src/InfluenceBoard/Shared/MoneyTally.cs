using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>An amount of the board at one moment, with what filters ask of its engagement.</summary>
/// <param name="Version">Number of its version.</param>
/// <param name="Trait">Place of its engagement's traits.</param>
/// <param name="Earliest">First day on which the engagement can have happened.</param>
/// <param name="Latest">Last day.</param>
/// <param name="ActorId">Its own actor.</param>
/// <param name="HostId">Its own host.</param>
/// <param name="Item">The amount as totals see it.</param>
public sealed record TalliedAmount(long Version, int Trait, DateOnly Earliest, DateOnly Latest, string ActorId, string HostId, TotalItem Item);

/// <summary>What amounts of one actor and one host add to one sum.</summary>
public struct SlotSum
{
    // Millionths of a dollar: amounts are kept to that.
    private const decimal Scale = 1_000_000m;

    private Int128 low, high;
    private uint kinds;

    /// <summary>Amounts in the sum.</summary>
    public int Items { get; private set; }
    /// <summary>How many of them are open above.</summary>
    public int OpenEnded { get; private set; }

    /// <summary>The sum of a band.</summary>
    public static SlotSum Of(PledgeTotal total) => new() { low = (Int128)(total.Low * Scale), high = (Int128)(total.High * Scale), Items = total.Items, OpenEnded = total.OpenEnded, kinds = TraitBook.Bits(total.Kinds) };

    /// <summary>Adds another.</summary>
    public void Add(in SlotSum other)
    {
        low += other.low;
        high += other.high;
        kinds |= other.kinds;
        Items += other.Items;
        OpenEnded += other.OpenEnded;
    }

    /// <summary>This and another.</summary>
    public readonly SlotSum Plus(in SlotSum other)
    {
        var sum = this;
        sum.Add(other);
        return sum;
    }

    /// <summary>The band, without the lines that it is made of.</summary>
    public readonly PledgeTotal ToTotal(IReadOnlyList<TotalLine> lines)
    {
        var mixed = kinds;
        return new PledgeTotal((decimal)low / Scale, (decimal)high / Scale, OpenEnded, [.. Enum.GetValues<MoneyKind>().Where(k => (mixed & 1u << (int)k) != 0)], lines) { Items = Items };
    }
}

/// <summary>The amounts of the board at one moment, ready to be added up under any filter. An amount adds what it adds on whatever else there is, but for those that contain or repeat it: these are added
/// up together beforehand, so that a total is a sum over groups that know nothing of each other.</summary>
public sealed class MoneyTally
{
    /// <summary>Number of sums that are kept for each actor and host: the pledged total of each direction, and each rung of each direction.</summary>
    public const int Slots = 3 + Rungs * 3;

    /// <summary>Number of rungs.</summary>
    public const int Rungs = 7;

    // Amounts that are one unless a filter parts them: linked, of one engagement, one actor and one host; most are alone.
    private sealed record Unit(int Trait, DateOnly Earliest, DateOnly Latest, int Pair, TalliedAmount[] Amounts, (int Slot, SlotSum Sum)[] Adds, decimal Size);

    // Units of the same traits, actor and host, added up: what a filter without days and rungs needs.
    private sealed record Cell(int Trait, int Pair, (int Slot, SlotSum Sum)[] Adds, int[] ByRung);

    // The largest first; the units of each actor and host, and of each rung, by place.
    private readonly Unit[] units;
    private readonly int[][] ofPair, ofRung;
    private readonly Cell[] cells;
    private readonly TalliedAmount[][] tangled;

    /// <param name="amounts">Every amount of the moment.</param>
    public MoneyTally(IReadOnlyList<TalliedAmount> amounts)
    {
        var pairs = new Dictionary<(string, string), int>();
        int PairOf(TalliedAmount a) => pairs.TryGetValue((a.ActorId, a.HostId), out var place) ? place : pairs[(a.ActorId, a.HostId)] = pairs.Count;
        var groups = Groups(amounts).ToList();
        bool IsOne(TalliedAmount[] g) => g.All(a => (a.ActorId, a.HostId, a.Trait, a.Earliest, a.Latest) == (g[0].ActorId, g[0].HostId, g[0].Trait, g[0].Earliest, g[0].Latest));
        units = [.. groups.Where(IsOne).Select(g => new Unit(g[0].Trait, g[0].Earliest, g[0].Latest, PairOf(g[0]), g, [.. Adds([.. g.Select(a => a.Item)])], g.Max(a => a.Item.Usd?.Floor ?? 0))).OrderByDescending(u => u.Size)];
        tangled = [.. groups.Where(g => !IsOne(g))];
        foreach (var amount in tangled.SelectMany(g => g)) PairOf(amount);
        Pairs = [.. pairs.OrderBy(p => p.Value).Select(p => p.Key)];
        ofPair = Places(Pairs.Length, u => u.Pair);
        ofRung = Places(Rungs, u => (int)u.Amounts[0].Item.Rung);
        cells = [.. units.GroupBy(u => (u.Trait, u.Pair)).Select(g => new Cell(g.Key.Trait, g.Key.Pair,
            [.. g.SelectMany(u => u.Adds).GroupBy(add => add.Slot).Select(slot => (slot.Key, slot.Aggregate(new SlotSum(), (sum, add) => sum.Plus(add.Sum))))],
            [.. Enum.GetValues<Rung>().Select(r => g.Sum(u => u.Amounts.Count(a => a.Item.Rung == r)))]))];
        Count = amounts.Count;
    }

    private int[][] Places(int count, Func<Unit, int> of)
    {
        var places = Enumerable.Range(0, units.Length).ToLookup(i => of(units[i]));
        return [.. Enumerable.Range(0, count).Select(p => places[p].ToArray())];
    }

    /// <summary>Actors and hosts that have any amount, by place.</summary>
    public (string ActorId, string HostId)[] Pairs { get; }
    /// <summary>Number of amounts.</summary>
    public int Count { get; }

    /// <summary>Place of the sum of a direction.</summary>
    public static int SlotOf(Direction direction) => (int)direction;
    /// <summary>Place of the sum of a rung in a direction.</summary>
    public static int SlotOf(Rung rung, Direction direction) => 3 + (int)rung * 3 + (int)direction;

    /// <summary>The amounts that pass a filter, added up; their own actors, hosts and rungs are what the filter's are held against.</summary>
    /// <param name="passes">Whether the traits of an engagement pass everything of the filter but parties, rungs and days.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="most">So many of the largest amounts of each actor and host, and of each rung, are named.</param>
    /// <param name="whole">And so many of all.</param>
    public MoneySums Sum(bool[] passes, BoardFilter filter, int most, int whole)
    {
        var sums = new MoneySums(this);
        var (named, tangledNamed) = (new HashSet<int>(), 0);
        bool[] wanted = [.. Pairs.Select(p => (filter.Actors.IsEmpty || filter.Actors.Contains(p.ActorId)) && (filter.Countries.IsEmpty || filter.Countries.Contains(p.HostId)))];
        var rungs = filter.Rungs.IsEmpty ? uint.MaxValue : TraitBook.Bits(filter.Rungs);
        bool Passes(Unit u) => passes[u.Trait] && wanted[u.Pair] && !(u.Latest < filter.From) && !(u.Earliest > filter.To) && u.Amounts.Any(a => (rungs & 1u << (int)a.Item.Rung) != 0);
        if (filter is { From: null, To: null, Rungs.IsEmpty: true })
            foreach (var cell in cells)
            {
                if (passes[cell.Trait] && wanted[cell.Pair]) sums.Add(cell.Pair, cell.Adds, cell.ByRung);
            }
        else
            foreach (var unit in units)
            {
                if (!Passes(unit)) continue;
                var part = unit.Amounts.All(a => (rungs & 1u << (int)a.Item.Rung) != 0) ? unit.Amounts : [.. unit.Amounts.Where(a => (rungs & 1u << (int)a.Item.Rung) != 0)];
                sums.Add(unit.Pair, part.Length == unit.Amounts.Length ? unit.Adds : [.. Adds([.. part.Select(a => a.Item)])], part);
            }
        // All of few are named; of many the largest.
        if (sums.Count(null, null, null) <= whole) Name(Enumerable.Range(0, units.Length), int.MaxValue);
        else
        {
            Name(Enumerable.Range(0, units.Length), whole);
            foreach (var pair in Enumerable.Range(0, Pairs.Length).Where(p => wanted[p])) Name(ofPair[pair], most);
            foreach (var own in ofRung) Name(own, most);
        }
        foreach (var group in tangled)
        {
            // Amounts of other actors or hosts play no part in a total that leaves these out.
            var part = group.Where(a => passes[a.Trait] && wanted[Array.IndexOf(Pairs, (a.ActorId, a.HostId))] && !(a.Latest < filter.From) && !(a.Earliest > filter.To) && (rungs & 1u << (int)a.Item.Rung) != 0).ToArray();
            if (part.Length == 0) continue;
            if (part.All(a => (a.ActorId, a.HostId) == (part[0].ActorId, part[0].HostId))) sums.Add(Array.IndexOf(Pairs, (part[0].ActorId, part[0].HostId)), [.. Adds([.. part.Select(a => a.Item)])], part);
            else sums.Tangle(part);
            if (tangledNamed++ < most || sums.Count(null, null, null) <= whole) sums.Largest.AddRange(part);
        }
        return sums;

        void Name(IEnumerable<int> places, int count)
        {
            foreach (var place in places)
            {
                if (count <= 0) return;
                if (!Passes(units[place])) continue;
                count--;
                if (named.Add(place)) sums.Largest.AddRange(units[place].Amounts.Where(a => (rungs & 1u << (int)a.Item.Rung) != 0));
            }
        }
    }

    private static IEnumerable<(int, SlotSum)> Adds(TotalItem[] items)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            if (items.All(i => i.Direction != direction)) continue;
            if (PledgeTotals.Of(items, direction) is { IsEmpty: false } total) yield return (SlotOf(direction), SlotSum.Of(total));
            foreach (var rung in items.Select(i => i.Rung).Distinct())
                if (PledgeTotals.OnRung(items, rung, direction) is { IsEmpty: false } onRung) yield return (SlotOf(rung, direction), SlotSum.Of(onRung));
        }
    }

    // Amounts that contain or may repeat each other, through others too.
    private static IEnumerable<TalliedAmount[]> Groups(IReadOnlyList<TalliedAmount> amounts)
    {
        var linked = amounts.Where(a => a.Item.PartOf is not null || a.Item.MayOverlap.Count > 0).SelectMany(a => a.Item.MayOverlap.Append(a.Item.PartOf ?? a.Item.Id).Append(a.Item.Id)).ToHashSet(StringComparer.Ordinal);
        var parent = new Dictionary<string, string>(StringComparer.Ordinal);
        string Root(string id)
        {
            while (parent.TryGetValue(id, out var up)) id = up;
            return id;
        }
        var byId = new Dictionary<string, TalliedAmount>(StringComparer.Ordinal);
        foreach (var amount in amounts)
        {
            if (!linked.Contains(amount.Item.Id)) { yield return [amount]; continue; }
            byId[amount.Item.Id] = amount;
            foreach (var other in amount.Item.MayOverlap.Append(amount.Item.PartOf).OfType<string>())
                if (Root(other) is var a && Root(amount.Item.Id) is var b && a != b) parent[a] = b;
        }
        foreach (var group in byId.Values.GroupBy(a => Root(a.Item.Id), StringComparer.Ordinal)) yield return [.. group];
    }
}

/// <summary>Amounts added up by actor and host, and the largest of them by name.</summary>
public sealed class MoneySums(MoneyTally tally)
{
    private readonly SlotSum[] sums = new SlotSum[tally.Pairs.Length * MoneyTally.Slots];
    private readonly int[] counts = new int[tally.Pairs.Length * MoneyTally.Rungs];
    private readonly List<TalliedAmount[]> tangled = [];

    /// <summary>The largest amounts, whose versions are read; a group of those that belong together is named as a whole.</summary>
    public List<TalliedAmount> Largest { get; } = [];

    /// <summary>Number of amounts of an actor, a host and a rung; null for any.</summary>
    public int Count(string? actor, string? host, Rung? rung) => Pairs(actor, host).Sum(p => rung is { } one ? counts[p * MoneyTally.Rungs + (int)one] : CountOf(p));

    /// <summary>Actors and hosts that have any of the amounts.</summary>
    public IEnumerable<(string ActorId, string HostId)> Any => tally.Pairs.Where((_, i) => CountOf(i) > 0);

    internal void Add(int pair, (int Slot, SlotSum Sum)[] adds, int[] byRung)
    {
        foreach (var (slot, sum) in adds) sums[pair * MoneyTally.Slots + slot].Add(sum);
        for (var i = 0; i < byRung.Length; i++) counts[pair * MoneyTally.Rungs + i] += byRung[i];
    }

    internal void Add(int pair, (int Slot, SlotSum Sum)[] adds, TalliedAmount[] amounts)
    {
        foreach (var (slot, sum) in adds) sums[pair * MoneyTally.Slots + slot].Add(sum);
        foreach (var amount in amounts) counts[pair * MoneyTally.Rungs + (int)amount.Item.Rung]++;
    }

    internal void Tangle(TalliedAmount[] amounts)
    {
        tangled.Add(amounts);
        foreach (var amount in amounts) counts[Array.IndexOf(tally.Pairs, (amount.ActorId, amount.HostId)) * MoneyTally.Rungs + (int)amount.Item.Rung]++;
    }

    /// <summary>The band of a slot over an actor and a host; null for any.</summary>
    /// <param name="band">Makes the band of amounts that belong together and are of several actors or hosts.</param>
    public SlotSum Sum(int slot, string? actor, string? host, Func<IEnumerable<TotalItem>, PledgeTotal> band)
    {
        var sum = new SlotSum();
        foreach (var pair in Pairs(actor, host)) sum.Add(sums[pair * MoneyTally.Slots + slot]);
        foreach (var group in tangled)
            if (band(group.Where(a => (actor ?? a.ActorId) == a.ActorId && (host ?? a.HostId) == a.HostId).Select(a => a.Item)) is { IsEmpty: false } total) sum.Add(SlotSum.Of(total));
        return sum;
    }

    private int CountOf(int pair) => counts[(pair * MoneyTally.Rungs)..((pair + 1) * MoneyTally.Rungs)].Sum();

    private IEnumerable<int> Pairs(string? actor, string? host) =>
        Enumerable.Range(0, tally.Pairs.Length).Where(i => CountOf(i) > 0 && (actor ?? tally.Pairs[i].ActorId) == tally.Pairs[i].ActorId && (host ?? tally.Pairs[i].HostId) == tally.Pairs[i].HostId);
}
