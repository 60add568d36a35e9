using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Data;

/// <summary>What the index finds, counts and orders, against a plain scan of the texts, on a board that was edited again and again.</summary>
public sealed class SearchOrderTests
{
    private static readonly string[] Words = ["rail", "railway", "railways", "Trail", "way", "Japan", "铁路", "鐵", "路", "Tô", "Lâm", "lam", "Токаев", "5G网络", "5G", "a", "to", "oil", "oil", "oil"];

    private static readonly string[] Asked =
        ["oil", "rail", "way", "railway", "RAILWAYS", "oil way", "way oil", "铁路", "铁", "路", "to lam", "Lâm", "to", "t", "a", "5g", "5g网", "тоқаев", "japan oil", "oil oil", "xyzzy rail", "xyzzy oil", "oil lam xyzzy rail", "xyzzy japan 铁路", "xyzzy"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_AfterAnyEdits_CountsFindsAndOrdersAsAPlainScan()
    {
        await using var board = await TempBoard.CreateAsync();
        var random = new Random(20260116);
        string Some(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Words[random.Next(Words.Length)]));
        Person APerson(int number) => new() { Id = $"p{number}", Name = Some(2), Names = new() { ["vi"] = Some(2), ["zh-Hans"] = Some(1) }, PartyId = "KZ", Role = Some(3), Note = random.Next(2) == 0 ? null : Some(9) };
        // One word is in more of them than are weighed against each other.
        Claim AClaim(int number) => new() { Id = $"person/p#{number}", RecordKind = RecordKind.Person, RecordId = "p", Key = $"{number}", Value = Some(3), Quote = random.Next(2) == 0 ? null : Some(2), SourceId = "s", Attribution = random.Next(2) == 0 ? "oil" : Some(4), RankReason = Some(8) };
        int people = 60, claims = 3300;
        await EditAsync(change => Enumerable.Range(0, people).Select(APerson).Concat<Versioned>(Enumerable.Range(0, claims).Select(AClaim)));
        var moments = new List<DateTimeOffset?> { null, DateTimeOffset.UnixEpoch };
        for (var i = 0; i < 8; i++)
        {
            moments.Add(board.Clock.Now);
            moments.Add(board.Clock.Now.AddMilliseconds(1));
            // Several on one day, some days apart.
            board.Clock.Now += i % 3 == 0 ? TimeSpan.FromDays(random.Next(1, 40)) : TimeSpan.FromMinutes(random.Next(1, 90));
            await EditAsync(_ => Enumerable.Range(0, 10).Select(_ => APerson(random.Next(people + 5))).Concat<Versioned>(Enumerable.Range(0, 120).Select(_ => AClaim(random.Next(claims + 100)))).DistinctBy(v => v.Id));
        }

        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        var texts = await db.SearchTexts.ToListAsync(Cancel);
        var made = (await db.People.ToListAsync(Cancel)).Concat<Versioned>(await db.Claims.ToListAsync(Cancel)).Select(v => SearchText.Of(v)!);
        static string Line(SearchText t) => $"{t.Id} {t.Kind} {t.RecordId} {t.KnownFrom:O} {t.KnownTo:O} {t.Title}|{t.Names}|{t.Body}|{t.Folded}";
        Assert.Equal(made.Select(Line).Order(StringComparer.Ordinal), texts.Select(Line).Order(StringComparer.Ordinal));
        await db.Database.ExecuteSqlRawAsync("INSERT INTO SearchIndex(SearchIndex, rank) VALUES ('integrity-check', 1)", Cancel);

        var scan = new PlainSearch(texts);
        var (weighed, ordered, faults) = (0, 0, new List<string>());
        foreach (var moment in moments)
            foreach (var phrase in Asked.Select(SearchPhrase.Of).SelectMany(p => new[] { p, p with { IsTyping = true }, p with { IsAny = true } }).Where((p, i) => moment is null || (i + moments.IndexOf(moment)) % 4 == 0))
            {
                var asked = $"{phrase.Match(false)} as of {moment:O}";
                var wanted = scan.Find(phrase, moment);
                if (wanted.Values.Sum(w => w.Count) > SqliteSearch.MostWeighed) ordered++; else weighed++;
                foreach (var (skip, take) in new[] { (0, 6), (3, 25), (40, 40), (2200, 25), (0, 5000) })
                {
                    var found = await db.FindAsync(phrase, [.. Enum.GetValues<RecordKind>().Select(k => new SearchWindow(k, skip, take))], isCounted: take != 25, moment, Cancel);
                    if (take != 25 && !wanted.ToDictionary(w => w.Key, w => w.Value.Count).OrderBy(c => c.Key).SequenceEqual(found.Counts.OrderBy(c => c.Key))) faults.Add($"{asked}: counts {string.Join(", ", found.Counts)}");
                    foreach (var kind in Enum.GetValues<RecordKind>())
                        if ((found.Best.GetValueOrDefault(kind) ?? []) is var best && wanted.GetValueOrDefault(kind, []).Skip(skip).Take(take).ToList() is var right && !best.SequenceEqual(right))
                            faults.Add($"{asked}: {kind} from {skip}: {string.Join(' ', best.Take(8))} for {string.Join(' ', right.Take(8))}");
                }
            }
        Faults.None(faults);
        Assert.True(weighed > 100 && ordered > 20, $"{weighed} short and {ordered} long searches are too few to tell");

        async Task EditAsync(Func<Change, IEnumerable<Versioned>> next)
        {
            await using var edit = await board.Factory.CreateDbContextAsync(Cancel);
            var change = new Change { At = board.Clock.Now, Editor = "aigerim", Reason = "Corrected" };
            edit.Add(change);
            await edit.SaveChangesAsync(Cancel);
            var versions = next(change).ToList();
            string[] ids = [.. versions.Select(v => v.Id)];
            foreach (var old in (await edit.People.AsTracking().KnownAt(null).Where(p => ids.Contains(p.Id)).ToListAsync(Cancel)).Concat<Versioned>(await edit.Claims.AsTracking().KnownAt(null).Where(c => ids.Contains(c.Id)).ToListAsync(Cancel)))
                (old.KnownTo, old.ClosedById) = (change.At, change.Id);
            await edit.SaveChangesAsync(Cancel);
            foreach (var version in versions) (version.KnownFrom, version.ChangeId) = (change.At, change.Id);
            // A few are withdrawn and not written again.
            edit.AddRange(versions.Where((_, i) => i % 10 != 9 || change.Id == 1));
            await edit.SaveChangesAsync(Cancel);
        }
    }

