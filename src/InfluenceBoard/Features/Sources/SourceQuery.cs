using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Sources;

/// <summary>A claim with the record that it belongs to.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Title">Name of the record.</param>
/// <param name="Owner">Where the record is shown; null when it is shown nowhere.</param>
public sealed record ClaimLine(Claim Claim, string Title, ClaimOwner? Owner);

/// <summary>Where a record is shown; neither is named for one with a page of its own.</summary>
/// <param name="EngagementId">The engagement that shows it, or null.</param>
/// <param name="PartyId">The party whose page shows it, or null.</param>
public sealed record ClaimOwner(string? EngagementId, string? PartyId);

/// <summary>Everything a source page shows.</summary>
public sealed record SourceModel(Source Source, Source? Parent, IReadOnlyList<Source> Reprints, IReadOnlyList<ClaimLine> Claims);

/// <summary>Reads a source page.</summary>
public sealed class SourceQuery(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Reads a source as of a moment, or null when there was none of this id.</summary>
    public async Task<SourceModel?> ReadAsync(string id, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Sources.KnownAt(asOf).FirstOrDefaultAsync(s => s.Id == id, cancel) is not { } source) return null;
        var parent = source.ParentId is { } parentId ? await db.Sources.KnownAt(asOf).FirstOrDefaultAsync(s => s.Id == parentId, cancel) : null;
        var reprints = await db.Sources.KnownAt(asOf).Where(s => s.ParentId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var claims = await db.Claims.KnownAt(asOf).Where(c => c.SourceId == id).ToListAsync(cancel);
        var records = await RecordsAsync(db, claims, asOf, cancel);
        return new SourceModel(source, parent, reprints,
        [
            .. claims.OrderBy(c => c.Paragraph ?? int.MaxValue).ThenBy(c => c.RecordKind).ThenBy(c => c.RecordId, StringComparer.Ordinal).ThenBy(c => c.Order)
                .Select(c => records.TryGetValue((c.RecordKind, c.RecordId), out var r) ? new ClaimLine(c, r.Title, r.Owner) : new ClaimLine(c, c.RecordId, null)),
        ]);
    }

    // Of a record with a page of its own.
    private static readonly ClaimOwner Own = new(null, null);

    // Titles of the records that the claims belong to, and where those without a page are shown.
    private static async Task<Dictionary<(RecordKind, string), (string Title, ClaimOwner? Owner)>> RecordsAsync(BoardDb db, List<Claim> claims, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var found = new Dictionary<(RecordKind, string), (string, ClaimOwner?)>();
        string[] Ids(RecordKind kind) => [.. claims.Where(c => c.RecordKind == kind).Select(c => c.RecordId).Distinct()];
        string[] engagements = Ids(RecordKind.Engagement), indicators = Ids(RecordKind.Indicator), stances = Ids(RecordKind.Stance), people = Ids(RecordKind.Person),
            organisations = Ids(RecordKind.Organisation), places = Ids(RecordKind.Place), moves = Ids(RecordKind.Move), rates = Ids(RecordKind.Rate);

        foreach (var r in await db.Engagements.KnownAt(asOf).Where(e => engagements.Contains(e.Id)).Select(e => new { e.Id, e.Title }).ToListAsync(cancel))
            found[(RecordKind.Engagement, r.Id)] = (r.Title, new ClaimOwner(r.Id, null));
        foreach (var r in await db.Indicators.KnownAt(asOf).Where(i => indicators.Contains(i.Id)).Select(i => new { i.Id, i.Measure, i.PartyId }).ToListAsync(cancel))
            found[(RecordKind.Indicator, r.Id)] = (r.Measure, new ClaimOwner(null, r.PartyId));
        foreach (var r in await db.Stances.KnownAt(asOf).Where(s => stances.Contains(s.Id)).Select(s => new { s.Id, s.Summary, s.HolderId }).ToListAsync(cancel))
            found[(RecordKind.Stance, r.Id)] = (r.Summary, new ClaimOwner(null, r.HolderId));
        foreach (var r in await db.People.KnownAt(asOf).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancel))
            found[(RecordKind.Person, r.Id)] = (r.Name, Own);
        foreach (var r in await db.Organisations.KnownAt(asOf).Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync(cancel))
            found[(RecordKind.Organisation, r.Id)] = (r.Name, Own);
        foreach (var r in await db.Places.KnownAt(asOf).Where(p => places.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancel))
            found[(RecordKind.Place, r.Id)] = (r.Name, Own);
        foreach (var r in await db.Rates.KnownAt(asOf).Where(x => rates.Contains(x.Id)).Select(x => new { x.Id, x.Currency }).ToListAsync(cancel))
            found[(RecordKind.Rate, r.Id)] = ($"{r.Currency} → USD", new ClaimOwner(await db.Money.KnownAt(asOf).Where(m => m.RateId == r.Id).OrderBy(m => m.Id).Select(m => m.EngagementId).FirstOrDefaultAsync(cancel), null));
        foreach (var r in await (from m in db.Moves.KnownAt(asOf)
                                 join a in db.Engagements.KnownAt(asOf) on m.FromId equals a.Id
                                 join b in db.Engagements.KnownAt(asOf) on m.ToId equals b.Id
                                 where moves.Contains(m.Id)
                                 select new { m.Id, m.FromId, From = a.Title, To = b.Title }).ToListAsync(cancel))
            found[(RecordKind.Move, r.Id)] = ($"{r.From} → {r.To}", new ClaimOwner(r.FromId, null));
        return found;
    }
}
