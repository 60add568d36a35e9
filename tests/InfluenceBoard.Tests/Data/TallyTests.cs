using CsCheck;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>A tally that followed changes, or that was kept in a file, against one that is read of the lines.</summary>
public sealed class TallyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tally_AfterAnyEdits_SaysWhatOneReadAnewSays()
    {
        await using var board = new EditedBoard();
        var random = new Random(20260116);
        var factory = board.Services.GetRequiredService<IDbContextFactory<BoardDb>>();
        await using var db = await board.OpenAsync();
        var engagements = await db.Engagements.KnownAt(null).Select(e => e.Id).ToListAsync(Cancel);
        var tally = await ReadAsync(db, null);
        var (moments, followed) = (new List<DateTimeOffset>(), 0);
        for (var i = 0; i < 60; i++)
        {
            moments.Add(board.Clock.Now);
            var amounts = await db.Money.KnownAt(null).ToListAsync(Cancel);
            switch (i % 10)
            {
                case 0: await board.ReviseAsync<Engagement>(Any(engagements), e => e.Status = Any(Enum.GetValues<Status>())); break;
                case 1: await board.ReviseAsync<Engagement>(Any(amounts).EngagementId, e => { e.Earliest = new DateOnly(2024, 1, 1).AddDays(random.Next(700)); e.Latest = e.Earliest.AddDays(random.Next(400)); }); break;
                // Traits that the board has not met.
                case 2: await board.ReviseAsync<Engagement>(Any(engagements), e => { e.Parties.Clear(); e.Parties.Add(new EngagementParty { PartyId = Any(["CN", "JP", "US", "RU"]) }); e.Parties.Add(new EngagementParty { PartyId = Any(["KZ", "UZ", "VN"]), Role = PartyRole.Towards, Order = 1 }); }); break;
                case 3: await board.ReviseAsync<MoneyItem>(Any(amounts).Id, m => { m.Rung = Any(Enum.GetValues<Rung>()); m.UsdLow = random.Next(1, 900) * 1_000_000m; m.UsdHigh = null; m.HasUsd = true; }); break;
                // Amounts that belong together, of one engagement and of several.
                case 4: await board.RecordAsync(Money(Any(amounts), $"new-{i}", m => m.PartOfId = Any(amounts).Id)); break;
                case 5: var whole = Any(amounts); await board.RecordAsync(Money(whole, $"new-{i}", m => { m.MayOverlap = [whole.Id]; m.Rung = Any(Enum.GetValues<Rung>()); m.ActorId = Any(["CN", "JP"]); })); break;
                case 6: await board.RecordAsync(Money(Any(amounts), $"new-{i}", m => m.MayOverlap = [$"new-{i + 10}", $"new-{i - 1}"])); break;
                case 7: await board.WithdrawAsync<MoneyItem>(Any(amounts).Id, "Counted twice"); break;
                case 8: await board.ReviseAsync<Source>(Any(await db.Sources.KnownAt(null).Select(s => s.Id).ToListAsync(Cancel)), s => s.Reliability = Any(Enum.GetValues<Reliability>())); break;
                default: var id = Any(engagements); engagements.Remove(id); await board.WithdrawAsync<Engagement>(id, "Never happened"); break;
            }
            if (i % 3 == 1) continue;
            var read = await ReadAsync(db, null);
            var next = await TallyReading.FollowAsync(db, read.Book, tally, null, 500, Cancel);
            Assert.NotNull(next);
            followed += next.Value.Lines;
            Assert.Empty(next.Value.Tally.Differences(read));
            Assert.Empty(read.Differences(await board.Services.GetRequiredService<Tallies>().AtAsync(null, Cancel)));
            tally = next.Value.Tally;
        }
        Assert.True(followed > 60, "the edits touched few lines");

        // Back to any moment, and to the present again.
        foreach (var moment in moments.Where((_, i) => i % 7 == 0))
        {
            var read = await ReadAsync(db, moment);
            var book = await TallyReading.BookAsync(db, tally.Book, Cancel);
            var then = await TallyReading.FollowAsync(db, book, tally, moment, 500, Cancel);
            Assert.Empty(then!.Value.Tally.Differences(read));
            Assert.Empty((await TallyReading.FollowAsync(db, book, then.Value.Tally, null, 500, Cancel))!.Value.Tally.Differences(await ReadAsync(db, null)));
            Assert.Empty((await board.Services.GetRequiredService<Tallies>().AtAsync(moment, Cancel)).Differences(read));
        }

        // What it answers is the same too.
        var last = await ReadAsync(db, null);
        var parties = board.Services.GetRequiredService<PartyDirectories>().At(null);
        Shared.Filters.Any.Sample(filter =>
        {
            Assert.Equal(Told(Facets.Of(last, filter, parties)), Told(Facets.Of(tally, filter, parties)));
            MoneySums one = last.Money.Sum(new TraitTest(filter).Rests(last.Book), filter, 2, 5), other = tally.Money.Sum(new TraitTest(filter).Rests(tally.Book), filter, 2, 5);
            Assert.Equal(one.Largest.Order(), other.Largest.Order());
            Assert.Equal(one.Any.Order(), other.Any.Order());
        }, iter: 200, threads: 1);

        T Any<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];
    }

    [Fact]
    public async Task Tally_ChangeThatGoesOnAfterItWasRead_IsNotFollowed()
    {
        await using var board = new EditedBoard();
        await using var db = await board.OpenAsync();
        var id = await db.Engagements.KnownAt(null).Select(e => e.Id).FirstAsync(Cancel);
        var change = await board.ReviseAsync<Engagement>(id, e => e.Title += " again");
        var tally = await ReadAsync(db, null);
        Assert.NotNull(await TallyReading.FollowAsync(db, tally.Book, tally, null, 500, Cancel));
        await using (var more = await board.OpenAsync())
        {
            var other = await more.Engagements.KnownAt(null).Where(e => e.Id != id).FirstAsync(Cancel);
            (other.KnownTo, other.ClosedById) = (change.At, change.Id);
            more.Update(other);
            await more.SaveChangesAsync(Cancel);
        }
        Assert.Null(await TallyReading.FollowAsync(db, tally.Book, tally, null, 500, Cancel));
    }

    [Fact]
    public async Task File_OfTheBoard_IsItsTally_AndOnlyWholeAndOnlyOfThisBoard()
    {
        await using var board = new EditedBoard();
        await using var db = await board.OpenAsync();
        var file = db.Beside(TallyFile.Ending);
        Assert.Null(await TallyFile.ReadAsync(db, Cancel));
        var read = await ReadAsync(db, null);
        await TallyFile.WriteAsync(db, read, Cancel);
        Assert.Empty(read.Differences((await TallyFile.ReadAsync(db, Cancel))!));
        Assert.Equal([Path.GetFileName(file)], Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*-tally*").Select(Path.GetFileName));

        // It stays good for a board that went on.
        await board.ReviseAsync<Engagement>(await db.Engagements.KnownAt(null).Select(e => e.Id).FirstAsync(Cancel), e => e.Status = Status.Disputed);
        var kept = await TallyFile.ReadAsync(db, Cancel);
        Assert.Empty((await TallyReading.FollowAsync(db, await TallyReading.BookAsync(db, kept!.Book, Cancel), kept, null, 500, Cancel))!.Value.Tally.Differences(await ReadAsync(db, null)));

        // Not for one that has other changes, or fewer.
        await TallyFile.WriteAsync(db, await ReadAsync(db, null), Cancel);
        await using (var other = new EditedBoard())
        {
            await using var its = await other.OpenAsync();
            File.Copy(file, its.Beside(TallyFile.Ending));
            Assert.Null(await TallyFile.ReadAsync(its, Cancel));
            other.Clock.Now += TimeSpan.FromDays(1);
            await other.ReviseAsync<Engagement>(await its.Engagements.KnownAt(null).Select(e => e.Id).FirstAsync(Cancel), e => e.Status = Status.Disputed);
            Assert.Null(await TallyFile.ReadAsync(its, Cancel));
        }

        // Damaged anywhere, it is no file.
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        foreach (var at in new[] { 0, 7, 40, bytes.Length / 2, bytes.Length - 1 })
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 1;
            await File.WriteAllBytesAsync(file, damaged, Cancel);
            Assert.Null(await TallyFile.ReadAsync(db, Cancel));
        }
        await File.WriteAllBytesAsync(file, bytes[..^5], Cancel);
        Assert.Null(await TallyFile.ReadAsync(db, Cancel));
    }

    [Fact]
    public async Task Tallies_AfterAStart_AreReadFromTheFileAndFollowed()
    {
        await using var board = new EditedBoard();
        var (factory, stamp) = (board.Services.GetRequiredService<IDbContextFactory<BoardDb>>(), board.Services.GetRequiredService<BoardStamp>());
        await using var db = await board.OpenAsync();
        using (var first = new Tallies(factory, stamp, least: 1))
        {
            await first.AtAsync(null, Cancel);
            await first.SettleAsync();
        }
        Assert.True(File.Exists(db.Beside(TallyFile.Ending)));
        await board.ReviseAsync<Engagement>(await db.Engagements.KnownAt(null).Select(e => e.Id).FirstAsync(Cancel), e => e.Status = Status.Disputed);
        using var second = new Tallies(factory, stamp, least: 1);
        Assert.Empty((await second.AtAsync(null, Cancel)).Differences(await ReadAsync(db, null)));
    }

    [Fact]
    public async Task Check_OfABoard_FindsWhatDiffersFromTheRecords()
    {
        await using var board = new EditedBoard();
        await using var db = await board.OpenAsync();
        await TallyFile.WriteAsync(db, await ReadAsync(db, null), Cancel);
        var check = new BoardCheck(board.Services.GetRequiredService<IDbContextFactory<BoardDb>>());
        Assert.Empty(await check.DifferencesAsync(Cancel).ToListAsync(Cancel));
        var line = await db.EngagementLines.OrderBy(l => l.Id).FirstAsync(Cancel);
        await db.EngagementLines.Where(l => l.Id == line.Id).ExecuteUpdateAsync(s => s.SetProperty(l => l.Latest, line.Latest.AddMonths(-1)), Cancel);
        var differences = await check.DifferencesAsync(Cancel).ToListAsync(Cancel);
        Assert.Contains(differences, d => d.Contains(line.EngagementId, StringComparison.Ordinal));
        Assert.Contains(differences, d => d.StartsWith("The kept tally: The engagements that end in", StringComparison.Ordinal));
    }

    private static async Task<Tally> ReadAsync(BoardDb db, DateTimeOffset? asOf) => await TallyReading.ReadAsync(db, await TallyReading.BookAsync(db, TraitBook.Empty, Cancel), asOf, Cancel);

    private static MoneyItem Money(MoneyItem beside, string id, Action<MoneyItem> edit)
    {
        var item = new MoneyItem { Id = id, EngagementId = beside.EngagementId, ActorId = beside.ActorId, HostId = beside.HostId, Rung = beside.Rung, Kind = beside.Kind, Direction = beside.Direction, Currency = "USD", UsdLow = 5_000_000.25m, UsdHigh = 7_000_000m, HasUsd = true };
        edit(item);
        return item;
    }

    private static IEnumerable<string> Told(IReadOnlyList<Facet> facets) => facets.Select(f => $"{f.Name} {f.Open} {string.Join(' ', f.Values)}");
}
