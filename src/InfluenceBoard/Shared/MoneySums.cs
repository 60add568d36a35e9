using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Amounts added up by what they are, and the largest of them by name.</summary>
public sealed class MoneySums
{
    private readonly MoneyClasses classes;
    private readonly bool[] wantedPairs, wanted;
    private readonly uint rungs;
    private readonly MoneyCell[] sums;
    private readonly List<TalliedAmount[]> tangled = [];

    internal MoneySums(MoneyTally tally, BoardFilter filter)
    {
        classes = tally.Classes;
        wantedPairs = [.. classes.Pairs.Select(p => (filter.Actors.IsEmpty || filter.Actors.Contains(p.ActorId)) && (filter.Countries.IsEmpty || filter.Countries.Contains(p.HostId)))];
        rungs = filter.Rungs.IsEmpty ? uint.MaxValue : TraitBook.Bits(filter.Rungs);
        bool[] atoms = [.. classes.Atoms.Select(a => wantedPairs[a.Pair] && (rungs & 1u << (int)a.Rung) != 0)];
        wanted = [.. classes.Classes.Select(c => c.Atoms.All(a => atoms[a]))];
        sums = new MoneyCell[wanted.Length];
        Filter = filter;
    }

    internal BoardFilter Filter { get; }
    internal MoneyClasses Classes => classes;

    /// <summary>Numbers of the versions of the largest amounts; a group of those that belong together is named as a whole.</summary>
    public HashSet<long> Largest { get; } = [];

    /// <summary>Number of amounts of an actor, a host and a rung; null for any.</summary>
    public int Count(string? actor, string? host, Rung? rung)
    {
        var count = 0;
        for (var i = 0; i < sums.Length; i++)
            if (sums[i].Amounts > 0 && classes.Atoms[classes.Classes[i].Atoms[0]] is var atom && (rung ?? atom.Rung) == atom.Rung && IsOf(atom.Pair, actor, host)) count += sums[i].Amounts;
        foreach (var group in tangled) count += group.Count(a => (rung ?? a.Item.Rung) == a.Item.Rung && IsOf(a, actor, host));
        return count;
    }

    /// <summary>Actors and hosts that have any of the amounts.</summary>
    public IEnumerable<(string ActorId, string HostId)> Any => sums.Select((s, i) => (s.Amounts, i)).Where(s => s.Amounts > 0).Select(s => classes.Pairs[classes.Atoms[classes.Classes[s.i].Atoms[0]].Pair])
        .Concat(tangled.SelectMany(g => g).Select(a => (a.ActorId, a.HostId))).Distinct();

    /// <summary>The band of a slot over an actor and a host; null for any.</summary>
    /// <param name="band">Makes the band of amounts that belong together and of which no sums are prepared.</param>
    public SlotSum Sum(int slot, string? actor, string? host, Func<IEnumerable<TotalItem>, PledgeTotal> band)
    {
        var sum = new SlotSum();
        Span<int> kinds = stackalloc int[32];
        kinds.Clear();
        for (var i = 0; i < sums.Length; i++)
        {
            ref readonly var own = ref sums[i];
            if (own.Items == 0 && own.Low == 0 && own.High == 0 && own.Open == 0) continue;
            var of = classes.Classes[i];
            if (of.Slot != slot && !(of.Atoms.Length == 1 && IsPledged(classes.Atoms[of.Atoms[0]], slot)) || !of.Atoms.All(a => IsOf(classes.Atoms[a].Pair, actor, host))) continue;
            sum.Add(own.Low, own.High, own.Items, own.Open);
            kinds[(int)of.Kind] += own.Items;
        }
        for (var kind = 0; kind < kinds.Length; kind++)
            if (kinds[kind] > 0) sum.Mix((MoneyKind)kind);
        foreach (var group in tangled)
            if (band(group.Where(a => IsOf(a, actor, host)).Select(a => a.Item)) is { IsEmpty: false } total) sum.Add(SlotSum.Of(total));
        return sum;

        // What stands on a rung is pledged too, but for targets and what has lapsed.
        static bool IsPledged(MoneyAtom atom, int slot) => atom.Rung is not (Rung.Target or Rung.Lapsed) && slot == MoneyTally.SlotOf(atom.Direction);
    }

    internal int CountOfUnits => Count(null, null, null);

    internal bool Wants(int of) => wanted[of];

    internal bool WantsPair(int pair) => wantedPairs[pair];

    internal bool WantsRung(int rung) => (rungs & 1u << rung) != 0;

    internal bool Wants(TalliedAmount amount) => (Filter.Actors.IsEmpty || Filter.Actors.Contains(amount.ActorId)) && (Filter.Countries.IsEmpty || Filter.Countries.Contains(amount.HostId)) && (rungs & 1u << (int)amount.Item.Rung) != 0;

    internal void Add(ReadOnlySpan<MoneyCell> cells, bool[] rests)
    {
        foreach (ref readonly var cell in cells)
        {
            if (rests[cell.Rest] && wanted[cell.Class]) sums[cell.Class].Add(cell);
        }
    }

    internal void Add(MoneyBlock block, bool[] rests, int from, int to)
    {
        foreach (ref readonly var cell in block.Cells.AsSpan())
        {
            if (!rests[cell.Rest] || !wanted[cell.Class]) continue;
            ref var sum = ref sums[cell.Class];
            foreach (ref readonly var unit in block.Units.AsSpan(cell.Start, cell.End - cell.Start))
                if (unit.To >= from && unit.From <= to) sum.Add(unit);
        }
    }

    internal void Tangle(TalliedAmount[] amounts) => tangled.Add(amounts);

    private bool IsOf(int pair, string? actor, string? host) => (actor is null || actor == classes.Pairs[pair].ActorId) && (host is null || host == classes.Pairs[pair].HostId);

    private static bool IsOf(TalliedAmount amount, string? actor, string? host) => (actor ?? amount.ActorId) == amount.ActorId && (host ?? amount.HostId) == amount.HostId;
}
