using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;

namespace InfluenceBoard.Data;

/// <summary>One search in SQLite's index of texts. What it asks is told from the numbers of the rows (<see cref="SearchNumber"/>), so that a common word costs a walk along its entries, and texts are read only of what is shown.</summary>
/// <remarks>The order: what is exactly this; what bears it among its names; what begins so; the rest; inside these by BM25, with title and names weighing more. Weights of a common word would tell a reader nothing and take long:
/// with more hits than <see cref="MostWeighed"/>, or a word in more texts than <see cref="MostOfAWord"/>, what holds the words in title or names comes first instead, and what the board came to know last before what it knew earlier.</remarks>
internal sealed class SqliteSearch(SqliteConnection connection, SearchPhrase phrase, DateTimeOffset? asOf, CancellationToken cancel)
{
    /// <summary>Most hits that are weighed against each other.</summary>
    public const int MostWeighed = 2000;

    /// <summary>Most texts that a word may be in to have a weight.</summary>
    public const int MostOfAWord = 20_000;

    // The other kinds have quotations, publishers and words of sources where these have names.
    private static readonly RecordKind[] Named = [RecordKind.Party, RecordKind.Person, RecordKind.Organisation, RecordKind.Place];

    private static readonly RecordKind[] Kinds = [.. Enum.GetValues<RecordKind>().Where(k => k is not (RecordKind.Rate or RecordKind.Survey))];

    private readonly string match = phrase.Match(atStart: false), start = phrase.Match(atStart: true);
    private ILookup<RecordKind, Scope>? scopes;

    /// <summary>What is found.</summary>
    /// <param name="windows">The places in the order that are wanted, of each kind.</param>
    /// <param name="isCounted">Whether the counts are wanted too.</param>
    public SearchFound Find(IReadOnlyList<SearchWindow> windows, bool isCounted)
    {
        var hits = Numbers(match, Stood(), MostWeighed + 1);
        var isWhole = hits.Count <= MostWeighed;
        var counts = isWhole ? hits.CountBy(SearchNumber.KindOf).ToDictionary() : isCounted ? Count(Kinds.Select(k => (k, int.MaxValue))) : Count(windows.Select(w => (w.Kind, w.Skip + w.Take)));
        var wanted = windows.Where(w => counts.ContainsKey(w.Kind)).ToList();
        var best = wanted.Count == 0 ? [] : isWhole && IsWeighed() ? Weigh(wanted) : wanted.ToDictionary(w => w.Kind, w => Latest(w, counts[w.Kind]));
        var records = Records(best.Values.SelectMany(b => b));
        return new SearchFound(counts, best.ToDictionary(b => b.Key, IReadOnlyList<string> (b) => [.. b.Value.Select(number => records[number])]));
    }

    // How many there are of each kind, up to as many as are of interest.
    private Dictionary<RecordKind, int> Count(IEnumerable<(RecordKind Kind, int Most)> kinds)
    {
        var counted = kinds.SelectMany(k => Scopes(k.Kind).Select(s => $"SELECT {(int)k.Kind}, count(*) FROM {(k.Most == int.MaxValue ? $"SearchIndex WHERE SearchIndex MATCH @match AND {s.Where}" : $"(SELECT 1 FROM SearchIndex WHERE SearchIndex MATCH @match AND {s.Where} LIMIT {k.Most})")}")).ToList();
        return counted.Count == 0 ? [] : Read(string.Join(" UNION ALL ", counted), r => (Kind: (RecordKind)r.GetInt32(0), Count: r.GetInt32(1)), match)
            .Where(c => c.Count > 0).GroupBy(c => c.Kind, c => c.Count).ToDictionary(g => g.Key, g => g.Sum());
    }

    // The rarity of a word is known after all its texts have been passed.
    private bool IsWeighed() => phrase.Pieces(atStart: false).All(word => Read($"SELECT count(*) FROM (SELECT 1 FROM SearchIndex WHERE SearchIndex MATCH @match LIMIT {MostOfAWord + 1})", r => r.GetInt32(0), word)[0] <= MostOfAWord);

    private Dictionary<RecordKind, List<long>> Weigh(IReadOnlyList<SearchWindow> windows)
    {
        var around = new Scope(windows.Min(w => w.Kind), SearchNumber.First(windows.Min(w => w.Kind), 0, 0), SearchNumber.Last(windows.Max(w => w.Kind), SearchNumber.Stands, SearchNumber.Stands), Stood());
        var hits = Read($"SELECT rowid, bm25(SearchIndex, 10.0, 8.0, 1.0) FROM SearchIndex WHERE SearchIndex MATCH @match AND {around.Where}", r => (Number: r.GetInt64(0), Weight: r.GetDouble(1)), match).ToLookup(h => SearchNumber.KindOf(h.Number));
        HashSet<long> exact = [.. Numbers(Exact)], named = [.. Numbers(Names)], begun = match == start ? [] : [.. Numbers(start)];
        return windows.ToDictionary(w => w.Kind, w =>
        {
            var places = hits[w.Kind].GroupBy(h => (exact.Contains(h.Number) ? 0 : 1, named.Contains(h.Number) ? 0 : 1, begun.Contains(h.Number) ? 0 : 1, h.Weight), h => h.Number).OrderBy(g => g.Key);
            var (found, passed) = (new List<long>(), 0);
            foreach (var alike in places.Select(g => g.ToList()))
            {
                if (found.Count == w.Take) break;
                if (passed + alike.Count > w.Skip)
                    // By their ids, which are read only where alike ones meet what is wanted.
                    found.AddRange((alike.Count == 1 ? alike : Ordered(alike)).Skip(Math.Max(0, w.Skip - passed)).Take(w.Take - found.Count));
                passed += alike.Count;
            }
            return found;
        });

        List<long> Ordered(List<long> alike) => Records(alike) is var ids ? [.. alike.OrderBy(number => ids[number], StringComparer.Ordinal)] : alike;
    }

