using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>A record with the claims that carry it.</summary>
public sealed record Claimed<T>(T Record, IReadOnlyList<Claim> Claims);

/// <summary>A person with the number of engagements of the view that they take part in.</summary>
public sealed record PersonLine(Person Person, int Engagements, IReadOnlyList<Claim> Claims);

/// <summary>An institution with the number of engagements of the view that it takes part in.</summary>
public sealed record OrganisationLine(Organisation Organisation, int Engagements, IReadOnlyList<Claim> Claims);

/// <summary>Claims on one property of one engagement that contradict each other, the preferred first.</summary>
public sealed record Contradiction(string EngagementId, string Title, ClaimProperty Property, IReadOnlyList<Claim> Claims)
{
    /// <summary>The contradictions among claims on engagements.</summary>
    /// <param name="claims">Claims on the engagements.</param>
    /// <param name="titles">Titles of the engagements by id.</param>
    public static IReadOnlyList<Contradiction> Of(IEnumerable<Claim> claims, IReadOnlyDictionary<string, string> titles) =>
    [
        .. claims.GroupBy(c => (c.RecordId, c.Property, c.MoneyId)).Where(g => g.Any(c => c.Rank != Rank.Normal)).OrderBy(g => g.Key.RecordId, StringComparer.Ordinal).ThenBy(g => g.Key.Property)
            .Select(g => new Contradiction(g.Key.RecordId, titles[g.Key.RecordId], g.Key.Property, [.. g.OrderBy(c => c.Rank).ThenBy(c => c.Order)])),
    ];
}

/// <summary>A source with the number of its claims in the view.</summary>
public sealed record SourceLine(Source Source, int Claims)
{
    /// <summary>The sources of the claims on engagements, those with most claims first.</summary>
    public static async Task<IReadOnlyList<SourceLine>> OfAsync(BoardDb db, IQueryable<Engagement> engagements, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var counts = await db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Engagement && engagements.Any(e => e.Id == c.RecordId)).GroupBy(c => c.SourceId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        string[] ids = [.. counts.Keys];
        return [.. (await db.Sources.KnownAt(asOf).Where(s => ids.Contains(s.Id)).ToListAsync(cancel)).Select(s => new SourceLine(s, counts[s.Id])).OrderByDescending(s => s.Claims).ThenBy(s => s.Source.Id, StringComparer.Ordinal)];
    }
}

