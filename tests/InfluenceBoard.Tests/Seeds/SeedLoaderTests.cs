using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Seeds;

public sealed class SeedLoaderTests : IAsyncLifetime
{
    private const string Pledge = "japan-kazakhstan-pledge-2025", Meeting = "japan-tajikistan-meeting-2025";

    private readonly SmallSeeds seeds = new();
    private TempBoard board = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => board = await TempBoard.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await board.DisposeAsync();
        seeds.Dispose();
    }

    [Fact]
    public async Task Load_First_OpensAVersionOfEachRecordWithItsParts()
    {
        // 3 parties, 1 source, 2 engagements, 1 amount, 3 claims.
        Assert.Equal(new SeedResult(10, 0, 0), await LoadAsync());
        await using var db = await OpenAsync();
        var engagement = await db.Engagements.KnownAt(null).Include(e => e.Parties).SingleAsync(e => e.Id == Pledge, Cancel);
        Assert.Equal((new DateOnly(2025, 12, 18), new DateOnly(2025, 12, 20), board.Clock.Now), (engagement.Earliest, engagement.Latest, engagement.KnownFrom));
        Assert.Equal([("JP", PartyRole.By), ("KZ", PartyRole.Towards)], engagement.Parties.OrderBy(p => p.Role).Select(p => (p.PartyId, p.Role)));
        Assert.Equal(3_700_000_000m, (await db.Money.KnownAt(null).SingleAsync(Cancel)).UsdLow);
        Assert.Equal("seeds", (await db.Changes.SingleAsync(Cancel)).Editor);
    }

    [Fact]
    public async Task Load_Unchanged_WritesNothing()
    {
        await LoadAsync();
        var before = await DumpAsync();
        board.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(new SeedResult(0, 0, 0), await LoadAsync());
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Load_OnlyACommentAdded_OpensNoVersion()
    {
        await LoadAsync();
        seeds.Replace("engagements.yaml", "- id: japan-tajikistan", "# Checked again.\n- id: japan-tajikistan");
        Assert.Equal(new SeedResult(0, 0, 0), await LoadAsync());
    }

    [Fact]
    public async Task Load_ChangedRecord_ClosesTheOldVersionAndKeepsItReadable()
    {
        await LoadAsync();
        var first = board.Clock.Now;
        board.Clock.Now += TimeSpan.FromDays(5);
        seeds.Replace("engagements.yaml", "status: signed", "status: cancelled");
        Assert.Equal(new SeedResult(1, 1, 0), await LoadAsync());

        await using var db = await OpenAsync();
        Assert.Equal(Status.Cancelled, (await db.Engagements.KnownAt(null).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
        Assert.Equal(Status.Signed, (await db.Engagements.KnownAt(first.AddDays(1)).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
        Assert.Equal(Status.Cancelled, (await db.Engagements.KnownAt(board.Clock.Now).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
        Assert.False(await db.Engagements.KnownAt(first.AddDays(-1)).AnyAsync(Cancel));
        Assert.Equal(2, await db.Engagements.CountAsync(e => e.Id == Pledge, Cancel));
        // The parts of the old version are still there to be read with it.
        Assert.Equal(2, (await db.Engagements.KnownAt(first.AddDays(1)).Include(e => e.Parties).SingleAsync(e => e.Id == Pledge, Cancel)).Parties.Count);
    }

    [Fact]
    public async Task Load_ChangedAmount_KeepsTheOldAmountReadable()
    {
        await LoadAsync();
        var first = board.Clock.Now;
        board.Clock.Now += TimeSpan.FromDays(5);
        seeds.Replace("engagements.yaml", "high: 3700000000", "high: 4000000000");
        Assert.Equal(new SeedResult(1, 1, 0), await LoadAsync());
        await using var db = await OpenAsync();
        Assert.Equal((3_700_000_000m, 4_000_000_000m), ((await db.Money.KnownAt(first).SingleAsync(Cancel)).High, (await db.Money.KnownAt(null).SingleAsync(Cancel)).High));
    }

    [Fact]
    public async Task Load_RemovedRecord_IsClosedAndNotDeleted()
    {
        await LoadAsync();
        board.Clock.Now += TimeSpan.FromDays(5);
        seeds.Write("engagements.yaml", SmallSeeds.Engagements[..SmallSeeds.Engagements.IndexOf($"- id: {Meeting}", StringComparison.Ordinal)]);
        Assert.Equal(new SeedResult(0, 2, 0), await LoadAsync()); // the engagement and its claim

        await using var db = await OpenAsync();
        Assert.False(await db.Engagements.KnownAt(null).AnyAsync(e => e.Id == Meeting, Cancel));
        Assert.Equal(board.Clock.Now, (await db.Engagements.SingleAsync(e => e.Id == Meeting, Cancel)).KnownTo);
    }

    [Fact]
    public async Task Load_RecordWithdrawnWithAReason_IsClosedByAChangeThatSaysIt()
    {
        await LoadAsync();
        board.Clock.Now += TimeSpan.FromDays(5);
        seeds.Write("engagements.yaml", SmallSeeds.Engagements[..SmallSeeds.Engagements.IndexOf($"- id: {Meeting}", StringComparison.Ordinal)].Replace("status: signed", "status: cancelled", StringComparison.Ordinal));
        seeds.Write("withdrawn.yaml", $"- id: {Meeting}\n  kind: engagement\n  reason: The ministry took the report back.\n");
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
    public async Task Load_RecordWithdrawnAndStillInTheFiles_IsRefused()
    {
        seeds.Write("withdrawn.yaml", $"- id: {Meeting}\n  kind: engagement\n  reason: Gone.\n");
        var e = await Assert.ThrowsAsync<SeedException>(LoadAsync);
        Assert.Contains("withdrawn.yaml:1", e.Message, StringComparison.Ordinal);
        Assert.Contains("stands in the files too", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_ClockSetBack_PutsTheChangeAfterTheLast()
    {
        await LoadAsync();
        var first = board.Clock.Now;
        board.Clock.Now -= TimeSpan.FromDays(3);
        seeds.Replace("engagements.yaml", "status: signed", "status: cancelled");
        await LoadAsync();
        await using var db = await OpenAsync();
        Assert.Equal(first.AddMilliseconds(1), (await db.Engagements.KnownAt(null).SingleAsync(e => e.Id == Pledge, Cancel)).KnownFrom);
        Assert.Equal(Status.Signed, (await db.Engagements.KnownAt(first).SingleAsync(e => e.Id == Pledge, Cancel)).Status);
    }

    [Fact]
    public async Task Stamp_BeforeAndAfterALoad_TellsThatTheBoardChanged()
    {
        Assert.Equal(0, board.Stamp.Last());
        await LoadAsync();
        Assert.Equal(1, board.Stamp.Last());
        await LoadAsync();
        Assert.Equal(1, board.Stamp.Last());
        board.Clock.Now += TimeSpan.FromHours(1);
        seeds.Replace("engagements.yaml", "status: signed", "status: cancelled");
        await LoadAsync();
        Assert.Equal(2, board.Stamp.Last());
    }

    [Fact]
    public async Task Parties_RenamedLater_HaveTheirNameOfTheMoment()
    {
        await LoadAsync();
        var first = board.Clock.Now;
        board.Clock.Now += TimeSpan.FromDays(1);
        var directories = new PartyDirectories(board.Factory, board.Stamp);
        Assert.Equal("Tajikistan", directories.At(null)["TJ"].NameEn);
        seeds.Replace("parties.yaml", "en: Tajikistan", "en: Republic of Tajikistan");
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
        board.Clock.Now += TimeSpan.FromDays(1);
        seeds.Write("engagements.yaml", "[]\n");
        await LoadAsync();
        board.Clock.Now += TimeSpan.FromDays(1);
        seeds.Write("engagements.yaml", SmallSeeds.Engagements);
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
        board.Clock.Now += TimeSpan.FromDays(1);
        seeds.Replace("engagements.yaml", "type: investment-pledge", "type: agreement");
        Assert.Equal(new SeedResult(0, 0, 1), await LoadAsync());
        await using var db = await OpenAsync();
        var standing = await db.Engagements.KnownAt(null).SingleAsync(e => e.Id == Pledge, Cancel);
        Assert.Equal(("Japan names a sum for Kazakhstan", EngagementType.InvestmentPledge), (standing.Title, standing.Type));
    }

    [Theory]
    [InlineData("status: signed", "status: agreed", "status", "signed")]
    [InlineData("rung: pledge", "rung: promise", "rung", "pledge")]
    [InlineData("by: [JP]\n  towards: [KZ]", "by: [XX]\n  towards: [KZ]", "by", "XX")]
    [InlineData("date: \"2025-08\"", "date: \"August 2025\"", "date", "2025-12-06")]
    [InlineData("low: 3700000000", "low: 3800000000", "money", "3800000000")]
    [InlineData("qualifier: exact", "qualifier: over", "money", "high")]
    [InlineData("currency: USD", "currency: dollars", "currency", "")]
    [InlineData("claims: [amount]", "claims: [sum]", "money", "sum")]
    [InlineData("  title: Japan and Tajikistan meet\n", "", "title", "missing")]
    [InlineData("  title: Japan and Tajikistan meet\n", "  title: Japan and Tajikistan meet\n  headline: x\n", "headline", "headline")]
    public async Task Load_Fault_NamesFileLineAndFieldAndWritesNothing(string old, string with, string field, string says)
    {
        seeds.Replace("engagements.yaml", old, with);
        var fault = Assert.Single((await Assert.ThrowsAsync<SeedException>(LoadAsync)).Faults);
        Assert.Equal("engagements.yaml", fault.File);
        Assert.Contains(field, fault.Field + fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        var record = old.Contains("2025-08", StringComparison.Ordinal) || old.Contains("Tajikistan", StringComparison.Ordinal) ? Meeting : Pledge;
        Assert.StartsWith(record, fault.Field, StringComparison.Ordinal);
        Assert.InRange(fault.Line, seeds.LineOf("engagements.yaml", $"- id: {record}"), record == Pledge ? seeds.LineOf("engagements.yaml", $"- id: {Meeting}") - 1 : int.MaxValue);
        await AssertEmptyAsync();
    }

    [Theory]
    [InlineData("by: [JP\n", "an unclosed list")]
    [InlineData("by: \"JP\n", "an unclosed text")]
    [InlineData("\tby: [JP]\n", "a tab")]
    [InlineData("by: [JP]\n  by: [KZ]\n", "a field that stands twice")]
    [InlineData("[JP]: by\n", "a list as the name of a field")]
    public async Task Load_NotYaml_NamesFileAndLine(string with, string what)
    {
        seeds.Replace("engagements.yaml", "by: [JP]\n  towards: [KZ]\n", with);
        var fault = Assert.Single((await Assert.ThrowsAsync<SeedException>(LoadAsync)).Faults);
        Assert.True(fault is { File: "engagements.yaml", Line: >= 1 and <= 60 }, $"{what}: {fault}");
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Load_SeveralFaultsInSeveralFiles_AreAllNamedInFileOrder()
    {
        seeds.Replace("engagements.yaml", "status: signed", "status: agreed");
        seeds.Replace("engagements.yaml", "type: meeting", "type: chat");
        seeds.Replace("sources.yaml", "reliability: B", "reliability: G");
        seeds.Write("moves.yaml", "- id: [\n");
        var error = await Assert.ThrowsAsync<SeedException>(LoadAsync);
        Assert.Equal(["engagements.yaml", "engagements.yaml", "moves.yaml", "sources.yaml"], error.Faults.Select(f => f.File));
        Assert.All(error.Faults, f => Assert.Contains($"{f.File}:{f.Line}", error.Message, StringComparison.Ordinal));
        await AssertEmptyAsync();
    }

    [Fact]
    public async Task Load_FaultInAChangedFile_LeavesTheBoardAsItWas()
    {
        await LoadAsync();
        var before = await DumpAsync();
        seeds.Replace("engagements.yaml", "title: Japan promises investment in Kazakhstan", "title: Another title");
        seeds.Replace("engagements.yaml", "source: ministry-page", "source: nobody");
        Assert.Equal(3, (await Assert.ThrowsAsync<SeedException>(LoadAsync)).Faults.Count);
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Load_IdTwice_NamesBothPlaces()
    {
        seeds.Replace("engagements.yaml", $"id: {Meeting}", $"id: {Pledge}");
        var error = await Assert.ThrowsAsync<SeedException>(LoadAsync);
        Assert.Contains(error.Faults, f => f.Message.Contains("engagements.yaml:1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_RealSeeds_LoadTwiceAndWriteNothingTheSecondTime()
    {
        var first = await board.Loader.LoadAsync(Repository.Seeds, Cancel);
        Assert.True(first is { Opened: > 500, Closed: 0, Kept: 0 });
        Assert.Equal(new SeedResult(0, 0, 0), await board.Loader.LoadAsync(Repository.Seeds, Cancel));
    }

    private Task<SeedResult> LoadAsync() => board.Loader.LoadAsync(seeds.Path, Cancel);

    private Task<BoardDb> OpenAsync() => board.Factory.CreateDbContextAsync(Cancel);

    private async Task EditAsync(string id, string title)
    {
        await using var db = await OpenAsync();
        board.Clock.Now += TimeSpan.FromDays(1);
        var change = new Change { At = board.Clock.Now, Editor = "aigerim", Reason = "Clearer title" };
        db.Add(change);
        var old = await db.Engagements.AsTracking().KnownAt(null).SingleAsync(e => e.Id == id, Cancel);
        old.KnownTo = board.Clock.Now;
        old.ClosedById = change.Id;
        await db.SaveChangesAsync(Cancel);
        db.Add(new Engagement
        {
            Id = id, Title = title, Summary = old.Summary, Type = old.Type, Status = old.Status, Date = old.Date, Earliest = old.Earliest, Latest = old.Latest,
            KnownFrom = board.Clock.Now, ChangeId = change.Id, Hash = "edited",
        });
        await db.SaveChangesAsync(Cancel);
    }

    private async Task AssertEmptyAsync()
    {
        await using var db = await OpenAsync();
        Assert.False(await db.Changes.AnyAsync(Cancel) || await db.Parties.AnyAsync(Cancel) || await db.SeedLoads.AnyAsync(Cancel));
    }

    // Everything that the board holds, as text: what was not written must not show here.
    private async Task<string> DumpAsync()
    {
        await using var db = await OpenAsync();
        return string.Join('\n',
        [
            .. (await db.Changes.ToListAsync(Cancel)).Select(c => $"{c.Id} {c.At:O} {c.Editor} {c.Reason}"),
            .. (await db.SeedLoads.ToListAsync(Cancel)).Select(l => $"{l.Id} {l.Fingerprint}"),
            .. (await db.Engagements.ToListAsync(Cancel)).Select(e => $"{e.VersionId} {e.Id} {e.KnownFrom:O} {e.KnownTo:O} {e.Hash}"),
            .. (await db.Money.ToListAsync(Cancel)).Select(e => $"{e.VersionId} {e.Id} {e.KnownFrom:O} {e.KnownTo:O} {e.Hash}"),
            .. (await db.Claims.ToListAsync(Cancel)).Select(e => $"{e.VersionId} {e.Id} {e.KnownFrom:O} {e.KnownTo:O} {e.Hash}"),
        ]);
    }
}
