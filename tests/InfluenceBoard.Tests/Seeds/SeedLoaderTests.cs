using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>What a load opens, closes and keeps.</summary>
public sealed class SeedLoaderTests : SmallBoard
{
    [Fact]
    public async Task Load_First_OpensAVersionOfEachRecordWithItsParts()
    {
        // 3 parties, 1 source, 2 engagements, 1 amount, 3 claims.
        Assert.Equal(new SeedResult(10, 0, 0), await LoadAsync());
        await using var db = await OpenAsync();
        var engagement = await db.Engagements.KnownAt(null).Include(e => e.Parties).SingleAsync(e => e.Id == Pledge, Cancel);
        Assert.Equal((new DateOnly(2025, 12, 18), new DateOnly(2025, 12, 20), Board.Clock.Now), (engagement.Earliest, engagement.Latest, engagement.KnownFrom));
        Assert.Equal([("JP", PartyRole.By), ("KZ", PartyRole.Towards)], engagement.Parties.OrderBy(p => p.Role).Select(p => (p.PartyId, p.Role)));
        Assert.Equal(3_700_000_000m, (await db.Money.KnownAt(null).SingleAsync(Cancel)).UsdLow);
        Assert.Equal("seeds", (await db.Changes.SingleAsync(Cancel)).Editor);
    }

