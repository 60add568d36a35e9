using System.Reflection;
using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Site;

/// <summary>A page that search engines may list.</summary>
/// <param name="Path">Its path, in no language.</param>
/// <param name="Changed">When what it shows last changed.</param>
public sealed record SitemapEntry(string Path, DateTimeOffset Changed);

/// <summary>Reads every page that search engines may list, in one lasting order: the pages of their own, then those of records.</summary>
public sealed class SitemapQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    // Pages that stand for others, or that show what is asked for: none is listed.
    private static readonly string[] Unlisted = ["/error", "/not-found", "/search", "/embed"];

    private static readonly IReadOnlyList<string> Single =
    [
        .. typeof(SitemapQuery).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Where(t => !t.Contains('{') && !Unlisted.Any(u => t == u || t.StartsWith(u + "/", StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var count = Own.Count;
        foreach (var kind in Kinds(db)) count += await kind.CountAsync(cancel);
        return count;
    }

    /// <summary>Some of them, read while they are written.</summary>
    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int skip, int take, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        // What gathers many records changes with the board.
        var changed = await db.Changes.MaxAsync(c => (DateTimeOffset?)c.At, cancel) ?? DateTimeOffset.UnixEpoch;
        foreach (var path in Own.Skip(skip).Take(take))
        {
            yield return new SitemapEntry(path, changed);
            take--;
        }
        skip = Math.Max(0, skip - Own.Count);
        foreach (var kind in Kinds(db))
        {
            if (take <= 0) yield break;
            var count = await kind.CountAsync(cancel);
            if (skip < count)
                await foreach (var line in kind.OrderBy(l => l.Id).Skip(skip).Take(take).AsAsyncEnumerable().WithCancellation(cancel))
                {
                    yield return new SitemapEntry($"/{line.Folder}/{Uri.EscapeDataString(line.Id)}", line.Claimed is { } claimed && claimed > line.Changed ? claimed : line.Changed);
                    take--;
                }
            skip = Math.Max(0, skip - count);
        }
    }

    private IReadOnlyList<string> Own => field ??= [.. Single, .. parties.Countries.Select(c => $"/countries/{c.Slug}"), .. parties.Actors.Select(a => $"/actors/{a.Slug}")];

    // Records with a page of their own that stand now; a claim that came later changed the page too.
    private static IEnumerable<IQueryable<Line>> Kinds(BoardDb db)
    {
        yield return db.Engagements.KnownAt(null).Select(r => new Line { Folder = "engagements", Id = r.Id, Changed = r.KnownFrom, Claimed = db.Claims.Where(c => c.RecordKind == RecordKind.Engagement && c.RecordId == r.Id).Max(c => (DateTimeOffset?)c.KnownFrom) });
        yield return db.Organisations.KnownAt(null).Select(r => new Line { Folder = "organisations", Id = r.Id, Changed = r.KnownFrom, Claimed = db.Claims.Where(c => c.RecordKind == RecordKind.Organisation && c.RecordId == r.Id).Max(c => (DateTimeOffset?)c.KnownFrom) });
        yield return db.People.KnownAt(null).Select(r => new Line { Folder = "people", Id = r.Id, Changed = r.KnownFrom, Claimed = db.Claims.Where(c => c.RecordKind == RecordKind.Person && c.RecordId == r.Id).Max(c => (DateTimeOffset?)c.KnownFrom) });
        yield return db.Places.KnownAt(null).Select(r => new Line { Folder = "places", Id = r.Id, Changed = r.KnownFrom, Claimed = db.Claims.Where(c => c.RecordKind == RecordKind.Place && c.RecordId == r.Id).Max(c => (DateTimeOffset?)c.KnownFrom) });
        yield return db.Sources.KnownAt(null).Select(r => new Line { Folder = "sources", Id = r.Id, Changed = r.KnownFrom, Claimed = db.Claims.Where(c => c.SourceId == r.Id).Max(c => (DateTimeOffset?)c.KnownFrom) });
    }

    private sealed class Line
    {
        public required string Folder { get; init; }
        public required string Id { get; init; }
        public required DateTimeOffset Changed { get; init; }
        public DateTimeOffset? Claimed { get; init; }
    }
}
