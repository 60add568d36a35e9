using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Bench.Generation;

/// <summary>What the seed files tell of how records are distributed: which parties meet, what they do, of what and when, with how many claims and amounts.</summary>
public sealed class SeedProfile
{
    private readonly Dictionary<string, List<SeedEngagement>> byParties;
    private readonly Dictionary<EngagementType, List<SeedEngagement>> byType;
    private readonly Dictionary<EngagementType, List<SeedEngagement>> paidByType;

    public SeedProfile(SeedSet set)
    {
        Set = set;
        byParties = set.Engagements.GroupBy(PartiesOf).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        byType = set.Engagements.GroupBy(e => e.Type).ToDictionary(g => g.Key, g => g.ToList());
        paidByType = byType.ToDictionary(t => t.Key, t => t.Value.Where(e => e.Money.Count > 0).ToList());
        Amounts = [.. set.Engagements.SelectMany(e => e.Money)];
        PartOfShare = (double)Amounts.Count(m => m.PartOf is not null) / Amounts.Count;
        OverlapShare = (double)Amounts.Count(m => m.MayOverlap.Count > 0) / Amounts.Count;
        Actors = [.. set.Parties.Where(p => p.Roles.Contains("actor")).OrderBy(p => p.Order).Select(p => p.Id)];
        NameOf = set.Parties.ToDictionary(p => p.Id, p => p.Names.EnInSentence ?? p.Names.En, StringComparer.Ordinal);
    }

    /// <summary>The records themselves.</summary>
    public SeedSet Set { get; }
    /// <summary>Every amount.</summary>
    public IReadOnlyList<SeedMoney> Amounts { get; }
    /// <summary>Share of amounts that are part of another, and that may overlap another.</summary>
    public double PartOfShare { get; }
    /// <inheritdoc cref="PartOfShare"/>
    public double OverlapShare { get; }
    /// <summary>Ids of the actors in their fixed order.</summary>
    public IReadOnlyList<string> Actors { get; }
    /// <summary>Names inside a sentence by id.</summary>
    public IReadOnlyDictionary<string, string> NameOf { get; }

    /// <summary>An engagement for its parties.</summary>
    public SeedEngagement Parties(ref Rng rng) => rng.Pick(Set.Engagements);

    /// <summary>A type, given the parties.</summary>
    public EngagementType Type(ref Rng rng, SeedEngagement parties) => rng.Pick(byParties[PartiesOf(parties)]).Type;

    /// <summary>An engagement of a type, for one property.</summary>
    public SeedEngagement Like(ref Rng rng, EngagementType type) => rng.Pick(byType[type]);

    /// <summary>An engagement of a type for its amounts; most have none.</summary>
    public IReadOnlyList<SeedMoney> Money(ref Rng rng, EngagementType type) =>
        paidByType[type] is { Count: > 0 } paid && rng.Happens((double)paid.Count / byType[type].Count) ? rng.Pick(paid).Money : [];

    private static string PartiesOf(SeedEngagement e) => $"{string.Join(',', e.By)}>{string.Join(',', e.Towards)}|{string.Join(',', e.About)}";
}