    [Fact]
    public async Task Load_Unchanged_WritesNothing()
    {
        await LoadAsync();
        var before = await DumpAsync();
        Board.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(new SeedResult(0, 0, 0), await LoadAsync());
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Load_OnlyACommentAdded_OpensNoVersion()
    {
        await LoadAsync();
        Files.Replace("engagements.yaml", "- id: japan-tajikistan", "# Checked again.\n- id: japan-tajikistan");
        Assert.Equal(new SeedResult(0, 0, 0), await LoadAsync());
    }

    [Fact]
    public async Task Load_ChangedRecord_ClosesTheOldVersionAndKeepsItReadable()
    {
        await LoadAsync();
        var first = Board.Clock.Now;
        Board.Clock.Now += TimeSpan.FromDays(5);
        Files.Replace("engagements.yaml", "status: signed", "status: cancelled");
        Assert.Equal(new SeedResult(1, 1, 0), await LoadAsync());

        await using var db = await OpenAsync();
        Assert.Equal(Status.Cancelled, (await db.Engagements.KnownAt(null).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
        Assert.Equal(Status.Signed, (await db.Engagements.KnownAt(first.AddDays(1)).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
        Assert.Equal(Status.Cancelled, (await db.Engagements.KnownAt(Board.Clock.Now).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
        Assert.False(await db.Engagements.KnownAt(first.AddDays(-1)).AnyAsync(Cancel));
        Assert.Equal(2, await db.Engagements.CountAsync(e => e.Id == Pledge, Cancel));
        // The parts of the old version are still there to be read with it.
        Assert.Equal(2, (await db.Engagements.KnownAt(first.AddDays(1)).Include(e => e.Parties).SingleAsync(e => e.Id == Pledge, Cancel)).Parties.Count);
    }

    [Fact]
    public async Task Load_ChangedAmount_KeepsTheOldAmountReadable()
    {
        await LoadAsync();
        var first = Board.Clock.Now;
        Board.Clock.Now += TimeSpan.FromDays(5);
        Files.Replace("engagements.yaml", "high: 3700000000", "high: 4000000000");
        Assert.Equal(new SeedResult(1, 1, 0), await LoadAsync());
        await using var db = await OpenAsync();
        Assert.Equal((3_700_000_000m, 4_000_000_000m), ((await db.Money.KnownAt(first).SingleAsync(Cancel)).High, (await db.Money.KnownAt(null).SingleAsync(Cancel)).High));
    }

    [Fact]
    public async Task Load_RemovedRecord_IsClosedAndNotDeleted()
    {
        await LoadAsync();
        Board.Clock.Now += TimeSpan.FromDays(5);
        Files.Write("engagements.yaml", SmallSeeds.Engagements[..SmallSeeds.Engagements.IndexOf($"- id: {Meeting}", StringComparison.Ordinal)]);
        Assert.Equal(new SeedResult(0, 2, 0), await LoadAsync()); // the engagement and its claim

        await using var db = await OpenAsync();
        Assert.False(await db.Engagements.KnownAt(null).AnyAsync(e => e.Id == Meeting, Cancel));
        Assert.Equal(Board.Clock.Now, (await db.Engagements.SingleAsync(e => e.Id == Meeting, Cancel)).KnownTo);
    }

    [Fact]
    public async Task Load_RecordWithdrawnWithAReason_IsClosedByAChangeThatSaysIt()
    {
        await LoadAsync();
        Board.Clock.Now += TimeSpan.FromDays(5);
        Files.Write("engagements.yaml", SmallSeeds.Engagements[..SmallSeeds.Engagements.IndexOf($"- id: {Meeting}", StringComparison.Ordinal)].Replace("status: signed", "status: cancelled", StringComparison.Ordinal));
        Files.Write("withdrawn.yaml", $"- id: {Meeting}\n  kind: engagement\n  reason: The ministry took the report back.\n");
        Assert.Equal(new SeedResult(1, 3, 0), await LoadAsync());

        await using var db = await OpenAsync();
        var changes = await db.Changes.ToDictionaryAsync(c => c.Id, c => c.Reason, Cancel);
        Assert.Equal("The ministry took the report back.", changes[(await db.Engagements.SingleAsync(e => e.Id == Meeting, Cancel)).ClosedById!.Value]);
        Assert.Equal("The ministry took the report back.", changes[(await db.Claims.SingleAsync(c => c.RecordId == Meeting, Cancel)).ClosedById!.Value]);
        var cancelled = await db.Engagements.Where(e => e.Id == Pledge).OrderBy(e => e.KnownFrom).ToListAsync(Cancel);
        Assert.Equal([SeedLoader.LaterLoad, null], cancelled.Select(e => e.ClosedById is { } id ? changes[id] : null));
        Assert.Equal(cancelled[0].ClosedById, cancelled[1].ChangeId);
    }

    [Fact]
    public async Task Load_ClockSetBack_PutsTheChangeAfterTheLast()
    {
        await LoadAsync();
        var first = Board.Clock.Now;
        Board.Clock.Now -= TimeSpan.FromDays(3);
        Files.Replace("engagements.yaml", "status: signed", "status: cancelled");
        await LoadAsync();
        await using var db = await OpenAsync();
        Assert.Equal(first.AddMilliseconds(1), (await db.Engagements.KnownAt(null).SingleAsync(e => e.Id == Pledge, Cancel)).KnownFrom);
        Assert.Equal(Status.Signed, (await db.Engagements.KnownAt(first).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
    }

    [Fact]
    public async Task Stamp_BeforeAndAfterALoad_TellsThatTheBoardChanged()
    {
        Assert.Equal(0, Board.Stamp.Last());
        await LoadAsync();
        Assert.Equal(1, Board.Stamp.Last());
        await LoadAsync();
        Assert.Equal(1, Board.Stamp.Last());
        Board.Clock.Now += TimeSpan.FromHours(1);
        Files.Replace("engagements.yaml", "status: signed", "status: cancelled");
        await LoadAsync();
        Assert.Equal(2, Board.Stamp.Last());
    }

    [Fact]
    public async Task Parties_RenamedLater_HaveTheirNameOfTheMoment()
    {
        await LoadAsync();
        var first = Board.Clock.Now;
        Board.Clock.Now += TimeSpan.FromDays(1);
        var directories = new PartyDirectories(Board.Factory, Board.Stamp);
        Assert.Equal("Tajikistan", directories.At(null)["TJ"].NameEn);
        Files.Replace("parties.yaml", "en: Tajikistan", "en: Republic of Tajikistan");
        await LoadAsync();
        Assert.Equal("Republic of Tajikistan", directories.At(null)["TJ"].NameEn);
        Assert.Equal("Tajikistan", directories.At(first.AddHours(1))["TJ"].NameEn);
        // Before anything was known the first names have to do.
        Assert.Equal("Tajikistan", directories.At(first.AddDays(-1))["TJ"].NameEn);
    }

    [Fact]
    public async Task Load_RecordThatComesBack_OpensAgain()
    {
        await LoadAsync();
        Board.Clock.Now += TimeSpan.FromDays(1);
        Files.Write("engagements.yaml", "[]\n");
        await LoadAsync();
        Board.Clock.Now += TimeSpan.FromDays(1);
        Files.Write("engagements.yaml", SmallSeeds.Engagements);
        Assert.Equal(new SeedResult(6, 0, 0), await LoadAsync());
        await using var db = await OpenAsync();
        Assert.Equal(2, await db.Engagements.CountAsync(e => e.Id == Pledge, Cancel));
        Assert.Equal(2, await db.Engagements.KnownAt(null).CountAsync(Cancel));
    }

    [Fact]
    public async Task Load_RecordEditedOnTheBoard_IsKept()
    {
        await LoadAsync();
        await EditAsync(Pledge, "Japan names a sum for Kazakhstan");
        Board.Clock.Now += TimeSpan.FromDays(1);
        Files.Replace("engagements.yaml", "type: investment-pledge", "type: agreement");
        Assert.Equal(new SeedResult(0, 0, 1), await LoadAsync());
        await using var db = await OpenAsync();
        var standing = await db.Engagements.KnownAt(null).SingleAsync(e => e.Id == Pledge, Cancel);
        Assert.Equal(("Japan names a sum for Kazakhstan", EngagementType.InvestmentPledge), (standing.Title, standing.Type));
    }

    [Fact]
    public async Task Load_RealSeeds_LoadTwiceAndWriteNothingTheSecondTime()
    {
        var first = await Board.Loader.LoadAsync(Repository.Seeds, Cancel);
        Assert.True(first is { Opened: > 500, Closed: 0, Kept: 0 });
        Assert.Equal(new SeedResult(0, 0, 0), await Board.Loader.LoadAsync(Repository.Seeds, Cancel));
    }

    private async Task EditAsync(string id, string title)
    {
        await using var db = await OpenAsync();
        Board.Clock.Now += TimeSpan.FromDays(1);
        var change = new Change { At = Board.Clock.Now, Editor = "aigerim", Reason = "Clearer title" };
        db.Add(change);
        var old = await db.Engagements.AsTracking().KnownAt(null).SingleAsync(e => e.Id == id, Cancel);
        old.KnownTo = Board.Clock.Now;
        old.ClosedById = change.Id;
        await db.SaveChangesAsync(Cancel);
        db.Add(new Engagement
        {
            Id = id, Title = title, Summary = old.Summary, Type = old.Type, Status = old.Status, Date = old.Date, Earliest = old.Earliest, Latest = old.Latest,
            KnownFrom = Board.Clock.Now, ChangeId = change.Id, Hash = "edited",
        });
        await db.SaveChangesAsync(Cancel);
    }
}
