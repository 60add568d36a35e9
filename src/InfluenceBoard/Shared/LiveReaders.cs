using System.Collections.Concurrent;
using InfluenceBoard.Data;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>The open pages that are told of changes: how many there are, and what is counted for them, once for all that ask the same.</summary>
public sealed class LiveReaders(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Most open pages that are told.</summary>
    public const int Most = 2000;

    // Counts that are kept; all are dropped when there are more, or when the board has changed again.
    private const int MostCounts = 4000;

    private readonly ConcurrentDictionary<(string View, long After, long Until), Lazy<Task<int>>> counts = new();
    private int open;

    /// <summary>How many open pages are told now.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Lets a page in; false when there are too many.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref open) <= Most) return true;
        Leave();
        return false;
    }

    /// <summary>Lets a page go.</summary>
    public void Leave() => Interlocked.Decrement(ref open);

    /// <summary>How many records of a view have changed after one change and up to another.</summary>
    /// <param name="view">Path and filter, by which equal scopes are known.</param>
    public Task<int> CountAsync(string view, PageScope scope, long after, long until, CancellationToken cancel)
    {
        if (counts.Count > MostCounts || counts.Keys.FirstOrDefault() is { View: not null } other && other.Until < until) counts.Clear();
        return counts.GetOrAdd((view, after, until), _ => new Lazy<Task<int>>(async () =>
        {
            await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
            return await ChangeLog.CountAsync(db, scope, after, until, CancellationToken.None);
        })).Value.WaitAsync(cancel);
    }
}
