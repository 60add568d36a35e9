using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Engagements;

/// <summary>A person or institution of an engagement and the part it played.</summary>
public sealed record Participant<T>(T Record, string? As);

/// <summary>Claims on one property, or on one amount; contradicting ones have the preferred first.</summary>
public sealed record ClaimGroup(ClaimProperty Property, string? MoneyId, IReadOnlyList<Claim> Claims)
{
    /// <summary>Whether claims of the group contradict each other.</summary>
    public bool IsContested => Claims.Any(c => c.Rank != Rank.Normal);
}

/// <summary>Everything an engagement page shows; <c>Moves</c> is its part of a chain, which reaches one or two links away.</summary>
public sealed record EngagementModel(Engagement Engagement, IReadOnlyList<Participant<Person>> People, IReadOnlyList<Participant<Organisation>> Organisations, IReadOnlyList<Place> Places,
    MoneyScope Money, IReadOnlyDictionary<string, MoneyItem> OtherMoney, IReadOnlyList<ClaimGroup> Claims, IReadOnlyDictionary<string, Source> Sources,
    MoveScope Moves, int Reach, IReadOnlyList<HistoryEntry> History, EngagementRow? Earlier, EngagementRow? Later);

/// <summary>Reads an engagement page.</summary>
public sealed class EngagementQuery(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Reads the page of an engagement as of a moment, or null when there was no such record.</summary>
    public async Task<EngagementModel?> ReadAsync(string id, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var engagement = await db.Engagements.KnownAt(asOf).WithParts().FirstOrDefaultAsync(e => e.Id == id, cancel);
        if (engagement is null) return null;

        string[] peopleIds = [.. engagement.People.Select(p => p.PersonId)], organisationIds = [.. engagement.Organisations.Select(o => o.OrganisationId)], placeIds = [.. engagement.Places.Select(p => p.PlaceId)];
        var people = (await db.OfIdsAsync<Person>(peopleIds, asOf, cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var organisations = (await db.OfIdsAsync<Organisation>(organisationIds, asOf, cancel)).ToDictionary(o => o.Id, StringComparer.Ordinal);
        var places = (await db.OfIdsAsync<Place>(placeIds, asOf, cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var money = await MoneyScope.OfAsync(await db.MoneyOfAsync([id], asOf, cancel), db, asOf, cancel);
        string[] others = [.. money.Rows.SelectMany(r => r.Item.MayOverlap.Append(r.Item.PartOfId)).OfType<string>().Distinct()];
        var otherMoney = (await db.OfIdsAsync<MoneyItem>(others, asOf, cancel)).ToDictionary(m => m.Id, StringComparer.Ordinal);

        var claims = await db.ClaimsOfAsync(RecordKind.Engagement, [id], asOf, cancel);
        var (moves, reach) = await MoveScope.AroundAsync(id, db, asOf, cancel);
        var sources = (await db.OfIdsAsync<Source>([.. claims.Select(c => c.SourceId).Distinct()], asOf, cancel)).ToDictionary(s => s.Id, StringComparer.Ordinal);

        var (earlier, later) = await db.NeighboursAsync(id, engagement.Latest, asOf, cancel);
        return new EngagementModel(engagement,
            [.. engagement.People.Select(p => new Participant<Person>(people[p.PersonId], p.As))], [.. engagement.Organisations.Select(o => new Participant<Organisation>(organisations[o.OrganisationId], o.As))],
            [.. engagement.Places.Select(p => places[p.PlaceId])], money, otherMoney,
            [.. claims.GroupBy(c => (c.Property, c.MoneyId)).OrderBy(g => g.Key.Property).Select(g => new ClaimGroup(g.Key.Property, g.Key.MoneyId, [.. g.OrderBy(c => c.Rank).ThenBy(c => c.Order)]))],
            sources, moves, reach, await HistoryAsync(db, id, asOf, cancel), earlier, later);
    }

    private static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(BoardDb db, string id, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var until = asOf ?? Versioned.Open;
        List<Versioned> versions =
        [
            .. await db.Engagements.Where(e => e.Id == id && e.KnownFrom <= until).WithParts().ToListAsync(cancel),
            .. await db.Claims.Where(c => c.RecordKind == RecordKind.Engagement && c.RecordId == id && c.KnownFrom <= until).ToListAsync(cancel),
            .. await db.Money.Where(m => m.EngagementId == id && m.KnownFrom <= until).ToListAsync(cancel),
        ];
        return await RecordHistory.ReadAsync(db, versions, asOf, cancel);
    }
}
