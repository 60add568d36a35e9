using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Seeding;

/// <summary>Writes the history of a package into an empty board, so that it tells of every past moment what the board it came from tells.</summary>
internal static class HistoryRestore
{
    private const int Batch = 500;

    /// <summary>Writes the changes and every version with its number, times and hash. Within the caller's transaction.</summary>
    /// <exception cref="SeedException">The database refused a row.</exception>
    public static async Task<SeedResult> RestoreAsync(BoardDb db, PackageContent package, CancellationToken cancel)
    {
        await SaveAsync(package.Changes!);
        var (opened, closed) = (0, 0);
        foreach (var some in package.Versions.Chunk(Batch))
        {
            await SaveAsync(some.Select(v => v.Version));
            opened += some.Length;
            closed += some.Count(v => v.Version.KnownTo != Versioned.Open);
        }
        return new SeedResult(opened, closed, 0);

        async Task SaveAsync(IEnumerable<object> rows)
        {
            db.AddRange(rows);
            try { await db.SaveChangesAsync(cancel); }
            catch (DbUpdateException e) { throw SeedException.Of(PackageHistory.File(PackageHistory.Versions), $"cannot be written: {e.InnerException?.Message ?? e.Message}"); }
            db.ChangeTracker.Clear();
        }
    }
}
