using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Methodology;

/// <summary>Reads the amounts on which the rules are shown at work.</summary>
public sealed class MethodologyQuery(IDbContextFactory<BoardDb> factory, Tallies tallies)
{
    /// <summary>Every amount of the board as of a moment.</summary>
    public async Task<MoneyScope> ReadAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await MoneyScope.ReadAsync(db, tally, BoardFilter.None, asOf, cancel);
    }

    /// <summary>What adding every amount without any rule would give, in US dollars.</summary>
    public static decimal BlindSum(MoneyScope money) => money.Rows.Sum(r => r.Item.Usd is { } usd ? usd.High ?? usd.Floor : 0);
}
