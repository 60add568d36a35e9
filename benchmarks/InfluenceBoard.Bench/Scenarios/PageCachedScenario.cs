using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Readers come in bursts to one page: a page that is kept ready, against its bytes from memory.</summary>
public sealed class PageCachedScenario : Scenario
{
    public override string About => "requests a second of kept pages, against the same Kestrel answering their compressed bytes from memory";

    public override int Order => 10;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var board = await PageHost.StartAsync(PageHost.SeedBoard(), 10, cancel);
        await using var readers = new Readers();
        await foreach (var figure in PageLoad.CompareWithFloorAsync(context, readers, board, Aim.AtLeast(0.8), cancel)) yield return figure;
    }
}
