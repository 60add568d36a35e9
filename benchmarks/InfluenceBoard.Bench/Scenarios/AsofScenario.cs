using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>What the second clock costs: the pages as they stood at a past moment against the pages as they stand.</summary>
public sealed class AsofScenario : Scenario
{
    public override string About => "pages as of a past moment against now, with five versions a record";

    public override int Order => 22;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Of the claims a part, or five versions of all would not fit on most disks.
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000), Versions: 5, Claims: 0.2), context.Tell, cancel);
        var moment = made.History.Moment(0.75);
        await using var board = BoardHost.Open(made.File);
        foreach (var query in await QueryScenario.QueriesAsync(board, cancel))
            yield return await context.Harness.CompareAsync($"{query.Name}, {BenchOptions.Short(made.Shape.Engagements)}", "ms", c => query.MeasureAsync(board, null, c), c => query.MeasureAsync(board, moment, c), Aim.AtMost(1.5), cancel);
    }
}
