using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>What the first view of a page costs a reader's connection.</summary>
public sealed class WeightScenario : Scenario
{
    private const double Kilobyte = 1000;

    private static readonly (string Name, string Path)[] Pages = [("country", "/countries/kazakhstan"), ("overview", "/"), ("actor", "/actors/china"), ("explorer", "/engagements"), ("engagement", "/engagements/tokyo-summit-2025")];

    public override string About => "first view of a page in Chromium that has nothing kept: bytes over the wire, requests, layout shift";

    public override int Order => 30;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (ScriptFolder.MissingChromium is { } missing) { context.Tell(missing); yield break; }
        await ScriptFolder.Browser.InstallAsync(cancel);
        await using var board = await context.Product.StartAsync(PageHost.SeedBoard(), Checkout.Seeds, cancel);
        foreach (var (name, path) in context.IsQuick ? Pages[..1] : Pages)
        {
            var view = (await ScriptFolder.Browser.AskAsync<View[]>("weigh.mjs", cancel, board.Address.GetLeftPart(UriPartial.Authority), path))[0];
            // Aims are those of the country page; the others are told beside it.
            var isAimed = name == Pages[0].Name;
            yield return Figure.Alone($"{name}, before map and charts below", "KB", view.First / Kilobyte, isAimed ? Aim.Below(130, "KB") : null);
            yield return Figure.Alone($"{name}, scrolled to its end", "KB", view.Whole / Kilobyte, isAimed ? Aim.Below(330, "KB") : null);
            yield return Figure.Alone($"{name}, requests", "requests", view.WholeRequests, isAimed ? Aim.Below(15, "requests") : null);
            yield return Figure.Alone($"{name}, layout shift", "CLS", view.Shift, Aim.Below(0, "CLS"), view.Shifts.Count == 0 ? null : string.Join("; ", view.Shifts));
        }
    }

    /// <summary>What <c>weigh.mjs</c> tells: bytes until the page rests and once it was scrolled to its end, with headers.</summary>
    private sealed record View(double First, double Whole, int WholeRequests, double Shift, IReadOnlyList<string> Shifts);
}
