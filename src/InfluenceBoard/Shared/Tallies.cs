using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Keeps the tallies of the present and of the past moments that were asked for last. Nothing in them depends on a reader.</summary>
public sealed class Tallies(IDbContextFactory<BoardDb> factory, BoardStamp stamp) : IDisposable
{
    // Each past moment costs as much memory as the present.
    private const int MostPast = 4;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly LinkedList<Tally> past = new();
    private TraitBook book = TraitBook.Empty;
    private Tally? present;

    /// <summary>The tally of a moment, of now when null.</summary>
    public async ValueTask<Tally> AtAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (asOf is null && present is { } current && current.Number == stamp.Last()) return current;
        await using var db = await factory.CreateDbContextAsync(cancel);
        var number = asOf is null ? stamp.Last() : await ChangeLog.NumberAsync(db, asOf, cancel);
        await gate.WaitAsync(cancel);
        try
        {
            if (present?.Number == number) return present;
            if (asOf is null) return present = await ReadAsync(db, number, null, cancel);
            var kept = past.FirstOrDefault(t => t.Number == number) ?? await ReadAsync(db, number, asOf, cancel);
            past.Remove(kept);
            past.AddFirst(kept);
            if (past.Count > MostPast) past.RemoveLast();
            return kept;
        }
        finally { gate.Release(); }
    }

    public void Dispose() => gate.Dispose();

    private async Task<Tally> ReadAsync(BoardDb db, long number, DateTimeOffset? asOf, CancellationToken cancel)
    {
        // One look at the database: the lines of a change that is written meanwhile belong to the next tally, together with its traits.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var last = book.Last;
        if (await db.TraitSets.Where(t => t.Id > last).OrderBy(t => t.Id).ToListAsync(cancel) is { Count: > 0 } more) book = book.With(more);
        var lines = await db.CountLinesAsync(asOf, cancel);
        var amounts = await (from m in db.Money.KnownAt(asOf) join l in db.EngagementLines.KnownAt(asOf) on m.EngagementId equals l.EngagementId select new { Money = m, l.TraitSetId, l.Earliest, l.Latest }).ToListAsync(cancel);
        return new Tally(number, book, lines.Select(l => (book.PlaceOf(l.TraitSetId)!.Value, Month(l.From), Month(l.To), l.Count)),
            new MoneyTally([.. amounts.Select(a => new TalliedAmount(a.Money.VersionId, book.PlaceOf(a.TraitSetId)!.Value, a.Earliest, a.Latest, a.Money.ActorId, a.Money.HostId, a.Money.ToTotalItem()))]));
    }

    private static int Month(string month) => int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture) * 12 + int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture) - 1;
}
