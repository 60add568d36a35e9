using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads claims of every kind of record.</summary>
public sealed class ApiClaimQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the claims that are asked for, by id. A filter limits them to those of the engagements that pass it.</summary>
    public async Task<ApiList<ApiClaim>?> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = db.Claims.KnownAt(call.AsOf);
        if (!call.Filter.IsEmpty) all = all.Where(c => c.RecordKind == RecordKind.Engagement && db.Engagements(call.Filter, call.AsOf).Any(e => e.Id == c.RecordId));
        if (call.Words<RecordKind>(ApiParameter.Kind) is { Length: > 0 } kinds) all = all.Where(c => kinds.Contains(c.RecordKind));
        if (call.Values(ApiParameter.Source) is { Count: > 0 } named)
        {
            string[] sources = [.. named];
            // A source that the board held at any time is known, though at the moment of reading it may not have been.
            var known = await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => s.Id).Distinct().ToListAsync(cancel);
            foreach (var unknown in sources.Except(known)) call.Refuse(ApiParameter.Source, unknown, "The board has no such source.", ["the id of a source, as the list of sources names it"]);
            all = all.Where(c => sources.Contains(c.SourceId));
        }
        return await call.ListAsync(await all.CountAsync(cancel), await call.Page(all).ToListAsync(cancel), c => c.Id, rows => RecordsAsync(db, rows, cancel));
    }

    /// <summary>The claim of a record and a key.</summary>
    public async Task<ApiItem<ApiClaim>?> FindAsync(string kind, string record, string key, CancellationToken cancel)
    {
        if (Word.Parse<RecordKind>(kind) is not { } of) return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        var id = Claim.IdOf(of, record, key);
        return await db.Claims.KnownAt(call.AsOf).FirstOrDefaultAsync(c => c.Id == id, cancel) is { } row ? new ApiItem<ApiClaim> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    private async Task<IReadOnlyList<ApiClaim>> RecordsAsync(BoardDb db, IReadOnlyList<Claim> rows, CancellationToken cancel)
    {
        // Indicators and positions are shown on the page of their party.
        string[] indicators = [.. rows.Where(c => c.RecordKind == RecordKind.Indicator).Select(c => c.RecordId).Distinct()], stances = [.. rows.Where(c => c.RecordKind == RecordKind.Stance).Select(c => c.RecordId).Distinct()];
        var ofIndicator = indicators.Length == 0 ? [] : await db.Indicators.KnownAt(call.AsOf).Where(i => indicators.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.PartyId, StringComparer.Ordinal, cancel);
        var ofStance = stances.Length == 0 ? [] : await db.Stances.KnownAt(call.AsOf).Where(s => stances.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.HolderId, StringComparer.Ordinal, cancel);
        return [.. rows.Select(c => places.Claim(c, c.RecordKind == RecordKind.Indicator ? ofIndicator.GetValueOrDefault(c.RecordId) : c.RecordKind == RecordKind.Stance ? ofStance.GetValueOrDefault(c.RecordId) : null))];
    }
}
