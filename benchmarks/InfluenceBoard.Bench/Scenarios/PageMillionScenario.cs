using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Pages made anew on a large board.</summary>
public sealed class PageMillionScenario : Scenario
{
    public override string About => "requests a second of pages made anew on a large board, against those of the seed data";

    public override int Order => 12;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000)), context.Tell, cancel);
        await using var small = await PageHost.StartAsync(PageHost.SeedBoard(), 0, cancel);
        await using var large = await PageHost.StartAsync(made.File, 0, cancel);
        await using var readers = new Readers();
        foreach (var board in new[] { small, large }) await readers.WarmAsync(context, board, cancel);
        foreach (var (name, path) in PageHost.Pages)
            yield return await context.Harness.CompareAsync($"{name} page, {BenchOptions.Short(made.Shape.Engagements)}", "requests/s", async c => (await readers.AskAsync(context, small, path, PageLoad.Connections, c)).PerSecond,
                async c => (await readers.AskAsync(context, large, path, PageLoad.Connections, c)).PerSecond, Aim.AtLeast(0.7), cancel);
    }
}
