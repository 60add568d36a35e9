using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfluenceBoard.Data;

/// <summary>Keeps the lines of the engagements in step with the versions that they are made of.</summary>
public static class LineUpkeep
{
    private const int Batch = 500;

    /// <summary>Notes the engagements that what is about to be saved is about. Whether there are any.</summary>
    internal static async Task<bool> MarkStaleLinesAsync(this BoardDb db, CancellationToken cancel)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in db.ChangeTracker.Entries<Versioned>().Where(e => e.State is EntityState.Added or EntityState.Modified))
            switch (entry.Entity)
            {
                case Engagement or MoneyItem or Claim { RecordKind: RecordKind.Engagement }: db.Stale.Add(RecordRef.OwnerOf(entry.Entity).Id); break;
                case Source source: sources.Add(source.Id); break;
            }
        foreach (var some in sources.Chunk(Batch))
            db.Stale.UnionWith(await db.Claims.Where(c => some.Contains(c.SourceId) && c.RecordKind == RecordKind.Engagement).Select(c => c.RecordId).Distinct().ToListAsync(cancel));
        return db.Stale.Count > 0;
    }

    /// <summary>Makes the lines of every engagement where a board has none yet.</summary>
    public static async Task MakeLinesAsync(this IDbContextFactory<BoardDb> factory, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.EngagementLines.AnyAsync(cancel)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Stale.UnionWith(await db.Engagements.Select(e => e.Id).Distinct().ToListAsync(cancel));
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Engagements whose lines are not what their versions say, one after another.</summary>
    public static async IAsyncEnumerable<string> WrongLinesAsync(this BoardDb db, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var all = await db.Engagements.Select(e => e.Id).Union(db.EngagementLines.Select(l => l.EngagementId)).ToListAsync(cancel);
        foreach (var ids in all.Chunk(Batch))
        {
            var made = (await LinesAsync(db, ids, cancel)).Select(m => Told(m.Line, m.Traits.Key)).ToLookup(t => t.Id, t => t.Told, StringComparer.Ordinal);
            var held = (await (from l in db.EngagementLines join t in db.TraitSets on l.TraitSetId equals t.Id where ids.Contains(l.EngagementId) select new { Line = l, t.Key }).ToListAsync(cancel))
                .Select(h => Told(h.Line, h.Key)).ToLookup(t => t.Id, t => t.Told, StringComparer.Ordinal);
            foreach (var id in ids)
                if (!made[id].Order(StringComparer.Ordinal).SequenceEqual(held[id].Order(StringComparer.Ordinal), StringComparer.Ordinal)) yield return id;
        }

        // Everything of a line but its number and that of its traits.
        static (string Id, string Told) Told(EngagementLine line, string traits)
        {
            (line.Id, line.TraitSetId) = (0, 0);
            return (line.EngagementId, JsonSerializer.Serialize(line) + traits);
        }
    }

    /// <summary>Makes the lines of the engagements that were noted.</summary>
    internal static async Task KeepLinesAsync(this BoardDb db, CancellationToken cancel)
    {
        var stale = db.Stale.ToArray();
        db.Stale.Clear();
        foreach (var ids in stale.Chunk(Batch))
        {
            db.ChangeTracker.Clear();
            var made = await LinesAsync(db, ids, cancel);
            await NumberTraitsAsync(db, made, cancel);
            var held = (await db.EngagementLines.AsTracking().Where(l => ids.Contains(l.EngagementId)).ToListAsync(cancel)).ToDictionary(l => (l.EngagementId, l.KnownFrom));
            var added = new List<EngagementLine>();
            foreach (var (line, _) in made)
                if (held.Remove((line.EngagementId, line.KnownFrom), out var old) && old.SaysWhat(line) && old.ChangeId == line.ChangeId) (old.KnownTo, old.ClosedById) = (line.KnownTo, line.ClosedById);
                else
                {
                    if (old is not null) db.Remove(old);
                    added.Add(line);
                }
            db.RemoveRange(held.Values);
            // What is closed is written before what follows it: one line of an engagement stands at a time.
            await db.SaveChangesAsync(cancel);
            db.AddRange(added);
            await db.SaveChangesAsync(cancel);
        }
        db.ChangeTracker.Clear();
    }

    private static async Task<List<(EngagementLine Line, TraitSet Traits)>> LinesAsync(BoardDb db, string[] ids, CancellationToken cancel)
    {
        var versions = (await db.Engagements.Include(e => e.Parties).Include(e => e.Topics).Where(e => ids.Contains(e.Id)).ToListAsync(cancel)).ToLookup(e => e.Id, StringComparer.Ordinal);
        var money = (await db.Money.Where(m => ids.Contains(m.EngagementId)).ToListAsync(cancel)).ToLookup(m => m.EngagementId, StringComparer.Ordinal);
        var claims = (await db.Claims.Where(c => c.RecordKind == RecordKind.Engagement && ids.Contains(c.RecordId)).ToListAsync(cancel)).ToLookup(c => c.RecordId, StringComparer.Ordinal);
        string[] drawn = [.. claims.SelectMany(g => g).Select(c => c.SourceId).Distinct()];
        var sources = (await db.Sources.Where(s => drawn.Contains(s.Id)).ToListAsync(cancel)).GroupBy(s => s.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        return [.. ids.SelectMany(id => EngagementLines.Of(new EngagementRecord([.. versions[id]], [.. money[id]], [.. claims[id]]), source => sources.GetValueOrDefault(source) ?? []))];
    }

    // Sets that the board has not met before are written first: lines refer to them by number.
    private static async Task NumberTraitsAsync(BoardDb db, List<(EngagementLine Line, TraitSet Traits)> made, CancellationToken cancel)
    {
        string[] keys = [.. made.Select(m => m.Traits.Key).Distinct()];
        var known = await db.TraitSets.Where(t => keys.Contains(t.Key)).ToDictionaryAsync(t => t.Key, StringComparer.Ordinal, cancel);
        foreach (var (_, traits) in made)
            if (known.TryAdd(traits.Key, traits)) db.Add(traits);
        await db.SaveChangesAsync(cancel);
        foreach (var (line, traits) in made) line.TraitSetId = known[traits.Key].Id;
    }
}

/// <summary>Makes the lines of what a transaction wrote before it is committed: whoever reads sees versions and lines agree.</summary>
public sealed class LinesBeforeCommit : DbTransactionInterceptor
{
    public static readonly LinesBeforeCommit Instance = new();

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        eventData.Context is BoardDb { Stale.Count: > 0 } ? throw new NotSupportedException("Use CommitAsync.") : result;

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is BoardDb { Stale.Count: > 0 } db) await db.KeepLinesAsync(cancellationToken);
        return result;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as BoardDb)?.Stale.Clear();

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as BoardDb)?.Stale.Clear();
        return Task.CompletedTask;
    }
}
