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
    /// <summary>Most indicators and positions, and most people and institutions that are the party's own without being named in an engagement of its page.</summary>
    public const int Most = 25;

    /// <summary>Whether there are more of any of these.</summary>
    public bool IsCut { get; init; }

    /// <summary>The last day on which any of the sources was read.</summary>
    public DateOnly? LastReviewed => Sources.Count == 0 ? null : Sources.Max(s => s.Source.Reviewed);

    /// <summary>The profile as tables of data.</summary>
    public IEnumerable<DataTable> Tables(DataTables tables) =>
        [tables.Indicators(Indicators), tables.Stances(Stances), tables.People(People.Select(p => (p.Person, p.Engagements))), tables.Organisations(Organisations.Select(o => (o.Organisation, o.Engagements))), tables.Sources(Sources)];

    private static readonly Func<BoardDb, DateTimeOffset, string, DateOnly, DateOnly, IAsyncEnumerable<Indicator>> IndicatorsOf = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string party, DateOnly from, DateOnly to) =>
        db.Indicators.Where(i => i.PartyId == party && i.Latest >= from && i.Earliest <= to && i.KnownTo > at && i.KnownFrom <= at).OrderByDescending(i => i.Latest).ThenBy(i => i.Id).Take(Most + 1));

    private static readonly Func<BoardDb, DateTimeOffset, string, DateOnly, DateOnly, IAsyncEnumerable<Stance>> StancesOf = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string party, DateOnly from, DateOnly to) =>
        db.Stances.Where(s => s.HolderId == party && s.Latest >= from && s.Earliest <= to && s.KnownTo > at && s.KnownFrom <= at).OrderByDescending(s => s.Latest).ThenBy(s => s.Id).Take(Most + 1));

    // Ids of those who are named in engagements, once for each.
    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<string>> PeopleIn = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.Engagements.Where(e => db.Texts(engagements).Select(t => t.Value).Contains(e.Id) && e.KnownTo > at && e.KnownFrom <= at).SelectMany(e => e.People).Select(p => p.PersonId));

    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<string>> OrganisationsIn = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.Engagements.Where(e => db.Texts(engagements).Select(t => t.Value).Contains(e.Id) && e.KnownTo > at && e.KnownFrom <= at).SelectMany(e => e.Organisations).Select(o => o.OrganisationId));

    private static readonly Func<BoardDb, DateTimeOffset, string, int, IAsyncEnumerable<Person>> OwnPeople = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string party, int most) =>
        db.People.Where(p => p.PartyId == party && p.KnownTo > at && p.KnownFrom <= at).OrderBy(p => p.Id).Take(most));

    private static readonly Func<BoardDb, DateTimeOffset, string, int, IAsyncEnumerable<Organisation>> OwnOrganisations = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string party, int most) =>
        db.Organisations.Where(o => o.PartyId == party && o.KnownTo > at && o.KnownFrom <= at).OrderBy(o => o.Id).Take(most));

    /// <summary>Reads the profile of a party over the engagements that its page lists.</summary>
    public static async Task<PartyProfile> ReadAsync(BoardDb db, string partyId, Listing listing, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var at = asOf ?? KnownVersions.Present;
        var (from, to) = (filter.From ?? DateOnly.MinValue, filter.To ?? DateOnly.MaxValue);
        var isCut = false;
        var indicators = Cut(await IndicatorsOf(db, at, partyId, from, to).ToListAsync(cancel));
        var stances = Cut(await StancesOf(db, at, partyId, from, to).ToListAsync(cancel));
        string[] listed = [.. listing.Shown.Select(r => r.Id)];
        var (people, peopleCounts) = await NamedAsync(PeopleIn, OwnPeople);
        var (organisations, organisationCounts) = await NamedAsync(OrganisationsIn, OwnOrganisations);
        var voices = (await db.OfIdsAsync<Person>([.. stances.SelectMany(s => s.People).Distinct()], asOf, cancel)).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);

        var engagementClaims = await db.ClaimsOfAsync(RecordKind.Engagement, listed, asOf, cancel);
        var titles = listing.Shown.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal);
        List<Claim> claims =
        [
            .. await db.ClaimsOfAsync(RecordKind.Indicator, [.. indicators.Select(i => i.Id)], asOf, cancel), .. await db.ClaimsOfAsync(RecordKind.Stance, [.. stances.Select(s => s.Id)], asOf, cancel),
            .. await db.ClaimsOfAsync(RecordKind.Person, [.. people.Select(p => p.Id)], asOf, cancel), .. await db.ClaimsOfAsync(RecordKind.Organisation, [.. organisations.Select(o => o.Id)], asOf, cancel),
        ];
        var byRecord = claims.ToLookup(c => (c.RecordKind, c.RecordId));

        var sourceCounts = engagementClaims.Concat(claims.Where(c => c.RecordKind is RecordKind.Indicator or RecordKind.Stance)).CountBy(c => c.SourceId).ToDictionary(StringComparer.Ordinal);
        var sources = (await db.OfIdsAsync<Source>([.. sourceCounts.Keys.Union(claims.Select(c => c.SourceId))], asOf, cancel)).ToDictionary(s => s.Id, StringComparer.Ordinal);

        return new PartyProfile(
            [.. indicators.Select(i => new Claimed<Indicator>(i, [.. byRecord[(RecordKind.Indicator, i.Id)]]))],
            [.. stances.Select(s => new Claimed<Stance>(s, [.. byRecord[(RecordKind.Stance, s.Id)]]))],
            [.. people.Select(p => new PersonLine(p, peopleCounts.GetValueOrDefault(p.Id), [.. byRecord[(RecordKind.Person, p.Id)]])).OrderByDescending(p => p.Engagements).ThenBy(p => p.Person.Name, StringComparer.Ordinal)],
            [.. organisations.Select(o => new OrganisationLine(o, organisationCounts.GetValueOrDefault(o.Id), [.. byRecord[(RecordKind.Organisation, o.Id)]])).OrderByDescending(o => o.Engagements).ThenBy(o => o.Organisation.Name, StringComparer.Ordinal)],
            Contradiction.Of(engagementClaims, titles),
            [.. sourceCounts.Select(c => new SourceLine(sources[c.Key], c.Value)).OrderByDescending(s => s.Claims).ThenBy(s => s.Source.Id, StringComparer.Ordinal)],
            sources, voices) { IsCut = isCut };

        List<T> Cut<T>(List<T> read)
        {
            isCut |= read.Count > Most;
            return read.Count > Most ? read[..Most] : read;
        }

        // Those named in the listed engagements, with how often, then others of the party.
        async Task<(List<T> Records, Dictionary<string, int> Counts)> NamedAsync<T>(Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<string>> named, Func<BoardDb, DateTimeOffset, string, int, IAsyncEnumerable<T>> own) where T : Versioned
        {
            var counts = listed.Length == 0 ? [] : (await named(db, at, KnownRecords.List(listed)).ToListAsync(cancel)).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
            List<T> records = [.. await db.OfIdsAsync<T>([.. counts.Keys], asOf, cancel)];
            records.AddRange((await own(db, at, partyId, Most + counts.Count).ToListAsync(cancel)).Where(r => !counts.ContainsKey(r.Id)).Take(Most + 1));
            return (records, counts);
        }
    }
}
