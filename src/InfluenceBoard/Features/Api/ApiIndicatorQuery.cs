using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads indicators.</summary>
public sealed class ApiIndicatorQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the indicators of the countries and actors that are asked for, by id.</summary>
    public async Task<ApiList<ApiIndicator>> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = db.Indicators.KnownAt(call.AsOf);
        string[] parties = [.. call.Filter.Countries, .. call.Filter.Actors];
        if (parties.Length > 0) all = all.Where(i => parties.Contains(i.PartyId));
        if (call.Filter.From is { } from) all = all.Where(i => i.Latest >= from);
        if (call.Filter.To is { } to) all = all.Where(i => i.Earliest <= to);
        return await call.ListAsync(await all.CountAsync(cancel), await call.Page(all).ToListAsync(cancel), i => i.Id, rows => RecordsAsync(db, rows, cancel));
    }

    /// <summary>The indicator of an id.</summary>
    public async Task<ApiItem<ApiIndicator>?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Indicators.KnownAt(call.AsOf).FirstOrDefaultAsync(i => i.Id == id, cancel) is { } row ? new ApiItem<ApiIndicator> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    private async Task<IReadOnlyList<ApiIndicator>> RecordsAsync(BoardDb db, IReadOnlyList<Indicator> rows, CancellationToken cancel)
    {
        string[] ids = [.. rows.Select(i => i.Id)];
        var claims = (await db.Claims.KnownAt(call.AsOf).Where(c => c.RecordKind == RecordKind.Indicator && ids.Contains(c.RecordId)).OrderBy(c => c.Order).ToListAsync(cancel)).ToLookup(c => c.RecordId, StringComparer.Ordinal);
        return
        [
            .. rows.Select(i => new ApiIndicator
            {
                Id = i.Id, Url = places.PartyUrl(i.PartyId, "indicator-" + i.Id), Self = places.Self("indicators", i.Id), Party = places.Party(i.PartyId), Measure = i.Measure, Low = ApiMoneyQuery.Plain(i.Low), High = ApiMoneyQuery.Plain(i.High),
                Qualifier = i.Qualifier, Unit = i.Unit, UnitNote = i.UnitNote, Date = ApiDate.Of(i.Date, i.Earliest, i.Latest), DateNote = i.DateNote, Note = i.Note, Claims = [.. claims[i.Id].Select(c => places.Claim(c, i.PartyId))], Version = ApiVersion.Of(i),
            }),
        ];
    }
}
