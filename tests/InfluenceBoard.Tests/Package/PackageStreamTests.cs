using System.Text;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Package;

/// <summary>A package that is loaded as it comes, beside the same one read whole.</summary>
public sealed class PackageStreamTests(HostileBoard edited) : IClassFixture<HostileBoard>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private byte[] Hostile => Packages.WithoutHistory(edited.Zips[^1]);

    [Fact]
    public async Task Package_OfTheSeeds_MakesTheSameBoardEitherWay() => await AssertSameAsync(await SeedsAsync());

    [Fact]
    public async Task Package_WithTextsThatNoFormatLikes_MakesTheSameBoardEitherWay() => await AssertSameAsync(Hostile);

    [Fact]
    public async Task Package_AsTheBoardWritesIt_IsTakenAsItComes()
    {
        foreach (var zip in new[] { await SeedsAsync(), Hostile })
        {
            using var folder = new TempFolder();
            using var stream = await StreamAsync(folder, zip);
            var records = stream.Read().ToList();
            Assert.Equal(Packages.Files(zip).Where(f => f.Key.StartsWith("data/", StringComparison.Ordinal)).Sum(f => Packages.Rows(f.Value).Count - 1), records.Sum(r => r.Versions.Count));
        }
    }

    [Fact]
    public async Task Records_ComeBeforeTheirFilesAreRead()
    {
        var files = Packages.Files(await SeedsAsync());
        foreach (var file in new[] { "data/claims.csv", "data/engagements.csv", "data/moves.csv" }) files[file] = [.. files[file], .. "broken\r\n"u8];
        using var folder = new TempFolder();
        using var stream = await StreamAsync(folder, Packages.Zip(Packages.Sealed(files)));
        using var records = stream.Read().GetEnumerator();
        for (var i = 0; i < 20; i++) Assert.True(records.MoveNext());
        Assert.IsType<Engagement>(records.Current.Versions[0].Version);
        Assert.Throws<PackageDoubtException>(() => { while (records.MoveNext()) { } });
    }

    // At the ends of the files, when nearly all is written.
    [Theory]
    [InlineData("data/engagements.csv", ",meeting,", ",chat,")]
    [InlineData("data/engagements.csv", ",2025-08,", ",August 2025,")]
    [InlineData("data/engagements.csv", "[\"\"TJ\"\"]", "[\"\"XX\"\"]")]
    [InlineData("data/engagements.csv", "[\"\"TJ\"\"]", "[\"\"TJ\"\",\"\"TJ\"\"]")]
    [InlineData("data/engagements.csv", "\"[\"\"TJ\"\"]\"", "TJ")]
    [InlineData("data/engagements.csv", "japan-tajikistan-meeting-2025,", "japan-kazakhstan-pledge-2025,")]
    [InlineData("data/engagements.csv", "japan-tajikistan-meeting-2025,", "a-meeting-2025,")]
    [InlineData("data/engagements.csv", "Japan and Tajikistan meet", "")]
    [InlineData("data/engagements.csv", "Japan and Tajikistan meet", "Japan \"and Tajikistan meet")]
    [InlineData("data/money.csv", "555500000000.25", "many")]
    [InlineData("data/money.csv", "3518166666.76", "many")]
    [InlineData("data/money.csv", ",japan-kazakhstan-pledge-2025,", ",nobody,")]
    [InlineData("data/money.csv", ",jpy-2025,", ",usd-2025,")]
    [InlineData("data/claims.csv", ",ministry-page,", ",nobody,")]
    [InlineData("data/claims.csv", ",excerpt,", ",,")]
    [InlineData("data/claims.csv", "#amount,", "#sum,")]
    [InlineData("data/claims.csv", "rate/jpy-2025#value,rate,jpy-2025,", "rate/jpy-2025#value,rate,jpy-2024,")]
    [InlineData("data/rates.csv", ",19000000000.5,", ",0,")]
    [InlineData("data/sources.csv", ",2026-01-05,", ",2026-02-31,")]
    [InlineData("data/parties.csv", "tajikistan,", "japan,")]
    public async Task Package_WithAFault_SaysTheSameEitherWayAndLeavesNothing(string file, string old, string with)
    {
        var zip = Packages.Edit(Packages.WithoutHistory(edited.Zips[4]), file, old, with);
        await using var board = await TempBoard.CreateAsync();
        var empty = await board.RowsAsync();
        var streamed = await Assert.ThrowsAsync<SeedException>(() => board.LoadAsync(zip));
        Assert.Equal(empty, await board.RowsAsync());
        var whole = await Assert.ThrowsAsync<SeedException>(() => board.LoadAsync(zip, isWhole: true));
        Assert.Equal(whole.Message, streamed.Message);
        Assert.NotEmpty(whole.Faults);
    }

    [Theory]
    [InlineData("partOf", "nothing")]
    [InlineData("mayOverlap", "\"[\"\"nothing\"\"]\"")]
    public async Task Amount_ThatNamesWhatIsNotThere_IsNamed(string column, string cell)
    {
        var files = Packages.Files(Packages.WithoutHistory(edited.Zips[4]));
        var lines = Encoding.UTF8.GetString(files["data/money.csv"]).Split("\r\n");
        var at = Array.IndexOf(lines[0].Split(','), column);
        var cells = lines[1].Split(',');
        cells[at] = cell;
        files["data/money.csv"] = Encoding.UTF8.GetBytes(string.Join("\r\n", [lines[0], string.Join(',', cells), .. lines[2..]]));
        await using var board = await TempBoard.CreateAsync();
        var error = await Assert.ThrowsAsync<SeedException>(() => board.LoadAsync(Packages.Zip(Packages.Sealed(files))));
        Assert.Contains("names the amount 'nothing', which no engagement has", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_InAnotherOrder_IsLoadedAllTheSame()
    {
        var files = Packages.Files(await SeedsAsync());
        foreach (var (name, content) in files.Where(f => f.Key is "data/moves.csv" or "data/rates.csv").ToList())
        {
            var lines = Encoding.UTF8.GetString(content).TrimEnd().Split("\r\n");
            files[name] = Encoding.UTF8.GetBytes(string.Join("\r\n", [lines[0], .. lines[1..].Reverse(), ""]));
        }
        var zip = Packages.Zip(Packages.Sealed(files));
        using var folder = new TempFolder();
        await Assert.ThrowsAsync<PackageDoubtException>(async () => { using var stream = await StreamAsync(folder, zip); foreach (var _ in stream.Read()) { } });
        await using var board = await TempBoard.CreateAsync();
        Assert.True((await board.LoadAsync(zip)).Opened > 500);
    }

    [Fact]
    public async Task Board_LoadedAsItCame_TakesEditsLikeAnyOther()
    {
        await using var board = await TempBoard.CreateAsync();
        await board.LoadAsync(Packages.WithoutHistory(edited.Zips[0]));
        await using (var db = await board.Factory.CreateDbContextAsync(Cancel)) Assert.Equal(("wal", 1L), (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancel), await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Cancel)));
        board.Clock.Now += TimeSpan.FromDays(1);
        Assert.True((await board.LoadAsync(edited.Zips[^1])).Opened > 0);
    }

    private static async Task AssertSameAsync(byte[] zip)
    {
        await using TempBoard streamed = await TempBoard.CreateAsync(), whole = await TempBoard.CreateAsync();
        Assert.Equal(await whole.LoadAsync(zip, isWhole: true), await streamed.LoadAsync(zip));
        Assert.Equal(await whole.RowsAsync(), await streamed.RowsAsync());
        Assert.Equal(await whole.DumpAsync(), await streamed.DumpAsync());
        Assert.Equal(await whole.ZipAsync(), await streamed.ZipAsync());
    }

    private static async Task<byte[]> SeedsAsync()
    {
        await using var board = await TempBoard.CreateAsync();
        await board.Loader.LoadAsync(Repository.Seeds, Cancel);
        return Packages.WithoutHistory(await board.ZipAsync());
    }

    private static async Task<PackageStream> StreamAsync(TempFolder folder, byte[] zip)
    {
        await File.WriteAllBytesAsync(folder.File("board.zip"), zip, Cancel);
        var files = await PackageFiles.OpenAsync(folder.File("board.zip"), Cancel);
        return new PackageStream(files, PackageReader.Resources(files), new Change { Id = 1, At = DateTimeOffset.UnixEpoch, Editor = "seeds", Reason = "First" });
    }
}
