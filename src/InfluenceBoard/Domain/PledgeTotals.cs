namespace InfluenceBoard.Domain;

/// <summary>An amount as the totals see it.</summary>
/// <param name="Id">Stable id of the amount.</param>
/// <param name="Rung">Rung of the ladder.</param>
/// <param name="Kind">What the amount is.</param>
/// <param name="Direction">Which way it flows.</param>
/// <param name="Usd">The amount in US dollars at the rate its source states or at a dated rate; null when neither is known.</param>
/// <param name="PartOf">Id of the amount that contains it, if any.</param>
/// <param name="MayOverlap">Ids of amounts that it may wholly or partly repeat. Read both ways.</param>
public sealed record TotalItem(string Id, Rung Rung, MoneyKind Kind, Direction Direction, MoneyRange? Usd, string? PartOf, IReadOnlyCollection<string> MayOverlap);

/// <summary>What became of an amount in a total.</summary>
public enum TotalRole
{
    /// <summary>In both ends of the band.</summary>
    Counted,
    /// <summary>In the high end only: it may repeat a larger amount that is counted.</summary>
    HighOnly,
    /// <summary>Inside its parent, which is counted.</summary>
    InsideParent,
    /// <summary>A target: on a line of its own.</summary>
    Target,
    /// <summary>Lapsed: in no total.</summary>
    Lapsed,
    /// <summary>An existing total, not a flow: in no total.</summary>
    Stock,
    /// <summary>Flows another way than the total sums.</summary>
    OtherDirection,
    /// <summary>No rate to US dollars is known, so it cannot be summed.</summary>
    NoRate,
}

/// <summary>One amount with the part it plays in a total.</summary>
/// <param name="Item">The amount.</param>
/// <param name="Role">What became of it.</param>
/// <param name="Low">What it adds to the low end, in US dollars.</param>
/// <param name="High">What it adds to the high end, in US dollars; its low end where it is open above.</param>
/// <param name="Because">Id of the amount on whose account it adds less than itself: the larger one that it may repeat, or the one that contains it.</param>
public sealed record TotalLine(TotalItem Item, TotalRole Role, decimal Low = 0, decimal High = 0, string? Because = null);

/// <summary>The pledged total of a scope, as a band in US dollars with everything that it left out.</summary>
/// <param name="Low">What is certain: every may-overlap counted as inside the larger amount.</param>
/// <param name="High">All amounts taken as separate, over those with a stated high end; amounts open above enter with their low end.</param>
/// <param name="OpenEnded">How many of the counted amounts are open above.</param>
/// <param name="Kinds">Kinds that the band mixes, in vocabulary order.</param>
/// <param name="Lines">Every amount of the scope and the part it plays: the counted ones in the order in which they are added up, the largest first, then those left out.</param>
public sealed record PledgeTotal(decimal Low, decimal High, int OpenEnded, IReadOnlyList<MoneyKind> Kinds, IReadOnlyList<TotalLine> Lines)
{
    private readonly int? items;

    /// <summary>Number of amounts that the band is made of; of many, the lines name only the largest.</summary>
    public int Items { get => items ?? Lines.Count(l => l.Role is TotalRole.Counted or TotalRole.HighOnly); init => items = value; }

    /// <summary>Whether no amount is in the band. Not the same as a total of zero.</summary>
    public bool IsEmpty => Items == 0;
}

/// <summary>The rule by which totals are made. See docs/methodology.md.</summary>
public static class PledgeTotals
{
    /// <summary>Makes the pledged total of a scope.</summary>
    /// <param name="scope">Every amount of the scope, each once.</param>
    /// <param name="direction">The one direction that the total sums.</param>
    /// <remarks>An amount counts when its rung is pledge or above, once, at its own range. Targets, lapsed amounts and stocks never count.
    /// A part counts inside its nearest ancestor that counts in this scope, and by itself when none does. For the low end, an amount that may
    /// overlap a larger one is taken to be inside it and adds nothing; for the high end each is separate.</remarks>
    public static PledgeTotal Of(IEnumerable<TotalItem> scope, Direction direction = Direction.ActorToHost) =>
        Band([.. scope.DistinctBy(i => i.Id, StringComparer.Ordinal).OrderBy(i => i.Id, StringComparer.Ordinal)], i => i.Rung switch
        {
            Rung.Target => TotalRole.Target,
            Rung.Lapsed => TotalRole.Lapsed,
            _ => Exclusion(i, direction),
        });

