using InfluenceBoard.Features.Countries;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>The country page against the rule of what is between an actor and a country.</summary>
public sealed class CountryQueryTests(BoardServer server)
{
    private async Task<CountryModel> ReadAsync(string country, BoardFilter filter)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var parties = scope.ServiceProvider.GetRequiredService<PartyDirectory>();
        return await scope.ServiceProvider.GetRequiredService<CountryQuery>().ReadAsync(parties[country], filter, null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Japan_AsAHost_ListsOnlyWhatIsWithAnotherActor()
    {
        var japan = await ReadAsync("JP", BoardFilter.None);
        Assert.NotEmpty(japan.Rows.Shown);
        Assert.All(japan.Rows.Shown, r => Assert.Contains(japan.Columns, c => r.IsBetween(c.ActorId, "JP")));
        Assert.DoesNotContain(japan.Rows.Shown, r => r.Id == "tokyo-summit-2025");
        Assert.Empty(japan.Columns.Single(c => c.ActorId == "JP").Rows.Shown);
    }

    [Fact]
    public async Task Japan_FilteredByItself_ListsNothing() =>
        Assert.Empty((await ReadAsync("JP", BoardFilter.None with { Actors = ["JP"] })).Rows.Shown);

    [Fact]
    public async Task Kazakhstan_Columns_HoldEveryRowWithAnActor()
    {
        var kazakhstan = await ReadAsync("KZ", BoardFilter.None);
        Assert.Equal(kazakhstan.Rows.Shown.Where(r => kazakhstan.Columns.Any(c => r.IsBetween(c.ActorId, "KZ"))).Select(r => r.Id).Order(),
            kazakhstan.Columns.SelectMany(c => c.Rows.Shown).Select(r => r.Id).Distinct().Order());
    }
}
