using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Overview;

/// <summary>What is done with or promised to a region as such; in no country's line.</summary>
public sealed record RegionLine(OverviewLine Line, Listing Rows);

/// <summary>Everything the overview shows.</summary>
/// <param name="Rows">Engagements in view.</param>
/// <param name="Bars">What they are about.</param>
/// <param name="Plans">What was intended and what was done.</param>
/// <param name="Money">Amounts in view, those of regions included.</param>
/// <param name="Grid">Countries against actors.</param>
/// <param name="Regions">Regions, where one of their countries is in view.</param>
/// <param name="Claims">Claims about the engagements that are listed.</param>
/// <param name="Sources">Sources that these claims come from.</param>
/// <param name="LastChange">When the board last changed (UTC), up to the moment of reading; null for an empty board.</param>
/// <param name="Searched">Which pairs were searched: what an empty cell means.</param>
public sealed record OverviewModel(Listing Rows, OverviewBars Bars, OverviewPlans Plans, MoneyScope Money, OverviewGrid Grid, IReadOnlyList<RegionLine> Regions, int Claims, int Sources, DateTimeOffset? LastChange, SearchedCells Searched);

/// <summary>Reads the overview.</summary>
public sealed class OverviewQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    // Most engagements that the overview lists, and most of a region.
    private const int MostRows = 150, MostOfRegion = 40;

    /// <summary>Every engagement that passes a filter, the latest first, read while they are used.</summary>
    public async IAsyncEnumerable<EngagementEntry> AllAsync(BoardFilter filter, DateTimeOffset? asOf, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await foreach (var row in Scope.Of(tally, filter).AllAsync(db, asOf, cancel)) yield return row;
    }

    /// <summary>The sources of the engagements in view.</summary>
    public async Task<IReadOnlyList<SourceLine>> SourcesAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await SourceLine.OfAsync(db, db.Engagements(filter, asOf), asOf, cancel);
    }

    /// <summary>Reads the overview under a filter, as of a moment.</summary>
    /// <param name="today">The last day of the past.</param>
    /// <param name="isWhole">Whether every amount is wanted.</param>
    public async Task<OverviewModel> ReadAsync(BoardFilter filter, DateOnly today, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var scope = Scope.Of(tally, filter);
        var rows = await Listing.ReadAsync(scope, db, asOf, MostRows, cancel);
        var money = await MoneyScope.ReadAsync(db, tally, filter, asOf, cancel, isWhole);
        string[] listed = [.. rows.Shown.Select(r => r.Id)];
        var claims = await db.NamedSourcesAsync(RecordKind.Engagement, listed, asOf, cancel);

        string[] actors = [.. parties.Actors.Select(a => a.Id)];
        var regions = new List<RegionLine>();
        foreach (var region in parties.Regions.Where(r => filter.Countries.IsEmpty || filter.Countries.Any(r.Members.Contains)))
        {
            var own = filter with { Countries = [region.Id] };
            var regionScope = Scope.Of(tally, own);
            var regionRows = await Listing.ReadAsync(regionScope, db, asOf, MostOfRegion, cancel);
            var regionMoney = await MoneyScope.ReadAsync(db, tally, own, asOf, cancel, isWhole);
            if (regionRows.Count + regionMoney.Count > 0)
                regions.Add(new RegionLine(OverviewGrid.Line(region.Id, regionScope, regionMoney, actors, filter.Actors.IsEmpty ? actors : [.. filter.Actors]), regionRows));
        }
        return new OverviewModel(rows, OverviewBars.Of(scope, parties), await OverviewPlans.ReadAsync(db, scope, today, asOf, cancel), money, OverviewGrid.Of(scope, money, parties), regions, claims.Count, claims.Distinct(StringComparer.Ordinal).Count(),
            await db.LastChangedAsync(asOf, cancel), await SearchedCells.ReadAsync(db, asOf, cancel));
    }
}