    private List<long> Latest(SearchWindow window, int most)
    {
        var (found, skip) = (new List<long>(), window.Skip);
        foreach (var group in phrase.IsAny ? Any(window.Kind) : All(window.Kind))
        {
            if (skip > 0 && Count(window.Kind, group) is var all && all <= skip) { skip -= all; continue; }
            found.AddRange(Latest(window.Kind, group, skip, window.Take - found.Count));
            skip = 0;
            if (found.Count == Math.Min(window.Take, most - window.Skip)) break;
        }
        return found;
    }

    private string Exact => $"(Title : ^ \"{phrase.ExactTitle}\")";

    private string Names => $"(Names : \"{phrase.Exact}\")";

    // Groups of hits in their order, none in two of them.
    private IEnumerable<string> All(RecordKind kind)
    {
        string headed = $"({{Title Names}} : ({start}))", heading = $"({{Title Names}} : ({match}))";
        yield return Exact;
        if (Named.Contains(kind)) yield return $"{Names} NOT {Exact}";
        yield return $"{headed} NOT {(Named.Contains(kind) ? $"({Exact} OR {Names})" : Exact)}";
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

    private int Count(RecordKind kind, string wanted) => Scopes(kind).Sum(s => Read($"SELECT count(*) FROM SearchIndex WHERE SearchIndex MATCH @match AND {s.Where}", r => r.GetInt32(0), wanted)[0]);

    // Those that stand lie in the order of their beginning; past ones are put into it.
    private IEnumerable<long> Latest(RecordKind kind, string wanted, int skip, int take) =>
        Scopes(kind).SelectMany(s => Read($"SELECT rowid, {SearchNumber.Place("rowid")} FROM SearchIndex WHERE SearchIndex MATCH @match AND {s.Where} ORDER BY {(s.IsPast ? "2" : "rowid")} DESC LIMIT {skip + take}",
            r => (Number: r.GetInt64(0), Place: r.GetInt64(1)), wanted)).OrderByDescending(l => l.Place).Skip(skip).Take(take).Select(l => l.Number);

    // Ranges of numbers of the versions of a kind that stood at the moment; those that hold none are left out, because asking the index costs more than knowing that.
    private Scope[] Scopes(RecordKind kind) => (scopes ??= AllScopes())[kind].ToArray();

    // Now: all that stand. At a moment: those that still stand and began on an earlier day; those that began on its day; past ones that ended on its day or later.
    private ILookup<RecordKind, Scope> AllScopes()
    {
        const int stands = SearchNumber.Stands;
        List<Scope> all = [];
        foreach (var kind in Kinds)
            if (Moment is not { } moment) all.Add(new Scope(kind, SearchNumber.First(kind, stands, 0), SearchNumber.Last(kind, stands, stands)));
            else
            {
                var (day, first) = (SearchNumber.Day(moment), SearchNumber.First(kind, stands, 0));
                var on = SearchNumber.First(kind, stands, day);
                all.AddRange([new Scope(kind, first, on - 1), new Scope(kind, on, SearchNumber.Last(kind, stands, day), Stood()), new Scope(kind, SearchNumber.First(kind, day, 0), first - 1, Stood(), IsPast: true)]);
            }
        var held = Read(string.Join(" UNION ALL ", all.Select((s, i) => $"SELECT {i} WHERE EXISTS (SELECT 1 FROM SearchTexts WHERE Id BETWEEN {s.First} AND {s.Last})")), r => r.GetInt32(0));
        return held.Select(i => all[i]).ToLookup(s => s.Kind);
    }

    // The same of any kind. What began or ended on the moment's day is looked up.
    private string Stood()
    {
        string from = SearchNumber.From("SearchIndex.rowid"), to = SearchNumber.To("SearchIndex.rowid");
        if (Moment is not { } moment) return $"{to} = {SearchNumber.Stands}";
        var (day, at) = (SearchNumber.Day(moment), moment.ToUnixTimeMilliseconds());
        return $"({to} > {day} AND {from} < {day} OR {to} >= {day} AND {from} <= {day} AND EXISTS (SELECT 1 FROM SearchTexts s WHERE s.Id = SearchIndex.rowid AND s.KnownFrom <= {at} AND s.KnownTo > {at}))";
    }

    private DateTimeOffset? Moment => asOf < Versioned.Open ? asOf : null;

    private List<long> Numbers(string wanted, string? where = null, int most = int.MaxValue) => Read($"SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH @match{(where is null ? "" : " AND " + where)} LIMIT {most}", r => r.GetInt64(0), wanted);

    private Dictionary<long, string> Records(IEnumerable<long> numbers) => Read($"SELECT Id, RecordId FROM SearchTexts WHERE Id IN ({string.Join(", ", numbers)})", r => (Id: r.GetInt64(0), Record: r.GetString(1))).ToDictionary(r => r.Id, r => r.Record);

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, string? wanted = null)
    {
        cancel.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (wanted is not null) command.Parameters.AddWithValue("@match", wanted);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    // A range of numbers, the first of a kind; all in it or those that meet a condition.
    private sealed record Scope(RecordKind Kind, long First, long Last, string? Condition = null, bool IsPast = false)
    {
        public string Where => $"SearchIndex.rowid BETWEEN {First} AND {Last}{(Condition is null ? "" : " AND " + Condition)}";
    }
}
