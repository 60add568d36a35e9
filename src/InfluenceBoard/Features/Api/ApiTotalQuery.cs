using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Makes totals by the rule of the pages.</summary>
public sealed class ApiTotalQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    private const string All = "all";

    /// <summary>A page of the totals of what passes the filter, actors and hosts in the fixed order.</summary>
    public async Task<ApiList<ApiTotal>> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var money = await MoneyScope.OfAsync(await db.MoneyItems(call.Filter, call.AsOf).ToListAsync(cancel), db, call.AsOf, cancel);
        bool actors = call.Says(ApiParameter.By, "actor") || call.Says(ApiParameter.By, "pair"), hosts = call.Says(ApiParameter.By, "host") || call.Says(ApiParameter.By, "pair");
        var order = places.Parties.All.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        string Key(Scope s) => $"{(s.Actor is null ? 0 : order[s.Actor] + 1):D6} {(s.Host is null ? 0 : order[s.Host] + 1):D6}";
        var scopes = money.Rows.GroupBy(r => (Actor: actors ? r.Item.ActorId : null, Host: hosts ? r.Item.HostId : null)).Select(g => new Scope(g.Key.Actor, g.Key.Host, new MoneyScope([.. g]))).OrderBy(Key, StringComparer.Ordinal).ToList();
        // Nothing in view has a total of nothing, which says so.
        if (!actors && !hosts && scopes.Count == 0) scopes.Add(new Scope(null, null, money));
        return await call.ListAsync(scopes.Count, [.. scopes.Where(s => call.After is null || string.CompareOrdinal(Key(s), call.After) > 0).Take(call.Limit + 1)], Key, shown => Task.FromResult<IReadOnlyList<ApiTotal>>([.. shown.Select(Record)]));
    }

    private sealed record Scope(string? Actor, string? Host, MoneyScope Money);

    private ApiTotal Record(Scope s)
    {
        var filter = call.Filter;
        if (s.Actor is not null) filter = filter with { Actors = [s.Actor] };
        if (s.Host is not null && places.Parties[s.Host].IsCountry) filter = filter with { Countries = [s.Host] };
        return new ApiTotal
        {
            Id = string.Join('-', new[] { s.Actor, s.Host }.OfType<string>()) is { Length: > 0 } id ? id : All, Url = places.Url(u => u.Money(filter)),
            Actor = s.Actor is null ? null : places.Party(s.Actor), Host = s.Host is null ? null : places.Party(s.Host), Amounts = s.Money.Rows.Count,
            Pledged = [.. Directions(s.Money, m => m.Rung != Rung.Target).Select(d => Band(d, s.Money.Total(d)))],
            Targets = [.. Directions(s.Money, m => m.Rung == Rung.Target).Select(d => Band(d, PledgeTotals.OnRung(s.Money.Rows.Select(r => r.Item.ToTotalItem()), Rung.Target, d)))],
        };
    }

    private static IEnumerable<Direction> Directions(MoneyScope money, Func<MoneyItem, bool> condition) => Enum.GetValues<Direction>().Where(d => money.Rows.Any(r => r.Item.Direction == d && condition(r.Item)));

    private static ApiBand Band(Direction direction, PledgeTotal total) => new()
    {
        Direction = direction, Low = Plain(total.Low), High = Plain(total.High), OpenEnded = total.OpenEnded, Kinds = total.Kinds,
        Counted = [.. total.Lines.Where(IsCounted).Select(Amount)], LeftOut = [.. total.Lines.Where(l => !IsCounted(l)).Select(Amount)],
    };

    private static bool IsCounted(TotalLine line) => line.Role is TotalRole.Counted or TotalRole.HighOnly;

    private static ApiBandAmount Amount(TotalLine l) => new() { Id = l.Item.Id, Role = l.Role, Low = Plain(l.Low), High = Plain(l.High), Because = l.Because };

    private static decimal Plain(decimal number) => ApiMoneyQuery.Plain(number)!.Value;
}
