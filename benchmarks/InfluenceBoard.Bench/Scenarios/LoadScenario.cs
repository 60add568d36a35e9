using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;
using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>The seed loader's path: a data package into an empty board, checked, versioned, indexed and searchable.</summary>
public sealed class LoadScenario : Scenario
{
    public override string About => "a data package into an empty board, against sqlite3 .import of the same rows into bare tables";

    public override int Order => 26;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        // 115,000 engagements with their claims, amounts and moves are a million records.
        var size = context.Size(115_000);
        var (large, most) = await OneAsync(context, size, cancel);
        yield return large;
        var (small, least) = await OneAsync(context, Math.Max(250, size / 10), cancel);
        yield return small;
        yield return new Figure($"most memory, {BenchOptions.Short(size)} against a tenth", "MB", least, most, Aim.AtMost(1.25), 1, "resident set of the loading process");
    }

    private static async Task<(Figure Figure, double Megabytes)> OneAsync(BenchContext context, int size, CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(size), context.Tell, cancel);
        var package = Path.ChangeExtension(made.File, ".package");
        if (!File.Exists(Path.Combine(package, PackageFiles.Checksums)))
        {
            context.Tell("making the package");
            await using var board = BoardHost.Open(made.File);
            await board.AskAsync(async s =>
            {
                await using var db = await s.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(cancel);
                await PackageWriter.WriteAsync(db, package, cancel);
            });
        }
        var (target, most, records) = (Path.Combine(Checkout.Data, "load.db"), 0d, 0d);
        async Task<double> Load(CancellationToken c)
        {
            Clean(target);
            var numbers = await Child.NumbersAsync(c, "load", package, target);
            (most, records) = (Math.Max(most, numbers[1]), numbers[2]);
            return numbers[0];
        }
        var imports = ".mode csv\n" + string.Concat(PackageTables.All.Select(t => $".import \"{Path.Combine(package, t.File)}\" {t.Name}\n"));
        Task<double> Import(CancellationToken c)
        {
            Clean(target);
            return Harness.MillisecondsAsync(() => SqliteShell.ExecuteAsync([target], imports, null, c));
        }
        var figure = SqliteShell.Program is null ? Figure.Alone("", "ms", await Load(cancel), note: SqliteShell.Missing) : await context.Harness.CompareAsync("", "ms", Import, Load, Aim.AtMost(6), cancel);
        Clean(target);
        return (figure with { Name = $"{records:#,0} records, {BenchOptions.Short(size)} engagements" }, most / 1e6);
    }

    private static void Clean(string file)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm", file + "-journal" }) File.Delete(part);
    }
}
