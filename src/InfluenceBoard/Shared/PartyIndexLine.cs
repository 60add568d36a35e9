using InfluenceBoard.Data;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>A country or an actor as a line of its index.</summary>
/// <param name="Party">The country or actor.</param>
/// <param name="Others">The other side: ids of the actors of a country, of the countries of an actor.</param>
/// <param name="Engagements">Engagements between it and any of the other side, each once.</param>
/// <param name="Last">The last of them that is not only intended.</param>
/// <param name="Money">Amounts of its side.</param>
public sealed record PartyIndexLine(Party Party, IReadOnlyList<string> Others, int Engagements, EngagementRow? Last, MoneyScope Money)
{
    /// <summary>Reads one line for each party of a side.</summary>
    public static async Task<IReadOnlyList<PartyIndexLine>> ReadAsync(BoardDb db, IReadOnlyList<Party> side, IReadOnlyList<Party> otherSide, Func<MoneyItem, string, bool> isOf, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var rows = await db.Engagements(BoardFilter.None, asOf).ToRowsAsync(db, asOf, cancel);
        var money = await MoneyScope.ReadAsync(db.MoneyItems(BoardFilter.None, asOf), db, asOf, cancel);
        return
        [
            .. side.Select(party =>
            {
                string[] others = [.. otherSide.Select(o => o.Id).Where(id => id != party.Id)];
                var between = rows.Where(r => others.Any(o => r.IsBetween(o, party.Id))).ToList();
                return new PartyIndexLine(party, others, between.Count, between.Where(r => !r.IsIntended).OrderByDescending(r => r.Middle).ThenByDescending(r => r.Latest).ThenBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault(), money.Where(m => isOf(m, party.Id)));
            }),
        ];
    }

    /// <summary>The lines as a table of data; amounts in dollars.</summary>
    public static DataTable Table(IReadOnlyList<PartyIndexLine> lines) => DataTable.Of("parties", lines,
        new("party", DataType.Text, l => l.Party.Id), new("name", DataType.Text, l => PartyDirectory.Name(l.Party)), new("engagements", DataType.Whole, l => l.Engagements),
        new("last_engagement", DataType.Text, l => l.Last?.Id), new("last_date", DataType.Text, l => l.Last?.Date),
        new("pledged_low_usd", DataType.Number, l => l.Money.Total().Low), new("pledged_high_usd", DataType.Number, l => l.Money.Total().High), new("pledged_open_ended", DataType.Whole, l => l.Money.Total().OpenEnded));
}
