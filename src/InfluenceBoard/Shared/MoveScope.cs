using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Links as they stood at a moment, with the sources of their claims.</summary>
/// <param name="Links">The links, by id; a link whose end did not stand is left out.</param>
/// <param name="Sources">The sources by id.</param>
public sealed record MoveScope(IReadOnlyList<MoveLink> Links, IReadOnlyDictionary<string, Source> Sources)
{
    /// <summary>Most engagements that the part of a chain around one of them shows before it is limited to what is linked directly.</summary>
    public const int MostAround = 12;

    /// <summary>Reads the links of a query.</summary>
    public static async Task<MoveScope> ReadAsync(IQueryable<Move> query, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) => await OfAsync(await query.OrderBy(m => m.Id).ToListAsync(cancel), db, asOf, cancel);

    /// <summary>Reads the ends and claims of links.</summary>
    public static async Task<MoveScope> OfAsync(IReadOnlyCollection<Move> moves, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel)
    {
        string[] ids = [.. moves.Select(m => m.Id)], ends = [.. moves.SelectMany(m => new[] { m.FromId, m.ToId }).Distinct()];
        var rows = (await db.RowsOfAsync(ends, asOf, cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var claims = (await db.ClaimsOfAsync(RecordKind.Move, ids, asOf, cancel)).ToLookup(c => c.RecordId, StringComparer.Ordinal);
        var sources = (await db.OfIdsAsync<Source>([.. claims.SelectMany(g => g).Select(c => c.SourceId).Distinct()], asOf, cancel)).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return new MoveScope([.. moves.Where(m => rows.ContainsKey(m.FromId) && rows.ContainsKey(m.ToId)).Select(m => new MoveLink(m, rows[m.FromId], rows[m.ToId], [.. claims[m.Id]]))], sources);
    }

    /// <summary>Reads the part of a chain around an engagement: what is up to two links away, or one where that would be too many.</summary>
    /// <returns>The links between the engagements of the part, and how many links away it reaches.</returns>
    public static async Task<(MoveScope Scope, int Reach)> AroundAsync(string id, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var all = db.Moves.KnownAt(asOf);
        string[] near = [id, .. await Ends(all.Where(m => m.FromId == id || m.ToId == id)).Where(e => e != id).ToListAsync(cancel)];
        var far = await Ends(all.Where(m => near.Contains(m.FromId) || near.Contains(m.ToId))).ToArrayAsync(cancel);
        var (part, reach) = far.Length > MostAround ? (near, 1) : (far, 2);
        return (await ReadAsync(all.Where(m => part.Contains(m.FromId) && part.Contains(m.ToId)), db, asOf, cancel), reach);
    }

    private static IQueryable<string> Ends(IQueryable<Move> moves) => moves.Select(m => m.FromId).Union(moves.Select(m => m.ToId));
}
