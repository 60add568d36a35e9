using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;
using InfluenceBoard.Data;
using InfluenceBoard.Features.Search;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Full text: what the search page and the suggestions ask, against the bare index.</summary>
public sealed class SearchScenario : Scenario
{
    private static readonly (string Name, string Text)[] Asked =
    [
        ("a common word", "railway"), ("a rare word", "tungsten"), ("two words", "hydropower memorandum"), ("a name", "Karakent"), ("Vietnamese", "Thạnh Hóa"), ("Vietnamese, without signs", "thanh hoa"),
        ("Cyrillic", "меморандум"), ("two Chinese characters", "铁路"), ("a Chinese phrase", "战略伙伴"), ("traditional Chinese", "聯合聲明"), ("Japanese", "共同声明"),
    ];

    public override string About => "full text in five scripts, against FTS5 in the sqlite3 shell: counts by kind and the best hits";

    public override int Order => 23;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000)), context.Tell, cancel);
        await using var board = BoardHost.Open(made.File);
        await using var shell = SqliteShell.Program is null ? null : await SqliteShell.OpenAsync(made.File, cancel);
        foreach (var (name, text) in Asked)
        {
            var title = $"{name}, {BenchOptions.Short(made.Shape.Engagements)}";
            var match = SearchPhrase.Of(text).Match(atStart: false).Replace("'", "''", StringComparison.Ordinal);
            Task<double> Ask(CancellationToken c) => Harness.MillisecondsAsync(() => board.AskAsync(s => s.GetRequiredService<SearchQuery>().ReadAsync(text, null, 1, null, c)));
            yield return shell is null ? Figure.Alone(title, "ms", await Ask(cancel), note: SqliteShell.Missing)
                : await context.Harness.CompareAsync(title, "ms", c => shell.RunAsync(
                    $"SELECT t.Kind, count(*) FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid WHERE SearchIndex MATCH '{match}' AND t.KnownTo = 253402300799999 GROUP BY 1; "
                    + $"SELECT t.Kind, t.RecordId FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid WHERE SearchIndex MATCH '{match}' AND t.KnownTo = 253402300799999 ORDER BY bm25(SearchIndex, 10.0, 8.0, 1.0) LIMIT 66", c), Ask, Aim.AtMost(1.5), cancel);
        }
    }
}
