using System.Globalization;
using System.Text.RegularExpressions;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Api;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfluenceBoard.Tests.Data;

/// <summary>How the database goes about each question of the reading pages, their formats and the API, on a board as large as <c>LargeBoard.csv</c> says: by which indexes, and never along everything that grows.</summary>
public sealed partial class QueryPlanTests(QueryPlanTests.Asked asked) : IClassFixture<QueryPlanTests.Asked>
{
    // What grows with the engagements.
    private static readonly string[] Growing = ["Engagements", "EngagementParties", "EngagementTopics", "EngagementPeople", "EngagementOrganisations", "EngagementPlaces", "EngagementLines", "Money", "Claims", "Moves", "SearchTexts", "TraitSets"];

    // What may go along all of it nevertheless, by words that it holds, or is where they begin with =, and why.
    private static readonly (string Words, string Why)[] Exceptions =
    [
        ("WHERE 0", "asks for none of an empty list: nothing is read"),
        ("LIMIT @p", "goes along an index in the order of a page and stops at its end"),
        ("LIMIT 1", "goes along an index until one fits"),
        ("GROUP BY c.SourceId", "the list of sources counts every claim"),
        ("=FROM Claims AS c WHERE c.KnownTo = 253402300799999", "the page of data counts every claim"),
        ("=FROM Engagements AS e WHERE e.KnownTo = 253402300799999", "the page of data counts every engagement"),
        ("FROM Engagements AS e WHERE e.KnownTo = 253402300799999 AND EXISTS ( SELECT 1 FROM EngagementParties AS e0 WHERE e.VersionId = e0.VersionId AND e0.PartyId = @actors1", "totals of the API are of every engagement between some parties"),
        ("FROM Money AS m WHERE m.KnownTo = 253402300799999 AND EXISTS", "totals of the API, and of a person, an institution or a place, look among all amounts"),
        ("FROM Moves AS m WHERE m.KnownTo = 253402300799999", "the API counts and lists links whose ends stood"),
        ("WHERE e0.KnownTo = 253402300799999 ) AS e1 ON e.VersionId = e1.VersionId ORDER BY e.VersionId", "the lists of people, institutions and places count every engagement"),
        ("@either", "the engagements between two parties, for a file that holds them all"),
    ];

    // Characters of a question that tell enough of it.
    private const int MostWords = 220;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A board whose pages have all been asked for, with the statistics of a large one.</summary>
    public sealed class Asked : IAsyncLifetime
    {
        private readonly EditedBoard board = new();

        /// <summary>What was asked of the database.</summary>
        public IReadOnlyList<string> Texts { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await using var db = await board.OpenAsync();
            using (var asked = new AskedQuestions(db.Database.GetDbConnection().DataSource))
            {
                foreach (var address in Addresses()) (await board.Client.GetAsync(address, Cancel)).Dispose();
                Texts = [.. asked.Texts.Keys.Where(t => t.StartsWith("SELECT", StringComparison.Ordinal))];
            }
            await db.Database.ExecuteSqlRawAsync("ANALYZE; DELETE FROM sqlite_stat1;", Cancel);
            foreach (var line in Repository.Read("tests", "InfluenceBoard.Tests", "Data", "LargeBoard.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (line.Trim().Split(',') is [var table, var index, var stat]) await db.Database.ExecuteSqlAsync($"INSERT INTO sqlite_stat1 VALUES ({table}, {(index.Length == 0 ? null : index)}, {stat.Trim('"')})", Cancel);
        }

        /// <summary>Opens the board.</summary>
        public async Task<BoardDb> OpenAsync()
        {
            var db = await board.OpenAsync();
            await db.Database.ExecuteSqlRawAsync("ANALYZE sqlite_schema", Cancel);
            return db;
        }

        public ValueTask DisposeAsync() => board.DisposeAsync();
    }

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
        var record = Path.Combine("tests", "InfluenceBoard.Tests", "Data", "QueryPlans.txt");
        var now = (await PlansAsync()).Select(Line).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var before = Repository.Read(record).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (now.SequenceEqual(before)) return;
        var told = Path.Combine(AppContext.BaseDirectory, "QueryPlans.txt");
        await File.WriteAllLinesAsync(told, now, Cancel);
        Faults.None(now.Except(before).Select(p => $"new or changed: {p}").Concat(before.Except(now).Select(p => $"gone: {p}")).Append($"When that is meant, put {told} in the place of {record}."));
    }

    [Fact]
    public async Task Plans_OfEveryQuestion_GoAlongNothingThatGrows() => Faults.None(Faulty(await PlansAsync()));

    [Fact]
    public async Task Plans_WithoutAnIndex_AreFoundFaulty()
    {
        await using var db = await asked.OpenAsync();
        // Not kept: the transaction is given up.
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await db.Database.ExecuteSqlRawAsync("""DROP INDEX "IX_EngagementLines_EngagementId_KnownTo" """, Cancel);
        Assert.NotEmpty(Faulty(await PlansAsync(db)));
    }

    [Fact]
    public async Task Exceptions_AreNeeded()
    {
        var plans = (await PlansAsync()).Where(p => Grows(p).Any()).ToList();
        Faults.None(Exceptions.Where(e => !plans.Any(p => Fits(p, e.Words))).Select(e => $"nothing needs the exception of {e.Words}"));
    }

    private static IEnumerable<string> Faulty(IEnumerable<Plan> plans) =>
        from p in plans
        where !Exceptions.Any(e => Fits(p, e.Words))
        from step in Grows(p)
        select $"{step}: {p.Words}";

    // Steps that take longer the more engagements there are: a walk along all of a table or index.
    private static IEnumerable<string> Grows(Plan plan) => plan.Steps.Where(step => Scan().Match(step) is { Success: true } scan && Grows(plan, scan));

    private static bool Fits(Plan plan, string words) => words[0] == '=' ? plan.Words == words[1..] : plan.Words.Contains(words, StringComparison.Ordinal);

    private static bool Grows(Plan plan, Match step) => plan.Tables.TryGetValue(step.Groups["name"].Value, out var table) && Growing.Contains(table);

    // By what the database finds the rows of tables that grow, and the beginning of the question; null for a question of others alone.
    private static string? Line(Plan plan)
    {
        var ways = plan.Steps.Where(s => (Search().Match(s) is { Success: true } search && Grows(plan, search)) || (Scan().Match(s) is { Success: true } scan && Grows(plan, scan))).Distinct().ToList();
        return ways.Count == 0 ? null : $"{string.Join("; ", ways)} <- {(plan.Words.Length > MostWords ? plan.Words[..MostWords] : plan.Words)}";
    }

    // A question in words that do not depend on its columns, with the tables by the names that it gives them, and the steps of the answer.
    private sealed record Plan(string Words, IReadOnlyDictionary<string, string> Tables, IReadOnlyList<string> Steps);

    private async Task<IReadOnlyList<Plan>> PlansAsync()
    {
        await using var db = await asked.OpenAsync();
        return await PlansAsync(db);
    }

    private async Task<IReadOnlyList<Plan>> PlansAsync(BoardDb db)
    {
        var plans = new SortedDictionary<string, Plan>(StringComparer.Ordinal);
        foreach (var text in asked.Texts)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
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
