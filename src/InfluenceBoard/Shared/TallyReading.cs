using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Reads tallies of the board's lines: as a whole, or from another tally by the lines that changes between the two began and ended. Each within one look at the board.</summary>
internal static class TallyReading
{
    // A change that touched more than this is told from its continuation by no more than this.
    private const int MostCounted = 100_000;

    // Ids that are asked for at a time.
    private const int Batch = 500;

    /// <summary>How far the board had come at a moment.</summary>
    public static async Task<TallyMark> MarkAsync(BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) => await MarkAsync(db, await ChangeLog.NumberAsync(db, asOf, cancel), cancel);

    /// <summary>What is known of a change.</summary>
    public static async Task<TallyMark> MarkAsync(BoardDb db, long number, CancellationToken cancel) => new(number,
        await db.EngagementLines.Where(l => l.ChangeId == number).OrderBy(l => l.Id).Take(MostCounted).CountAsync(cancel), await db.EngagementLines.Where(l => l.ClosedById == number).OrderBy(l => l.Id).Take(MostCounted).CountAsync(cancel));

    /// <summary>A book with whatever traits came since.</summary>
    public static async Task<TraitBook> BookAsync(BoardDb db, TraitBook book, CancellationToken cancel)
    {
        var last = book.Last;
        return await db.TraitSets.Where(t => t.Id > last).OrderBy(t => t.Id).ToListAsync(cancel) is { Count: > 0 } more ? book.With(more) : book;
    }

    /// <summary>Reads the tally of a moment as a whole.</summary>
    public static async Task<Tally> ReadAsync(BoardDb db, TraitBook book, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var mark = await MarkAsync(db, asOf, cancel);
        var lines = new List<TalliedLine>();
        await db.ReadLinesAsync(asOf, (traits, earliest, latest) => lines.Add(new TalliedLine(book.PlaceOf(traits)!.Value, earliest.DayNumber, latest.DayNumber)), cancel);
        var amounts = new List<TalliedAmount>();
        var standing = from m in db.Money.KnownAt(asOf) join l in db.EngagementLines.KnownAt(asOf) on m.EngagementId equals l.EngagementId select new PaidLine(m, l.TraitSetId, l.Earliest, l.Latest);
        await foreach (var paid in standing.AsAsyncEnumerable().WithCancellation(cancel)) amounts.Add(Amount(paid, book));
        return Tally.Of(mark, book, lines, new MoneyTally(amounts));
    }

    /// <summary>The tally of a moment by what changed between it and another, earlier or later; null when too much did, or when the other is not what the lines say it was: its last change went on after it was read.</summary>
    /// <param name="book">The book of the look.</param>
    /// <param name="most">Lines that are followed.</param>
    public static async Task<(Tally Tally, int Lines)?> FollowAsync(BoardDb db, TraitBook book, Tally tally, DateTimeOffset? asOf, int most, CancellationToken cancel)
    {
        var (before, mark) = (tally.Mark.Number, await MarkAsync(db, asOf, cancel));
        if (await MarkAsync(db, before, cancel) != tally.Mark) return null;
        if (mark == tally.Mark) return (tally, 0);
        var (low, high) = (Math.Min(before, mark.Number), Math.Max(before, mark.Number));
        var touched = await db.EngagementLines.Where(l => l.ChangeId > low && l.ChangeId <= high).OrderBy(l => l.ChangeId).Take(most + 1).ToListAsync(cancel);
        touched.AddRange(await db.EngagementLines.Where(l => l.ClosedById > low && l.ClosedById <= high && l.ChangeId <= low).OrderBy(l => l.ClosedById).Take(most + 1).ToListAsync(cancel));
        if (touched.Count > most) return null;
        List<TalliedLine> removed = [], added = [];
        foreach (var line in touched)
        {
            var (stood, stands) = (Stood(line, before), Stood(line, mark.Number));
            if (stood == stands) continue;
            (stood ? removed : added).Add(new TalliedLine(book.PlaceOf(line.TraitSetId)!.Value, line.Earliest.DayNumber, line.Latest.DayNumber));
        }
        var engagements = touched.Where(l => l.Amounts > 0).Select(l => l.EngagementId).ToHashSet(StringComparer.Ordinal);
        var money = engagements.Count == 0 ? tally.Money : await MoneyAsync(db, book, tally.Money, engagements, before, mark.Number, cancel);
        return money is not null && tally.With(mark, book, removed, added, money) is { } followed ? (followed, touched.Count) : null;
    }

    private static bool Stood(EngagementLine line, long number) => line.ChangeId <= number && !(line.ClosedById <= number);

    // Amounts that contain or may repeat those of other engagements are looked at together with these.
    private static async Task<MoneyTally?> MoneyAsync(BoardDb db, TraitBook book, MoneyTally money, HashSet<string> engagements, long before, long after, CancellationToken cancel)
    {
        while (true)
        {
            List<TalliedAmount> old = await AmountsAsync(before), now = await AmountsAsync(after);
            var own = old.Concat(now).Select(a => a.Item.Id).ToHashSet(StringComparer.Ordinal);
            string[] named = [.. old.Concat(now).SelectMany(a => a.Named).Where(n => !own.Contains(n)).Distinct()];
            var more = money.Beside(engagements, own).ToHashSet(StringComparer.Ordinal);
            foreach (var some in named.Chunk(Batch))
                more.UnionWith(await db.Money.Where(m => some.Contains(m.Id) && (m.ChangeId <= before && (m.ClosedById == null || m.ClosedById > before) || m.ChangeId <= after && (m.ClosedById == null || m.ClosedById > after)))
                    .Select(m => m.EngagementId).Distinct().ToListAsync(cancel));
            more.ExceptWith(engagements);
            if (more.Count == 0) return money.With(engagements, old, now);
            engagements.UnionWith(more);
        }

        async Task<List<TalliedAmount>> AmountsAsync(long number)
        {
            var amounts = new List<TalliedAmount>();
            foreach (var some in engagements.Chunk(Batch))
            {
                var stood = from m in db.Money join l in db.EngagementLines on m.EngagementId equals l.EngagementId
                            where some.Contains(m.EngagementId) && m.ChangeId <= number && (m.ClosedById == null || m.ClosedById > number) && l.ChangeId <= number && (l.ClosedById == null || l.ClosedById > number)
                            select new PaidLine(m, l.TraitSetId, l.Earliest, l.Latest);
                amounts.AddRange((await stood.ToListAsync(cancel)).Select(p => Amount(p, book)));
            }
            return amounts;
        }
    }

    private static TalliedAmount Amount(PaidLine paid, TraitBook book) =>
        new(paid.Money.VersionId, paid.Money.EngagementId, book.Traits[book.PlaceOf(paid.TraitSetId)!.Value].Rest, paid.Earliest, paid.Latest, paid.Money.ActorId, paid.Money.HostId, paid.Money.ToTotalItem());

    private sealed record PaidLine(MoneyItem Money, long TraitSetId, DateOnly Earliest, DateOnly Latest);
}
