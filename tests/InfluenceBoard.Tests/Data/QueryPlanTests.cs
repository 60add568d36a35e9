using System.Globalization;
using System.Text.RegularExpressions;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Api;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Data;

/// <summary>How the database goes about each question of the reading pages, their formats and the API, on a board as large as <c>LargeBoard.csv</c> says: by which indexes, and never along everything that grows.</summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    // What grows with the engagements.
    private static readonly string[] Growing = ["Engagements", "EngagementParties", "EngagementTopics", "EngagementPeople", "EngagementOrganisations", "EngagementPlaces", "EngagementLines", "Money", "Claims", "Moves", "SearchTexts", "TraitSets"];

    // What may go along all of it nevertheless, by how its words begin or what they hold, and why.
    private static readonly (string Words, string Why)[] Exceptions =
    [
        ("FROM EngagementLines t WHERE t.KnownFrom <= @moment", "the tally: read once after a change, for all readers"),
        ("FROM TraitSets t WHERE t.Id > @last", "the tally's traits: only those that came since"),
        ("FROM Money m JOIN EngagementLines", "the tally's amounts: read once after a change"),
        ("LIMIT @p OFFSET", "a page of what is counted as a whole"),
        ("c.Attribution =", "claims attributed to a person or an institution have no index yet"),
        ("FROM Claims c WHERE c.KnownTo = 253402300799999 GROUP BY c.SourceId", "the list of sources counts every claim"),
        ("UNION", "the record of changes gathers what each change touched"),
        ("COUNT(*)", "a count of what a list holds"),
    ];

    private readonly EditedBoard board = new();
    private IReadOnlyList<string> texts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string file;
        await using (var db = await board.OpenAsync()) file = db.Database.GetDbConnection().DataSource;
        using var asked = new AskedQuestions(file);
        foreach (var address in Addresses()) (await board.Client.GetAsync(address, Cancel)).Dispose();
        texts = [.. asked.Texts.Keys.Where(t => t.StartsWith("SELECT", StringComparison.Ordinal))];
    }

    public ValueTask DisposeAsync() => board.DisposeAsync();

    // Every page, each in every format and as of a past moment, and every list of the API.
    private static IEnumerable<string> Addresses()
    {
        static string Past(string address) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asOf=2026-01-20";
        foreach (var address in Samples.Addresses.Concat(Samples.Embeds)) yield return address;
        foreach (var address in Samples.Addresses) yield return Past(address);
        foreach (var page in Samples.OneOfEach)
            foreach (var format in PageFormat.All) yield return PageFormat.Path(page, format.Extension);
        foreach (var list in ApiReader.Lists.Select(l => "/api/v1/" + l))
        {
            yield return list;
            yield return Past(list);
        }
        yield return "/sitemap.xml";
    }

    [Fact]
    public async Task Plans_OfEveryQuestion_AreThoseOnRecord()
    {
        var plans = await PlansAsync();
        var record = Path.Combine("tests", "InfluenceBoard.Tests", "Data", "QueryPlans.txt");
        var now = string.Concat(plans.Select(p => $"{p.Words}\n{string.Concat(p.Steps.Select(s => $"    {s}\n"))}\n"));
        if (now == Repository.Read(record)) return;
        var told = Path.Combine(AppContext.BaseDirectory, "QueryPlans.txt");
        await File.WriteAllTextAsync(told, now, Cancel);
        var before = Repository.Read(record).Split("\n\n").ToHashSet(StringComparer.Ordinal);
        var after = now.Split("\n\n").ToHashSet(StringComparer.Ordinal);
        Faults.None(after.Except(before).Select(p => $"new or changed: {p}").Concat(before.Except(after).Select(p => $"gone: {p}")).Append($"When that is meant, put {told} in the place of {record}."));
    }

    [Fact]
    public async Task Plans_OfEveryQuestion_GoAlongNothingThatGrows() => Faults.None(Faulty(await PlansAsync()));

    [Fact]
    public async Task Plans_WithoutAnIndex_AreFoundFaulty()
    {
        await using (var db = await board.OpenAsync()) await db.Database.ExecuteSqlRawAsync("""DROP INDEX "IX_Claims_RecordKind_RecordId_KnownTo" """, Cancel);
        Assert.Contains(Faulty(await PlansAsync()), f => f.Contains("FROM Claims c WHERE c.RecordKind = @kind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exceptions_AreNeeded()
    {
        var plans = (await PlansAsync()).Where(p => Grows(p).Any()).ToList();
        Faults.None(Exceptions.Where(e => !plans.Any(p => p.Words.Contains(e.Words, StringComparison.Ordinal))).Select(e => $"nothing needs the exception of {e.Words}"));
    }

    private static IEnumerable<string> Faulty(IEnumerable<Plan> plans) =>
        from p in plans
        where !Exceptions.Any(e => p.Words.Contains(e.Words, StringComparison.Ordinal))
        from step in Grows(p)
        select $"{step}: {p.Words}";

    // Steps that take longer the more engagements there are: a walk along all of a table or index, or sorting what no key narrows.
    private static IEnumerable<string> Grows(Plan plan)
    {
        bool Is(Match step) => plan.Tables.TryGetValue(step.Groups["name"].Value, out var table) && Growing.Contains(table);
        var isNarrow = plan.Steps.Select(s => Search().Match(s)).Where(s => s.Success && Is(s)).All(s => Key().IsMatch(s.Value));
        foreach (var step in plan.Steps)
            if (Scan().Match(step) is { Success: true } scan ? Is(scan) : step.Contains("USE TEMP B-TREE", StringComparison.Ordinal) && !isNarrow) yield return step;
    }

    // A question in words that do not depend on its columns, with the tables by the names that it gives them, and the steps of the answer.
    private sealed record Plan(string Words, IReadOnlyDictionary<string, string> Tables, IReadOnlyList<string> Steps);

    private async Task<IReadOnlyList<Plan>> PlansAsync()
    {
        await using var db = await board.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE; DELETE FROM sqlite_stat1;", Cancel);
        foreach (var line in Repository.Read("tests", "InfluenceBoard.Tests", "Data", "LargeBoard.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Trim().Split(',') is [var table, var index, var stat]) await db.Database.ExecuteSqlAsync($"INSERT INTO sqlite_stat1 VALUES ({table}, {(index.Length == 0 ? null : index)}, {stat.Trim('"')})", Cancel);
        await db.Database.ExecuteSqlRawAsync("ANALYZE sqlite_schema", Cancel);
        var plans = new SortedDictionary<string, Plan>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            var steps = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync(Cancel))
                while (await reader.ReadAsync(Cancel)) steps.Add(reader.GetString(3));
            var tables = Named().Matches(text).Select(m => (Name: m.Groups["name"].Success ? m.Groups["name"].Value : m.Groups["table"].Value, Table: m.Groups["table"].Value)).DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => t.Table, StringComparer.Ordinal);
            var words = Columns().Replace(Listed().Replace(Space().Replace(text.Replace("\"", "", StringComparison.Ordinal), " "), "IN (…)"), "");
            // Questions that differ in their columns alone go the same way, or are told apart.
            var plan = new Plan(words, tables, steps);
            for (var n = 2; plans.TryGetValue(words, out var same) && !same.Steps.SequenceEqual(steps); n++) plan = plan with { Words = words = $"{plan.Words} -- {n.ToString(CultureInfo.InvariantCulture)}" };
            plans[words] = plan;
        }
        return [.. plans.Values];
    }

    [GeneratedRegex("^SCAN (?<name>\\w+)")]
    private static partial Regex Scan();

    [GeneratedRegex("^SEARCH (?<name>\\w+) .*")]
    private static partial Regex Search();

    // An equality with what few lines share.
    [GeneratedRegex(@"\b(Id|rowid|RecordId|EngagementId|VersionId|FromId|ToId)=\?|PRIMARY KEY")]
    private static partial Regex Key();

    [GeneratedRegex("""(?:FROM|JOIN) "?(?<table>[A-Z]\w+)"?(?: AS "(?<name>\w+)"| (?<name>[a-z]\w*))?""")]
    private static partial Regex Named();

    [GeneratedRegex(@"^SELECT .*?(?=FROM )")]
    private static partial Regex Columns();

    // A list in a question, of any length.
    [GeneratedRegex(@"IN \(@\w+(, @\w+)*\)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
