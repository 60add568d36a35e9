using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Package;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Sylvan.Data.Csv;

namespace InfluenceBoard.Tests.Package;

/// <summary>Packages as tests make, open, alter and compare them.</summary>
internal static class Packages
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The package of a board, as of a moment.</summary>
    public static async Task<byte[]> ZipAsync(this TempBoard board, DateTimeOffset? asOf = null)
    {
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        using var zip = new MemoryStream();
        await PackageArchive.WriteAsync(db, await PackageMoment.ReadAsync(db, asOf, board.Clock.Now, Cancel), zip, Cancel);
        return zip.ToArray();
    }

    /// <summary>A new board that a package was loaded into.</summary>
    public static async Task<TempBoard> BoardAsync(byte[] zip)
    {
        var board = await TempBoard.CreateAsync();
        await board.LoadAsync(zip);
        return board;
    }

    /// <summary>Loads a package.</summary>
    /// <param name="isWhole">Whether it is read as a whole in any case.</param>
    public static async Task<Seeding.SeedResult> LoadAsync(this TempBoard board, byte[] zip, bool isWhole = false)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("board.zip"), zip, Cancel);
        return await (isWhole ? new Seeding.SeedLoader(board.Factory, board.Clock) { ReadsWhole = true } : board.Loader).LoadAsync(folder.File("board.zip"), Cancel);
    }

    /// <summary>The package without its changes and versions.</summary>
    public static byte[] WithoutHistory(byte[] zip)
    {
        var files = Files(zip);
        files.Remove("history/changes.csv");
        files.Remove("history/versions.csv");
        var text = JsonNode.Parse(files["datapackage.json"])!;
        var resources = text["resources"]!.AsArray();
        foreach (var gone in resources.Where(r => ((string)r!["path"]!).StartsWith("history/", StringComparison.Ordinal)).ToList()) resources.Remove(gone);
        files["datapackage.json"] = Encoding.UTF8.GetBytes(text.ToJsonString());
        return Zip(Sealed(files));
    }

    /// <summary>The rows of a CSV file, its header the first.</summary>
    public static List<string[]> Rows(byte[] csv)
    {
        using var reader = CsvDataReader.Create(new StreamReader(new MemoryStream(csv), new UTF8Encoding(false, true)), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', BufferSize = 1 << 22 });
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)]);
        return rows;
    }

    /// <summary>Every row of every table and the schema itself, as the file holds them. Numbers of lines and traits mean nothing and are left out: what they stand for is told in their place.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this TempBoard board)
    {
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        await db.Database.OpenConnectionAsync(Cancel);
        var lines = new List<string>();
        await AddAsync("schema", "SELECT type, name, tbl_name, sql FROM sqlite_master");
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).Where(t => !string.IsNullOrEmpty(t)).Select(t => t!).Except(["EngagementLines", "TraitSets", "SearchTexts", "SeedLoads"]).Order(StringComparer.Ordinal)) await AddAsync(table, $"SELECT * FROM \"{table}\"");
        await AddAsync("line", "SELECT l.*, t.* FROM EngagementLines l JOIN TraitSets t ON t.Id = l.TraitSetId");
        await AddAsync("text", "SELECT * FROM SearchTexts");
        // Some words that texts have in any board.
        foreach (var word in new[] { "japan", "ministry", "the", "kaz" }) await AddAsync($"found {word}", $"SELECT t.Kind, t.RecordId FROM SearchIndex JOIN SearchTexts t ON t.Id = SearchIndex.rowid WHERE SearchIndex MATCH '\"{word}\"'");
        return lines;

        async Task AddAsync(string name, string sql)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            var numbers = Enumerable.Range(0, reader.FieldCount).Where(i => name == "line" && reader.GetName(i) is "Id" or "TraitSetId").ToHashSet();
            var rows = new List<string>();
            while (await reader.ReadAsync(Cancel)) rows.Add($"{name} {string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => !numbers.Contains(i)).Select(i => $"{reader.GetDataTypeName(i)} {reader.GetValue(i)}"))}");
            lines.AddRange(rows.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The files of a ZIP.</summary>
    public static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var bytes = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>A ZIP of files.</summary>
    public static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>The text of a file with one text replaced by another, and every checksum made right again: somebody's edit rather than damage.</summary>
    public static byte[] Edit(byte[] zip, string file, string old, string with)
    {
        var files = Files(zip);
        var text = Encoding.UTF8.GetString(files[file]);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text[..at] + with + text[(at + old.Length)..]);
        return Zip(Sealed(files));
    }

    /// <summary>The files with hashes and checksums made anew.</summary>
    public static Dictionary<string, byte[]> Sealed(Dictionary<string, byte[]> files)
    {
        if (files.TryGetValue("datapackage.json", out var descriptor) && TryParse(descriptor) is { } json)
        {
            foreach (var resource in json["resources"] as JsonArray ?? [])
                if (files.TryGetValue((string)resource!["path"]!, out var content)) resource["hash"] = "sha256:" + Sha256(content);
            files["datapackage.json"] = Encoding.UTF8.GetBytes(json.ToJsonString());
        }
        files["CHECKSUMS.sha256"] = Encoding.UTF8.GetBytes(string.Concat(files.Where(f => f.Key != "CHECKSUMS.sha256").Select(f => $"{Sha256(f.Value)}  {f.Key}\n")));
        return files;
    }

    /// <summary>SHA-256 in lower-case digits.</summary>
    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Everything that a board knows, as text: every change, and every version with its parts, times, hash and what opened and closed it.</summary>
    public static async Task<IReadOnlyList<string>> DumpAsync(this TempBoard board)
    {
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        List<string> lines = [.. (await db.Changes.OrderBy(c => c.Id).ToListAsync(Cancel)).Select(c => $"change {c.Id} {c.At:O} {c.Editor}: {c.Reason}")];
        await AddAsync(db.Parties);
        await AddAsync(db.Sources);
        await AddAsync(db.People);
        await AddAsync(db.Organisations);
        await AddAsync(db.Places);
        await AddAsync(db.Rates);
        await AddAsync(db.Engagements.Include(e => e.Parties.OrderBy(p => p.Role).ThenBy(p => p.Order)).Include(e => e.Topics.OrderBy(t => t.Order)).Include(e => e.People.OrderBy(p => p.Order))
            .Include(e => e.Organisations.OrderBy(o => o.Order)).Include(e => e.Places.OrderBy(p => p.Order)));
        await AddAsync(db.Money);
        await AddAsync(db.Claims);
        await AddAsync(db.Moves);
        await AddAsync(db.Indicators);
        await AddAsync(db.Stances);
        await AddAsync(db.Surveys);
        lines.AddRange((await db.SearchTexts.ToListAsync(Cancel)).Select(t => $"search {t.Kind} {t.RecordId} {t.KnownFrom:O} {t.KnownTo:O} {t.Title} {t.Names} {t.Body}").Order(StringComparer.Ordinal));
        return lines;

        async Task AddAsync<T>(IQueryable<T> versions) where T : Versioned => lines.AddRange((await versions.OrderBy(v => v.VersionId).ToListAsync(Cancel))
            .Select(v => $"{typeof(T).Name} {v.VersionId} {v.KnownFrom:O} {v.KnownTo:O} {v.ChangeId} {v.ClosedById} {v.Hash} {JsonSerializer.Serialize(v)}"));
    }

    private static JsonNode? TryParse(byte[] json)
    {
        try { return JsonNode.Parse(json); }
        catch (JsonException) { return null; }
    }
}
