using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What amounts add to sums, each with those that belong together with it.</summary>
internal static class MoneyEntries
{
    // Amounts that belong together have a sum for each choice among them: of more different ones, the total is made when it is asked for.
    private const int MostAtoms = 5;

    /// <summary>What amounts add.</summary>
    /// <param name="amounts">Amounts, with all that contain or repeat them.</param>
    /// <param name="classes">Classes that are known; more are added to them.</param>
    /// <param name="left">Amounts that belong together beyond one engagement, or beyond what can be prepared.</param>
    public static List<MoneyEntry> Of(IReadOnlyList<TalliedAmount> amounts, MoneyClasses classes, out List<TalliedAmount[]> left)
    {
        var entries = new List<MoneyEntry>(amounts.Count);
        left = [];
        foreach (var group in Groups(amounts))
        {
            if (group.Length == 1 && group[0] is { Item: { PartOf: null, MayOverlap.Count: 0 } } alone && InUnits(group))
            {
                entries.Add(Entry(alone, classes.ClassOf(classes.AtomOf(alone)), Alone(alone.Item), 1, []));
                continue;
            }
            var atoms = group.GroupBy(classes.AtomOf).OrderBy(g => g.Key).Select(g => (Atom: g.Key, Amounts: g.OrderBy(a => a.Version).ToArray())).ToArray();
            if (atoms.Length > MostAtoms || group.Any(a => a.EngagementId != group[0].EngagementId || a.Rest != group[0].Rest || a.Earliest != group[0].Earliest || a.Latest != group[0].Latest)
                || !InUnits(group) || group.SelectMany(a => a.Named).Any(n => group.All(a => a.Item.Id != n))) { left.Add(group); continue; }
            var classOf = atoms.ToDictionary(a => a.Atom, a => classes.ClassOf(a.Atom));
            foreach (var (slot, kind, mask, sum) in Joint(atoms, classes))
            {
                int[] of = [.. atoms.Where((_, i) => (mask & 1 << i) != 0).Select(a => a.Atom)];
                // Those of one atom are also what stands on its rung.
                if (of.Length > 1) entries.Add(Entry(group[0], classes.ClassOf(of, slot, kind), sum, 0, []));
            }
            foreach (var (atom, own) in atoms)
            {
                var first = own[0];
                MoneyOther[] others = [.. group.Where(a => a != first).Select(a => new MoneyOther { Version = a.Version, Class = classOf[classes.AtomOf(a)] })];
                var (rung, direction) = (classes.Atoms[atom].Rung, classes.Atoms[atom].Direction);
                var entry = Entry(first, classOf[atom], Of(PledgeTotals.OnRung(own.Select(a => a.Item), rung, direction).Lines).GetValueOrDefault(first.Item.Kind), own.Length, others);
                entries.Add(entry with { Unit = entry.Unit with { Size = own.Max(a => SizeOf(a.Item)) } });
            }
        }
        return entries;
    }

