using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>What the board's own layers cost: the query behind each page against statements written by hand.</summary>
public sealed class QueryScenario : Scenario
{
    public override string About => "the query behind each page, against statements by hand in the sqlite3 shell on the same file";

    public override int Order => 21;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000)), context.Tell, cancel);
        await using var board = BoardHost.Open(made.File);
        // Made once after each change, for all readers: it is no query's own.
        await board.AskAsync(s => s.GetRequiredService<Tallies>().AtAsync(null, cancel).AsTask());
        await using var shell = SqliteShell.Program is null ? null : await SqliteShell.OpenAsync(made.File, cancel);
        foreach (var query in await QueriesAsync(board, cancel))
        {
            var name = $"{query.Name}, {BenchOptions.Short(made.Shape.Engagements)}";
            yield return shell is null ? Figure.Alone(name, "ms", await query.MeasureAsync(board, null, cancel), note: SqliteShell.Missing)
                : await context.Harness.CompareAsync(name, "ms", c => shell.RunAsync(query.Sql, c), c => query.MeasureAsync(board, null, c), Aim.AtMost(1.3), cancel);
        }
    }

    /// <summary>The queries with records of the board that they are about.</summary>
    internal static async Task<IReadOnlyList<PageQuery>> QueriesAsync(BoardHost board, CancellationToken cancel)
    {
        var (engagement, source, person) = ("", "", "");
        await board.AskAsync(async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(cancel);
            engagement = EngagementMaker.IdOf(7);
            source = await db.Sources.OrderByDescending(s => s.VersionId).Select(s => s.Id).FirstAsync(cancel);
            person = await db.Set<Domain.EngagementPerson>().OrderBy(p => p.VersionId).Select(p => p.PersonId).FirstAsync(cancel);
        });
        return PageQuery.All(engagement, source, person);
    }
}
