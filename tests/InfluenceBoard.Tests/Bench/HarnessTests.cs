using InfluenceBoard.Bench;

namespace InfluenceBoard.Tests.Bench;

/// <summary>Figures are medians of alternating rounds, and aims are said of them as they are written.</summary>
public sealed class HarnessTests
{
    [Fact]
    public async Task Compare_FiveRounds_TakesTurnsAndMedians()
    {
        var (turns, floors, boards) = (new List<string>(), new Queue<double>([99, 1, 9, 3, 2, 100]), new Queue<double>([99, 10, 90, 30, 20, 1000]));
        var figure = await new Harness(isQuick: false).CompareAsync("x", "ms", _ => Turn("floor", floors), _ => Turn("board", boards), Aim.AtMost(11), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Repeat(new[] { "floor", "board" }, 6).SelectMany(t => t), turns);
        Assert.Equal((3d, 30d, 10d, true, 5), (figure.Floor, figure.Board, figure.Ratio, figure.IsReached, figure.Rounds));

        Task<double> Turn(string name, Queue<double> figures)
        {
            turns.Add(name);
            return Task.FromResult(figures.Dequeue());
        }
    }

    [Fact]
    public async Task Compare_FewerRounds_IsRefused() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
        new Harness(isQuick: true).CompareAsync("x", "ms", _ => Task.FromResult(1d), _ => Task.FromResult(1d), null, TestContext.Current.CancellationToken, rounds: 4));

    [Theory]
    [InlineData(100, 150, true)]
    [InlineData(100, 151, false)]
    public void AtMost_OfAFloor_IsReachedUpToIt(double floor, double board, bool isReached) => Assert.Equal(isReached, Aim.AtMost(1.5).IsReached(floor, board));

    [Theory]
    [InlineData(100, 500, true)]
    [InlineData(100, 501, false)]
    public void AtMostAndMore_OfAFloor_IsReachedUpToBoth(double floor, double board, bool isReached) => Assert.Equal(isReached, Aim.AtMost(2, 300, "ms").IsReached(floor, board));

    [Theory]
    [InlineData("250", 250)]
    [InlineData("10k", 10_000)]
    [InlineData("10M", 10_000_000)]
    public void Size_AsWritten_IsReadAndWrittenBack(string text, int size)
    {
        Assert.Equal(size, BenchOptions.Size(text));
        Assert.Equal(text, BenchOptions.Short(size));
    }

    [Theory]
    [InlineData("--fast")]
    [InlineData("--json")]
    [InlineData("--size", "many")]
    public void Options_NotUnderstood_AreRefusedWithTheUsage(params string[] args) => Assert.Contains(BenchOptions.Usage, Assert.Throws<ArgumentException>(() => BenchOptions.Parse(args)).Message, StringComparison.Ordinal);

    [Fact]
    public void Scenarios_ByTheirClasses_HaveTheNamesOfTheCommand() =>
        Assert.Superset(new HashSet<string>(["load", "export", "search", "query", "grow", "asof", "start", "page-cached", "page-fresh", "page-million", "memory"]), Scenario.All.Select(s => s.Name).ToHashSet());
}
