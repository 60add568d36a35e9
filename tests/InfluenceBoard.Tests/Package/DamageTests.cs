using System.IO.Compression;
using System.Text;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Package;

/// <summary>Packages that are damaged, forged or wrong: refused in words, with nothing written.</summary>
public sealed class DamageTests(HostileBoard edited) : IClassFixture<HostileBoard>, IAsyncLifetime
{
    private TempBoard board = null!;

    private byte[] Zip => edited.Zips[1];

    public async ValueTask InitializeAsync() => board = await TempBoard.CreateAsync();

    public ValueTask DisposeAsync() => board.DisposeAsync();

    [Theory]
    [InlineData("data/money.csv", "3000", "3001")]
    [InlineData("README.md", "never", "often")]
    [InlineData("datapackage.json", "tabular", "tabulaR")]
    public async Task File_Altered_IsRefusedByItsChecksum(string file, string old, string with)
    {
        var files = Packages.Files(Zip);
        files[file] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[file]).Replace(old, with, StringComparison.Ordinal) + (file == "data/money.csv" ? " " : ""));
        await AssertRefusedAsync(Packages.Zip(files), file, "is not what it was");
    }

    [Fact]
    public async Task File_Missing_IsNamed()
    {
        var files = Packages.Files(Zip);
        files.Remove("data/claims.csv");
        await AssertRefusedAsync(Packages.Zip(files), "data/claims.csv", "is missing");
    }

    [Fact]
    public async Task Checksums_Missing_AreAskedFor()
    {
        var files = Packages.Files(Zip);
        files.Remove("CHECKSUMS.sha256");
        await AssertRefusedAsync(Packages.Zip(files), "CHECKSUMS.sha256", "is missing");
    }

    [Fact]
    public async Task File_WithoutALineInTheChecksums_IsNotRead()
    {
        var files = Packages.Files(Zip);
        files["CHECKSUMS.sha256"] = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(files["CHECKSUMS.sha256"]).Split('\n').Where(l => !l.EndsWith("money.csv", StringComparison.Ordinal))));
        await AssertRefusedAsync(Packages.Zip(files), "datapackage.json", "data/money.csv");
    }

    [Theory]
    [InlineData("../escape.csv")]
    [InlineData("data/../../escape.csv")]
    [InlineData("/etc/escape.csv")]
    [InlineData("C:/escape.csv")]
    [InlineData("data\\..\\escape.csv")]
    [InlineData("data//money.csv")]
    public async Task Entry_ThatLeadsOut_IsRefused(string name) =>
        await AssertRefusedAsync(Packages.Zip([.. Packages.Files(Zip), new(name, [1])]), name, "leads out of the package");

    [Theory]
    [InlineData("../money.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("https://example.org/money.csv")]
    public async Task Path_OfAResourceThatLeadsOut_IsRefused(string path) =>
        await AssertRefusedAsync(Packages.Edit(Zip, "datapackage.json", "data/money.csv", path), "datapackage.json", "leads out of the package");

    [Fact]
    public async Task Entry_ThatStandsTwice_IsRefused() => await AssertRefusedAsync(Packages.Zip([.. Packages.Files(Zip), new("DATA/money.csv", [1])]), "money.csv", "twice");

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public async Task Zip_CutOff_IsRefused(double part) => await AssertRefusedAsync(Zip[..(int)(Zip.Length * part)], "board.zip", "not a whole ZIP");

    [Fact]
    public async Task Zip_ThatIsText_IsRefused() => await AssertRefusedAsync("id,title\r\n"u8.ToArray(), "board.zip", "not a whole ZIP");

    [Fact]
    public async Task Zip_WithDamagedContent_IsRefused()
    {
        // In the middle of what the longest file was packed to.
        var zip = (byte[])Zip.Clone();
        var at = zip.AsSpan().IndexOf("history/versions.csv"u8) + 200;
        zip.AsSpan(at, 64).Fill(0x55);
        await AssertRefusedAsync(zip, "history/versions.csv", "");
    }

    [Fact]
    public async Task Zip_ThatUnpacksToFarTooMuch_IsRefused()
    {
        var files = Packages.Files(Zip);
        files["data/money.csv"] = new byte[48 << 20];
        await AssertRefusedAsync(Packages.Zip(Packages.Sealed(files)), "data/money.csv", "unpacks to more");
    }

    [Fact]
    public async Task Zip_OfSomethingElse_IsRefused() => await AssertRefusedAsync(Packages.Zip([new("engagements.yaml", "[]"u8.ToArray())]), "board.zip", "datapackage.json");

    [Fact]
    public async Task Package_ThatDoesNotExist_IsNamed()
    {
        var error = await Assert.ThrowsAsync<SeedException>(() => board.Loader.LoadAsync(Path.Combine(Path.GetTempPath(), "no-such-board.zip"), TestContext.Current.CancellationToken));
        Assert.Contains("no-such-board.zip", error.Message, StringComparison.Ordinal);
    }

    // Checksums right, content wrong: file, line, field and what is accepted.
    [Theory]
    [InlineData("datapackage.json", "{", "[", "datapackage.json", 2, "JSON")]
    [InlineData("datapackage.json", "\"resources\"", "\"tables\"", "datapackage.json", 1, "resources")]
    [InlineData("datapackage.json", "\"name\": \"money\"", "\"name\": \"cash\"", "datapackage.json", 1, "Accepted: parties")]
    [InlineData("data/engagements.csv", "id,title", "id,headline", "data/engagements.csv", 1, "'headline' is not a column")]
    [InlineData("data/engagements.csv", "id,title,summary", "id,title,title", "data/engagements.csv", 1, "twice")]
    [InlineData("data/engagements.csv", "japan-kazakhstan-pledge-2025,", "japan-kazakhstan-pledge-2025,,", "data/engagements.csv", 2, "cells")]
    [InlineData("data/engagements.csv", ",meeting,", ",chat,", "data/engagements.csv", 3, "is not one of: visit")]
    [InlineData("data/engagements.csv", ",2025-08,", ",August 2025,", "data/engagements.csv", 3, "EDTF")]
    [InlineData("data/engagements.csv", "[\"\"TJ\"\"]", "[\"\"XX\"\"]", "data/engagements.csv", 3, "'XX' is not a known id")]
    [InlineData("data/engagements.csv", "\"[\"\"TJ\"\"]\"", "TJ", "data/engagements.csv", 3, "Accepted is JSON")]
    [InlineData("data/engagements.csv", "japan-tajikistan-meeting-2025,", "japan-kazakhstan-pledge-2025,", "data/engagements.csv", 3, "more than one row")]
    [InlineData("data/engagements.csv", "Japan and Tajikistan meet", "Japan \"and Tajikistan meet", "data/engagements.csv", 3, "quotation mark")]
    [InlineData("data/engagements.csv", "Japan and Tajikistan meet", "", "data/engagements.csv", 3, "'title' is missing")]
    [InlineData("data/money.csv", "555500000000.25", "555,500", "data/money.csv", 2, "cells")]
    [InlineData("data/money.csv", "555500000000.25", "many", "data/money.csv", 2, "is not a number")]
    [InlineData("data/money.csv", ",pledge,", ",promise,", "data/money.csv", 2, "is not one of: target")]
    [InlineData("data/money.csv", ",japan-kazakhstan-pledge-2025,", ",nobody,", "data/money.csv", 2, "'nobody', which is not in its table")]
    [InlineData("data/claims.csv", ",ministry-page,", ",nobody,", "data/claims.csv", 2, "'nobody', which does not exist")]
    [InlineData("data/claims.csv", ",engagement,", ",party-line,", "data/claims.csv", 2, "is not one of: party")]
    [InlineData("data/claims.csv", "#amount,", "#sum,", "data/claims.csv", 2, "is not made of kind")]
    [InlineData("data/sources.csv", ",2026-01-05,", ",2026-02-31,", "data/sources.csv", 2, "reviewed")]
    [InlineData("history/changes.csv", "2026-01-11T", "11.01.2026 ", "history/changes.csv", 2, "is not an instant")]
    [InlineData("history/versions.csv", "engagement,1,", "engagement,2,", "history/versions.csv", 0, "stands twice")]
    [InlineData("history/versions.csv", "engagement,1,", "deed,1,", "history/versions.csv", 0, "is not one of")]
    [InlineData("history/versions.csv", "Japan and Tajikistan meet", "Japan and Tajikistan talk", "history/versions.csv", 0, "differs from line 3")]
    [InlineData("history/versions.csv", "\"\"title\"\":\"\"Japan and Tajikistan meet\"\",", "", "history/versions.csv", 0, "'title'")]
    [InlineData("history/versions.csv", "\"\"type\"\":\"\"meeting\"\"", "\"\"type\"\":\"\"chat\"\"", "history/versions.csv", 0, "chat")]
    [InlineData("history/versions.csv", "\"\"type\"\":\"\"meeting\"\"", "\"\"kind\"\":\"\"meeting\"\"", "history/versions.csv", 0, "type")]
    [InlineData("history/versions.csv", "T08:00:00.007Z,2026-01-12", "T08:00:00.007Z,2025-01-12", "history/versions.csv", 0, "before knownFrom")]
    [InlineData("history/versions.csv", "T08:00:00.007Z,2026-01-12", "T08:00:00.007Z,2026-01-13", "history/versions.csv", 0, "ends")]
    public async Task Content_Wrong_IsNamedByFileLineAndWords(string file, string old, string with, string faulty, int line, string says)
    {
        var error = await RefusedAsync(Packages.Edit(Zip, file, old, with));
        Assert.True(error.Faults.Any(f => f.File == faulty && (line == 0 ? f.Line > 1 : f.Line == line) && f.ToString().Contains(says, StringComparison.Ordinal)), error.Message);
    }

    [Fact]
    public async Task Version_ThatStandsInTheTableAlone_IsNamed()
    {
        var files = Packages.Files(Zip);
        var lines = Encoding.UTF8.GetString(files["history/versions.csv"]).Split("\r\n");
        files["history/versions.csv"] = Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Where(l => !l.StartsWith("engagement,2,", StringComparison.Ordinal))));
        await AssertRefusedAsync(Packages.Zip(Packages.Sealed(files)), "data/engagements.csv", "not in the history");
    }

    [Fact]
    public async Task Version_OpenedByAChangeThatIsNotThere_IsNamed()
    {
        var files = Packages.Files(Zip);
        files["history/changes.csv"] = Encoding.UTF8.GetBytes(string.Join("\r\n", Encoding.UTF8.GetString(files["history/changes.csv"]).Split("\r\n").Where(l => !l.StartsWith("2,", StringComparison.Ordinal))));
        await AssertRefusedAsync(Packages.Zip(Packages.Sealed(files)), "history/versions.csv", "names the change 2");
    }

    [Fact]
    public async Task Text_ThatIsNotUtf8_IsRefused()
    {
        var files = Packages.Files(Zip);
        files["data/parties.csv"] = Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(files["data/parties.csv"]).Replace("Japan", "Japón", StringComparison.Ordinal));
        await AssertRefusedAsync(Packages.Zip(Packages.Sealed(files)), "data/parties.csv", "UTF-8");
    }

    [Fact]
    public async Task Package_Damaged_LeavesABoardWithDataAsItWas()
    {
        await board.LoadAsync(edited.Zips[0]);
        var before = await board.DumpAsync();
        await RefusedAsync(Packages.Edit(Zip, "data/engagements.csv", ",meeting,", ",chat,"));
        await RefusedAsync(Zip[..^100]);
        Assert.Equal(before, await board.DumpAsync());
    }

    private async Task AssertRefusedAsync(byte[] zip, string file, string says)
    {
        var error = await RefusedAsync(zip);
        Assert.True(error.Faults.Any(f => f.File.EndsWith(file, StringComparison.Ordinal) && f.Message.Contains(says, StringComparison.Ordinal)) || error.Faults.Any(f => f.File == "datapackage.json" && f.Message.Contains(says, StringComparison.Ordinal) && file == "datapackage.json"), error.Message);
    }

    private async Task<SeedException> RefusedAsync(byte[] zip)
    {
        var before = await board.DumpAsync();
        var error = await Assert.ThrowsAsync<SeedException>(() => board.LoadAsync(zip));
        Assert.Equal(before, await board.DumpAsync());
        Assert.Contains("nothing was written", error.Message, StringComparison.Ordinal);
        return error;
    }
}
