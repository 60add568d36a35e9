using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>What is said of a view as a data set.</summary>
/// <param name="Changed">When the board last changed.</param>
/// <param name="Span">First and last day of its engagements as an ISO 8601 interval; null when it has none.</param>
public sealed record DatasetFacts(DateTimeOffset Changed, string? Span)
{
    /// <summary>Reads them as of a moment.</summary>
    public static async Task<DatasetFacts> ReadAsync(BoardDb db, Tally tally, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var until = asOf ?? Versioned.Open;
        var changed = await db.Changes.Where(c => c.At <= until).MaxAsync(c => (DateTimeOffset?)c.At, cancel) ?? DateTimeOffset.UnixEpoch;
        var scope = Scope.Of(tally, filter);
        if (scope.Total == 0) return new DatasetFacts(changed, null);
        var lines = scope.Lines(db, asOf);
        // What is open at an end says nothing of the span.
        var first = await NearestAsync(scope, lines.Where(l => l.Earliest > DateOnly.MinValue).OrderBy(l => l.Earliest).Select(l => new Bound(l.Earliest, l.TraitSetId)), cancel);
        var last = await NearestAsync(scope, lines.Where(l => l.Latest < DateOnly.MaxValue).OrderByDescending(l => l.Latest).Select(l => new Bound(l.Latest, l.TraitSetId)), cancel);
        return new DatasetFacts(changed, first is null && last is null ? null : $"{Day(first)}/{Day(last)}");
    }

    // Goes along an index until an engagement passes.
    private static async Task<DateOnly?> NearestAsync(Scope scope, IQueryable<Bound> bounds, CancellationToken cancel)
    {
        await foreach (var bound in bounds.AsAsyncEnumerable().WithCancellation(cancel))
            if (scope.Holds(bound.TraitSetId)) return bound.Day;
        return null;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "..";

    private sealed record Bound(DateOnly Day, long TraitSetId);
}
