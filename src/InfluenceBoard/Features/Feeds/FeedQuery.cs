using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Feeds;

/// <summary>An engagement as feeds and calendars tell it.</summary>
/// <param name="Row">The engagement, as it stands or stood last.</param>
/// <param name="Summary">The board's words about it.</param>
/// <param name="First">The change that recorded it.</param>
/// <param name="Last">The change that last touched it, its claims or its amounts.</param>
/// <param name="Times">How many changes did.</param>
/// <param name="Steps">What the last change did.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="Places">Where.</param>
/// <param name="IsWithdrawn">Whether it does not stand any more; the last change says why.</param>
public sealed record FeedEntry(EngagementRow Row, string Summary, Change First, Change Last, int Times, IReadOnlyList<HistoryStep> Steps, IReadOnlyList<Source> Sources, IReadOnlyList<Place> Places, bool IsWithdrawn);

/// <summary>Reads the engagements of a filter by when they last changed.</summary>
public sealed class FeedQuery(IDbContextFactory<BoardDb> factory)
{
    // Withdrawn engagements that are looked through for those of a filter.
    private const int Withdrawn = 50;

    /// <summary>The engagements of a filter and those of it that were withdrawn, the last changed first.</summary>
    public async Task<IReadOnlyList<FeedEntry>> ReadAsync(BoardFilter filter, DateTimeOffset? asOf, int most, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var until = await ChangeLog.NumberAsync(db, asOf, cancel);
        if (until == 0) return [];
        string[] gone = [.. await GoneAsync(db, filter, asOf, until, cancel)];
        string[] ids = [.. (await ChangeLog.LastTouchedAsync(db, some => db.Engagements(filter, asOf).Select(e => e.Id).Where(id => some.Contains(id)), until, most, cancel)).Union(gone)];

        var versions = (await db.Engagements.Where(e => ids.Contains(e.Id) && e.ChangeId <= until).WithParts().ToListAsync(cancel)).ToLookup(e => e.Id, StringComparer.Ordinal);
        var claims = (await db.Claims.Where(c => c.RecordKind == RecordKind.Engagement && ids.Contains(c.RecordId) && c.ChangeId <= until).ToListAsync(cancel)).ToLookup(c => c.RecordId, StringComparer.Ordinal);
        var money = (await db.Money.Where(m => ids.Contains(m.EngagementId) && m.ChangeId <= until).ToListAsync(cancel)).ToLookup(m => m.EngagementId, StringComparer.Ordinal);
        var times = ids.Select(id => (Id: id, Changes: Numbers([.. versions[id], .. claims[id], .. money[id]]))).OrderByDescending(t => t.Changes.Max).ThenBy(t => t.Id, StringComparer.Ordinal).Take(most).ToList();
        long[] numbers = [.. times.SelectMany(t => new[] { t.Changes.Min, t.Changes.Max }).Distinct()];
        var changes = await db.Changes.Where(c => numbers.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        string[] sourceIds = [.. claims.SelectMany(g => g).Select(c => c.SourceId).Distinct()], placeIds = [.. versions.SelectMany(g => g).SelectMany(e => e.Places).Select(p => p.PlaceId).Distinct()];
        var sources = (await db.Sources.Where(s => sourceIds.Contains(s.Id) && s.ChangeId <= until).ToListAsync(cancel)).GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(s => s.ChangeId)!, StringComparer.Ordinal);
        var places = (await db.Places.Where(p => placeIds.Contains(p.Id) && p.ChangeId <= until).ToListAsync(cancel)).GroupBy(p => p.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(p => p.ChangeId)!, StringComparer.Ordinal);
        return
        [
            .. times.Select(t =>
            {
                var e = versions[t.Id].MaxBy(v => v.ChangeId)!;
                bool Stood(Versioned v) => v.KnownFrom <= e.KnownTo && v.KnownTo >= e.KnownTo && (v.ClosedById is not { } closed || closed > until || closed == e.ClosedById);
                List<Claim> its = [.. claims[t.Id].Where(Stood).OrderBy(c => c.Order)];
                var row = new EngagementRow(e.Id, e.Title, e.Date, e.Earliest, e.Latest, e.Type, e.Status, e.Parties, [.. e.Topics.Select(x => x.Topic)], [.. money[t.Id].Where(Stood).OrderBy(m => m.Id, StringComparer.Ordinal)], its.DistinctBy(c => c.SourceId).Count(), its.Any(c => c.Rank != Rank.Normal));
                return new FeedEntry(row, e.Summary, changes[t.Changes.Min], changes[t.Changes.Max], t.Changes.Count, [.. RecordHistory.Of([.. versions[t.Id], .. claims[t.Id], .. money[t.Id]], [changes[t.Changes.Max]]).SelectMany(h => h.Steps)],
                    [.. its.Select(c => c.SourceId).Distinct().Select(s => sources[s])], [.. e.Places.Select(p => places[p.PlaceId])], gone.Contains(t.Id));
            }),
        ];

        SortedSet<long> Numbers(IEnumerable<Versioned> its) => [.. its.SelectMany(v => new[] { v.ChangeId, v.ClosedById ?? v.ChangeId }).Where(n => n <= until)];
    }

    // Whether a withdrawn engagement passed the filter is asked of the moment before it went.
    private static async Task<IReadOnlyList<string>> GoneAsync(BoardDb db, BoardFilter filter, DateTimeOffset? asOf, long until, CancellationToken cancel)
    {
        var standing = db.Engagements.KnownAt(asOf).Select(e => e.Id);
        var last = await db.Engagements.Where(e => e.ClosedById != null && e.ClosedById <= until && !standing.Contains(e.Id)).GroupBy(e => e.Id).Select(g => new { g.Key, To = g.Max(e => e.KnownTo) })
            .OrderByDescending(g => g.To).Take(Withdrawn).ToListAsync(cancel);
        var gone = new List<string>();
        foreach (var one in last)
            if (await db.Engagements(filter, one.To.AddMilliseconds(-1)).AnyAsync(e => e.Id == one.Key, cancel)) gone.Add(one.Key);
        return gone;
    }
}
