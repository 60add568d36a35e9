using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads amounts.</summary>
public sealed class ApiMoneyQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the amounts that pass the filter, by id.</summary>
    public async Task<ApiList<ApiMoney>> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = db.MoneyItems(call.Filter, call.AsOf);
        return await call.ListAsync(await all.CountAsync(cancel), await call.Page(all).ToListAsync(cancel), m => m.Id, rows => RecordsAsync(db, rows, cancel));
    }

    /// <summary>The amount of an id.</summary>
    public async Task<ApiItem<ApiMoney>?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Money.KnownAt(call.AsOf).FirstOrDefaultAsync(m => m.Id == id, cancel) is { } row ? new ApiItem<ApiMoney> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    /// <summary>Amounts as records, in their order.</summary>
    public async Task<IReadOnlyList<ApiMoney>> RecordsAsync(BoardDb db, IReadOnlyList<MoneyItem> rows, CancellationToken cancel)
    {
        string[] engagements = [.. rows.Select(m => m.EngagementId).Distinct()], rateIds = [.. rows.Select(m => m.RateId).OfType<string>().Distinct()];
        var dates = await db.Engagements.KnownAt(call.AsOf).Where(e => engagements.Contains(e.Id)).Select(e => new { e.Id, e.Date, e.Earliest, e.Latest }).ToDictionaryAsync(e => e.Id, e => ApiDate.Of(e.Date, e.Earliest, e.Latest), StringComparer.Ordinal, cancel);
        var rates = await db.Rates.KnownAt(call.AsOf).Where(r => rateIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, RateOf, StringComparer.Ordinal, cancel);
        var claims = (await db.Claims.KnownAt(call.AsOf).Where(c => c.RecordKind == RecordKind.Engagement && engagements.Contains(c.RecordId)).OrderBy(c => c.Order).ToListAsync(cancel)).ToLookup(c => c.RecordId, StringComparer.Ordinal);
        return
        [
            .. rows.Select(m => new ApiMoney
            {
                Id = m.Id, Url = places.Url(u => u.Engagement(m.EngagementId, "money-" + m.Id)), Self = places.Self("money", m.Id), EngagementId = m.EngagementId, Date = dates[m.EngagementId], Label = m.Label,
                Rung = m.Rung, Kind = m.Kind, Direction = m.Direction, Actor = places.Party(m.ActorId), Host = places.Party(m.HostId), Currency = m.Currency, Low = Plain(m.Low), High = Plain(m.High), Qualifier = m.Qualifier, SourceWord = m.SourceWord,
                Usd = m.HasUsd ? new ApiUsd { Low = Plain(m.UsdLow), High = Plain(m.UsdHigh), Rate = m.RateId is { } rate ? rates[rate] : null } : null,
                Years = Plain(m.Years), PartOf = m.PartOfId, MayOverlap = m.MayOverlap, Note = m.Note, Version = ApiVersion.Of(m),
                Claims = [.. claims[m.EngagementId].Where(c => c.MoneyId == m.Id || m.ClaimKeys.Contains(c.Key)).Select(c => places.Claim(c))],
            }),
        ];
    }

    /// <summary>A number without the zeros that it was stored with.</summary>
    public static decimal? Plain(decimal? number) => number / 1.0000000000000000000000000000m;

    private static ApiRate RateOf(ExchangeRate r) => new() { Id = r.Id, Currency = r.Currency, Amount = Plain(r.Amount)!.Value, Usd = Plain(r.Usd)!.Value, Date = ApiDate.Of(r.Date), Basis = r.Basis, Note = r.Note };
}
