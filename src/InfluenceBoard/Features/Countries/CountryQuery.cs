using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Countries;

/// <summary>What one actor and the country have to do with each other.</summary>
/// <param name="ActorId">The actor.</param>
/// <param name="Rows">Engagements between the two, latest first.</param>
/// <param name="Money">Amounts whose actor and host they are.</param>
public sealed record ActorColumn(string ActorId, Listing Rows, MoneyScope Money);

/// <summary>What is done with or promised to a region that the country lies in.</summary>
public sealed record RegionalLine(string RegionId, Listing Rows, MoneyScope Money);

/// <summary>Everything a country page shows.</summary>
/// <param name="Country">The country.</param>
/// <param name="Columns">The four actors, in the fixed order; the country itself, where it is one, has an empty column.</param>
/// <param name="Rows">Every engagement in which the country takes part; of a country that is also an actor, those with another actor.</param>
/// <param name="Between">How many of them are with one of the actors, each once.</param>
/// <param name="About">Engagements between others that concern it.</param>
/// <param name="Regional">Regions that it lies in and that are hosts of anything.</param>
/// <param name="Money">Every amount whose host is the country.</param>
/// <param name="Profile">Indicators, positions, people, contradictions, sources.</param>
/// <param name="Searched">Which pairs were searched: what silence means.</param>
/// <param name="Loosenings">For an empty result, the choices to take back.</param>
public sealed record CountryModel(Party Country, IReadOnlyList<ActorColumn> Columns, Listing Rows, int Between, Listing About,
    IReadOnlyList<RegionalLine> Regional, MoneyScope Money, PartyProfile Profile, SearchedCells Searched, IReadOnlyList<Loosening> Loosenings);

/// <summary>A choice of the filter that can be taken back, and how many engagements that gives.</summary>
public sealed record Loosening(FilterChip Chip, int Count);

/// <summary>Reads a country page.</summary>
public sealed class CountryQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties, FilterWords words)
{
    // Most engagements of a country that its page lists, of one actor with it, and of what stands around it.
    private const int MostRows = 50, MostOfActor = 6, MostAround = 30;

    // A country that is also an actor is shown as a host here: what it does itself stands on its actor page. Left alone with itself, it matches nothing.
    internal static ImmutableArray<string> Others(Party country, BoardFilter filter, PartyDirectory parties)
    {
        if (!country.IsActor) return filter.Actors;
        ImmutableArray<string> others = [.. (filter.Actors.IsEmpty ? parties.Actors.Select(a => a.Id) : filter.Actors).Where(a => a != country.Id)];
        return others.IsEmpty ? [country.Id] : others;
    }

    /// <summary>Reads the page of a country under a filter, as of a moment.</summary>
    /// <param name="isWhole">Whether every amount is wanted.</param>
    public async Task<CountryModel> ReadAsync(Party country, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        Scope Within(BoardFilter some, Func<PartySides, bool>? also = null) => Scope.Of(tally, some, also);
        var own = filter with { Countries = [country.Id], Actors = Others(country, filter, parties) };
        var scope = Within(own);
        var rows = await Listing.ReadAsync(scope, db, asOf, MostRows, cancel);
        var money = await MoneyScope.ReadAsync(db, tally, own, asOf, cancel, isWhole);
        var columns = new List<ActorColumn>();
        foreach (var actor in parties.Actors.Select(a => a.Id))
            columns.Add(new ActorColumn(actor, await rows.PartAsync(scope.Where((PartySides s) => s.IsBetween(actor, country.Id)), r => r.IsBetween(actor, country.Id), db, asOf, MostOfActor, cancel), money.Of(actor)));

        var others = filter with { Countries = [] };
        var about = await Listing.ReadAsync(Within(others, s => s.About.Contains(country.Id) && !s.TakesPart(country.Id)), db, asOf, MostAround, cancel);
        var regional = new List<RegionalLine>();
        foreach (var region in parties.RegionsOf(country.Id))
        {
            var regionRows = await Listing.ReadAsync(Within(others, s => s.TakesPart(region.Id)), db, asOf, MostAround, cancel);
            var regionMoney = await MoneyScope.ReadAsync(db, tally, filter with { Countries = [region.Id] }, asOf, cancel, isWhole);
            if (regionRows.Count + regionMoney.Count > 0) regional.Add(new RegionalLine(region.Id, regionRows, regionMoney));
        }
        var loosenings = new List<Loosening>();
        if (rows.Count == 0)
            foreach (var chip in words.Chips(others))
                if (Within(chip.Rest with { Countries = [country.Id], Actors = Others(country, chip.Rest, parties) }).Total is > 0 and var count) loosenings.Add(new Loosening(chip, count));

        string[] actors = [.. parties.Actors.Select(a => a.Id)];
        return new CountryModel(country, columns, rows, scope.Count(s => s.IsBetween(actors, [country.Id])), about, regional, money, await PartyProfile.ReadAsync(db, country.Id, rows, filter, asOf, cancel),
            await SearchedCells.ReadAsync(db, asOf, cancel), [.. loosenings.OrderByDescending(l => l.Count)]);
    }

    /// <summary>Every engagement of a country's page, the latest first, read while they are used.</summary>
    public async IAsyncEnumerable<EngagementEntry> AllAsync(Party country, BoardFilter filter, DateTimeOffset? asOf, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var scope = Scope.Of(tally, filter with { Countries = [country.Id], Actors = Others(country, filter, parties) });
        await foreach (var row in scope.AllAsync(db, asOf, cancel)) yield return row;
    }
}
