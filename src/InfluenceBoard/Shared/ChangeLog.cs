using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>What one change did to one record: to itself, its claims and its amounts.</summary>
/// <param name="Change">The change.</param>
/// <param name="Record">The record.</param>
/// <param name="Version">The version that says what the record is called: the last up to the change.</param>
/// <param name="Kind">What became of the record itself: opened, withdrawn, or changed, if only by its claims or amounts.</param>
/// <param name="Steps">What happened to it and to its parts.</param>
public sealed record LoggedRecord(Change Change, RecordRef Record, Versioned Version, HistoryKind Kind, IReadOnlyList<HistoryStep> Steps);

/// <summary>Reads which records of a scope changed after one change of the board and up to another. Changes are told by their numbers, which grow with time.</summary>
public static class ChangeLog
{
    // One record touched by one change. A plain class, because the provider unites such rows in SQL.
    private sealed class Touch
    {
        public long Change { get; init; }
        public RecordKind Kind { get; init; }
        public required string Id { get; init; }
    }

    /// <summary>Number of the last change up to a moment; 0 when there was none.</summary>
    public static async Task<long> NumberAsync(BoardDb db, DateTimeOffset? moment, CancellationToken cancel) =>
        await db.Changes.Where(c => moment == null || c.At <= moment).MaxAsync(c => (long?)c.Id, cancel) ?? 0;

    /// <summary>How many records of a scope were recorded, changed or withdrawn after one change and up to another.</summary>
    /// <param name="after">Number of the last change that is not counted.</param>
    /// <param name="until">Number of the last change that is.</param>
    public static async Task<int> CountAsync(BoardDb db, PageScope scope, long after, long until, CancellationToken cancel) =>
        after >= until ? 0 : await (await TouchesAsync(db, scope, after, until, cancel)).Select(t => new { t.Kind, t.Id }).Distinct().CountAsync(cancel);

    /// <summary>How many lines <see cref="ReadAsync"/> has: a record counts once for each change that touched it.</summary>
    public static async Task<int> LinesAsync(BoardDb db, PageScope scope, long after, long until, CancellationToken cancel) =>
        after >= until ? 0 : await (await TouchesAsync(db, scope, after, until, cancel)).CountAsync(cancel);

    // Changes that are looked through at first, from the last back; with every look that finds too few, four times as many.
    private const long FirstLook = 16;

    // Ids that are asked for at a time.
    private const int Batch = 500;

    /// <summary>Ids of engagements by the last change that touched them, themselves or by their claims and amounts: the last changed first, then by id.</summary>
    /// <param name="among">Those of some ids that are wanted.</param>
    /// <param name="until">Number of the last change that counts.</param>
    public static async Task<IReadOnlyList<string>> LastTouchedAsync(BoardDb db, Func<string[], IQueryable<string>> among, long until, int most, CancellationToken cancel)
    {
        var scope = new PageScope { Kinds = [RecordKind.Engagement] };
        var (found, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var (upper, look) = (until, FirstLook); upper > 0 && found.Count < most; look *= 4)
        {
            var lower = Math.Max(0, upper - look);
            var touched = await (await TouchesAsync(db, scope, lower, upper, cancel)).Where(t => t.Kind == RecordKind.Engagement).GroupBy(t => t.Id).Select(g => new { g.Key, Last = g.Max(t => t.Change) }).ToListAsync(cancel);
            foreach (var some in touched.OrderByDescending(t => t.Last).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key).Where(seen.Add).Chunk(Batch))
            {
                if (found.Count >= most) break;
                var passing = (await among(some).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
                found.AddRange(some.Where(passing.Contains).Take(most - found.Count));
            }
            upper = lower;
        }
        return found;
    }

    /// <summary>The moments at which a scope changed, up to a change, in their order; the latest when there are more than asked for.</summary>
    public static async Task<IReadOnlyList<DateTimeOffset>> MomentsAsync(BoardDb db, PageScope scope, long until, int most, CancellationToken cancel)
    {
        if (until == 0) return [];
        var touches = await TouchesAsync(db, scope, 0, until, cancel);
        return [.. (await touches.Select(t => t.Change).Distinct().Join(db.Changes, t => t, c => c.Id, (_, c) => c.At).Distinct().OrderByDescending(at => at).Take(most).ToListAsync(cancel)).Order()];
    }

