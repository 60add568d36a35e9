using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;

namespace InfluenceBoard.Data;

/// <summary>One search in SQLite's index of texts. What it asks is told from the numbers of the rows (<see cref="SearchNumber"/>), so that a common word costs a walk along its entries and the texts of what is shown.</summary>
/// <remarks>The order: what is exactly this; what bears it among its names; what begins so; the rest. Inside these by BM25 with title and names weighing more, as long as a kind has no more than <see cref="Weighed"/> hits.
/// Of more hits than that, weights would tell a reader nothing and take long: there what holds the words in title or names comes first, and what the board came to know last before what it knew earlier.</remarks>
internal sealed class SqliteSearch(SqliteConnection connection, SearchPhrase phrase, DateTimeOffset? asOf, CancellationToken cancel)
{
    /// <summary>Most hits of a kind that are weighed against each other.</summary>
    public const int Weighed = 1000;

    // The other kinds have quotations, publishers and words of sources where these have names.
    private static readonly RecordKind[] Named = [RecordKind.Party, RecordKind.Person, RecordKind.Organisation, RecordKind.Place];

    private readonly string match = phrase.Match(atStart: false), start = phrase.Match(atStart: true);

    /// <summary>How many records of each kind are found.</summary>
    public IReadOnlyDictionary<RecordKind, int> Count() =>
        Read(string.Join(" UNION ALL ", Enum.GetValues<RecordKind>().SelectMany(k => Scopes(k).Select(s => $"SELECT {(int)k}, count(*) FROM SearchIndex WHERE SearchIndex MATCH @match AND {s.Where}"))),
            r => (Kind: (RecordKind)r.GetInt32(0), Count: r.GetInt32(1)), ("@match", match)).Where(c => c.Count > 0).GroupBy(c => c.Kind, c => c.Count).ToDictionary(g => g.Key, g => g.Sum());

    /// <summary>Ids of the records of one kind that are found, the best first.</summary>
    public IReadOnlyList<string> Find(RecordKind kind, int skip, int take)
    {
        if (Count(kind, match, Weighed + 1) <= Weighed) return Weigh(kind, skip, take);
        var found = new List<long>();
        foreach (var group in phrase.IsAny ? Any(kind) : All(kind))
        {
            if (skip > 0 && Count(kind, group) is var all && all <= skip) { skip -= all; continue; }
            found.AddRange(Latest(kind, group, skip, take - found.Count));
            skip = 0;
            if (found.Count == take) break;
        }
        var ids = Read($"SELECT Id, RecordId FROM SearchTexts WHERE Id IN ({string.Join(", ", found)})", r => (Id: r.GetInt64(0), Record: r.GetString(1))).ToDictionary(r => r.Id, r => r.Record);
        return [.. found.Select(number => ids[number])];
    }

    // Groups of hits in their order, none in two of them.
    private IEnumerable<string> All(RecordKind kind)
    {
        string exact = $"(Title : ^ \"{phrase.ExactTitle}\")", named = $"(Names : \"{phrase.Exact}\")", headed = $"({{Title Names}} : ({start}))", heading = $"({{Title Names}} : ({match}))";
        yield return exact;
        if (Named.Contains(kind)) yield return $"{named} NOT {exact}";
        yield return $"{headed} NOT {(Named.Contains(kind) ? $"({exact} OR {named})" : exact)}";
        yield return $"({start}) NOT {headed}";
        if (match == start) yield break;
        yield return $"{heading} NOT ({start})";
        yield return $"({match}) NOT (({start}) OR {heading})";
    }

    // Where any of the words is enough, the rarest tells most.
    private IEnumerable<string> Any(RecordKind kind)
    {
        var before = new List<string>();
        foreach (var word in phrase.Pieces(atStart: false).Select(w => (Word: w, Count: Count(kind, w))).OrderBy(w => w.Count).Select(w => w.Word).ToList())
            foreach (var group in new[] { $"({{Title Names}} : {word})", word })
            {
                yield return before.Count == 0 ? group : $"{group} NOT ({string.Join(" OR ", before)})";
                before.Add(group);
            }
    }

