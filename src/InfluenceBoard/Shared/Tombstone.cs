using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>What is left of a record that does not stand at a moment: withdrawn before it, or known only after it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Last">Its last version before the moment, or its first after it.</param>
/// <param name="Withdrawal">The change that withdrew it; null when the board came to know it only later.</param>
public sealed record Tombstone(RecordRef Record, Versioned Last, Change? Withdrawal)
{
    /// <summary>Reads what is left of a record.</summary>
    /// <returns>Null when the record stands, or never was.</returns>
    public static async Task<Tombstone?> ReadAsync(BoardDb db, RecordRef record, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var versions = await ChangeLog.VersionsAsync(db, record.Kind, [record.Id], cancel);
        var moment = asOf ?? Versioned.Open.AddMilliseconds(-1);
        if (versions.Count == 0 || versions.Any(v => v.KnownFrom <= moment && v.KnownTo > moment)) return null;
        if (versions.Where(v => v.KnownTo <= moment).MaxBy(v => v.KnownTo) is not { } last) return new Tombstone(record, versions.MinBy(v => v.KnownFrom)!, null);
        return new Tombstone(record, last, await db.Changes.SingleAsync(c => c.Id == last.ClosedById, cancel));
    }
}
