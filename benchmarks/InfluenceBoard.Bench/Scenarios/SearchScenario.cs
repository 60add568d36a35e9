using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Bench.Support;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Search;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Full text: what the search page and the suggestions ask, against the bare index; and as of a past moment against now.</summary>
public sealed class SearchScenario : Scenario
{
    private static readonly (string Name, string Text)[] Asked =
    [
        ("a very common word", "japan"), ("a common word", "railway"), ("a rare word", "tungsten"), ("two words", "hydropower memorandum"), ("a part of words", "ydropo"), ("a name", "Karakent"), ("Vietnamese", "Thạnh Hóa"),
        ("Vietnamese, without signs", "thanh hoa"), ("Cyrillic", "меморандум"), ("two Chinese characters", "铁路"), ("one Chinese character", "铁"), ("a Chinese phrase", "战略伙伴"), ("traditional Chinese", "聯合聲明"), ("Japanese", "共同声明"),
        ("one letter", "a"), ("two letters", "us"), ("any of two words", "tungsten xyzzyq"),
    ];

    private static readonly (string Name, string Text)[] Typed = [("one letter", "t"), ("two letters", "to"), ("three letters", "kar"), ("a common word begun", "japa"), ("a Chinese character", "铁"), ("two Chinese characters", "铁路")];

    public override string About => "full text in five scripts, against FTS5 in the sqlite3 shell: counts by kind and the best hits; suggestions; as of a past moment against now";

    public override int Order => 23;

    public override async IAsyncEnumerable<Figure> RunAsync(BenchContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var made = await Boards.GetAsync(new BoardShape(context.Size(1_000_000)), context.Tell, cancel);
        var moment = made.History.Moment(0.75);
        await using var board = BoardHost.Open(made.File);
        await using var shell = SqliteShell.Program is null ? null : await SqliteShell.OpenAsync(made.File, cancel);
        var size = BenchOptions.Short(made.Shape.Engagements);
        Task<double> Search(string text, DateTimeOffset? asOf, CancellationToken c) => Harness.MillisecondsAsync(() => board.AskAsync(s => s.GetRequiredService<SearchQuery>().ReadAsync(text, null, 1, asOf, c)));
        foreach (var (name, text) in Asked)
            yield return await AgainstAsync($"{name}, {size}", Floor(Of(text)), c => Search(text, null, c));
        foreach (var (name, text) in Typed)
            yield return await AgainstAsync($"suggestions, {name}, {size}", Best(SearchPhrase.Of(text) with { IsTyping = true }, [RecordKind.Party, RecordKind.Person, RecordKind.Organisation, RecordKind.Place, RecordKind.Engagement]),
                c => Harness.MillisecondsAsync(() => board.AskAsync(s => s.GetRequiredService<SearchQuery>().SuggestAsync(text, null, c))));
        foreach (var (name, text) in Asked)
            yield return await context.Harness.CompareAsync($"as of, {name}, {size}", "ms", c => Search(text, null, c), c => Search(text, moment, c), Aim.AtMost(1.5), cancel);

        async Task<Figure> AgainstAsync(string title, string floor, Func<CancellationToken, Task<double>> ask) =>
            shell is null ? Figure.Alone(title, "ms", await ask(cancel), note: SqliteShell.Missing) : await context.Harness.CompareAsync(title, "ms", c => shell.RunAsync(floor, c), ask, Aim.AtMost(1.5), cancel);
    }

    // Of the scenario's texts the last finds nothing as long as all words are wanted.
    private static SearchPhrase Of(string text) => SearchPhrase.Of(text) with { IsAny = text.Contains("xyzzyq", StringComparison.Ordinal) };

    // The counts need no text: kinds and what stands are ranges of numbers. The best of each kind by the index's own rank, with what is shown of them.
    private static string Floor(SearchPhrase phrase) => string.Join(" UNION ALL ", SearchQuery.Kinds.Select(k => $"SELECT {(int)k}, count(*) FROM SearchIndex WHERE {Standing(phrase, k)}")) + "; " + Best(phrase, SearchQuery.Kinds);

    private static string Best(SearchPhrase phrase, IEnumerable<RecordKind> kinds) =>
        string.Join("; ", kinds.Select(k => $"SELECT t.Kind, t.RecordId, t.Title, t.Names, t.Body FROM (SELECT rowid AS Id, rank AS Rank FROM SearchIndex WHERE {Standing(phrase, k)} ORDER BY rank LIMIT {SearchQuery.Few}) h JOIN SearchTexts t ON t.Id = h.Id ORDER BY h.Rank"));

    private static string Standing(SearchPhrase phrase, RecordKind kind) =>
        $"SearchIndex MATCH '{phrase.Match(atStart: false).Replace("'", "''", StringComparison.Ordinal)}' AND rank MATCH 'bm25(10.0, 8.0, 1.0)' AND rowid BETWEEN {SearchNumber.First(kind, SearchNumber.Stands, 0)} AND {SearchNumber.Last(kind, SearchNumber.Stands, SearchNumber.Stands)}";
}