    [Fact]
    public async Task Search_WordInVeryManyTexts_OrdersByTitleAndBeginningInPlaceOfWeights()
    {
        await using var board = await TempBoard.CreateAsync();
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        var first = SearchNumber.Of(RecordKind.Source, DateTimeOffset.UnixEpoch, Versioned.Open, 100);
        await db.Database.ExecuteSqlRawAsync("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {0}) "
            + "INSERT INTO SearchTexts(Id, Kind, RecordId, KnownFrom, KnownTo, Title, Names, Body, Folded) SELECT {1} + i, 'source', 's' || i, 0, {2}, '', '', ' oil ', 0 FROM n", [SqliteSearch.MostOfAWord, first, Versioned.Open.ToUnixTimeMilliseconds()], Cancel);
        string[][] some = [["oil", "tin oil tin oil"], ["tin", "oil"], ["", "oil tin"], ["oil tin", ""], ["oil and tin", ""]];
        db.AddRange(some.Select((s, i) => new SearchText
        {
            Id = SearchNumber.Of(RecordKind.Source, board.Clock.Now, Versioned.Open, i + 1), Kind = RecordKind.Source, RecordId = $"tin{i}", KnownFrom = board.Clock.Now,
            Title = Folding.Whole(Folding.ForIndex([s[0]])), Names = "", Body = Folding.ForIndex([s[1]]), Folded = Folding.Release,
        }));
        await db.SaveChangesAsync(Cancel);
        var found = await db.FindAsync(SearchPhrase.Of("oil tin"), [new SearchWindow(RecordKind.Source, 0, 10)], isCounted: true, null, Cancel);
        Assert.Equal(["tin3", "tin4", "tin2", "tin1", "tin0"], found.Best[RecordKind.Source]);
        Assert.Equal(5, found.Counts[RecordKind.Source]);
        Assert.Equal(new PlainSearch(await db.SearchTexts.ToListAsync(Cancel)).Find(SearchPhrase.Of("oil tin"), null)[RecordKind.Source], found.Best[RecordKind.Source]);
    }

