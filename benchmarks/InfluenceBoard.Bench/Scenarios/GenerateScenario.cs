using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>How fast boards are made; not one of the aims.</summary>
public sealed class GenerateScenario : Scenario
{
    public override string About => "rows a second that the generator writes, indexes and texts for search included";

    public override int Order => 0;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var shape = new BoardShape(context.Size(10_000));
        var file = Path.Combine(Checkout.Data, "generate.db");
        long rows = 0;
        var seconds = await Harness.MillisecondsAsync(async () => rows = await Boards.MakeAsync(shape, file, context.Tell, cancel)) / 1000;
        yield return Figure.Alone($"board of {BenchOptions.Short(shape.Engagements)} engagements", "rows/s", rows / seconds, note: $"{rows} rows, {new FileInfo(file).Length / 1_000_000} MB");
        File.Delete(file);
    }
}
