using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>A reader takes every row: the explorer as CSV over HTTP.</summary>
public sealed class ExportScenario : Scenario
{
    private const string Now = "KnownTo = 253402300799999";

    // What the board's table of engagements holds, by statements by hand.
    private const string Sql = "SELECT e.Id, e.Title, e.Date, e.Earliest, e.Latest, e.Type, e.Status, (SELECT group_concat(PartyId, '; ') FROM EngagementParties p WHERE p.VersionId = e.VersionId AND Role = 'by'), "
        + "(SELECT group_concat(PartyId, '; ') FROM EngagementParties p WHERE p.VersionId = e.VersionId AND Role = 'towards'), (SELECT group_concat(PartyId, '; ') FROM EngagementParties p WHERE p.VersionId = e.VersionId AND Role = 'about'), "
        + "(SELECT group_concat(Topic, '; ') FROM EngagementTopics t WHERE t.VersionId = e.VersionId), (SELECT group_concat(Id, '; ') FROM Money m WHERE m.EngagementId = e.Id AND m." + Now + "), "
        + "(SELECT count(DISTINCT SourceId) FROM Claims c WHERE c.RecordKind = 'engagement' AND c.RecordId = e.Id AND c." + Now + ") FROM Engagements e WHERE e." + Now + " ORDER BY e.Latest DESC, e.Earliest DESC, e.Id;\n";

    public override string About => "every engagement as CSV over HTTP, against sqlite3 -csv of the same rows";

    public override int Order => 25;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000)), context.Tell, cancel);
        await using var board = await context.Product.StartAsync(made.File, null, cancel, ("Board:CacheMinutes", "0"));
        var most = 0L;
        // What the board and a short export hold by themselves.
        foreach (var path in new[] { "/", "/engagements.csv?type=visit&from=2024&to=2024" }) await ReadAsync(path);
        var before = most;
        Task<double> Read(CancellationToken _) => Harness.MillisecondsAsync(() => ReadAsync("/engagements.csv"));
        var name = $"all rows, {BenchOptions.Short(made.Shape.Engagements)}";
        yield return SqliteShell.Program is null ? Figure.Alone(name, "ms", await Read(cancel), note: SqliteShell.Missing)
            : await context.Harness.CompareAsync(name, "ms", c => Harness.MillisecondsAsync(() => SqliteShell.ExecuteAsync(["-csv", "-header", made.File], Sql, null, c)), Read, Aim.AtMost(2), cancel);
        yield return new Figure("most memory, all rows against some", "MB", before / 1e6, most / 1e6, Aim.AtMost(1.25), 1, "resident set while the file is read");

        async Task ReadAsync(string path)
        {
            using var answer = await board.Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);
            answer.EnsureSuccessStatusCode();
            await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
            var (buffer, reads) = (new byte[1 << 16], 0);
            while (await stream.ReadAsync(buffer, cancel) > 0)
                if (++reads % 256 == 0) most = Math.Max(most, board.ResidentBytes);
            most = Math.Max(most, board.ResidentBytes);
        }
    }
}
