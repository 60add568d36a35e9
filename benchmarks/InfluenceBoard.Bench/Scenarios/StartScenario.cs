using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>How long a deployment is away: from the start of the process to the first page.</summary>
public sealed class StartScenario : Scenario
{
    public override string About => "start of the process to the first overview page, against an empty ASP.NET Core app";

    public override int Order => 24;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000)), context.Tell, cancel);
        var program = Path.Combine(await context.Product.PublishAsync(cancel), "InfluenceBoard.dll");
        (string, string)[] settings = [("Board:Database", made.File)];
        // The board ran before: what it keeps for its next start is there.
        await using (var board = BoardHost.Open(made.File))
            await board.AskAsync(async s => { await s.GetRequiredService<Tallies>().AtAsync(null, cancel); await s.GetRequiredService<Tallies>().SettleAsync(); });
        // The seed files stand in the board already: an unchanged folder is not read again.
        foreach (var (name, path) in new[] { ("first answer", "/health"), ("first page", "/") })
            yield return await context.Harness.CompareAsync($"{name}, {BenchOptions.Short(made.Shape.Engagements)}", "ms", c => StartAsync(Child.Program, [], "/", c, "--child", "empty-app"), c => StartAsync(program, settings, path, c),
                Aim.AtMost(2, 300, "ms"), cancel, note: "timings include starting dotnet");
    }

    private static async Task<double> StartAsync(string program, (string, string)[] settings, string path, CancellationToken cancel, params string[] arguments)
    {
        await using var process = await BoardProcess.StartAsync(program, settings, cancel, path, arguments);
        return process.Started.TotalMilliseconds;
    }
}
