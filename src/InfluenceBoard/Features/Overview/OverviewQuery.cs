using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Overview;

/// <summary>What is done with or promised to a region as such; in no country's line.</summary>
public sealed record RegionLine(OverviewLine Line, IReadOnlyList<EngagementRow> Rows);

/// <summary>Everything the overview shows.</summary>
/// <param name="Rows">Engagements in view, latest first.</param>
/// <param name="Money">Amounts in view, those of regions included.</param>
/// <param name="Grid">Countries against actors.</param>
/// <param name="Regions">Regions, where one of their countries is in view.</param>
/// <param name="Claims">Claims about the engagements in view.</param>
/// <param name="Sources">Sources that these claims come from.</param>
/// <param name="LastChange">When the board last changed (UTC), up to the moment of reading; null for an empty board.</param>
/// <param name="Searched">Which pairs were searched: what an empty cell means.</param>
public sealed record OverviewModel(IReadOnlyList<EngagementRow> Rows, MoneyScope Money, OverviewGrid Grid, IReadOnlyList<RegionLine> Regions, int Claims, int Sources, DateTimeOffset? LastChange, SearchedCells Searched);

/// <summary>Reads the overview.</summary>
public sealed class OverviewQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>The sources of the engagements in view.</summary>
    public async Task<IReadOnlyList<SourceLine>> SourcesAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await SourceLine.OfAsync(db, db.Engagements(filter, asOf), asOf, cancel);
    }

    /// <summary>Reads the overview under a filter, as of a moment.</summary>
    public async Task<OverviewModel> ReadAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var engagements = db.Engagements(filter, asOf);
        var rows = await engagements.ToRowsAsync(db, asOf, cancel);
        var money = await MoneyScope.ReadAsync(db.MoneyItems(filter, asOf), db, asOf, cancel);
        var claims = db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Engagement && engagements.Any(e => e.Id == c.RecordId));

        string[] actors = [.. parties.Actors.Select(a => a.Id)];
        var regions = new List<RegionLine>();
        foreach (var region in parties.Regions.Where(r => filter.Countries.IsEmpty || filter.Countries.Any(r.Members.Contains)))
        {
            var own = filter with { Countries = [region.Id] };
            var regionRows = await db.Engagements(own, asOf).ToRowsAsync(db, asOf, cancel);
            var regionMoney = await MoneyScope.ReadAsync(db.MoneyItems(own, asOf), db, asOf, cancel);
            if (regionRows.Count + regionMoney.Rows.Count > 0)
                regions.Add(new RegionLine(OverviewGrid.Line(region.Id, regionRows, regionMoney, actors, filter.Actors.IsEmpty ? actors : [.. filter.Actors]), regionRows));
        }
        return new OverviewModel(rows, money, OverviewGrid.Of(rows, money, parties, filter), regions,
            await claims.CountAsync(cancel), await claims.Select(c => c.SourceId).Distinct().CountAsync(cancel),
            await db.Changes.Where(c => asOf == null || c.At <= asOf).MaxAsync(c => (DateTimeOffset?)c.At, cancel), await SearchedCells.ReadAsync(db, asOf, cancel));
    }
}
