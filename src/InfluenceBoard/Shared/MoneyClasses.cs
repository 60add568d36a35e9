using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What totals ask of an amount.</summary>
/// <param name="Pair">Place of its actor and host.</param>
/// <param name="Rung">Its rung.</param>
/// <param name="Direction">Which way it flows.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct MoneyAtom(int Pair, Rung Rung, Direction Direction, MoneyKind Kind);

/// <summary>What amounts that are alike add to: those of one atom for themselves, or what it changes when amounts of several atoms that belong together are all in a total.</summary>
/// <param name="Atoms">Places of the atoms, all of which must be in a total.</param>
/// <param name="Slot">Place of the sum that is added to.</param>
/// <param name="Kind">Kind of the amounts that are added.</param>
internal sealed record MoneyClass(int[] Atoms, int Slot, MoneyKind Kind);

/// <summary>The actors, hosts, atoms and classes that amounts have, by place. Only ever added to; whoever adds works on a copy.</summary>
internal sealed class MoneyClasses
{
    private readonly Dictionary<(string, string), int> pairs = [];
    private readonly Dictionary<MoneyAtom, int> atoms = [];
    private readonly Dictionary<(int, MoneyKind, string), int> classes = [];

    public List<(string ActorId, string HostId)> Pairs { get; } = [];
    public List<MoneyAtom> Atoms { get; } = [];
    public List<MoneyClass> Classes { get; } = [];

    public MoneyClasses Copy()
    {
        var copy = new MoneyClasses();
        foreach (var (actor, host) in Pairs) copy.PairOf(actor, host);
        foreach (var atom in Atoms) copy.AtomOf(atom);
        foreach (var known in Classes) copy.ClassOf(known.Atoms, known.Slot, known.Kind);
        return copy;
    }

    public int PairOf(string actor, string host) => Of(pairs, Pairs, (actor, host), (actor, host));

    public int AtomOf(MoneyAtom atom) => Of(atoms, Atoms, atom, atom);

    public int AtomOf(TalliedAmount amount) => AtomOf(new MoneyAtom(PairOf(amount.ActorId, amount.HostId), amount.Item.Rung, amount.Item.Direction, amount.Item.Kind));

    /// <summary>The class of the amounts of one atom.</summary>
    public int ClassOf(int atom) => ClassOf([atom], MoneyTally.SlotOf(Atoms[atom].Rung, Atoms[atom].Direction), Atoms[atom].Kind);

    public int ClassOf(int[] of, int slot, MoneyKind kind) => Of(classes, Classes, (slot, kind, string.Join(',', of)), new MoneyClass(of, slot, kind));

    private static int Of<TKey, T>(Dictionary<TKey, int> places, List<T> all, TKey key, T value) where TKey : notnull
    {
        if (places.TryGetValue(key, out var place)) return place;
        places.Add(key, place = all.Count);
        all.Add(value);
        return place;
    }
}
