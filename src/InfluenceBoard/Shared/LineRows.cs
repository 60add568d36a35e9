using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Reads engagements of a scope as rows: as many as are shown, found by the tally and by indexes, never by reading all of them.</summary>
public static class LineRows
{
    // So few rows are found by their traits alone.
    private const int Rare = 200;

    // So many groups of days are read one after another; of more, all days between them at once.
    private const int MostWindows = 4;

    // Rows that are sorted rather than read in the order of an index.
    private const int Few = 2000;

    // Rows that are read at a time when many are wanted.
    private const int Batch = 500;

    // What a row shows of a line.
    private sealed class Shown
    {
        public required long Id { get; init; }
        public required string EngagementId { get; init; }
        public required string Title { get; init; }
        public required string Date { get; init; }
        public required DateOnly Earliest { get; init; }
        public required DateOnly Latest { get; init; }
        public required EngagementType Type { get; init; }
        public required Status Status { get; init; }
        public required string Parties { get; init; }
        public required string Topics { get; init; }
        public required int Amounts { get; init; }
        public required int Sources { get; init; }
        public required int? Confidence { get; init; }
        public required bool IsContested { get; init; }
    }

    // A line on the way to those that are wanted.
    private readonly record struct Passed(long Id, long TraitSetId);

    private static readonly Func<BoardDb, string, IAsyncEnumerable<Shown>> ByNumber = EF.CompileAsyncQuery((BoardDb db, string numbers) =>
        from l in db.EngagementLines
        where db.Numbers(numbers).Select(n => n.Value).Contains(l.Id)
        join t in db.TraitSets on l.TraitSetId equals t.Id
        select new Shown
        {
            Id = l.Id, EngagementId = l.EngagementId, Title = l.Title, Date = l.Date, Earliest = l.Earliest, Latest = l.Latest, Type = t.Type, Status = t.Status, Parties = l.Parties, Topics = l.Topics,
            Amounts = l.Amounts, Sources = l.Sources, Confidence = l.Confidence, IsContested = l.IsContested,
        });

    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<long>> NumbersOf = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.EngagementLines.Where(l => db.Texts(engagements).Select(t => t.Value).Contains(l.EngagementId) && l.KnownTo > at && l.KnownFrom <= at).Select(l => l.Id));

    // Lines of some traits whose last day is in a range and whose first day is not after an end, the latest first.
    private static readonly Func<BoardDb, DateTimeOffset, string, DateOnly, DateOnly, DateOnly, int, int, IAsyncEnumerable<long>> OfTraits =
        EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string traits, DateOnly from, DateOnly until, DateOnly end, int skip, int take) =>
            db.EngagementLines.Where(l => db.Numbers(traits).Select(n => n.Value).Contains(l.TraitSetId) && l.Latest >= from && l.Latest <= until && l.Earliest <= end && l.KnownTo > at && l.KnownFrom <= at)
                .OrderByDescending(l => l.Latest).ThenByDescending(l => l.Earliest).ThenBy(l => l.EngagementId).Select(l => l.Id).Skip(skip).Take(take));

    private static readonly Func<BoardDb, DateTimeOffset, DateOnly, DateOnly, DateOnly, IAsyncEnumerable<Passed>> ByDate = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, DateOnly from, DateOnly until, DateOnly end) =>
        db.EngagementLines.Where(l => l.Latest >= from && l.Latest <= until && l.Earliest <= end && l.KnownTo > at && l.KnownFrom <= at)
            .OrderByDescending(l => l.Latest).ThenByDescending(l => l.Earliest).ThenBy(l => l.EngagementId).Select(l => new Passed(l.Id, l.TraitSetId)));

    private static readonly Func<BoardDb, DateTimeOffset, IAsyncEnumerable<Passed>> ByMiddle = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at) =>
        db.EngagementLines.Where(l => l.KnownTo > at && l.KnownFrom <= at)
            .OrderByDescending(l => l.Middle).ThenByDescending(l => l.Latest).ThenBy(l => l.EngagementId).Select(l => new Passed(l.Id, l.TraitSetId)));

    /// <summary>Some engagements of a scope, the latest first, by last day, first day and id.</summary>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="take">How many to read.</param>
    /// <param name="isAscending">Whether the earliest come first; among those of equal dates the order of ids stays.</param>
    public static async Task<IReadOnlyList<EngagementRow>> RowsAsync(this Scope scope, BoardDb db, DateTimeOffset? asOf, int skip, int take, CancellationToken cancel, bool isAscending = false) =>
        await ReadAsync(db, await NumbersAsync(scope, db, asOf, skip, take, isAscending, cancel), asOf, cancel);

    /// <summary>Every engagement of a scope in an order, read while it is used. One statement reads all: what is written meanwhile neither repeats nor drops a row, and whoever writes does not wait.</summary>
    /// <param name="sort">The order.</param>
    public static async IAsyncEnumerable<EngagementEntry> AllAsync(this Scope scope, BoardDb db, DateTimeOffset? asOf, Func<IQueryable<EngagementLine>, IQueryable<EngagementLine>> sort, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var (traits, money) = (scope.Tally.Book, db.Money.KnownAt(asOf));
        var lines = sort(scope.Lines(db, asOf)).Select(l => new
        {
            l.EngagementId, l.TraitSetId, l.Title, l.Date, l.Earliest, l.Latest, l.Parties, l.Topics, l.Sources, l.Confidence, l.IsContested,
            Amounts = l.Amounts == 0 ? null : money.Where(m => m.EngagementId == l.EngagementId).GroupBy(m => m.EngagementId).Select(g => string.Join(",", g.Select(m => m.Id))).FirstOrDefault(),
        });
        await foreach (var l in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!scope.Holds(l.TraitSetId)) continue;
            var (trait, amounts) = (traits.Rests[traits.Traits[traits.PlaceOf(l.TraitSetId)!.Value].Rest], EngagementEntry.Items(l.Amounts));
            Array.Sort(amounts, StringComparer.Ordinal);
            yield return new EngagementEntry(l.EngagementId, l.Title, l.Date, l.Earliest, l.Latest, trait.Type, trait.Status, l.Parties, EngagementEntry.Items(l.Topics), amounts, l.Sources, Confidence.Of(l.Confidence), l.IsContested);
        }
    }

    /// <summary>Some engagements by their ids, the latest first; those that did not stand at the moment are left out.</summary>
    public static async Task<IReadOnlyList<EngagementRow>> RowsOfAsync(this BoardDb db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var rows = new List<EngagementRow>();
        foreach (var some in ids.Chunk(Batch))
            rows.AddRange(await ReadAsync(db, await NumbersOf(db, asOf ?? KnownVersions.Present, KnownRecords.List(some)).ToListAsync(cancel), asOf, cancel));
        return [.. rows.OrderByDescending(r => r.Latest).ThenByDescending(r => r.Earliest).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    /// <summary>Ids of those of some engagements that a scope holds.</summary>
    public static async Task<IReadOnlySet<string>> AmongAsync(this Scope scope, BoardDb db, string[] ids, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var lines = await db.EngagementLines.KnownAt(asOf).Within(scope.Filter).Where(l => db.Texts(KnownRecords.List(ids)).Select(t => t.Value).Contains(l.EngagementId)).Select(l => new { l.EngagementId, l.TraitSetId }).ToListAsync(cancel);
        return lines.Where(l => scope.Holds(l.TraitSetId)).Select(l => l.EngagementId).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The engagements before and after one, by last day and id; null at the ends.</summary>
    public static async Task<(EngagementRow? Earlier, EngagementRow? Later)> NeighboursAsync(this BoardDb db, string id, DateOnly latest, DateTimeOffset? asOf, CancellationToken cancel)
    {
        // Asked day by day: an index cannot follow "an earlier day, or the same day and an earlier id".
        var lines = db.EngagementLines.KnownAt(asOf);
        var earlier = await lines.Where(l => l.Latest == latest && string.Compare(l.EngagementId, id) < 0).OrderByDescending(l => l.EngagementId).Select(l => l.Id).FirstOrDefaultAsync(cancel) is var same and not 0 ? same
            : await lines.Where(l => l.Latest < latest).OrderByDescending(l => l.Latest).ThenByDescending(l => l.EngagementId).Select(l => l.Id).FirstOrDefaultAsync(cancel);
        var later = await lines.Where(l => l.Latest == latest && string.Compare(l.EngagementId, id) > 0).OrderBy(l => l.EngagementId).Select(l => l.Id).FirstOrDefaultAsync(cancel) is var next and not 0 ? next
            : await lines.Where(l => l.Latest > latest).OrderBy(l => l.Latest).ThenBy(l => l.EngagementId).Select(l => l.Id).FirstOrDefaultAsync(cancel);
        var rows = await ReadAsync(db, [.. new[] { earlier, later }.Where(n => n != 0)], asOf, cancel);
        return (earlier == 0 ? null : rows.FirstOrDefault(), later == 0 ? null : rows.LastOrDefault());
    }

    /// <summary>Every engagement of a scope, the latest first, read while it is used.</summary>
    public static IAsyncEnumerable<EngagementEntry> AllAsync(this Scope scope, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) =>
        scope.AllAsync(db, asOf, lines => lines.OrderByDescending(l => l.Latest).ThenByDescending(l => l.Earliest).ThenBy(l => l.EngagementId), cancel);

    /// <summary>Some engagements of a scope in an order that the tally does not know.</summary>
    /// <param name="sort">The order.</param>
    public static async Task<IReadOnlyList<EngagementRow>> RowsAsync(this Scope scope, BoardDb db, DateTimeOffset? asOf, Func<IQueryable<EngagementLine>, IQueryable<EngagementLine>> sort, int skip, int take, CancellationToken cancel)
    {
        var numbers = await PassingAsync(sort(scope.Lines(db, asOf)), scope, skip, take, cancel);
        return await ReadAsync(db, numbers, asOf, cancel);
    }

    /// <summary>The engagements of a scope that are more than intended, the latest first, by the middle of their bounds: the rule of <see cref="EngagementRow.Middle"/>.</summary>
    public static async Task<IReadOnlyList<EngagementRow>> DoneAsync(this Scope scope, BoardDb db, DateTimeOffset? asOf, int take, CancellationToken cancel)
    {
        var done = scope.Done;
        if (done.Total == 0) return [];
        // With a range of days the database would rather sort all of it; without, it goes along the index until enough have passed.
        if (done.Total <= Few || done.Filter is not { From: null, To: null }) return await done.RowsAsync(db, asOf, lines => lines.OrderByDescending(l => l.Middle).ThenByDescending(l => l.Latest).ThenBy(l => l.EngagementId), 0, take, cancel);
        return await ReadAsync(db, await PassingAsync(ByMiddle(db, asOf ?? KnownVersions.Present), done, 0, take, cancel), asOf, cancel);
    }

    // The lines among which those of a scope are: where they are few, by their traits.
    internal static IQueryable<EngagementLine> Lines(this Scope scope, BoardDb db, DateTimeOffset? asOf)
    {
        var lines = db.EngagementLines.KnownAt(asOf).Within(scope.Filter);
        if (scope.Total > Few) return lines;
        var traits = scope.Traits();
        return lines.Where(l => traits.Contains(l.TraitSetId));
    }

    // Numbers of the traits of a scope.
    private static long[] Traits(this Scope scope)
    {
        var traits = new List<long>();
        for (var i = 0; i < scope.Passes.Length; i++)
            if (scope.Passes[i] && scope.Counts[i] > 0) traits.Add(scope.Tally.Book.Traits[i].Id);
        return [.. traits];
    }

    private static IQueryable<EngagementLine> Within(this IQueryable<EngagementLine> lines, BoardFilter filter)
    {
        if (filter.From is { } from) lines = lines.Where(l => l.Latest >= from);
        return filter.To is { } to ? lines.Where(l => l.Earliest <= to) : lines;
    }

    // Numbers of the lines of some engagements of a scope, by date. The tally tells the days in which they lie, so the thousandth page is as near as the first.
    private static async Task<IReadOnlyList<long>> NumbersAsync(Scope scope, BoardDb db, DateTimeOffset? asOf, int skip, int take, bool isAscending, CancellationToken cancel)
    {
        if (take <= 0) return [];
        var (from, to, at) = (scope.Filter.From ?? DateOnly.MinValue, scope.Filter.To ?? DateOnly.MaxValue, asOf ?? KnownVersions.Present);
        if (scope.Total <= Rare)
            return isAscending ? await Sorted(scope.Lines(db, asOf)).Skip(skip).Take(take).Select(l => l.Id).ToListAsync(cancel)
                : await OfTraits(db, at, KnownRecords.List(scope.Traits()), from, DateOnly.MaxValue, to, skip, take).ToListAsync(cancel);
        var (days, over) = scope.Tally.Windows(scope.Passes, scope.Filter.From, scope.Filter.To, skip, take, isAscending);
        // Here and there a few: as if the days between were wanted too.
        if (days.Count > MostWindows) days = [new DayWindow(days.Min(d => d.First), days.Max(d => d.Last), days.Sum(d => d.Wanted), int.MaxValue)];
        var numbers = new List<long>();
        foreach (var window in days)
        {
            numbers.AddRange(await WindowAsync(window, over, take - numbers.Count));
            over = 0;
        }
        return numbers;

        // Either along the days until enough have passed, or by the traits that are wanted, whichever looks at fewer.
        async Task<List<long>> WindowAsync(DayWindow window, int skip, int take)
        {
            var lines = db.EngagementLines.KnownAt(asOf).Within(scope.Filter).Where(l => l.Latest >= window.First && l.Latest <= window.Last);
            var first = from > window.First ? from : window.First;
            if (Math.Min(window.All, (long)(skip + take) * window.All / window.Wanted) <= Rare + 2L * window.Wanted)
                return isAscending ? await PassingAsync(Sorted(lines), scope, skip, take, cancel) : await PassingAsync(ByDate(db, at, first, window.Last, to), scope, skip, take, cancel);
            long[] traits = [.. scope.Tally.TraitsOf(window, scope.Passes).Select(p => scope.Tally.Book.Traits[p].Id).Order()];
            return isAscending ? await Sorted(lines.Where(l => traits.Contains(l.TraitSetId))).Skip(skip).Take(take).Select(l => l.Id).ToListAsync(cancel)
                : await OfTraits(db, at, KnownRecords.List(traits), first, window.Last, to, skip, take).ToListAsync(cancel);
        }

        IQueryable<EngagementLine> Sorted(IQueryable<EngagementLine> some) => isAscending
            ? some.OrderBy(l => l.Latest).ThenBy(l => l.Earliest).ThenBy(l => l.EngagementId) : some.OrderByDescending(l => l.Latest).ThenByDescending(l => l.Earliest).ThenBy(l => l.EngagementId);
    }

    private static Task<List<long>> PassingAsync(IQueryable<EngagementLine> sorted, Scope scope, int skip, int take, CancellationToken cancel) =>
        PassingAsync(sorted.Select(l => new Passed(l.Id, l.TraitSetId)).AsAsyncEnumerable(), scope, skip, take, cancel);

    // Goes along an index until enough have passed.
    private static async Task<List<long>> PassingAsync(IAsyncEnumerable<Passed> sorted, Scope scope, int skip, int take, CancellationToken cancel)
    {
        var numbers = new List<long>();
        await foreach (var line in sorted.WithCancellation(cancel))
        {
            if (!scope.Holds(line.TraitSetId) || skip-- > 0) continue;
            numbers.Add(line.Id);
            if (numbers.Count >= take) break;
        }
        return numbers;
    }

    /// <summary>Lines as rows, in the order of their numbers' list, with the amounts that stood at the moment.</summary>
    internal static async Task<IReadOnlyList<EngagementRow>> ReadAsync(BoardDb db, IReadOnlyList<long> numbers, DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (numbers.Count == 0) return [];
        var lines = new Dictionary<long, Shown>(numbers.Count);
        await foreach (var line in ByNumber(db, KnownRecords.List<long>([.. numbers])).WithCancellation(cancel)) lines.Add(line.Id, line);
        var money = (await db.MoneyOfAsync([.. lines.Values.Where(l => l.Amounts > 0).Select(l => l.EngagementId)], asOf, cancel)).ToLookup(m => m.EngagementId, StringComparer.Ordinal);
        return [.. numbers.Where(lines.ContainsKey).Select(n => Row(lines[n], money[lines[n].EngagementId]))];
    }

    private static EngagementRow Row(Shown line, IEnumerable<MoneyItem> money) => new(line.EngagementId, line.Title, line.Date, line.Earliest, line.Latest, line.Type, line.Status,
        Parties(line.Parties), [.. line.Topics.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(w => Word.Parse<Topic>(w)!.Value)], [.. money.OrderBy(m => m.Id, StringComparer.Ordinal)], line.Sources, line.IsContested)
        { Confidence = Confidence.Of(line.Confidence) };

    private static List<EngagementParty> Parties(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((p, i) => new EngagementParty { Role = Word.Parse<PartyRole>(p[..p.IndexOf(':', StringComparison.Ordinal)])!.Value, PartyId = p[(p.IndexOf(':', StringComparison.Ordinal) + 1)..], Order = i })];
}
