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
    public static async Task<DatasetFacts> ReadAsync(BoardDb db, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var until = asOf ?? Versioned.Open;
        var changed = await db.Changes.Where(c => c.At <= until).MaxAsync(c => (DateTimeOffset?)c.At, cancel) ?? DateTimeOffset.UnixEpoch;
        var engagements = db.Engagements(filter, asOf);
        // What is open at an end says nothing of the span.
        var first = await engagements.Where(e => e.Earliest > DateOnly.MinValue).MinAsync(e => (DateOnly?)e.Earliest, cancel);
        var last = await engagements.Where(e => e.Latest < DateOnly.MaxValue).MaxAsync(e => (DateOnly?)e.Latest, cancel);
        return new DatasetFacts(changed, first is null && last is null ? null : $"{Day(first)}/{Day(last)}");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "..";
}