    private List<string> Weigh(RecordKind kind, int skip, int take)
    {
        // One range of numbers around all, in which the index is read.
        var scopes = Scopes(kind);
        var scope = $"{Between(scopes[0].First, scopes[^1].Last)} AND ({string.Join(" OR ", scopes.Select(s => $"({s.Where})"))})";
        return Read($"SELECT t.RecordId FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid WHERE SearchIndex MATCH @match AND {scope} ORDER BY (t.Title = @title) DESC, (instr(t.Names, @exact) > 0) DESC, "
            + $"(t.Id IN (SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH @start AND {scope})) DESC, bm25(SearchIndex, 10.0, 8.0, 1.0), t.RecordId LIMIT {take} OFFSET {skip}",
            r => r.GetString(0), ("@match", match), ("@start", start), ("@title", phrase.ExactTitle), ("@exact", phrase.Exact));
    }

    private int Count(RecordKind kind, string wanted, int most = int.MaxValue) =>
        Read($"SELECT count(*) FROM ({string.Join(" UNION ALL ", Scopes(kind).Select(s => $"SELECT 1 FROM SearchIndex WHERE SearchIndex MATCH @match AND {s.Where}"))} LIMIT {most})", r => r.GetInt32(0), ("@match", wanted))[0];

    // Those that stand lie in the order of their beginning; past ones are put into it.
    private IEnumerable<long> Latest(RecordKind kind, string wanted, int skip, int take) =>
        Scopes(kind).SelectMany(s => Read($"SELECT rowid, {SearchNumber.Place("rowid")} FROM SearchIndex WHERE SearchIndex MATCH @match AND {s.Where} ORDER BY {(s.IsPast ? "2" : "rowid")} DESC LIMIT {skip + take}",
            r => (Number: r.GetInt64(0), Place: r.GetInt64(1)), ("@match", wanted))).OrderByDescending(l => l.Place).Skip(skip).Take(take).Select(l => l.Number);

    // Versions of a kind that stood at the moment: of past ones those that ended later and began earlier, of those that still stand the earlier part. What began or ended on the moment's day is looked up.
    private Scope[] Scopes(RecordKind kind)
    {
        var (first, last) = (SearchNumber.First(kind, SearchNumber.Stands, 0), SearchNumber.Last(kind, SearchNumber.Stands, SearchNumber.Stands));
        if (asOf is not { } moment || moment >= Versioned.Open) return [new Scope(first, last, Between(first, last), IsPast: false)];
        var (day, from, to, at) = (SearchNumber.Day(moment), SearchNumber.From("SearchIndex.rowid"), SearchNumber.To("SearchIndex.rowid"), moment.ToUnixTimeMilliseconds());
        var stood = $"EXISTS (SELECT 1 FROM SearchTexts s WHERE s.Id = SearchIndex.rowid AND s.KnownFrom <= {at} AND s.KnownTo > {at})";
        var (ended, before) = (SearchNumber.First(kind, day, 0), SearchNumber.Last(kind, SearchNumber.Stands, day));
        return
        [
            new Scope(ended, first - 1, $"{Between(ended, first - 1)} AND ({from} < {day} AND {to} > {day} OR {from} <= {day} AND {stood})", IsPast: true),
            new Scope(first, before, $"{Between(first, before)} AND ({from} < {day} OR {stood})", IsPast: false),
        ];
    }

    private static string Between(long first, long last) => $"SearchIndex.rowid BETWEEN {first} AND {last}";

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, string Value)> values)
    {
        cancel.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    // Numbers of rows among which those are that meet a condition.
    private sealed record Scope(long First, long Last, string Where, bool IsPast);
}
