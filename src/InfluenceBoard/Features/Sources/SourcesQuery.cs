using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Sources;

/// <summary>Reads the list of sources.</summary>
public sealed class SourcesQuery(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Every source with the number of its claims, by class, then reliability, then title.</summary>
    public async Task<IReadOnlyList<SourceLine>> ReadAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var counts = await db.Claims.KnownAt(asOf).GroupBy(c => c.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return
        [
            .. (await db.Sources.KnownAt(asOf).ToListAsync(cancel)).Select(s => new SourceLine(s, counts.GetValueOrDefault(s.Id)))
                .OrderBy(s => s.Source.Class).ThenBy(s => s.Source.Reliability).ThenBy(s => s.Source.Title, StringComparer.Ordinal),
        ];
    }
}
