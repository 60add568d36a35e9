using System.Text;
using System.Text.RegularExpressions;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Bench;

/// <summary>Generated records are distributed like the seed files' own.</summary>
public sealed partial class DistributionTests
{
    // Three thousand draws of a share of one half stray by 0.04 once in hundred thousand boards; the seed is fixed besides.
    private const double Near = 0.04;

    private static readonly Lazy<Task<List<Versioned>>> Made = new(async () => [.. new BoardGenerator(new BoardShape(3130), await RealSeeds.ReadAsync()).Versions().Select(v => v.Version)]);

    [Fact]
    public async Task Types_OfGenerated_HaveTheSharesOfTheSeeds() => AssertNear((await RealSeeds.ReadAsync()).Engagements.Select(e => Word.Of(e.Type)), (await EngagementsAsync()).Select(e => Word.Of(e.Type)));

    [Fact]
    public async Task Parties_OfGenerated_HaveTheSharesOfTheSeeds() => AssertNear((await RealSeeds.ReadAsync()).Engagements.Select(e => $"{string.Join(',', e.By)}>{string.Join(',', e.Towards)}|{string.Join(',', e.About)}"), (await EngagementsAsync()).Select(Sides));

    [Fact]
    public async Task Statuses_OfGenerated_HaveTheSharesOfTheSeeds() => AssertNear((await RealSeeds.ReadAsync()).Engagements.Select(e => Word.Of(e.Status)), (await EngagementsAsync()).Select(e => Word.Of(e.Status)));

    [Fact]
    public async Task Topics_OfGenerated_HaveTheSharesOfTheSeeds() => AssertNear((await RealSeeds.ReadAsync()).Engagements.Select(e => Word.Of(e.Domains[0])), (await EngagementsAsync()).Select(e => Word.Of(e.Topics[0].Topic)));

    [Fact]
    public async Task Dates_OfGenerated_AreOfTheSeedsKinds() => AssertNear((await RealSeeds.ReadAsync()).Engagements.Select(e => Digits().Replace(e.Date, "9")), (await EngagementsAsync()).Select(e => Digits().Replace(e.Date, "9")));

    [Fact]
    public async Task Dates_OfGenerated_FallIntoFifteenYears()
    {
        var years = (await EngagementsAsync()).Select(e => int.Parse(Year().Match(e.Date).Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        Assert.Superset(Enumerable.Range(Dates.First, 15).ToHashSet(), years);
        Assert.True(years.Max() <= Dates.Last + 1, $"The latest year is {years.Max()}.");
    }

    [Fact]
    public async Task Money_OfGenerated_IsAsOftenAndOfTheSameRungs()
    {
        var (seeds, made) = (await RealSeeds.ReadAsync(), await Made.Value);
        var paid = made.OfType<MoneyItem>().Select(m => m.EngagementId).Distinct().Count() / (double)(await EngagementsAsync()).Count;
        Assert.InRange(paid - seeds.Engagements.Count(e => e.Money.Count > 0) / (double)seeds.Engagements.Count, -Near, Near);
        Assert.Subset(seeds.Engagements.SelectMany(e => e.Money).Select(m => (m.Rung, m.Kind, m.Direction)).ToHashSet(), made.OfType<MoneyItem>().Select(m => (m.Rung, m.Kind, m.Direction)).ToHashSet());
        Assert.Contains(made.OfType<MoneyItem>(), m => m.PartOfId is not null);
        Assert.Contains(made.OfType<MoneyItem>(), m => m.MayOverlap.Count > 0);
    }

    [Fact]
    public async Task Claims_OfGenerated_AreAsMany()
    {
        var seeds = await RealSeeds.ReadAsync();
        var mean = (await Made.Value).OfType<Claim>().Count(c => c.RecordKind == RecordKind.Engagement) / (double)(await EngagementsAsync()).Count;
        Assert.InRange(mean / seeds.Engagements.Average(e => e.Claims.Count), 0.9, 1.15);
    }

    [Fact]
    public async Task Sources_OfALargerBoard_GrowMoreSlowly()
    {
        var seeds = await RealSeeds.ReadAsync();
        var (small, large) = (new BoardShape(10_000), new BoardShape(1_000_000));
        Assert.Equal(10, large.ByRoot(seeds.Sources.Count, seeds.Engagements.Count) / (double)small.ByRoot(seeds.Sources.Count, seeds.Engagements.Count), 0.1);
        Assert.InRange(large.Slowly(seeds.People.Count, seeds.Engagements.Count) / (double)small.Slowly(seeds.People.Count, seeds.Engagements.Count), 2.5, 4);
    }

    [Fact]
    public async Task Texts_OfGenerated_AreInFiveScripts()
    {
        var made = await Made.Value;
        var text = string.Join(' ', made.OfType<Claim>().Select(c => c.Quote).Concat(made.OfType<Engagement>().Select(e => e.Summary)).Concat(made.OfType<Person>().SelectMany(p => p.Names.Values)));
        foreach (var (script, of) in new[] { ("Latin", @"[a-z]{5}"), ("Vietnamese", "[ộạễ]"), ("Cyrillic", @"\p{IsCyrillic}{3}"), ("Chinese", @"\p{IsCJKUnifiedIdeographs}{2}"), ("Japanese", @"\p{IsHiragana}{2}") })
            Assert.True(Regex.IsMatch(text.Normalize(NormalizationForm.FormC), of), $"No text is in {script}.");
        Assert.All(made.OfType<Engagement>(), e => Assert.InRange(e.Title.Length, 10, 140));
    }

    [Fact]
    public void Ids_OfManyNumbers_AreAllDifferent()
    {
        var ids = Enumerable.Range(0, 200_000).Select(i => Names.Id("act", i)).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids.Take(1000), id => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", id));
    }

    private static async Task<List<Engagement>> EngagementsAsync() => [.. (await Made.Value).OfType<Engagement>()];

    private static string Sides(Engagement e)
    {
        string Of(PartyRole role) => string.Join(',', e.Parties.Where(p => p.Role == role).Select(p => p.PartyId));
        return $"{Of(PartyRole.By)}>{Of(PartyRole.Towards)}|{Of(PartyRole.About)}";
    }

    private static void AssertNear(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (seeds, made) = (Shares(expected), Shares(actual));
        Assert.Subset(seeds.Keys.ToHashSet(), made.Keys.ToHashSet());
        Assert.All(seeds, s => Assert.InRange(made.GetValueOrDefault(s.Key) - s.Value, -Near, Near));
    }

    private static Dictionary<string, double> Shares(IEnumerable<string> values)
    {
        var all = values.ToList();
        return all.GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count() / (double)all.Count, StringComparer.Ordinal);
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    [GeneratedRegex("[0-9]{4}")]
    private static partial Regex Year();
}
