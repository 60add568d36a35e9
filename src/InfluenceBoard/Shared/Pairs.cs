using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Engagements between an actor and a host.</summary>
/// <param name="Count">Their number, each once.</param>
/// <param name="Latest">Last day on which the latest of them can have happened; null when there is none.</param>
public sealed record Pair(string ActorId, string HostId, int Count, DateOnly? Latest);

/// <summary>Counts of actors against hosts, made by the database.</summary>
public static class Pairs
{
    /// <summary>The engagements of a query by actor and host, by the rule of <see cref="EngagementSet.Between"/>. Pairs without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<(string Actor, string Host), Pair>> PairsAsync(this IQueryable<Engagement> query, BoardDb db, string[] actors, string[] hosts, CancellationToken cancel)
    {
        var seats = db.Set<EngagementParty>().Where(p => p.Role != PartyRole.About);
        var pairs = await (from e in query
                           join a in seats on e.VersionId equals a.VersionId
                           join h in seats on e.VersionId equals h.VersionId
                           where actors.Contains(a.PartyId) && hosts.Contains(h.PartyId) && h.PartyId != a.PartyId && (a.Role == PartyRole.By || h.Role == PartyRole.By)
                           select new { Actor = a.PartyId, Host = h.PartyId, e.VersionId, e.Latest })
            .Distinct().GroupBy(x => new { x.Actor, x.Host }).Select(g => new { g.Key.Actor, g.Key.Host, Count = g.Count(), Latest = g.Max(x => x.Latest) }).ToListAsync(cancel);
        return pairs.ToDictionary(p => (p.Actor, p.Host), p => new Pair(p.Actor, p.Host, p.Count, p.Latest));
    }
}
