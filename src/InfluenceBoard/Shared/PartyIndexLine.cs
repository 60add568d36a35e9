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
    public static async Task<IReadOnlyList<PartyIndexLine>> ReadAsync(BoardDb db, Tally tally, IReadOnlyList<Party> side, IReadOnlyList<Party> otherSide, bool areHosts, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var all = Scope.Of(tally, BoardFilter.None);
        var money = await MoneyScope.ReadAsync(db, tally, BoardFilter.None, asOf, cancel);
        var lines = new List<PartyIndexLine>();
        foreach (var party in side)
        {
            string[] others = [.. otherSide.Select(o => o.Id).Where(id => id != party.Id)];
            var between = all.Where((PartySides s) => s.IsBetween(others, [party.Id]));
            lines.Add(new PartyIndexLine(party, others, between.Total, await between.DoneAsync(db, asOf, 1, cancel) is [var last] ? last : null, areHosts ? money.Of(host: party.Id) : money.Of(party.Id)));
        }
        return lines;
    }

    /// <summary>The lines as a table of data; amounts in dollars.</summary>
    public static DataTable Table(IReadOnlyList<PartyIndexLine> lines) => DataTable.Of("parties", lines,
        new("party", DataType.Text, l => l.Party.Id), new("name", DataType.Text, l => PartyDirectory.Name(l.Party)), new("engagements", DataType.Whole, l => l.Engagements),
        new("last_engagement", DataType.Text, l => l.Last?.Id), new("last_date", DataType.Text, l => l.Last?.Date),
        new("pledged_low_usd", DataType.Number, l => l.Money.Total() is { IsEmpty: false } t ? t.Low : null), new("pledged_high_usd", DataType.Number, l => l.Money.Total() is { IsEmpty: false } t ? t.High : null), new("pledged_open_ended", DataType.Whole, l => l.Money.Total().OpenEnded));
}
