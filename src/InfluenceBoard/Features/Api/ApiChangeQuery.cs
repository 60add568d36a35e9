using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads changes and what each of them did.</summary>
public sealed class ApiChangeQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the changes, the latest first.</summary>
    public async Task<ApiList<ApiChange>?> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = Known(db);
        if (call.MomentOf(ApiParameter.Since) is { } since) all = all.Where(c => c.At > since);
        var total = await all.CountAsync(cancel);
        if (call.After is { } after)
        {
            var last = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            all = all.Where(c => c.Id < last);
        }
        return await call.ListAsync(total, await all.OrderByDescending(c => c.Id).Take(call.Limit + 1).ToListAsync(cancel), c => c.Id.ToString(CultureInfo.InvariantCulture), rows => RecordsAsync(db, rows, cancel));
    }

    /// <summary>The change of a number.</summary>
    public async Task<ApiItem<ApiChange>?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await ChangeAsync(db, id, cancel) is { } row ? new ApiItem<ApiChange> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    /// <summary>A page of the records that a change touched, by kind and id.</summary>
    public async Task<ApiList<ApiChangedRecord>?> RecordsAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await ChangeAsync(db, id, cancel) is not { } change) return null;
        var all = Touched(db, [change.Id]);
        var total = await all.CountAsync(cancel);
        if (call.After?.Split('\n') is [var kind, var record]) all = all.Where(t => string.Compare(t.Kind, kind) > 0 || (t.Kind == kind && string.Compare(t.Id, record) > 0));
        var rows = await all.OrderBy(t => t.Kind).ThenBy(t => t.Id).Take(call.Limit + 1).ToListAsync(cancel);
        return await call.ListAsync(total, rows, t => t.Kind + "\n" + t.Id, shown => Task.FromResult<IReadOnlyList<ApiChangedRecord>>([.. shown.Select(t => Record(t, change.At))]));
    }

    private IQueryable<Change> Known(BoardDb db) => db.Changes.Where(c => call.AsOf == null || c.At <= call.AsOf);

    private async Task<Change?> ChangeAsync(BoardDb db, string id, CancellationToken cancel) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await Known(db).FirstOrDefaultAsync(c => c.Id == number, cancel) : null;

    private async Task<IReadOnlyList<ApiChange>> RecordsAsync(BoardDb db, IReadOnlyList<Change> rows, CancellationToken cancel)
    {
        long[] ids = [.. rows.Select(c => c.Id)];
        var counts = await Touched(db, ids).GroupBy(t => new { t.ChangeId, t.Kind, t.What }).Select(g => new { g.Key.ChangeId, g.Key.Kind, g.Key.What, Count = g.Count() }).ToListAsync(cancel);
        return
        [
            .. rows.Select(c => new ApiChange
            {
                Id = c.Id, Url = places.ChangesAt(c.At), Self = places.Self("changes", Number(c)), At = c.At, Editor = c.Editor, Reason = c.Reason, Records = places.Self("changes", Number(c), "records"),
                Counts =
                [
                    .. counts.Where(n => n.ChangeId == c.Id).GroupBy(n => Word.Parse<RecordKind>(n.Kind)!.Value).OrderBy(g => g.Key).Select(g => new ApiChangeCount
                    {
                        Kind = g.Key, Opened = g.Where(n => n.What == (int)HistoryKind.Opened).Sum(n => n.Count), Changed = g.Where(n => n.What == (int)HistoryKind.Changed).Sum(n => n.Count), Withdrawn = g.Where(n => n.What == (int)HistoryKind.Withdrawn).Sum(n => n.Count),
                    }),
                ],
            }),
        ];
    }

    private ApiChangedRecord Record(Touch t, DateTimeOffset at) => new()
    {
        Kind = Word.Parse<RecordKind>(t.Kind)!.Value, Id = t.Id, What = (HistoryKind)t.What, Self = t.What == (int)HistoryKind.Withdrawn ? null : places.Self(Word.Parse<RecordKind>(t.Kind)!.Value, t.Id, at),
    };

    private static string Number(Change change) => change.Id.ToString(CultureInfo.InvariantCulture);

    private sealed record Touch
    {
        public required long ChangeId { get; init; }
        public required string Kind { get; init; }
        public required string Id { get; init; }
        public required int What { get; init; }
    }

    // What changes did to records of every kind, in one question.
    private static IQueryable<Touch> Touched(BoardDb db, long[] ids) =>
        Of(db.Parties, RecordKind.Party, ids).Concat(Of(db.Sources, RecordKind.Source, ids)).Concat(Of(db.People, RecordKind.Person, ids)).Concat(Of(db.Organisations, RecordKind.Organisation, ids))
            .Concat(Of(db.Places, RecordKind.Place, ids)).Concat(Of(db.Rates, RecordKind.Rate, ids)).Concat(Of(db.Engagements, RecordKind.Engagement, ids)).Concat(Of(db.Moves, RecordKind.Move, ids))
            .Concat(Of(db.Indicators, RecordKind.Indicator, ids)).Concat(Of(db.Stances, RecordKind.Stance, ids)).Concat(Of(db.Money, RecordKind.Money, ids)).Concat(Of(db.Surveys, RecordKind.Survey, ids))
            .Concat(Of(db.Claims, RecordKind.Claim, ids));

    // A version is a change of its record when the same change closed another one. One that was closed with no successor was withdrawn.
    private static IQueryable<Touch> Of<T>(IQueryable<T> versions, RecordKind kind, long[] ids) where T : Versioned
    {
        var word = Word.Of(kind);
        const int Opened = (int)HistoryKind.Opened, Changed = (int)HistoryKind.Changed, Withdrawn = (int)HistoryKind.Withdrawn;
        return versions.Where(v => ids.Contains(v.ChangeId)).Select(v => new Touch { ChangeId = v.ChangeId, Kind = word, Id = v.Id, What = versions.Any(b => b.Id == v.Id && b.ClosedById == v.ChangeId) ? Changed : Opened })
            .Concat(versions.Where(v => v.ClosedById != null && ids.Contains(v.ClosedById.Value) && !versions.Any(n => n.Id == v.Id && n.ChangeId == v.ClosedById)).Select(v => new Touch { ChangeId = v.ClosedById!.Value, Kind = word, Id = v.Id, What = Withdrawn }));
    }
}
