using System.Collections.Immutable;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Countries;

/// <summary>What one actor and the country have to do with each other.</summary>
/// <param name="ActorId">The actor.</param>
/// <param name="Rows">Engagements between the two, latest first.</param>
/// <param name="Money">Amounts whose actor and host they are.</param>
public sealed record ActorColumn(string ActorId, IReadOnlyList<EngagementRow> Rows, MoneyScope Money);

/// <summary>What is done with or promised to a region that the country lies in.</summary>
public sealed record RegionalLine(string RegionId, IReadOnlyList<EngagementRow> Rows, MoneyScope Money);

/// <summary>Everything a country page shows.</summary>
/// <param name="Country">The country.</param>
/// <param name="Columns">The four actors, in the fixed order; the country itself, where it is one, has an empty column.</param>
/// <param name="Rows">Every engagement in which the country takes part; of a country that is also an actor, those with another actor.</param>
/// <param name="About">Engagements between others that concern it.</param>
/// <param name="Regional">Regions that it lies in and that are hosts of anything.</param>
/// <param name="Money">Every amount whose host is the country.</param>
/// <param name="Profile">Indicators, positions, people, contradictions, sources.</param>
/// <param name="Searched">Which pairs were searched: what silence means.</param>
/// <param name="Loosenings">For an empty result, the choices to take back.</param>
public sealed record CountryModel(Party Country, IReadOnlyList<ActorColumn> Columns, IReadOnlyList<EngagementRow> Rows, IReadOnlyList<EngagementRow> About,
    IReadOnlyList<RegionalLine> Regional, MoneyScope Money, PartyProfile Profile, SearchedCells Searched, IReadOnlyList<Loosening> Loosenings);

/// <summary>A choice of the filter that can be taken back, and how many engagements that gives.</summary>
public sealed record Loosening(FilterChip Chip, int Count);

/// <summary>Reads a country page.</summary>
public sealed class CountryQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties, FilterWords words)
{
    // A country that is also an actor is shown as a host here: what it does itself stands on its actor page. Left alone with itself, it matches nothing.
    internal static ImmutableArray<string> Others(Party country, BoardFilter filter, PartyDirectory parties)
    {
        if (!country.IsActor) return filter.Actors;
        ImmutableArray<string> others = [.. (filter.Actors.IsEmpty ? parties.Actors.Select(a => a.Id) : filter.Actors).Where(a => a != country.Id)];
        return others.IsEmpty ? [country.Id] : others;
    }

    /// <summary>Reads the page of a country under a filter, as of a moment.</summary>
    public async Task<CountryModel> ReadAsync(Party country, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = filter with { Countries = [country.Id], Actors = Others(country, filter, parties) };
        var engagements = db.Engagements(own, asOf);
        var rows = await engagements.ToRowsAsync(db, asOf, cancel);
        var money = await MoneyScope.ReadAsync(db.MoneyItems(own, asOf), db, asOf, cancel);

        var others = db.Engagements(filter with { Countries = [] }, asOf);
        var about = await others.Where(e => e.Parties.Any(p => p.PartyId == country.Id && p.Role == PartyRole.About)
            && e.Parties.All(p => p.PartyId != country.Id || p.Role == PartyRole.About)).ToRowsAsync(db, asOf, cancel);

        var regional = new List<RegionalLine>();
        foreach (var region in parties.RegionsOf(country.Id))
        {
            var regionRows = await others.Where(e => e.Parties.Any(p => p.PartyId == region.Id && p.Role != PartyRole.About)).ToRowsAsync(db, asOf, cancel);
            var regionMoney = await MoneyScope.ReadAsync(db.MoneyItems(filter with { Countries = [region.Id] }, asOf), db, asOf, cancel);
            if (regionRows.Count + regionMoney.Rows.Count > 0) regional.Add(new RegionalLine(region.Id, regionRows, regionMoney));
        }
        var loosenings = new List<Loosening>();
        if (rows.Count == 0)
            foreach (var chip in words.Chips(filter with { Countries = [] }))
                if (await db.Engagements(chip.Rest with { Countries = [country.Id], Actors = Others(country, chip.Rest, parties) }, asOf).CountAsync(cancel) is > 0 and var count) loosenings.Add(new Loosening(chip, count));

        return new CountryModel(country,
            [.. parties.Actors.Select(a => new ActorColumn(a.Id, [.. rows.Where(r => r.IsBetween(a.Id, country.Id))], money.Where(m => m.ActorId == a.Id)))],
            rows, about, regional, money, await PartyProfile.ReadAsync(db, country.Id, engagements, filter, asOf, cancel), await SearchedCells.ReadAsync(db, asOf, cancel),
            [.. loosenings.OrderByDescending(l => l.Count)]);
    }
}
