using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Money;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Api;

/// <summary>The API's totals are those of the pages.</summary>
public sealed class ApiTotalTests(BoardServer server)
{
    private async Task<MoneyModel> PageAsync(BoardFilter filter) =>
        await new MoneyQuery(server.Services.GetRequiredService<IDbContextFactory<BoardDb>>(), server.Services.GetRequiredService<Tallies>(), server.Parties).ReadAsync(filter, null, TestContext.Current.CancellationToken);

    private static void Same(MoneyScope page, JsonNode total)
    {
        Assert.Equal(page.Rows.Count, (int)total["amounts"]!);
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var expected = page.Total(direction);
            var band = total["pledged"]!.AsArray().SingleOrDefault(b => (string)b!["direction"]! == Word.Of(direction));
            if (band is null) { Assert.True(expected.IsEmpty); continue; }
            Assert.Equal(expected.Low, (decimal)band["low"]!);
            Assert.Equal(expected.High, (decimal)band["high"]!);
            Assert.Equal(expected.OpenEnded, (int)band["openEnded"]!);
            Assert.Equal(expected.Kinds.Select(Word.Of), band["kinds"]!.AsArray().Select(k => (string)k!));
            Assert.Equal(expected.Lines.Select(l => (l.Item.Id, Word.Of(l.Role), l.Because)), band["counted"]!.AsArray().Concat(band["leftOut"]!.AsArray()).Select(a => ((string)a!["id"]!, (string)a["role"]!, (string?)a["because"])));
            Assert.Equal(expected.Items, band["counted"]!.AsArray().Count);
            Assert.Equal(expected.Low, band["counted"]!.AsArray().Sum(a => (decimal)a!["low"]!));
            Assert.Equal(expected.High, band["counted"]!.AsArray().Sum(a => (decimal)a!["high"]!));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("actor=japan")]
    [InlineData("country=kazakhstan")]
    [InlineData("rung=signed")]
    [InlineData("domain=energy&from=2025")]
    [InlineData("reliability=B")]
    [InlineData("country=turkmenistan&from=2030")]
    public async Task Total_OfAFilter_IsThatOfTheMoneyPage(string query)
    {
        var (filter, _) = FilterQuery.Read(new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)), server.Parties);
        var page = await PageAsync(filter);
        var all = await server.ReadAsync("totals?" + query);
        Same(page.Money, Assert.Single(all["items"]!.AsArray())!);
        var pairs = (await server.ReadAsync($"totals?by=pair&{query}".TrimEnd('&')))["items"]!.AsArray();
        Assert.Equal(page.Pairs.Select(p => $"{p.ActorId}-{p.HostId}"), pairs.Select(p => (string)p!["id"]!));
        foreach (var (expected, total) in page.Pairs.Zip(pairs)) Same(expected.Money, total!);
    }

    [Fact]
    public async Task Total_OfEveryHostAndActor_IsThatOfItsPage()
    {
        await using var db = await server.OpenAsync();
        var hosts = (await server.ReadAsync("totals?by=host"))["items"]!.AsArray().ToDictionary(t => (string)t!["id"]!, t => t!);
        var actors = (await server.ReadAsync("totals?by=actor"))["items"]!.AsArray().ToDictionary(t => (string)t!["id"]!, t => t!);
        Assert.Contains("central-asia", hosts.Keys);
        async Task<MoneyScope> ScopeAsync(BoardFilter filter) => await MoneyScope.OfAsync(await db.MoneyItems(filter, null).ToListAsync(TestContext.Current.CancellationToken), db, null, TestContext.Current.CancellationToken);
        foreach (var country in server.Parties.Countries)
            if (hosts.TryGetValue(country.Id, out var total)) Same(await ScopeAsync(BoardFilter.None with { Countries = [country.Id] }), total);
            else Assert.Empty((await ScopeAsync(BoardFilter.None with { Countries = [country.Id] })).Rows);
        foreach (var actor in server.Parties.Actors)
            if (actors.TryGetValue(actor.Id, out var total)) Same(await ScopeAsync(BoardFilter.None with { Actors = [actor.Id] }), total);
            else Assert.Empty((await ScopeAsync(BoardFilter.None with { Actors = [actor.Id] })).Rows);
    }

    [Fact]
    public async Task Targets_AreInNoPledgedTotalAndOnALineOfTheirOwn()
    {
        var total = (await server.ReadAsync("totals"))["items"]![0]!;
        var targets = (await server.ReadAsync("money?rung=target&limit=500"))["items"]!.AsArray().Select(m => (string)m!["id"]!).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(targets);
        Assert.Equal(targets, total["targets"]!.AsArray().SelectMany(b => b!["counted"]!.AsArray().Concat(b["leftOut"]!.AsArray().Where(a => (string)a!["role"]! != "other-direction"))).Select(a => (string)a!["id"]!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(total["pledged"]!.AsArray().SelectMany(b => b!["counted"]!.AsArray()).Select(a => (string)a!["id"]!), targets.Contains);
    }

    [Fact]
    public async Task Amounts_EveryOne_CanBeTracedToASourceAndAPlaceInIt()
    {
        var sources = (await server.ReadAsync("sources?limit=500"))["items"]!.AsArray().Select(s => (string)s!["id"]!).ToHashSet();
        foreach (var item in (await server.ReadAsync("money?limit=500"))["items"]!.AsArray().Concat((await server.ReadAsync("indicators?limit=500"))["items"]!.AsArray()).Concat((await server.ReadAsync("moves?limit=500"))["items"]!.AsArray()))
        {
            Assert.NotEmpty(item!["claims"]!.AsArray());
            Assert.All(item["claims"]!.AsArray(), c =>
            {
                Assert.Contains((string)c!["sourceId"]!, sources);
                Assert.True(c["paragraph"] is not null || c["locator"] is not null, (string)c["id"]!);
            });
        }
    }
}
