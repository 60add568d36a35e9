using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Data;

/// <summary>Keeps the texts for search in step with the versions.</summary>
public static class SearchUpkeep
{
    private const int Batch = 500;

    /// <summary>Adds to what is about to be saved the texts of versions that are opened, and closes those of versions that are closed.</summary>
    internal static async Task KeepSearchTextsAsync(this BoardDb db, CancellationToken cancel)
    {
        var opened = new List<SearchText>();
        var closed = new List<(SearchText Of, DateTimeOffset At)>();
        foreach (var entry in db.ChangeTracker.Entries<Versioned>())
            if (entry.State == EntityState.Added && SearchText.Of(entry.Entity) is { } text) opened.Add(text);
            else if (entry.State == EntityState.Modified && entry.Property(v => v.KnownTo).IsModified && SearchText.Of(entry.Entity) is { } old) closed.Add((old, entry.Entity.KnownTo));
        foreach (var kind in closed.GroupBy(c => c.Of.Kind))
            foreach (var some in kind.Chunk(Batch))
            {
                var ends = some.ToDictionary(c => c.Of.RecordId, c => c.At, StringComparer.Ordinal);
                string[] ids = [.. ends.Keys];
                foreach (var text in await db.SearchTexts.AsTracking().Where(t => t.Kind == kind.Key && ids.Contains(t.RecordId) && t.KnownTo == Versioned.Open).ToListAsync(cancel))
                    text.KnownTo = ends[text.RecordId];
            }
        db.AddRange(opened);
    }

    /// <summary>Makes the texts of every version, where they are missing or were folded by earlier rules.</summary>
    public static async Task MakeSearchTextsAsync(this IDbContextFactory<BoardDb> factory, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var isCurrent = await db.SearchTexts.AnyAsync(cancel) ? !await db.SearchTexts.AnyAsync(t => t.Folded != Folding.Release, cancel) : !await db.Parties.AnyAsync(cancel);
        if (isCurrent) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SearchTexts.ExecuteDeleteAsync(cancel);
        await AddAsync(db.Parties);
        await AddAsync(db.Sources);
        await AddAsync(db.People);
        await AddAsync(db.Organisations);
        await AddAsync(db.Places);
        await AddAsync(db.Engagements);
        await AddAsync(db.Money);
        await AddAsync(db.Claims);
        await AddAsync(db.Moves);
        await AddAsync(db.Indicators);
        await AddAsync(db.Stances);
        await transaction.CommitAsync(cancel);

        async Task AddAsync<T>(IQueryable<T> versions) where T : Versioned
        {
            for (var after = 0L; ;)
            {
                var some = await versions.Where(v => v.VersionId > after).OrderBy(v => v.VersionId).Take(Batch).ToListAsync(cancel);
                if (some.Count == 0) return;
                after = some[^1].VersionId;
                db.AddRange(some.Select(SearchText.Of).OfType<SearchText>());
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }
    }
}
