using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Pages made anew for each reader, on the seed data.</summary>
public sealed class PageFreshScenario : Scenario
{
    public override string About => "requests a second of pages made anew, against the same Kestrel answering their compressed bytes from memory; then how even the times are for a crowd";

    public override int Order => 11;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var board = await PageHost.StartAsync(PageHost.SeedBoard(), 0, cancel);
        await using var readers = new Readers();
        await foreach (var figure in PageLoad.CompareWithFloorAsync(context, readers, board, Aim.AtLeast(0.03), cancel)) yield return figure;
        foreach (var (name, path) in PageHost.Pages)
        {
            var rounds = new List<VisitFigures>();
            for (var round = 0; round < (context.IsQuick ? 1 : Harness.FewestRounds); round++) rounds.Add(await readers.AskAsync(context, board, path, PageLoad.Crowd, cancel));
            yield return new Figure($"{name} page, p99 to p50 at {PageLoad.Crowd} connections", "ms", Harness.Median(rounds.Select(r => r.Median)), Harness.Median(rounds.Select(r => r.Percentile99)), Aim.AtMost(5), rounds.Count);
        }
    }
}