    /// <summary>Makes the band of the amounts that stand on one rung, by the same rules; the only place where targets are summed, and by themselves.</summary>
    public static PledgeTotal OnRung(IEnumerable<TotalItem> scope, Rung rung, Direction direction = Direction.ActorToHost) =>
        Band([.. scope.Where(i => i.Rung == rung).DistinctBy(i => i.Id, StringComparer.Ordinal).OrderBy(i => i.Id, StringComparer.Ordinal)], i => Exclusion(i, direction));

    private static PledgeTotal Band(List<TotalItem> items, Func<TotalItem, TotalRole?> exclusion)
    {
        var byId = items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var roles = items.ToDictionary(i => i.Id, exclusion, StringComparer.Ordinal);

        var because = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in items.Where(i => roles[i.Id] is null))
            if (CountedAncestor(item, byId, roles) is { } parent)
            {
                roles[item.Id] = TotalRole.InsideParent;
                because[item.Id] = parent;
            }

        decimal low = 0, high = 0;
        var open = 0;
        var overlaps = Overlaps(items);
        var counted = new List<TotalLine>();
        // The largest first; of equal ones the one that is bounded, then by id, so that equal scopes give equal bands.
        foreach (var item in items.Where(i => roles[i.Id] is null).OrderByDescending(i => i.Usd!.Value.Floor).ThenBy(i => i.Usd!.Value.IsOpenAbove).ToList())
        {
            var range = item.Usd!.Value;
            if (range.IsOpenAbove) open++;
            var larger = overlaps.TryGetValue(item.Id, out var others) ? counted.FirstOrDefault(l => others.Contains(l.Item.Id))?.Item.Id : null;
            var line = new TotalLine(item, larger is null ? TotalRole.Counted : TotalRole.HighOnly, larger is null ? range.Floor : 0, range.High ?? range.Floor, larger);
            counted.Add(line);
            low += line.Low;
            high += line.High;
        }

        var left = items.Where(i => roles[i.Id] is not null).OrderBy(i => roles[i.Id]).ThenBy(i => i.Id, StringComparer.Ordinal).Select(i => new TotalLine(i, roles[i.Id]!.Value, Because: because.GetValueOrDefault(i.Id)));
        return new PledgeTotal(low, high, open, [.. counted.Select(l => l.Item.Kind).Distinct().Order()], [.. counted, .. left]);
    }

    private static TotalRole? Exclusion(TotalItem item, Direction direction) => item switch
    {
        { Kind: MoneyKind.Stock } => TotalRole.Stock,
        _ when item.Direction != direction => TotalRole.OtherDirection,
        { Usd: null } => TotalRole.NoRate,
        _ => null,
    };

    // The nearest ancestor that counts. One with no rate cannot be summed, so its parts stand for themselves.
    private static string? CountedAncestor(TotalItem item, Dictionary<string, TotalItem> byId, Dictionary<string, TotalRole?> roles)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { item.Id };
        for (var id = item.PartOf; id is not null && seen.Add(id) && byId.TryGetValue(id, out var parent); id = parent.PartOf)
            if (roles[id] is null or TotalRole.InsideParent) return id;
        return null;
    }

    private static Dictionary<string, HashSet<string>> Overlaps(List<TotalItem> items)
    {
        var links = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var item in items)
            foreach (var other in item.MayOverlap)
            {
                (links.TryGetValue(item.Id, out var mine) ? mine : links[item.Id] = new(StringComparer.Ordinal)).Add(other);
                (links.TryGetValue(other, out var theirs) ? theirs : links[other] = new(StringComparer.Ordinal)).Add(item.Id);
            }
        return links;
    }
}
