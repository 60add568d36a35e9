using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>An amount with the engagement it belongs to and the rate it was converted at.</summary>
public sealed record MoneyRow(MoneyItem Item, string EngagementTitle, ExchangeRate? Rate);

/// <summary>The amounts of a scope and the totals made of them. Of few, all are at hand; of many, the sums and the largest.</summary>
public sealed class MoneyScope
{
    // Up to so many amounts are read as a whole; of more, the largest of each actor and host and of each rung.
    private const int Whole = 60, Most = 3;

    private readonly MoneySums? sums;
    private readonly string? actor, host;
    private readonly Rung? rung;

    /// <summary>A scope of which every amount is at hand.</summary>
    public MoneyScope(IReadOnlyList<MoneyRow> rows) => (Rows, Count) = (rows, rows.Count);

    private MoneyScope(IReadOnlyList<MoneyRow> rows, MoneySums sums, string? actor, string? host, Rung? rung)
    {
        (this.sums, this.actor, this.host, this.rung, Count) = (sums, actor, host, rung, sums.Count(actor, host, rung));
        Rows = [.. rows.Where(r => (actor ?? r.Item.ActorId) == r.Item.ActorId && (host ?? r.Item.HostId) == r.Item.HostId && (rung ?? r.Item.Rung) == r.Item.Rung)];
    }

    /// <summary>The amounts, by actor, rung and id; where there are too many, the largest.</summary>
    public IReadOnlyList<MoneyRow> Rows { get; }
    /// <summary>How many there are.</summary>
    public int Count { get; }
    /// <summary>Whether there are more than are at hand.</summary>
    public bool IsCut => Count > Rows.Count;

    /// <summary>The pledged total of one direction.</summary>
    public PledgeTotal Total(Direction direction = Direction.ActorToHost)
    {
        var shown = PledgeTotals.Of(Rows.Select(r => r.Item.ToTotalItem()), direction);
        if (!IsCut) return shown;
        return rung is { } only ? only is Rung.Target or Rung.Lapsed ? new PledgeTotal(0, 0, 0, [], []) : OnRung(only, direction) : sums!.Sum(MoneyTally.SlotOf(direction), actor, host, items => PledgeTotals.Of(items, direction)).ToTotal(shown.Lines);
    }

    /// <summary>The band of the amounts on one rung.</summary>
    public PledgeTotal OnRung(Rung of, Direction direction = Direction.ActorToHost)
    {
        var shown = PledgeTotals.OnRung(Rows.Select(r => r.Item.ToTotalItem()), of, direction);
        if (!IsCut) return shown;
        return rung is { } only && only != of ? new PledgeTotal(0, 0, 0, [], []) : sums!.Sum(MoneyTally.SlotOf(of, direction), actor, host, items => PledgeTotals.OnRung(items, of, direction)).ToTotal(shown.Lines);
    }

    /// <summary>The amounts of an actor, of a host, or of both.</summary>
    public MoneyScope Of(string? actor = null, string? host = null) => IsCut ? new MoneyScope(Rows, sums!, actor ?? this.actor, host ?? this.host, rung)
        : Where(m => (actor ?? m.ActorId) == m.ActorId && (host ?? m.HostId) == m.HostId);

    /// <summary>The amounts on a rung.</summary>
    public MoneyScope On(Rung of) => IsCut ? new MoneyScope(Rows, sums!, actor, host, of) : Where(m => m.Rung == of);

    /// <summary>The targets, which stand on a line of their own.</summary>
    public MoneyScope Targets => On(Rung.Target);

    /// <summary>The amounts at hand on which a condition holds.</summary>
    public MoneyScope Where(Func<MoneyItem, bool> condition) => new([.. Rows.Where(r => condition(r.Item))]);

    /// <summary>Actors and hosts that have any of the amounts.</summary>
    public IEnumerable<(string ActorId, string HostId)> Pairs => IsCut
        ? sums!.Any.Where(p => (actor ?? p.ActorId) == p.ActorId && (host ?? p.HostId) == p.HostId) : Rows.Select(r => (r.Item.ActorId, r.Item.HostId)).Distinct();

    /// <summary>The row of an amount.</summary>
    public MoneyRow Row(string id) => Rows.First(r => r.Item.Id == id);

    /// <summary>Reads the amounts that pass a filter: an amount's own actor, host and rung are what the filter's actors, countries and rungs are held against.</summary>
    /// <param name="isWhole">Whether every amount is wanted, however many there are: for data, not for pages.</param>
    public static async Task<MoneyScope> ReadAsync(BoardDb db, Tally tally, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        var sums = tally.Money.Sum(new TraitTest(filter).Rests(tally.Book), filter, Most, isWhole ? int.MaxValue : Whole);
        var all = new MoneyScope([], sums, null, null, null);
        if (all.Count == 0) return new MoneyScope([]);
        long[] versions = [.. sums.Largest.Order()];
        var rows = new List<MoneyRow>();
        foreach (var some in versions.Chunk(500)) rows.AddRange(await RowsAsync(await db.AmountsAsync(some, cancel), db, asOf, cancel));
        rows.Sort(ByActor);
        return all.Count == rows.Count ? new MoneyScope(rows) : new MoneyScope(rows, sums, null, null, null);
    }

    /// <summary>Reads what goes with some amounts: their engagements and rates.</summary>
    public static async Task<MoneyScope> OfAsync(IReadOnlyList<MoneyItem> items, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) => new([.. (await RowsAsync(items, db, asOf, cancel)).Order(Comparer<MoneyRow>.Create(ByActor))]);

    private static async Task<IEnumerable<MoneyRow>> RowsAsync(IReadOnlyList<MoneyItem> items, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var titles = await db.TitlesOfAsync([.. items.Select(m => m.EngagementId).Distinct()], asOf, cancel);
        var rates = (await db.OfIdsAsync<ExchangeRate>([.. items.Select(m => m.RateId).OfType<string>().Distinct()], asOf, cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return items.Where(m => titles.ContainsKey(m.EngagementId)).Select(m => new MoneyRow(m, titles[m.EngagementId], m.RateId is { } rate ? rates.GetValueOrDefault(rate) : null));
    }

    private static int ByActor(MoneyRow one, MoneyRow other) => (string.CompareOrdinal(one.Item.ActorId, other.Item.ActorId), one.Item.Rung.CompareTo(other.Item.Rung), string.CompareOrdinal(one.Item.Id, other.Item.Id)) switch
    {
        (not 0 and var actor, _, _) => actor,
        (_, not 0 and var rung, _) => rung,
        (_, _, var id) => id,
    };
}
