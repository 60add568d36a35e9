using System.Runtime.CompilerServices;
using System.Xml.Linq;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>What many readers leave behind in the process.</summary>
public sealed class MemoryScenario : Scenario
{
    private const int AtOnce = 16;
    private static readonly string[] Countries = ["kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan", "japan", "vietnam"], Actors = ["china", "russia", "japan", "united-states"],
        Topics = ["diplomacy", "security", "economy", "energy", "minerals", "transport"], Types = ["visit", "meeting", "agreement", "statement"], Words = ["railway", "uranium", "corridor", "summit", "loan", "铁路"];

    public override string About => "memory held after many readers' views of pages of all kinds, against the idle process after one view of each kind";

    public override int Order => 30;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (count, views) = context.IsQuick ? (20, 5) : (1000, 100);
        await using var board = await PageHost.StartAsync(PageHost.SeedBoard(), 10, cancel);
        await using var readers = new Readers();
        var map = XDocument.Parse(await board.Client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), cancel));
        List<string> all = [.. map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery).Where(p => p != "/data/board.zip")];
        Task<VisitFigures> Go(IReadOnlyList<string> paths, int number, int each) => readers.VisitAsync(new Visit(board.Address.Port, paths, number, Math.Min(number, AtOnce), 0, each, AreDifferent: true), cancel);
        // One of each kind: the parent path and the language tell kinds apart.
        List<string> kinds = [.. all.DistinctBy(p => (p[..(p.LastIndexOf('/') + 1)], p.Count(c => c == '/') > 1 ? "" : p))];
        await Go(kinds, 1, kinds.Count);
        var idle = await RestingAsync(board, cancel);
        var figures = await Go(Mix(all), count, views);
        yield return new Figure($"resident set, {figures.Views} views by {count} readers", "MB", idle, await RestingAsync(board, cancel), Aim.AtMost(1.5), 1, $"{kinds.Count} kinds of pages; {figures.PerSecond:0} views/s");
    }

    // Half of the views are of a few pages, a third of single records, the rest of filters and searches of every kind.
    private static List<string> Mix(IReadOnlyList<string> all)
    {
        var random = new Random(1);
        string Of(IReadOnlyList<string> words) => words[random.Next(words.Count)];
        return [.. Enumerable.Range(0, 5000).Select(_ => random.Next(12) switch
        {
            < 2 => "/", < 5 => $"/countries/{Of(Countries)}", 5 => $"/actors/{Of(Actors)}", < 10 => Of(all),
            10 => $"/engagements?country={Of(Countries)}&actor={Of(Actors)}&domain={Of(Topics)}&type={Of(Types)}&from={random.Next(2015, 2026)}",
            _ => random.Next(3) switch { 0 => $"/search?q={Uri.EscapeDataString(Of(Words))}", 1 => $"/countries/{Of(Countries)}?domain={Of(Topics)}", _ => $"/money?actor={Of(Actors)}&country={Of(Countries)}" },
        })];
    }

    // When the last readers have left and their connections are closed.
    private static async Task<double> RestingAsync(BoardProcess board, CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), cancel);
        return board.ResidentBytes / 1e6;
    }
}
