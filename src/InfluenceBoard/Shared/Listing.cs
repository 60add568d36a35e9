using InfluenceBoard.Data;

namespace InfluenceBoard.Shared;

/// <summary>The engagements of a scope as far as a page lists them: all of few, the latest of many.</summary>
/// <param name="Shown">The latest, by last day, first day and id.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Last">The last of all that is not only intended; null when there is none.</param>
public sealed record Listing(IReadOnlyList<EngagementRow> Shown, int Count, EngagementRow? Last)
{
    /// <summary>A listing of nothing.</summary>
    public static readonly Listing Empty = new([], 0, null);

    /// <summary>Whether there are more than are shown.</summary>
    public bool IsCut => Count > Shown.Count;

    /// <summary>The part of a list that holds of something, listed as a whole.</summary>
    public static Listing Of(IReadOnlyList<EngagementRow> rows) => new(rows, rows.Count, EngagementRow.LastOf(rows));

    /// <summary>Reads the latest of a scope.</summary>
    public static async Task<Listing> ReadAsync(Scope scope, BoardDb db, DateTimeOffset? asOf, int most, CancellationToken cancel)
    {
        if (scope.Total == 0) return Empty;
        var rows = await scope.RowsAsync(db, asOf, 0, most, cancel);
        // The middle of a row is not after its last day, so none that is not shown comes after one whose middle is later than every last day that follows.
        var latest = EngagementRow.LastOf(rows);
        if (rows.Count == scope.Total || latest?.Middle > rows[^1].Latest.DayNumber) return new Listing(rows, scope.Total, latest);
        return new Listing(rows, scope.Total, await scope.DoneAsync(db, asOf, 1, cancel) is [var last] ? last : null);
    }

    /// <summary>Reads the latest of a part of a scope of which this is the listing; a part of what is all shown is taken from that.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isIn">Whether a row belongs to it.</param>
    public async Task<Listing> PartAsync(Scope part, Func<EngagementRow, bool> isIn, BoardDb db, DateTimeOffset? asOf, int most, CancellationToken cancel) =>
        IsCut ? await ReadAsync(part, db, asOf, most, cancel) : Of([.. Shown.Where(isIn)]);
}
