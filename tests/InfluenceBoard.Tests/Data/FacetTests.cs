using CsCheck;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>What the counts of the facets promise, for any filter.</summary>
public sealed class FacetTests(BoardServer server)
{
    private const int Filters = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<int> CountAsync(BoardFilter filter)
    {
        await using var db = await server.OpenAsync();
        return await db.Engagements(filter, null).CountAsync(Cancel);
    }

    private async Task<Facet> FacetAsync(string name, BoardFilter filter)
    {
        return Facets.Of(await server.Services.GetRequiredService<Tallies>().AtAsync(null, Cancel), filter, server.Parties).Single(f => f.Name == name);
    }

    [Fact]
    public Task Counts_AnyFilter_AreWhatTheChoiceWouldLetThrough() => Shared.Filters.Any.SampleAsync(async filter =>
    {
        foreach (var name in Facets.Names)
            foreach (var value in (await FacetAsync(name, filter)).Values)
                Assert.Equal((name, value.Word, value.Count), (name, value.Word, await CountAsync(filter.With(name, value.Word))));
    }, iter: Filters / 2, threads: 1);

    [Fact]
    public Task Counts_FacetOfWhichEachHasOneValue_SumUpToWhatTheOthersLetThrough() => Shared.Filters.Any.SampleAsync(async filter =>
    {
        foreach (var name in Facets.Single)
        {
            var facet = await FacetAsync(name, filter);
            Assert.Equal(await CountAsync(filter.Opened(name)), facet.Open);
            Assert.Equal(facet.Open, facet.Values.Sum(v => v.Count));
            // What is chosen of it sums up to what is in view.
            if (facet.Values.Any(v => v.IsChosen)) Assert.Equal(await CountAsync(filter), facet.Values.Where(v => v.IsChosen).Sum(v => v.Count));
        }
    }, iter: Filters, threads: 1);

    [Fact]
    public Task Counts_WithOneFilterMore_NeverRise() => Gen.Select(Shared.Filters.Any, Shared.Filters.Any).SampleAsync(async (filter, other) =>
    {
        foreach (var added in Facets.Names)
        {
            // Only where the filter had no choice: a second value of one parameter is an alternative and widens it.
            if (filter.Opened(added) != filter || other.Opened(added) == other) continue;
            var narrowed = added switch
            {
                FilterQuery.Country => filter with { Countries = other.Countries }, FilterQuery.Actor => filter with { Actors = other.Actors }, FilterQuery.Domain => filter with { Topics = other.Topics },
                FilterQuery.Type => filter with { Types = other.Types }, FilterQuery.Status => filter with { Statuses = other.Statuses }, FilterQuery.Rung => filter with { Rungs = other.Rungs },
                FilterQuery.Reliability => filter with { Reliability = other.Reliability }, _ => filter with { From = other.From, To = other.To },
            };
            Assert.True(await CountAsync(narrowed) <= await CountAsync(filter), $"{added} raises the total");
            foreach (var name in Facets.Names.Where(n => n != added))
            {
                var before = (await FacetAsync(name, filter)).Values.ToDictionary(v => v.Word, v => v.Count);
                foreach (var value in (await FacetAsync(name, narrowed)).Values) Assert.True(value.Count <= before.GetValueOrDefault(value.Word), $"{added} raises {name}={value.Word}");
            }
        }
    }, iter: Filters / 8, threads: 1);

    [Fact]
    public async Task Values_ChosenOne_StaysEvenWhereItHasNone()
    {
        var facet = await FacetAsync(FilterQuery.Country, new BoardFilter { Countries = ["TM"], Rungs = [Rung.Lapsed] });
        Assert.Equal(("TM", 0, true), (facet.Values.Single().Word, facet.Values.Single().Count, facet.Values.Single().IsChosen));
    }

    [Fact]
    public async Task Years_EngagementThatGoesOn_StandsInEachOfItsYears()
    {
        var facet = await FacetAsync(Facets.Year, BoardFilter.None);
        await using var db = await server.OpenAsync();
        var open = await db.Engagements.KnownAt(null).CountAsync(e => e.Earliest == DateOnly.MinValue, Cancel);
        Assert.True(open > 0, "the seeds hold no engagement that is open towards the past");
        Assert.All(facet.Values.Where(v => int.Parse(v.Word, System.Globalization.CultureInfo.InvariantCulture) <= 2025), v => Assert.True(v.Count >= open));
    }
}
