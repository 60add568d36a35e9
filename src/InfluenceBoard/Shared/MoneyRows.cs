using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>An amount with the engagement it belongs to and the rate it was converted at.</summary>
public sealed record MoneyRow(MoneyItem Item, string EngagementTitle, ExchangeRate? Rate);

/// <summary>The amounts of a scope and the totals made of them.</summary>
public sealed record MoneyScope(IReadOnlyList<MoneyRow> Rows)
{
    /// <summary>The pledged total of one direction.</summary>
    public PledgeTotal Total(Direction direction = Direction.ActorToHost) => PledgeTotals.Of(Rows.Select(r => r.Item.ToTotalItem()), direction);

    /// <summary>The amounts on which a condition holds.</summary>
    public MoneyScope Where(Func<MoneyItem, bool> condition) => new([.. Rows.Where(r => condition(r.Item))]);

    /// <summary>The targets, which stand on a line of their own.</summary>
    public MoneyScope Targets => Where(m => m.Rung == Rung.Target);

    /// <summary>The row of an amount.</summary>
    public MoneyRow Row(string id) => Rows.First(r => r.Item.Id == id);

    /// <summary>Reads the amounts of a query with their engagements and rates.</summary>
    public static async Task<MoneyScope> ReadAsync(IQueryable<MoneyItem> query, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var rows = await (from m in query
                          join e in db.Engagements.KnownAt(asOf) on m.EngagementId equals e.Id
                          join r in db.Rates.KnownAt(asOf) on m.RateId equals r.Id into rates
                          from rate in rates.DefaultIfEmpty()
                          select new { m, e.Title, rate }).ToListAsync(cancel);
        return new MoneyScope([.. rows.Select(r => new MoneyRow(r.m, r.Title, r.rate)).OrderBy(r => r.Item.ActorId, StringComparer.Ordinal).ThenBy(r => r.Item.Rung).ThenBy(r => r.Item.Id, StringComparer.Ordinal)]);
    }
}
