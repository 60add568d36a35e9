using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>A claim on an engagement that a source attributes to somebody.</summary>
public sealed record AttributedClaim(Claim Claim, string Title, string Date);

/// <summary>What carries a record, what is attributed to it, and how it came to be.</summary>
/// <param name="Claims">Claims on the record itself.</param>
/// <param name="Attributed">Claims on engagements that sources attribute to it by its name, latest engagement first.</param>
/// <param name="Sources">The sources of all claims, by id.</param>
/// <param name="History">Its versions and those of its claims.</param>
public sealed record Dossier(IReadOnlyList<Claim> Claims, IReadOnlyList<AttributedClaim> Attributed, IReadOnlyDictionary<string, Source> Sources, IReadOnlyList<HistoryEntry> History)
{
    /// <summary>Reads the dossier of a record.</summary>
    /// <param name="db">The board.</param>
    /// <param name="kind">Kind of the record.</param>
    /// <param name="record">The record as it stood.</param>
    /// <param name="name">Name by which claims are attributed to it; null for what cannot speak.</param>
    /// <param name="versions">Every version of the record.</param>
    /// <param name="more">Claims shown beside it, whose sources are wanted too.</param>
    /// <param name="asOf">Moment at which the board is read.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Dossier> ReadAsync(BoardDb db, RecordKind kind, Versioned record, string? name, IQueryable<Versioned> versions, IReadOnlyCollection<Claim> more, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var until = asOf ?? Versioned.Open;
        var every = await db.Claims.Where(c => c.RecordKind == kind && c.RecordId == record.Id && c.KnownFrom <= until).OrderBy(c => c.Order).ToListAsync(cancel);
        var claims = every.Where(c => asOf is { } moment ? c.KnownTo > moment : c.KnownTo == Versioned.Open).OrderBy(c => c.Property).ThenBy(c => c.Rank).ThenBy(c => c.Order).ToList();
        // "Tô Lâm" and "Lyu Yaodong, Chinese Academy of Social Sciences", not "aides of Tô Lâm".
        List<AttributedClaim> attributed = name is null ? [] : [.. await (
            from c in db.Claims.KnownAt(asOf)
            join e in db.Engagements.KnownAt(asOf) on c.RecordId equals e.Id
            where c.RecordKind == RecordKind.Engagement && (c.Attribution == name || c.Attribution.StartsWith(name + ", "))
            orderby e.Latest descending, e.Id, c.Order
            select new AttributedClaim(c, e.Title, e.Date)).ToListAsync(cancel)];
        string[] sourceIds = [.. claims.Concat(attributed.Select(a => a.Claim)).Concat(more).Select(c => c.SourceId).Distinct()];
        return new Dossier(claims, attributed, await db.Sources.KnownAt(asOf).Where(s => sourceIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancel),
            await RecordHistory.ReadAsync(db, [.. await versions.Where(v => v.Id == record.Id && v.KnownFrom <= until).ToListAsync(cancel), .. every], asOf, cancel));
    }
}
