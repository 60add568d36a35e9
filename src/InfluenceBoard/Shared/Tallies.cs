using System.Data.Common;
using InfluenceBoard.Data;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Keeps the tallies of the present and of the past moments that were asked for last. A tally follows the changes of the board; what is read as a whole is kept in a file for the next start. Nothing in them depends on a reader.</summary>
/// <param name="least">Engagements from which on a board's tally is kept in a file.</param>
public sealed class Tallies(IDbContextFactory<BoardDb> factory, BoardStamp stamp, int least = 20_000) : IDisposable
{
    // A past moment costs as much memory as the present where it shares nothing with it.
    private const int MostPast = 4;

    // Lines that are followed before the file is written anew: reading them is quick.
    private const int MostBehind = 2000;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly CancellationTokenSource stop = new();
    private readonly LinkedList<Tally> past = new();
    private TraitBook book = TraitBook.Empty;
    private Tally? present;
    private Fresh? fresh;
    private int behind;
    private Task warming = Task.CompletedTask, writing = Task.CompletedTask;

    /// <summary>The tally of a moment, of now when null.</summary>
    public async ValueTask<Tally> AtAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (asOf is null && fresh is { } current && current.Turn == stamp.Turn()) return current.Tally;
        await gate.WaitAsync(cancel);
        try
        {
            // Asked before the look: what is committed between the two is looked for once more.
            var turn = stamp.Turn();
            await using var db = await factory.CreateDbContextAsync(cancel);
            // One look at the database: a change that is written meanwhile belongs to the next tally, as a whole.
            await using var look = await db.LookAsync(cancel);
            if (present is null && await TallyFile.ReadAsync(db, cancel) is { } kept) (present, book) = (kept, kept.Book.Count > book.Count ? kept.Book : book);
            if (asOf is null)
            {
                book = await TallyReading.BookAsync(db, book, cancel);
                present = await PresentAsync(db, cancel);
                fresh = new Fresh(present, turn);
                return present;
            }
            var number = await ChangeLog.NumberAsync(db, asOf, cancel);
            if (present?.Mark.Number == number) return present;
            if (past.FirstOrDefault(t => t.Mark.Number == number) is not { } found)
            {
                book = await TallyReading.BookAsync(db, book, cancel);
                var near = past.Append(present).OfType<Tally>().MinBy(t => Math.Abs(t.Mark.Number - number));
                found = near is not null && await TallyReading.FollowAsync(db, book, near, asOf, Most(near), cancel) is { } followed ? followed.Tally : await TallyReading.ReadAsync(db, book, asOf, cancel);
            }
            past.Remove(found);
            past.AddFirst(found);
            if (past.Count > MostPast) past.RemoveLast();
            return found;
        }
        finally { gate.Release(); }
    }

    /// <summary>Begins to make the tally of now, so that the first reader finds it made or half made.</summary>
    public void Warm() => warming = Task.Run(async () =>
    {
        // Whoever asks meets the same fault and tells it.
        try { await AtAsync(null, stop.Token); }
        catch (Exception e) when (e is OperationCanceledException or DbException) { }
    });

    /// <summary>Waits until what is being written is written.</summary>
    public Task SettleAsync() => writing;

    public void Dispose()
    {
        stop.Cancel();
        Task.WhenAll(warming, writing).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        stop.Dispose();
        gate.Dispose();
    }

    // The present, and up to which commit it is known to be.
    private sealed record Fresh(Tally Tally, long Turn);

    private async Task<Tally> PresentAsync(BoardDb db, CancellationToken cancel)
    {
        Tally now;
        if (present is { } before && await TallyReading.FollowAsync(db, book, before, null, Most(before), cancel) is { } followed) (now, behind) = (followed.Tally, behind + followed.Lines);
        else (now, behind) = (await TallyReading.ReadAsync(db, book, null, cancel), int.MaxValue);
        if (behind > MostBehind && now.Total >= least && writing.IsCompleted)
        {
            behind = 0;
            writing = Task.Run(() => WriteAsync(now), CancellationToken.None);
        }
        return now;
    }

    // Not in any reader's way. A file that cannot be written only means that the next start reads the lines.
    private async Task WriteAsync(Tally tally)
    {
        try
        {
            await using var db = await factory.CreateDbContextAsync(stop.Token);
            await TallyFile.WriteAsync(db, tally, stop.Token);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException or DbException) { }
    }

    // Following a line costs about as much as reading fifty.
    private static int Most(Tally tally) => Math.Clamp(tally.Total / 50, 1000, 20_000);
}
