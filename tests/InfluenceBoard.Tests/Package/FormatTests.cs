using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Package;

/// <summary>What others make of a package: the reference implementation of Frictionless Data Package, a CSV reader that did not write it, and sha256sum.</summary>
public sealed class FormatTests(HostileBoard edited) : IClassFixture<HostileBoard>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_OfTheSeeds_IsValidForTheReferenceImplementation()
    {
        await using var board = await TempBoard.CreateAsync();
        await board.Loader.LoadAsync(Repository.Seeds, Cancel);
        await AssertValidAsync(await board.ZipAsync());
    }

    [Fact]
    public async Task Package_OfEveryStateWithAPast_IsValidForTheReferenceImplementation()
    {
        await AssertValidAsync(edited.Zips[2]);
        await AssertValidAsync(edited.Zips[^1]);
    }

    [Fact]
    public async Task Package_OfAnEmptyBoard_IsValidForTheReferenceImplementation() => await AssertValidAsync(await edited.Board.ZipAsync(edited.Moments[0].AddDays(-1)));

    [Fact]
    public async Task Validator_GivenABrokenPackage_SaysSo()
    {
        // The checks above can fail: a word that the enumeration does not have, and a key that leads nowhere.
        var result = await ValidateAsync(Packages.Edit(Packages.Edit(edited.Zips[1], "data/engagements.csv", ",meeting,", ",chat,"), "data/money.csv", ",KZ,", ",XX,"));
        Assert.NotNull(result["tables"]!["engagements"]!["errors"]);
        Assert.NotNull(result["tables"]!["money"]!["errors"]);
    }

    [Fact]
    public void Tables_ReadByAnotherReader_FitTheirSchemas()
    {
        var files = Packages.Files(edited.Zips[^1]);
        var descriptor = JsonNode.Parse(files["datapackage.json"])!;
        var tables = descriptor["resources"]!.AsArray().ToDictionary(r => (string)r!["name"]!, r => (Schema: r!["schema"]!, Rows: Packages.Rows(files[(string)r["path"]!])));
        var faults = new List<string>();
        foreach (var (name, (schema, rows)) in tables)
        {
            var fields = schema["fields"]!.AsArray();
            Assert.Equal(fields.Select(f => (string)f!["name"]!), rows[0]);
            faults.AddRange(rows.Skip(1).SelectMany(row => fields.Select((f, i) => Fault(f!, row[i])).OfType<string>().Select(f => $"{name} {row[0]}: {f}")));
            string[] key = schema["primaryKey"] is JsonArray several ? [.. several.Select(k => (string)k!)] : [(string)schema["primaryKey"]!];
            faults.AddRange(rows.Skip(1).GroupBy(row => string.Join('|', key.Select(k => row[Index(fields, k)]))).Where(g => g.Count() > 1).Select(g => $"{name}: {g.Key} twice"));
            foreach (var reference in (schema["foreignKeys"] as JsonArray ?? []).Select(r => r!))
            {
                var other = (string)reference["reference"]!["resource"]! is { Length: > 0 } named ? named : name;
                var ids = tables[other].Rows.Skip(1).Select(r => r[Index(tables[other].Schema["fields"]!.AsArray(), (string)reference["reference"]!["fields"]!)]).ToHashSet();
                faults.AddRange(rows.Skip(1).Select(r => r[Index(fields, (string)reference["fields"]!)]).Where(v => v.Length > 0 && !ids.Contains(v)).Select(v => $"{name}.{reference["fields"]}: {v} is not in {other}"));
            }
        }
        Faults.None(faults);
        Assert.All(new[] { "engagements", "money", "claims", "moves", "rates", "versions", "changes" }, name => Assert.True(name == "moves" || tables[name].Rows.Count > 1));
    }

    [Fact]
    public void Texts_ReadByAnotherReader_AreTheBoardsBehindTheGuard()
    {
        var files = Packages.Files(edited.Zips[^1]);
        var row = Packages.Rows(files["data/engagements.csv"]).Single(r => r[0] == HostileBoard.Pledge);
        var texts = HostileBoard.Hostile.Chunk(5).Last();
        Assert.Equal(texts[0], Text(row[1]));
        Assert.Equal(texts[1], Text(row[2]));
        var reasons = Packages.Rows(files["history/changes.csv"]).Skip(1).Select(r => Text(r[3])).ToList();
        Assert.Equal(HostileBoard.Hostile.Chunk(5).Select(c => c[4]), reasons[^5..]);

        static string Text(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;
    }

    [Fact]
    public void Cells_OfEveryTable_StartNoFormula()
    {
        // Numbers below zero are numbers; everything else that begins so is a formula to somebody.
        var starts = Packages.Files(edited.Zips[^1]).Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal)).SelectMany(f => Packages.Rows(f.Value).SelectMany(r => r).Where(c => c.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(c[0], StringComparison.Ordinal)).Select(c => $"{f.Key}: {c}")).ToList();
        Assert.All(starts, s => Assert.Matches(@": -[0-9.E+-]+$", s));
    }

    [Fact]
    public async Task Checksums_Sha256Sum_AgreesAndDescriptorToo()
    {
        using var folder = new TempFolder();
        var files = Packages.Files(edited.Zips[^1]);
        Unpack(files, folder);
        using var sum = Process.Start(new ProcessStartInfo("sha256sum", ["--check", "--strict", "--quiet", "CHECKSUMS.sha256"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await sum.StandardOutput.ReadToEndAsync(Cancel) + await sum.StandardError.ReadToEndAsync(Cancel);
        await sum.WaitForExitAsync(Cancel);
        Assert.True(sum.ExitCode == 0, said);
        var lines = Encoding.UTF8.GetString(files["CHECKSUMS.sha256"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Keys.Where(k => k != "CHECKSUMS.sha256"), lines.Select(l => l[66..]));
        foreach (var resource in JsonNode.Parse(files["datapackage.json"])!["resources"]!.AsArray())
        {
            var content = files[(string)resource!["path"]!];
            Assert.Equal((content.Length, "sha256:" + Packages.Sha256(content)), ((int)resource["bytes"]!, (string)resource["hash"]!));
        }
    }

    [Fact]
    public void Columns_EveryOne_IsDescribedInTheWordsOfTheDataDictionary()
    {
        var text = Plain(Repository.Read("docs", "data-dictionary.md"));
        var own = Plain(Repository.Read("docs", "data-package.md"));
        Faults.None(PackageTables.All.SelectMany(t => t.Columns.Select(c => (t.Name, c.Name, c.Description)).Append((t.Name, "", t.Description)))
            .Concat(PackageHistory.ChangeColumns.Concat(PackageHistory.VersionColumns).Select(c => ("history", c.Name, c.Description))).Where(c => !text.Contains(Plain(c.Description), StringComparison.Ordinal) && !own.Contains(Plain(c.Description), StringComparison.Ordinal)));

        static string Plain(string s) => Regex.Replace(s.Replace("`", "", StringComparison.Ordinal).Replace("FromId", "from", StringComparison.Ordinal).Replace("ToId", "to", StringComparison.Ordinal), @"\s+", " ");
    }

    [Fact]
    public void Readme_SaysRulesAndFiles()
    {
        var files = Packages.Files(edited.Zips[1]);
        var text = Encoding.UTF8.GetString(files["README.md"]);
        Assert.DoesNotContain('{', text);
        Assert.All(files.Keys.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)), f => Assert.Contains($"`{f}`", text, StringComparison.Ordinal));
        Assert.All(Word.All<Rung>(), rung => Assert.Contains($"`{rung}`", text, StringComparison.Ordinal));
        Assert.Contains(PackageHistory.Text(edited.Moments[1]), text, StringComparison.Ordinal);
    }

    private static async Task AssertValidAsync(byte[] zip)
    {
        var result = await ValidateAsync(zip);
        Assert.True((bool)result["valid"]!, result["errors"]!.ToJsonString());
        Assert.Equal("tabular-data-package", ((string)result["profile"]!).Replace(' ', '-'));
        foreach (var (name, table) in result["tables"]!.AsObject())
        {
            Assert.True(table!["errors"] is null && (bool)table["valid"]!, $"{name}: {table.ToJsonString()}");
            Assert.Equal(Packages.Rows(Packages.Files(zip)[PackageTables.All.FirstOrDefault(t => t.Name == name)?.File ?? PackageHistory.File(name)]).Count - 1, (int)table["rows"]!);
        }
        Assert.Equal(PackageTables.All.Count + 2, result["tables"]!.AsObject().Count);
    }

    private static async Task<JsonNode> ValidateAsync(byte[] zip)
    {
        using var folder = new TempFolder();
        Unpack(Packages.Files(zip), folder);
        return await NodeParser.ReadAsync("datapackage.mjs", folder.File("datapackage.json"));
    }

    private static void Unpack(Dictionary<string, byte[]> files, TempFolder folder)
    {
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            File.WriteAllBytes(folder.File(name), content);
        }
    }

    private static int Index(JsonArray fields, string name) => fields.Select((f, i) => (f, i)).Single(f => (string)f.f!["name"]! == name).i;

    private static string? Fault(JsonNode field, string cell)
    {
        var (name, limits) = ((string)field["name"]!, field["constraints"]);
        if (cell.Length == 0) return (bool?)limits?["required"] == true ? $"{name} is missing" : null;
        var fits = (string)field["type"]! switch
        {
            "integer" => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "number" => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "datetime" => cell.EndsWith('Z') && DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, out _),
            "array" => JsonNode.Parse(cell) is JsonArray,
            "object" => JsonNode.Parse(cell) is JsonObject,
            "string" => true,
            _ => false,
        };
        if (!fits) return $"{name} is not {field["type"]}: {cell}";
        if (limits?["enum"] is JsonArray words && words.All(w => (string)w! != cell)) return $"{name} is none of its words: {cell}";
        if (limits?["pattern"] is { } pattern && !Regex.IsMatch(cell, $"^(?:{pattern})")) return $"{name} does not match {pattern}: {cell}";
        if (limits?["minimum"] is { } least && decimal.Parse(cell, CultureInfo.InvariantCulture) < least.GetValue<decimal>()) return $"{name} is below {least}: {cell}";
        return null;
    }
}
