using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Money;

/// <summary>An amount with the amounts that are part of it.</summary>
public sealed record MoneyBranch(MoneyRow Row, IReadOnlyList<MoneyRow> Parts);

/// <summary>The amounts of one actor with one host.</summary>
public sealed record MoneyPair(string ActorId, string HostId, MoneyScope Money, IReadOnlyList<MoneyBranch> Branches);

/// <summary>Everything the money page shows.</summary>
/// <param name="Money">The amounts in view.</param>
/// <param name="Regional">Amounts of the regions of the chosen countries, which are no country's; empty when none is chosen, because they are then in view themselves.</param>
/// <param name="Pairs">The amounts by actor and host, in the fixed order.</param>
public sealed record MoneyModel(MoneyScope Money, MoneyScope Regional, IReadOnlyList<MoneyPair> Pairs);

/// <summary>Reads the amounts of a view.</summary>
public sealed class MoneyQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    /// <summary>The sources of the engagements that have the amounts.</summary>
    public async Task<IReadOnlyList<SourceLine>> SourcesAsync(MoneyModel model, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        string[] engagements = [.. model.Money.Rows.Concat(model.Regional.Rows).Select(r => r.Item.EngagementId).Distinct()];
        return await SourceLine.OfAsync(db, db.Engagements.KnownAt(asOf).Where(e => engagements.Contains(e.Id)), asOf, cancel);
    }

    /// <summary>Reads the amounts that pass a filter, as of a moment.</summary>
    /// <param name="isWhole">Whether every amount is wanted.</param>
    public async Task<MoneyModel> ReadAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var money = await MoneyScope.ReadAsync(db, tally, filter, asOf, cancel, isWhole);
        string[] regions = [.. filter.Countries.SelectMany(parties.RegionsOf).Select(r => r.Id).Distinct()];
        var regional = regions.Length == 0 ? new MoneyScope([]) : await MoneyScope.ReadAsync(db, tally, filter with { Countries = [.. regions] }, asOf, cancel, isWhole);
        return new MoneyModel(money, regional, Pairs(money, parties));
    }

    /// <summary>Groups amounts by actor and host. A part stands under the amount that contains it, where that one is in view and between the same two.</summary>
    public static IReadOnlyList<MoneyPair> Pairs(MoneyScope money, PartyDirectory parties)
    {
        var order = parties.All.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        return
        [
            .. money.Pairs.OrderBy(p => order[p.ActorId]).ThenBy(p => order[p.HostId]).Select(p =>
            {
                var some = money.Of(p.ActorId, p.HostId);
                var own = some.Rows.ToDictionary(r => r.Item.Id, StringComparer.Ordinal);
                var roots = some.Rows.Where(r => r.Item.PartOfId is not { } parent || !own.ContainsKey(parent));
                return new MoneyPair(p.ActorId, p.HostId, some, [.. roots.OrderBy(r => r.Item.Rung).ThenByDescending(r => r.Item.UsdLow ?? r.Item.UsdHigh).ThenBy(r => r.Item.Id, StringComparer.Ordinal).Select(r => new MoneyBranch(r, [.. Parts(r.Item.Id, own)]))]);
            }),
        ];
    }

    // Parts of parts follow their own; a circle cannot be loaded, so this ends.
    private static IEnumerable<MoneyRow> Parts(string id, Dictionary<string, MoneyRow> own) =>
        own.Values.Where(r => r.Item.PartOfId == id).OrderBy(r => r.Item.Id, StringComparer.Ordinal).SelectMany(r => Parts(r.Item.Id, own).Prepend(r));
}
