using System.Globalization;
using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Lighthouse's four scores of each kind of page.</summary>
public sealed class LighthouseScenario : Scenario
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("overview", "/"), ("country", "/countries/kazakhstan"), ("actor", "/actors/china"), ("engagement", "/engagements/tokyo-summit-2025"), ("explorer", "/engagements"), ("search", "/search?q=japan"), ("compare", "/compare"),
        ("moves", "/moves"), ("money", "/money"), ("sources", "/sources"), ("source", "/sources/tokyo-summit-article"), ("people", "/people"), ("person", "/people/tokayev"), ("coverage", "/coverage"), ("methodology", "/methodology"),
        ("changes", "/changes"), ("data", "/data"),
    ];

    public override string About => "Lighthouse's scores of each kind of page, as a phone and as a desktop, with what they miss";

    public override int Order => 31;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (ScriptFolder.MissingChromium is { } missing) { context.Tell(missing); yield break; }
        if (context.IsQuick && !(ScriptFolder.Lighthouse.IsInstalled && ScriptFolder.Browser.IsInstalled)) { context.Tell("Lighthouse is not installed; a full run brings it"); yield break; }
        await ScriptFolder.Browser.InstallAsync(cancel);
        await ScriptFolder.Lighthouse.InstallAsync(cancel);
        await using var board = await context.Product.StartAsync(PageHost.SeedBoard(), Checkout.Seeds, cancel);
        foreach (var (name, path) in context.IsQuick ? Pages[1..2] : Pages)
        {
            // What a reader gets is the page that is kept.
            using (await board.Client.GetAsync(new Uri(path, UriKind.Relative), cancel)) { }
            foreach (var view in await ScriptFolder.Lighthouse.AskAsync<Verdict[]>("judge.mjs", cancel, board.Address.GetLeftPart(UriPartial.Authority), context.IsQuick ? "phone" : "phone,desktop", path))
                foreach (var (category, score) in view.Scores)
                    yield return Figure.Alone($"{name}, {view.Factor}: {category}", "of 100", score, Aim.Above(100, "of 100"), string.Join("; ", view.Misses.Where(m => m.Category == category).Select(m => m.ToString())) is { Length: > 0 } misses ? misses : null);
        }
    }

    /// <summary>What <c>judge.mjs</c> tells of a page.</summary>
    private sealed record Verdict(string Factor, IReadOnlyDictionary<string, int> Scores, IReadOnlyList<Miss> Misses);

    private sealed record Miss(string Category, string Audit, double Score, string Shown, IReadOnlyList<string> What)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Audit} {Score:0.00} {Shown} {string.Join(' ', What)}").TrimEnd();
    }
}
