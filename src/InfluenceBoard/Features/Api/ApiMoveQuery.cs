using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads moves and counter-moves.</summary>
public sealed class ApiMoveQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the moves of which at least one end passes the filter, by id.</summary>
    public async Task<ApiList<ApiMove>> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = Standing(db);
        if (!call.Filter.IsEmpty) all = all.Where(m => db.Engagements(call.Filter, call.AsOf).Any(e => e.Id == m.FromId || e.Id == m.ToId));
        if (call.Words<Relation>(ApiParameter.Relation) is { Length: > 0 } relations) all = all.Where(m => relations.Contains(m.Relation));
        if (call.Says(ApiParameter.Asserted, "others")) all = all.Where(m => m.AssertedBy != AssertedBy.Editor);
        var rows = await call.Page(all).ToListAsync(cancel);
        return await call.ListAsync(await all.CountAsync(cancel), rows, m => m.Id, shown => RecordsAsync(db, shown, cancel));
    }

    /// <summary>The move of an id.</summary>
    public async Task<ApiItem<ApiMove>?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Standing(db).FirstOrDefaultAsync(m => m.Id == id, cancel) is { } row ? new ApiItem<ApiMove> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    // As on the pages, a link whose end did not stand is left out.
    private IQueryable<Move> Standing(BoardDb db)
    {
        var engagements = db.Engagements.KnownAt(call.AsOf);
        return db.Moves.KnownAt(call.AsOf).Where(m => engagements.Any(e => e.Id == m.FromId) && engagements.Any(e => e.Id == m.ToId));
    }

    private async Task<IReadOnlyList<ApiMove>> RecordsAsync(BoardDb db, IReadOnlyList<Move> rows, CancellationToken cancel)
    {
        string[] ids = [.. rows.Select(m => m.Id)];
        var links = await MoveScope.ReadAsync(db.Moves.KnownAt(call.AsOf).Where(m => ids.Contains(m.Id)), db, call.AsOf, cancel);
        return
        [
            .. links.Links.OrderBy(l => l.Move.Id, StringComparer.Ordinal).Select(l => new ApiMove
            {
                Id = l.Move.Id, Url = places.Url(u => u.Move(l.Move.Id)), Self = places.Self("moves", l.Move.Id), From = End(l.From), To = End(l.To), Relation = l.Move.Relation, AssertedBy = l.Move.AssertedBy, Who = l.Move.Who,
                Order = l.Order, Note = l.Move.Note, Claims = [.. l.Claims.Select(c => places.Claim(c))], Version = ApiVersion.Of(l.Move),
            }),
        ];
    }

    private ApiMoveEnd End(EngagementRow row) => new() { Id = row.Id, Url = places.Url(u => u.Engagement(row.Id)), Title = row.Title, Date = ApiDate.Of(row.Date, row.Earliest, row.Latest) };
}