    // What each choice of at least two atoms adds beyond what fewer of them add.
    private static IEnumerable<(int Slot, MoneyKind Kind, int Mask, (long Low, long High, int Items, int Open) Sum)> Joint((int Atom, TalliedAmount[] Amounts)[] atoms, MoneyClasses classes)
    {
        if (atoms.Length < 2) yield break;
        var of = Array.ConvertAll(atoms, a => classes.Atoms[a.Atom]);
        var slots = of.Select(a => a.Direction).Distinct().Select(d => (Slot: MoneyTally.SlotOf(d), Total: (Func<IEnumerable<TotalItem>, PledgeTotal>)(items => PledgeTotals.Of(items, d))))
            .Concat(of.Select(a => (a.Rung, a.Direction)).Distinct().Select(a => (MoneyTally.SlotOf(a.Rung, a.Direction), (Func<IEnumerable<TotalItem>, PledgeTotal>)(items => PledgeTotals.OnRung(items, a.Rung, a.Direction)))));
        foreach (var (slot, total) in slots)
        {
            var sums = new Dictionary<MoneyKind, (long Low, long High, int Items, int Open)>[1 << atoms.Length];
            sums[0] = [];
            for (var mask = 1; mask < sums.Length; mask++) sums[mask] = Of(total(atoms.Where((_, i) => (mask & 1 << i) != 0).SelectMany(a => a.Amounts).Select(a => a.Item)).Lines);
            foreach (var kind in of.Select(a => a.Kind).Distinct())
            {
                var own = Array.ConvertAll(sums, s => s.GetValueOrDefault(kind));
                for (var bit = 1; bit < own.Length; bit <<= 1)
                    for (var mask = 0; mask < own.Length; mask++)
                        if ((mask & bit) != 0 && own[mask ^ bit] is var less) own[mask] = (own[mask].Low - less.Low, own[mask].High - less.High, own[mask].Items - less.Items, own[mask].Open - less.Open);
                for (var mask = 1; mask < own.Length; mask++)
                    if ((mask & mask - 1) != 0 && own[mask] != default) yield return (slot, kind, mask, own[mask]);
            }
        }
    }

    private static Dictionary<MoneyKind, (long Low, long High, int Items, int Open)> Of(IEnumerable<TotalLine> lines)
    {
        var sums = new Dictionary<MoneyKind, (long Low, long High, int Items, int Open)>();
        foreach (var line in lines.Where(l => l.Role is TotalRole.Counted or TotalRole.HighOnly))
        {
            var sum = sums.GetValueOrDefault(line.Item.Kind);
            sums[line.Item.Kind] = (sum.Low + (long)(line.Low * SlotSum.Scale), sum.High + (long)(line.High * SlotSum.Scale), sum.Items + 1, sum.Open + (line.Item.Usd!.Value.IsOpenAbove ? 1 : 0));
        }
        return sums;
    }

    // What an amount that nothing contains or repeats adds to the sum of its rung: itself, unless it is a stock or has no rate.
    private static (long Low, long High, int Items, int Open) Alone(TotalItem item) => item is { Kind: not MoneyKind.Stock, Usd: { } usd }
        ? ((long)(usd.Floor * SlotSum.Scale), (long)((usd.High ?? usd.Floor) * SlotSum.Scale), 1, usd.IsOpenAbove ? 1 : 0) : default;

    private static MoneyEntry Entry(TalliedAmount first, int of, (long Low, long High, int Items, int Open) sum, int amounts, MoneyOther[] others) => new(first.Rest, of, new MoneyUnit
    {
        Version = first.Version, From = first.Earliest.DayNumber, To = first.Latest.DayNumber, Low = sum.Low, High = sum.High, Items = sum.Items, Open = sum.Open, Amounts = amounts, Size = amounts > 0 ? SizeOf(first.Item) : 0,
    }, others);

    private static long SizeOf(TotalItem item) => (long)((item.Usd?.Floor ?? 0) * SlotSum.Scale);

    // Whether what some amounts add up to fits.
    private static bool InUnits(TalliedAmount[] amounts) => amounts.Sum(a => a.Item.Usd is { } usd ? Math.Abs(usd.Floor) + Math.Abs(usd.High ?? 0) : 0) < long.MaxValue / SlotSum.Scale / 4;

    // Amounts that contain or may repeat each other, through others too.
    private static IEnumerable<TalliedAmount[]> Groups(IReadOnlyList<TalliedAmount> amounts)
    {
        var linked = amounts.Where(a => a.Named.Any()).SelectMany(a => a.Named.Append(a.Item.Id)).ToHashSet(StringComparer.Ordinal);
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
            foreach (var other in amount.Named)
                if (Root(other) is var a && Root(amount.Item.Id) is var b && a != b) parent[a] = b;
        }
        foreach (var group in byId.Values.GroupBy(a => Root(a.Item.Id), StringComparer.Ordinal)) yield return [.. group.OrderBy(a => a.Version)];
    }
}