/// <summary>What stands around the engagements of a country or an actor: context, people, contradictions, sources; and the names of those who voiced the positions, by id.</summary>
public sealed record PartyProfile(IReadOnlyList<Claimed<Indicator>> Indicators, IReadOnlyList<Claimed<Stance>> Stances, IReadOnlyList<PersonLine> People,
    IReadOnlyList<OrganisationLine> Organisations, IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<SourceLine> Sources, IReadOnlyDictionary<string, Source> SourceById,
    IReadOnlyDictionary<string, string> Voices)
{
    /// <summary>The last day on which any of the sources was read.</summary>
    public DateOnly? LastReviewed => Sources.Count == 0 ? null : Sources.Max(s => s.Source.Reviewed);

    /// <summary>The profile as tables of data.</summary>
    public IEnumerable<DataTable> Tables(DataTables tables) =>
        [tables.Indicators(Indicators), tables.Stances(Stances), tables.People(People.Select(p => (p.Person, p.Engagements))), tables.Organisations(Organisations.Select(o => (o.Organisation, o.Engagements))), tables.Sources(Sources)];

    // Most indicators and positions, and most people and institutions that are the party's own without being named in an engagement of its page.
    private const int Most = 100;

    /// <summary>Reads the profile of a party over the engagements that its page lists.</summary>
    public static async Task<PartyProfile> ReadAsync(BoardDb db, string partyId, Listing listing, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var indicators = await db.Indicators.KnownAt(asOf).Where(i => i.PartyId == partyId && (filter.From == null || i.Latest >= filter.From) && (filter.To == null || i.Earliest <= filter.To))
            .OrderByDescending(i => i.Latest).ThenBy(i => i.Id).Take(Most).ToListAsync(cancel);
        var stances = await db.Stances.KnownAt(asOf).Where(s => s.HolderId == partyId && (filter.From == null || s.Latest >= filter.From) && (filter.To == null || s.Earliest <= filter.To))
            .OrderByDescending(s => s.Latest).ThenBy(s => s.Id).Take(Most).ToListAsync(cancel);
        string[] listed = [.. listing.Shown.Select(r => r.Id)];
        var engagements = db.Engagements.KnownAt(asOf).Where(e => listed.Contains(e.Id));
        var peopleCounts = await engagements.SelectMany(e => e.People).GroupBy(p => p.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var organisationCounts = await engagements.SelectMany(e => e.Organisations).GroupBy(o => o.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        string[] peopleIds = [.. peopleCounts.Keys], organisationIds = [.. organisationCounts.Keys];
        var people = await db.People.KnownAt(asOf).Where(p => peopleIds.Contains(p.Id)).ToListAsync(cancel);
        people.AddRange(await db.People.KnownAt(asOf).Where(p => p.PartyId == partyId && !peopleIds.Contains(p.Id)).OrderBy(p => p.Id).Take(Most).ToListAsync(cancel));
        var organisations = await db.Organisations.KnownAt(asOf).Where(o => organisationIds.Contains(o.Id)).ToListAsync(cancel);
        organisations.AddRange(await db.Organisations.KnownAt(asOf).Where(o => o.PartyId == partyId && !organisationIds.Contains(o.Id)).OrderBy(o => o.Id).Take(Most).ToListAsync(cancel));

        string[] voiceIds = [.. stances.SelectMany(s => s.People).Distinct()];
        var voices = await db.People.KnownAt(asOf).Where(p => voiceIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, StringComparer.Ordinal, cancel);

        var engagementClaims = await db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Engagement && listed.Contains(c.RecordId)).ToListAsync(cancel);
        var titles = listing.Shown.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal);
        var around = new Dictionary<RecordKind, string[]>
        {
            [RecordKind.Indicator] = [.. indicators.Select(i => i.Id)], [RecordKind.Stance] = [.. stances.Select(s => s.Id)],
            [RecordKind.Person] = [.. people.Select(p => p.Id)], [RecordKind.Organisation] = [.. organisations.Select(o => o.Id)],
        };
        var claims = new List<Claim>();
        foreach (var (kind, ids) in around)
            claims.AddRange(await db.Claims.KnownAt(asOf).Where(c => c.RecordKind == kind && ids.Contains(c.RecordId)).OrderBy(c => c.Order).ToListAsync(cancel));
        var byRecord = claims.ToLookup(c => (c.RecordKind, c.RecordId));

        var sourceCounts = engagementClaims.Concat(claims.Where(c => c.RecordKind is RecordKind.Indicator or RecordKind.Stance)).CountBy(c => c.SourceId).ToDictionary(StringComparer.Ordinal);
        string[] sourceIds = [.. sourceCounts.Keys.Union(claims.Select(c => c.SourceId))];
        var sources = await db.Sources.KnownAt(asOf).Where(s => sourceIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancel);

        return new PartyProfile(
            [.. indicators.Select(i => new Claimed<Indicator>(i, [.. byRecord[(RecordKind.Indicator, i.Id)]]))],
            [.. stances.Select(s => new Claimed<Stance>(s, [.. byRecord[(RecordKind.Stance, s.Id)]]))],
            [.. people.Select(p => new PersonLine(p, peopleCounts.GetValueOrDefault(p.Id), [.. byRecord[(RecordKind.Person, p.Id)]])).OrderByDescending(p => p.Engagements).ThenBy(p => p.Person.Name, StringComparer.Ordinal)],
            [.. organisations.Select(o => new OrganisationLine(o, organisationCounts.GetValueOrDefault(o.Id), [.. byRecord[(RecordKind.Organisation, o.Id)]])).OrderByDescending(o => o.Engagements).ThenBy(o => o.Organisation.Name, StringComparer.Ordinal)],
            Contradiction.Of(engagementClaims, titles),
            [.. sourceCounts.Select(c => new SourceLine(sources[c.Key], c.Value)).OrderByDescending(s => s.Claims).ThenBy(s => s.Source.Id, StringComparer.Ordinal)],
            sources, voices);
    }
}