    /// <summary>What happened in a scope after one change and up to another, latest first.</summary>
    public static async Task<IReadOnlyList<LoggedRecord>> ReadAsync(BoardDb db, PageScope scope, long after, long until, int skip, int take, CancellationToken cancel)
    {
        if (after >= until) return [];
        var touches = await (await TouchesAsync(db, scope, after, until, cancel)).OrderByDescending(t => t.Change).ThenBy(t => t.Kind).ThenBy(t => t.Id).Skip(skip).Take(take).ToListAsync(cancel);
        long[] numbers = [.. touches.Select(t => t.Change).Distinct()];
        var changes = await db.Changes.Where(c => numbers.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        var own = new Dictionary<RecordRef, List<Versioned>>();
        var parts = new Dictionary<RecordRef, List<Versioned>>();
        foreach (var kind in touches.GroupBy(t => t.Kind, t => t.Id))
        {
            string[] ids = [.. kind.Distinct()];
            foreach (var version in await VersionsAsync(db, kind.Key, ids, cancel)) Add(own, version);
            foreach (var claim in await db.Claims.Where(c => c.RecordKind == kind.Key && ids.Contains(c.RecordId)).ToListAsync(cancel)) Add(parts, claim);
            if (kind.Key == RecordKind.Engagement)
                foreach (var amount in await db.Money.Where(m => ids.Contains(m.EngagementId)).ToListAsync(cancel)) Add(parts, amount);
        }
        return
        [
            .. touches.Select(t =>
            {
                var record = new RecordRef(t.Kind, t.Id);
                var versions = own.GetValueOrDefault(record) ?? [];
                var steps = RecordHistory.Of([.. versions, .. parts.GetValueOrDefault(record) ?? []], [changes[t.Change]]).SelectMany(e => e.Steps).ToList();
                var itself = RecordHistory.Of(versions, [changes[t.Change]]).SelectMany(e => e.Steps).FirstOrDefault();
                return new LoggedRecord(changes[t.Change], record, versions.Where(v => v.ChangeId <= t.Change).MaxBy(v => v.ChangeId) ?? versions[0], itself?.Kind ?? HistoryKind.Changed, steps);
            }),
        ];

        static void Add(Dictionary<RecordRef, List<Versioned>> to, Versioned version)
        {
            var owner = RecordRef.OwnerOf(version);
            if (to.TryGetValue(owner, out var list)) list.Add(version);
            else to.Add(owner, [version]);
        }
    }

    /// <summary>Every version of some records of a kind that others belong to.</summary>
    internal static async Task<IReadOnlyList<Versioned>> VersionsAsync(BoardDb db, RecordKind kind, string[] ids, CancellationToken cancel)
    {
        return kind switch
        {
            RecordKind.Party => await Of(db.Parties),
            RecordKind.Source => await Of(db.Sources),
            RecordKind.Person => await Of(db.People),
            RecordKind.Organisation => await Of(db.Organisations),
            RecordKind.Place => await Of(db.Places),
            RecordKind.Rate => await Of(db.Rates),
            RecordKind.Engagement => await Of(db.Engagements.WithParts()),
            RecordKind.Move => await Of(db.Moves),
            RecordKind.Indicator => await Of(db.Indicators),
            RecordKind.Stance => await Of(db.Stances),
            RecordKind.Survey => await Of(db.Surveys),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Claims and amounts belong to other records."),
        };

        async Task<IReadOnlyList<Versioned>> Of<T>(IQueryable<T> versions) where T : Versioned => await versions.Where(v => ids.Contains(v.Id)).ToListAsync(cancel);
    }

    // Every record of the scope that a change of the range opened, changed or closed, with the change. The engagements of a filter are those that passed it before the range or pass it after.
    private static async Task<IQueryable<Touch>> TouchesAsync(BoardDb db, PageScope scope, long after, long until, CancellationToken cancel)
    {
        var moments = await db.Changes.Where(c => c.Id == after || c.Id == until).ToDictionaryAsync(c => c.Id, c => c.At, cancel);
        IQueryable<Touch>? all = null;
        void Unite(IQueryable<Touch> touches) => all = all is null ? touches : all.Union(touches);
        string[] Own(RecordKind kind) => [.. scope.Records.Where(r => r.Kind == kind).Select(r => r.Id)];
        bool Every(RecordKind kind) => scope.Kinds.Contains(kind);

        void Of<T>(RecordKind kind, IQueryable<T> versions) where T : Versioned
        {
            Unite(versions.Where(v => v.ChangeId > after && v.ChangeId <= until).Select(v => new Touch { Change = v.ChangeId, Kind = kind, Id = v.Id }));
            Unite(versions.Where(v => v.ClosedById > after && v.ClosedById <= until).Select(v => new Touch { Change = v.ClosedById!.Value, Kind = kind, Id = v.Id }));
        }
        void Claims(RecordKind kind, IQueryable<Claim> claims)
        {
            Unite(claims.Where(v => v.ChangeId > after && v.ChangeId <= until).Select(v => new Touch { Change = v.ChangeId, Kind = kind, Id = v.RecordId }));
            Unite(claims.Where(v => v.ClosedById > after && v.ClosedById <= until).Select(v => new Touch { Change = v.ClosedById!.Value, Kind = kind, Id = v.RecordId }));
        }
        void Records<T>(RecordKind kind, IQueryable<T> versions, IQueryable<string>? more = null) where T : Versioned
        {
            var ids = Own(kind);
            if (Every(kind))
            {
                Of(kind, versions);
                Claims(kind, db.Claims.Where(c => c.RecordKind == kind));
            }
            else if (more is not null)
            {
                Of(kind, versions.Where(v => more.Contains(v.Id) || ids.Contains(v.Id)));
                Claims(kind, db.Claims.Where(c => c.RecordKind == kind && (more.Contains(c.RecordId) || ids.Contains(c.RecordId))));
            }
            else if (ids.Length > 0)
            {
                Of(kind, versions.Where(v => ids.Contains(v.Id)));
                Claims(kind, db.Claims.Where(c => c.RecordKind == kind && ids.Contains(c.RecordId)));
            }
        }

        string[] parties = Own(RecordKind.Party), sources = Own(RecordKind.Source);
        var isWhole = scope.Filter is { IsEmpty: true } || Every(RecordKind.Engagement);
        var engagements = scope.Filter is null || isWhole ? null
            : db.Engagements(scope.Filter, moments[until]).Select(e => e.Id).Union(db.Engagements(scope.Filter, after == 0 ? DateTimeOffset.MinValue : moments[after]).Select(e => e.Id));
        Records(RecordKind.Party, db.Parties);
        Records(RecordKind.Source, db.Sources);
        Records(RecordKind.Rate, db.Rates);
        Records(RecordKind.Survey, db.Surveys);
        Records(RecordKind.Place, db.Places);
        Records(RecordKind.Person, db.People, parties.Length == 0 ? null : db.People.Where(p => parties.Contains(p.PartyId)).Select(p => p.Id));
        Records(RecordKind.Organisation, db.Organisations, parties.Length == 0 ? null : db.Organisations.Where(o => o.PartyId != null && parties.Contains(o.PartyId)).Select(o => o.Id));
        Records(RecordKind.Indicator, db.Indicators, parties.Length == 0 ? null : db.Indicators.Where(i => parties.Contains(i.PartyId)).Select(i => i.Id));
        Records(RecordKind.Stance, db.Stances, parties.Length == 0 ? null : db.Stances.Where(s => parties.Contains(s.HolderId)).Select(s => s.Id));
        if (isWhole)
        {
            Of(RecordKind.Engagement, db.Engagements);
            Claims(RecordKind.Engagement, db.Claims.Where(c => c.RecordKind == RecordKind.Engagement));
            Amounts(db.Money);
            Of(RecordKind.Move, db.Moves);
            Claims(RecordKind.Move, db.Claims.Where(c => c.RecordKind == RecordKind.Move));
        }
        else
        {
            string[] own = Own(RecordKind.Engagement), people = Own(RecordKind.Person), organisations = Own(RecordKind.Organisation), places = Own(RecordKind.Place);
            void Also(bool isAsked, IQueryable<Engagement> more) { if (isAsked) engagements = engagements is null ? more.Select(e => e.Id) : engagements.Union(more.Select(e => e.Id)); }
            Also(own.Length > 0, db.Engagements.Where(e => own.Contains(e.Id)));
            Also(people.Length > 0, db.Engagements.Where(e => e.People.Any(p => people.Contains(p.PersonId))));
            Also(organisations.Length > 0, db.Engagements.Where(e => e.Organisations.Any(o => organisations.Contains(o.OrganisationId))));
            Also(places.Length > 0, db.Engagements.Where(e => e.Places.Any(p => places.Contains(p.PlaceId))));
            Records(RecordKind.Engagement, db.Engagements, engagements);
            if (engagements is not null) Amounts(db.Money.Where(m => engagements.Contains(m.EngagementId)));
            Records(RecordKind.Move, db.Moves, engagements is null ? null : db.Moves.Where(m => engagements.Contains(m.FromId) || engagements.Contains(m.ToId)).Select(m => m.Id));
        }
        if (sources.Length > 0)
        {
            var drawn = db.Claims.Where(c => sources.Contains(c.SourceId));
            Unite(drawn.Where(v => v.ChangeId > after && v.ChangeId <= until).Select(v => new Touch { Change = v.ChangeId, Kind = v.RecordKind, Id = v.RecordId }));
            Unite(drawn.Where(v => v.ClosedById > after && v.ClosedById <= until).Select(v => new Touch { Change = v.ClosedById!.Value, Kind = v.RecordKind, Id = v.RecordId }));
        }
        return all ?? db.Parties.Where(p => false).Select(p => new Touch { Change = 0, Kind = RecordKind.Party, Id = p.Id });

        void Amounts(IQueryable<MoneyItem> amounts)
        {
            Unite(amounts.Where(v => v.ChangeId > after && v.ChangeId <= until).Select(v => new Touch { Change = v.ChangeId, Kind = RecordKind.Engagement, Id = v.EngagementId }));
            Unite(amounts.Where(v => v.ClosedById > after && v.ClosedById <= until).Select(v => new Touch { Change = v.ClosedById!.Value, Kind = RecordKind.Engagement, Id = v.EngagementId }));
        }
    }
}