    [Fact]
    public void Number_OfAVersion_OrdersByKindEndBeginningAndVersion()
    {
        var days = new[] { DateTimeOffset.UnixEpoch, new DateTimeOffset(2026, 1, 1, 23, 59, 59, 999, TimeSpan.Zero), new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2101, 1, 1, 0, 0, 0, TimeSpan.Zero), Versioned.Open };
        var numbers = Enum.GetValues<RecordKind>().SelectMany(k => days.SelectMany(to => days[..^1].SelectMany(from => new long[] { 1, 2, (1 << 29) - 1 }.Select(v => SearchNumber.Of(k, from, to, v))))).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
        Assert.True(numbers[0] > 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchNumber.Of(RecordKind.Claim, days[1], Versioned.Open, 1L << 29));
    }

    // The rule of the order, by reading every text.
    private sealed class PlainSearch(IReadOnlyList<SearchText> texts)
    {
        private static readonly (Func<SearchText, string> Of, double Weight)[] Columns = [(t => t.Title, 10), (t => t.Names, 8), (t => t.Body, 1)];

        private readonly double average = (double)texts.Sum(Tokens) / texts.Count;
        private readonly Dictionary<string, double> rarities = new(StringComparer.Ordinal);

        public Dictionary<RecordKind, List<string>> Find(SearchPhrase phrase, DateTimeOffset? asOf)
        {
            var pieces = Pieces(phrase, atStart: false);
            var found = texts.Where(t => (asOf is { } moment ? t.KnownFrom <= moment && t.KnownTo > moment : t.KnownTo == Versioned.Open) && Holds(phrase, t, pieces, 3)).ToList();
            var isWeighed = found.Count <= SqliteSearch.MostWeighed && pieces.All(p => texts.Count(t => Has(t, p, 3)) <= SqliteSearch.MostOfAWord);
            return found.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => isWeighed ? Weighed(phrase, g, pieces) : Ordered(phrase, g.Key, [.. g], pieces));
        }

        private List<string> Weighed(SearchPhrase phrase, IEnumerable<SearchText> hits, string[] pieces) =>
            [.. hits.OrderByDescending(t => t.Title == phrase.ExactTitle).ThenByDescending(t => t.Names.Contains(phrase.Exact, StringComparison.Ordinal)).ThenByDescending(t => Holds(phrase, t, Pieces(phrase, atStart: true), 3))
                .ThenBy(t => -Weight(t, pieces)).ThenBy(t => t.RecordId, StringComparer.Ordinal).Select(t => t.RecordId)];

        private static List<string> Ordered(SearchPhrase phrase, RecordKind kind, List<SearchText> hits, string[] pieces)
        {
            var starts = Pieces(phrase, atStart: true);
            var isNamed = kind is RecordKind.Party or RecordKind.Person or RecordKind.Organisation or RecordKind.Place;
            var rare = pieces.OrderBy(p => hits.Count(t => Has(t, p, 3))).ToList();
            int Group(SearchText t)
            {
                if (phrase.IsAny) return rare.FindIndex(p => Has(t, p, 3)) is var first && Has(t, rare[first], 2) ? 2 * first : 2 * first + 1;
                if (t.Title == phrase.ExactTitle) return 0;
                if (isNamed && t.Names.Contains(phrase.Exact, StringComparison.Ordinal)) return 1;
                return Holds(phrase, t, starts, 2) ? 2 : Holds(phrase, t, starts, 3) ? 3 : Holds(phrase, t, pieces, 2) ? 4 : 5;
            }
            return [.. hits.OrderBy(Group).ThenByDescending(t => SearchNumber.Day(t.KnownFrom)).ThenByDescending(t => t.Id & ((1 << 29) - 1)).Select(t => t.RecordId)];
        }

        // BM25 as SQLite's index reckons it.
        private double Weight(SearchText text, string[] pieces)
        {
            const double k1 = 1.2, b = 0.75;
            var sum = 0.0;
            foreach (var piece in pieces)
            {
                if (!rarities.TryGetValue(piece, out var rarity))
                {
                    var holding = texts.Count(t => Has(t, piece, 3));
                    rarities[piece] = rarity = Math.Log((texts.Count - holding + 0.5) / (holding + 0.5)) is > 0 and var log ? log : 1e-6;
                }
                var times = Columns.Sum(c => c.Weight * Times(c.Of(text), piece));
                sum += rarity * (times * (k1 + 1.0) / (times + k1 * (1 - b + b * Tokens(text) / average)));
            }
            return sum;
        }

        private static int Times(string text, string piece)
        {
            var times = 0;
            for (var at = text.IndexOf(piece, StringComparison.Ordinal); at >= 0; at = text.IndexOf(piece, at + 1, StringComparison.Ordinal)) times++;
            return times;
        }

        private static bool Has(SearchText text, string piece, int columns) => Columns.Take(columns).Any(c => c.Of(text).Contains(piece, StringComparison.Ordinal));

        private static bool Holds(SearchPhrase phrase, SearchText text, string[] wanted, int columns) => phrase.IsAny ? wanted.Any(w => Has(text, w, columns)) : wanted.All(w => Has(text, w, columns));

        private static string[] Pieces(SearchPhrase phrase, bool atStart) => [.. phrase.Pieces(atStart).Select(p => p[1..^1])];

        private static int Tokens(SearchText text) => Columns.Sum(c => Math.Max(0, c.Of(text).EnumerateRunes().Count() - 2));
    }
}
