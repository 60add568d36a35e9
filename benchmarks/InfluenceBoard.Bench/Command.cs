using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench;

/// <summary>The command: reads the arguments, runs the scenarios one after another, ends with 1 when one threw.</summary>
internal static class Command
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--child", .. var child]) return await Child.RunAsync(child);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
        if (args.Contains("--list"))
        {
            foreach (var scenario in Scenario.All) Console.WriteLine($"{scenario.Name,-14} {scenario.About}");
            return 0;
        }
        BenchOptions options;
        IReadOnlyList<Scenario> chosen;
        try
        {
            options = BenchOptions.Parse(args);
            chosen = options.Scenarios.Count == 0 ? Scenario.All
                : [.. options.Scenarios.Select(n => Scenario.All.FirstOrDefault(s => s.Name == n) ?? throw new ArgumentException($"There is no scenario '{n}'. There are: {string.Join(", ", Scenario.All.Select(s => s.Name))}."))];
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        var results = new Results(options);
        await using var product = new Product();
        var context = new BenchContext(new Harness(options.IsQuick), options, product);
        foreach (var scenario in chosen)
        {
            Results.Head(scenario);
            try { await foreach (var figure in scenario.RunAsync(context, stop.Token)) results.Add(scenario, figure); }
            // One scenario that fails must not hide the others' figures.
            catch (Exception e) when (!stop.IsCancellationRequested) { results.Fail(scenario, e); }
            if (stop.IsCancellationRequested) break;
        }
        await results.WriteAsync();
        return results.Failed > 0 || stop.IsCancellationRequested ? 1 : 0;
    }
}
