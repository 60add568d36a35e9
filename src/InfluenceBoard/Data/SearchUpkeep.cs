using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Data;

/// <summary>Keeps the texts for search in step with the versions.</summary>
public static class SearchUpkeep
{
    private const int Batch = 500;

    /// <summary>The versions that are about to be opened, and those about to be closed with the end that they had.</summary>
    internal static ChangedTexts ChangedTexts(this BoardDb db)
    {
        var changed = new ChangedTexts([], []);
        foreach (var entry in db.ChangeTracker.Entries<Versioned>())
            if (entry.State == EntityState.Added) changed.Opened.Add(entry.Entity);
            else if (entry.State == EntityState.Modified && entry.Property(v => v.KnownTo) is { IsModified: true, OriginalValue: var end }) changed.Closed.Add((entry.Entity, end));
        return changed;
    }

    /// <summary>Adds to what is about to be saved the texts of versions that were opened, and puts those of versions that were closed where closed ones stand.</summary>
    internal static async Task KeepSearchTextsAsync(this BoardDb db, ChangedTexts changed, CancellationToken cancel)
    {
        var texts = changed.Opened.Select(SearchText.Of).OfType<SearchText>().ToList();
        foreach (var some in changed.Closed.Chunk(Batch))
        {
            var closed = some.Select(c => (Text: SearchText.Of(c.Version), c.Version, c.End)).Where(c => c.Text is not null).ToList();
            long[] numbers = [.. closed.Select(c => SearchNumber.Of(c.Text!.Kind, c.Version.KnownFrom, c.End, c.Version.VersionId))];
            await db.SearchTexts.Where(t => numbers.Contains(t.Id)).ExecuteDeleteAsync(cancel);
            texts.AddRange(closed.Select(c => c.Text!));
        }
        // The index writes what comes in the order of its numbers in one piece.
        db.AddRange(texts.OrderBy(t => t.Id));
    }

    /// <summary>Makes the texts of every version, where they are missing or were folded by earlier rules.</summary>
    public static async Task MakeSearchTextsAsync(this IDbContextFactory<BoardDb> factory, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        // All are made in one transaction, so any of them tells for all.
        if (await db.SearchTexts.OrderBy(t => t.Id).Select(t => (int?)t.Folded).FirstOrDefaultAsync(cancel) is { } folded ? folded == Folding.Release : !await db.Parties.AnyAsync(cancel)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SearchTexts.ExecuteDeleteAsync(cancel);
        await AddAsync(db.Parties);
        await AddAsync(db.Sources);
        await AddAsync(db.People);
        await AddAsync(db.Organisations);
        await AddAsync(db.Places);
        await AddAsync(db.Engagements);
        await AddAsync(db.Moves);
        await AddAsync(db.Indicators);
        await AddAsync(db.Stances);
        await AddAsync(db.Money);
        await AddAsync(db.Claims);
        await transaction.CommitAsync(cancel);

        async Task AddAsync<T>(IQueryable<T> versions) where T : Versioned
        {
            for (var after = 0L; ;)
            {
                var some = await versions.Where(v => v.VersionId > after).OrderBy(v => v.VersionId).Take(Batch).ToListAsync(cancel);
                if (some.Count == 0) return;
                after = some[^1].VersionId;
                db.AddRange(some.Select(SearchText.Of).OfType<SearchText>().OrderBy(t => t.Id));
                await db.SaveChangesAsync(cancel);
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <summary>Versions whose texts for search change with what is saved.</summary>
/// <param name="Opened">Versions that are opened.</param>
/// <param name="Closed">Versions that are closed, each with the end that it had.</param>
internal sealed record ChangedTexts(List<Versioned> Opened, List<(Versioned Version, DateTimeOffset End)> Closed)
{
    public bool IsEmpty => Opened.Count + Closed.Count == 0;
}
