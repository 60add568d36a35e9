using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Engagements;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>What the size of the board costs an analyst: totals, facets and a page of rows under every kind of structured filter.</summary>
public sealed class GrowScenario : Scenario
{
    /// <summary>The usual list: latest first, 25 rows.</summary>
    internal static readonly EngagementsView View = new("date", true, EngagementsView.UsualColumns, null, 25, 1);

    internal static readonly (string Name, BoardFilter Filter)[] Filters =
    [
        ("no filter", BoardFilter.None), ("country", new() { Countries = ["KZ"] }), ("actor", new() { Actors = ["CN"] }), ("actor and country", new() { Actors = ["CN"], Countries = ["VN"] }), ("domain", new() { Topics = [Topic.Energy] }),
        ("type", new() { Types = [EngagementType.Agreement] }), ("status", new() { Statuses = [Status.Completed] }), ("rung", new() { Rungs = [Rung.Pledge] }), ("year", new() { From = new(2020, 1, 1), To = new(2020, 12, 31) }),
        ("days", new() { From = new(2019, 3, 5), To = new(2021, 9, 17) }), ("reliability", new() { Reliability = Reliability.B }),
        ("all together", new() { Actors = ["CN", "RU"], Countries = ["KZ", "UZ"], Topics = [Topic.Energy, Topic.Transport], From = new(2015, 1, 1), Reliability = Reliability.C }),
    ];

    public override string About => "totals, facets and 25 rows under a filter, against the same on a board of 10k";

    public override int Order => 20;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var small = context.IsQuick ? 300 : 10_000;
        await using var floor = await OpenAsync(context, small, cancel);
        foreach (var size in context.Options.Sizes ?? (context.IsQuick ? [600] : [100_000, 1_000_000, 10_000_000]))
        {
            await using var board = await OpenAsync(context, size, cancel);
            foreach (var (name, filter) in Filters)
                yield return await context.Harness.CompareAsync($"{name}, {BenchOptions.Short(size)}", "ms", c => AskAsync(floor, filter, c), c => AskAsync(board, filter, c), Aim.AtMost(1.5), cancel);
        }
    }

    // One claim a record and no index of texts: nothing of them is asked, and ten million fit on a disk.
    private static async Task<BoardHost> OpenAsync(BenchContext context, int size, CancellationToken cancel)
    {
        var board = BoardHost.Open((await Boards.GetAsync(new BoardShape(size, Claims: 0, HasSearch: false), context.Tell, cancel)).File);
        // Made once after a start, for all readers: it is no filter's own.
        await board.AskAsync(s => s.GetRequiredService<Tallies>().AtAsync(null, cancel).AsTask());
        return board;
    }

    private static Task<double> AskAsync(BoardHost board, BoardFilter filter, CancellationToken cancel) =>
        Harness.MillisecondsAsync(() => board.AskAsync(s => s.GetRequiredService<EngagementsQuery>().ReadAsync(filter, View, null, cancel)));
}
