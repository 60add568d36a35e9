using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Package;

/// <summary>A board, its package, and the board that is made of that.</summary>
public sealed class RoundTripTests(HostileBoard edited) : IClassFixture<HostileBoard>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_OfTheSeeds_MakesTheSameBoard()
    {
        await using var board = await TempBoard.CreateAsync();
        await board.Loader.LoadAsync(Repository.Seeds, Cancel);
        var zip = await board.ZipAsync();
        await using var other = await Packages.BoardAsync(zip);
        Assert.Equal(await board.DumpAsync(), await other.DumpAsync());
        Assert.Equal(zip, await other.ZipAsync());
        // The seed files have nothing to add to it, nor the package to a board made of them.
        Assert.Equal(new SeedResult(0, 0, 0), await other.Loader.LoadAsync(Repository.Seeds, Cancel));
        Assert.Equal(new SeedResult(0, 0, 0), await board.LoadAsync(zip));
    }

    [Fact]
    public async Task Package_OfABoardWithAPast_BringsEveryVersionAndChange()
    {
        var zip = edited.Zips[^1];
        await using var other = await Packages.BoardAsync(zip);
        Assert.Equal(await edited.Board.DumpAsync(), await other.DumpAsync());
        Assert.Equal(zip, await other.ZipAsync());
        await using var db = await other.Factory.CreateDbContextAsync(Cancel);
        Assert.Equal(HostileBoard.Hostile.Chunk(5).Select(t => t[0]), await db.Engagements.Where(e => e.Id == HostileBoard.Pledge && e.ChangeId > 1).OrderBy(e => e.KnownFrom).Select(e => e.Title).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Package_AsOfAnEarlierMoment_IsWhatItWasThenToTheByte()
    {
        for (var i = 0; i < edited.Moments.Count; i++) Assert.True((await edited.Board.ZipAsync(edited.Moments[i])).SequenceEqual(edited.Zips[i]), $"State {i} was written otherwise.");
        // Between two changes the board stood as after the first.
        Assert.Equal(edited.Zips[0], await edited.Board.ZipAsync(edited.Moments[1].AddMilliseconds(-1)));
    }

    [Fact]
    public async Task Package_OfEveryState_CanBeLoadedAndAgreesWithTheBoard()
    {
        foreach (var zip in edited.Zips)
        {
            await using var other = await Packages.BoardAsync(zip);
            Assert.Equal(zip, await other.ZipAsync());
        }
    }

    [Fact]
    public async Task Package_BeforeTheFirstChange_IsAnEmptyBoard()
    {
        var zip = await edited.Board.ZipAsync(edited.Moments[0].AddMilliseconds(-1));
        await using var other = await TempBoard.CreateAsync();
        Assert.Equal(new SeedResult(0, 0, 0), await other.LoadAsync(zip));
    }

    [Fact]
    public async Task Package_Unpacked_LoadsLikeTheZip()
    {
        using var folder = new TempFolder();
        foreach (var (name, content) in Packages.Files(edited.Zips[^1]))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            await File.WriteAllBytesAsync(folder.File(name), content, Cancel);
        }
        await using var other = await TempBoard.CreateAsync();
        await other.Loader.LoadAsync(folder.Path, Cancel);
        Assert.Equal(await edited.Board.DumpAsync(), await other.DumpAsync());
    }

    [Fact]
    public async Task Package_LoadedTwice_WritesNothingTheSecondTime()
    {
        await using var other = await Packages.BoardAsync(edited.Zips[^1]);
        var before = await other.DumpAsync();
        Assert.Equal(new SeedResult(0, 0, 0), await other.LoadAsync(edited.Zips[^1]));
        Assert.Equal(before, await other.DumpAsync());
    }

    [Fact]
    public async Task Package_IntoABoardWithData_BringsWhatStandsAndNoHistory()
    {
        await using var other = await Packages.BoardAsync(edited.Zips[0]);
        var first = await other.DumpAsync();
        other.Clock.Now = edited.Moments[^1].AddDays(1);
        // The amount and the move's withdrawal, with the reason that the package tells.
        Assert.Equal(new SeedResult(1, 3, 0), await other.LoadAsync(edited.Zips[2]));
        await using var db = await other.Factory.CreateDbContextAsync(Cancel);
        Assert.Equal(["First load of the seed files", "Seed files changed", "=The order in time does not carry it; 时间上说不通."], await db.Changes.OrderBy(c => c.Id).Select(c => c.Reason).ToListAsync(Cancel));
        Assert.Equal(555_500_000_000.25m, (await db.Money.KnownAt(null).SingleAsync(Cancel)).Low);
        Assert.False(await db.Moves.KnownAt(null).AnyAsync(Cancel));
        Assert.True(await db.Moves.KnownAt(edited.Moments[0]).AnyAsync(Cancel));
        Assert.True(first.Count < (await other.DumpAsync()).Count);
    }

    [Fact]
    public async Task Package_WithoutHistory_LoadsWhatStands()
    {
        await using var other = await Packages.BoardAsync(Packages.WithoutHistory(edited.Zips[4]));
        await using var db = await other.Factory.CreateDbContextAsync(Cancel);
        Assert.Equal("seeds", (await db.Changes.SingleAsync(Cancel)).Editor);
        Assert.Equal(2, await db.Engagements.CountAsync(Cancel));
        await using var from = await edited.Board.Factory.CreateDbContextAsync(Cancel);
        var (own, whence) = (await db.Money.SingleAsync(Cancel), await from.Money.KnownAt(null).SingleAsync(Cancel));
        Assert.Equal((whence.Hash, whence.UsdLow, 3_518_166_666.76m), (own.Hash, own.UsdLow, own.UsdLow));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Cell_OfAnyText_StartsNoFormulaAndComesBack(string text)
    {
        var cell = PackageCells.Write(text, "string");
        Assert.False(cell.Length > 0 && "=+-@\t\r＝＋－＠".Contains(cell[0], StringComparison.Ordinal), cell);
        Assert.Equal(text, (string?)PackageCells.Read(cell, "string"));
    }

    public static TheoryData<string> Texts => [.. HostileBoard.Hostile];
}
