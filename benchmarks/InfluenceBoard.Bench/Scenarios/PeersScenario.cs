using System.Runtime.CompilerServices;
using System.Text.Json;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>The country page beside two sites that show the same data, made with tools that others publish figures with.</summary>
public sealed class PeersScenario : Scenario
{
    private const int Rounds = Harness.FewestRounds;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly IReadOnlyList<Peer> Peers =
    [
        new("Observable Framework", new ScriptFolder(Path.Combine("peers", "framework")), "dist", "input[type=radio][value='1']", [["observable", "build"]]),
        new("Evidence", new ScriptFolder(Path.Combine("peers", "evidence")), "build", "button::-p-text(China)", [["evidence", "sources"], ["evidence", "build"]]),
    ];

    public override string About => "country page against an Observable Framework and an Evidence site of the same data: weight, paint, filter";

    public override int Order => 32;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (ScriptFolder.MissingChromium is { } missing) { context.Tell(missing); yield break; }
        if (context.IsQuick && !(ScriptFolder.Browser.IsInstalled && Peers.Any(p => p.IsBuilt)))
        {
            context.Tell("the peers are not installed; a full run brings and builds them");
            yield break;
        }
        await ScriptFolder.Browser.InstallAsync(cancel);
        await using var board = await context.Product.StartAsync(PageHost.SeedBoard(), Checkout.Seeds, cancel);
        var origin = board.Address.GetLeftPart(UriPartial.Authority);
        if (!context.IsQuick) await new ScriptFolder("peers").RunAsync("node", Patience, cancel, "export.mjs", origin);
        var ready = new List<Peer>();
        foreach (var peer in Peers)
            if (await ReasonAgainstAsync(peer, context.IsQuick, cancel) is { } reason) context.Tell($"{peer.Name} is not measured: {reason}");
            else ready.Add(peer);
        if (ready.Count == 0) yield break;
        object[] sites =
        [
            new { name = "board", url = $"{origin}/countries/kazakhstan", link = "main a[href$='?actor=china#all']", rows = "section[aria-labelledby=all] table" },
            .. ready.Select(p => new { name = p.Name, folder = p.Built, link = p.Link, rows = "table" }),
        ];
        var told = await ScriptFolder.Browser.AskAsync<Site[]>("peers.mjs", cancel, context.IsQuick ? "1" : $"{Rounds}", JsonSerializer.Serialize(sites));
        foreach (var peer in told[1..])
            foreach (var (what, unit, of) in new (string, string, Func<Site, double>)[]
                { ("first view", "KB", s => s.Bytes / 1000), ("requests", "requests", s => s.Requests), ("largest paint at a quarter of the speed", "ms", s => s.Paint), ("filter click to new rows", "ms", s => s.Click) })
                yield return new Figure($"{peer.Name}: {what}", unit, of(peer), of(told[0]), Aim.AtMost(1), context.IsQuick ? 1 : Rounds);
    }

    // Installs and builds a peer; why it cannot be measured, or null.
    private static async Task<string?> ReasonAgainstAsync(Peer peer, bool isQuick, CancellationToken cancel)
    {
        if (isQuick) return peer.IsBuilt ? null : "not installed";
        try
        {
            await peer.Site.InstallAsync(cancel);
            foreach (var step in peer.Steps) await peer.Site.RunAsync("npx", Patience, cancel, ["--no-install", .. step]);
            return peer.IsBuilt ? null : $"its build left no {peer.Output}/index.html";
        }
        // Another's tool that does not work here must not hide the other's figures.
        catch (Exception e) when (e is InvalidOperationException or TimeoutException) { return e.Message; }
    }

    /// <summary>A site of another tool.</summary>
    private sealed record Peer(string Name, ScriptFolder Site, string Output, string Link, string[][] Steps)
    {
        public string Built => Path.Combine(Site.Folder, Output);

        public bool IsBuilt => File.Exists(Path.Combine(Built, "index.html"));
    }

    /// <summary>What <c>peers.mjs</c> tells of a site.</summary>
    private sealed record Site(string Name, double Bytes, double Requests, double Paint, double Click);
}
