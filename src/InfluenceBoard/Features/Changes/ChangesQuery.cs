using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Changes;

/// <summary>A page of the list of changes.</summary>
/// <param name="Lines">Records with what one change did to each, latest change first.</param>
/// <param name="All">How many lines there are.</param>
/// <param name="Records">How many records they are about.</param>
/// <param name="Page">The page that is shown, from 1.</param>
public sealed record ChangesModel(IReadOnlyList<LoggedRecord> Lines, int All, int Records, int Page)
{
    /// <summary>Lines on a page.</summary>
    public const int Size = 50;

    /// <summary>Number of pages.</summary>
    public int Pages => Math.Max(1, (All + Size - 1) / Size);
}

/// <summary>Reads what changed.</summary>
public sealed class ChangesQuery(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Reads a page of what changed in a view up to a moment.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task<ChangesModel> ReadAsync(ChangesView view, DateTimeOffset? asOf, int page, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (after, until) = await RangeAsync(db, view, asOf, cancel);
        var all = await ChangeLog.LinesAsync(db, view.Scope, after, until, cancel);
        var shown = Math.Clamp(page, 1, Math.Max(1, (all + ChangesModel.Size - 1) / ChangesModel.Size));
        return new ChangesModel(await ChangeLog.ReadAsync(db, view.Scope, after, until, (shown - 1) * ChangesModel.Size, ChangesModel.Size, cancel), all, await ChangeLog.CountAsync(db, view.Scope, after, until, cancel), shown);
    }

    /// <summary>Every line of a view, read while it is used.</summary>
    public async IAsyncEnumerable<LoggedRecord> AllAsync(ChangesView view, DateTimeOffset? asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (after, until) = await RangeAsync(db, view, asOf, cancel);
        for (var skip = 0; ; skip += ChangesModel.Size)
        {
            var lines = await ChangeLog.ReadAsync(db, view.Scope, after, until, skip, ChangesModel.Size, cancel);
            foreach (var line in lines) yield return line;
            if (lines.Count < ChangesModel.Size) yield break;
        }
    }

    private static async Task<(long After, long Until)> RangeAsync(BoardDb db, ChangesView view, DateTimeOffset? asOf, CancellationToken cancel) =>
        (Math.Max(view.After ?? 0, view.Since is null ? 0 : await ChangeLog.NumberAsync(db, view.Since.Value.Instant, cancel)), await ChangeLog.NumberAsync(db, asOf, cancel));
}
