using InfluenceBoard.Domain;
using InfluenceBoard.Features.Engagements;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>The explorer: every engagement once, in the order and the groups that the address asks for.</summary>
public sealed class EngagementsQueryTests(BoardServer server)
{
    private static readonly EngagementsView Usual = new("date", true, EngagementsView.UsualColumns, null, 25, 1);

    public static TheoryData<string, bool> Orders => new(EngagementsView.Sorts.SelectMany(s => new[] { (s, true), (s, false) }));

    public static TheoryData<string> Groups => [.. EngagementsView.Groups];

    private async Task<EngagementsModel> ReadAsync(BoardFilter filter, EngagementsView view)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EngagementsQuery>().ReadAsync(filter, view, null, TestContext.Current.CancellationToken);
    }

    private async Task<List<(string? Group, EngagementRow Row)>> AllAsync(BoardFilter filter, EngagementsView view)
    {
        var all = new List<(string?, EngagementRow)>();
        for (var page = 1; ; page++)
        {
            var model = await ReadAsync(filter, view with { Page = page });
            all.AddRange(model.Groups.SelectMany(g => g.Rows.Select(r => (g.Word, r))));
            if (page == model.Pages) return all;
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_AnyOrder_HoldEveryEngagementOnceInThatOrder(string sort, bool isDescending)
    {
        var rows = (await AllAsync(BoardFilter.None, Usual with { Sort = sort, IsDescending = isDescending })).ConvertAll(r => r.Row);
        Assert.Equal((await RealSeeds.ReadAsync()).Engagements.Select(e => e.Id).Order(StringComparer.Ordinal), rows.Select(r => r.Id).Order(StringComparer.Ordinal));

        IComparable Key(EngagementRow r) => sort switch
        {
            "title" => new OrdinalText(r.Title), "type" => new OrdinalText(Word.Of(r.Type)), "status" => new OrdinalText(Word.Of(r.Status)), "sources" => r.Sources,
            "confidence" => r.Confidence is { } c ? c.Credibility * 10 + (int)c.Reliability : 99,
            "money" => r.Money.Select(m => m.UsdLow ?? m.UsdHigh).Max() ?? 0, _ => r.Latest,
        };
        // What has no amount comes last either way.
        if (sort == "money")
        {
            var with = rows.TakeWhile(r => r.Money.Any(m => m.HasUsd)).ToList();
            Assert.DoesNotContain(rows.Skip(with.Count), r => r.Money.Any(m => m.HasUsd));
            rows = with;
        }
        for (var i = 1; i < rows.Count; i++)
            Assert.True(isDescending ? Key(rows[i - 1]).CompareTo(Key(rows[i])) >= 0 : Key(rows[i - 1]).CompareTo(Key(rows[i])) <= 0, $"{rows[i - 1].Id} stands before {rows[i].Id}");
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task Groups_Any_HoldWhatTheirCountsSay(string group)
    {
        var filter = new BoardFilter { From = new DateOnly(2025, 11, 1), To = new DateOnly(2026, 1, 31) };
        var view = Usual with { Group = group, Size = 50 };
        var model = await ReadAsync(filter, view);
        var all = await AllAsync(filter, view);
        Assert.Equal(model.Listed, all.Count);
        var shown = all.GroupBy(r => r.Group!).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(model.Bars.Values.Where(v => v.Count > 0), v => Assert.Equal(v.Count, shown[v.Word]));
        Assert.Equal(model.Total, all.Select(r => r.Row.Id).Distinct().Count());
        if (Facets.Single.Contains(group)) Assert.Equal(model.Total, model.Listed);
    }

    [Fact]
    public async Task Page_BeyondTheLast_IsTheLast()
    {
        var model = await ReadAsync(BoardFilter.None, Usual with { Page = 999 });
        Assert.Equal(model.Pages, model.Page);
        Assert.NotEmpty(model.Groups.Single().Rows);
    }

    [Fact]
    public async Task Empty_Result_NamesTheChoicesThatLetSomethingThroughWhenTakenBack()
    {
        var filter = new BoardFilter { Countries = ["TM"], Actors = ["RU"], Topics = [Topic.Energy] };
        var model = await ReadAsync(filter, Usual);
        Assert.Equal(0, model.Total);
        Assert.NotEmpty(model.Loosenings);
        foreach (var loosening in model.Loosenings) Assert.Equal(loosening.Count, (await ReadAsync(loosening.Chip.Rest, Usual)).Total);
        Assert.Equal(model.Loosenings.OrderByDescending(l => l.Count).Select(l => l.Chip.Label), model.Loosenings.Select(l => l.Chip.Label));
    }

    // As the database orders: by code, not by language.
    private sealed record OrdinalText(string Text) : IComparable
    {
        public int CompareTo(object? other) => string.CompareOrdinal(Text, ((OrdinalText)other!).Text);
    }
}
