using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Writes what stands on a board as a data package without history, in a folder: the way of the seed loader, which a package with history would not take on an empty board.</summary>
public static class PackageWriter
{
    /// <summary>Writes the folder and tells how many rows it holds.</summary>
    public static async Task<long> WriteAsync(BoardDb db, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var (resources, sums, rows) = (new JsonArray(), new StringBuilder(), 0L);
        foreach (var table in PackageTables.All)
        {
            await using (var stream = File.Create(Path.Combine(folder, table.File)))
                await PackageCsv.WriteAsync(stream, table.Columns, Counted(table.StandingAsync(db, Versioned.Open.AddMilliseconds(-1), cancel)), cancel);
            resources.Add(new JsonObject { ["name"] = table.Name, ["path"] = table.File });
            await SumAsync(table.File);
        }
        await File.WriteAllTextAsync(Path.Combine(folder, PackageFiles.Descriptor), new JsonObject { ["profile"] = "tabular-data-package", ["name"] = "generated", ["resources"] = resources }.ToJsonString(), cancel);
        await SumAsync(PackageFiles.Descriptor);
        await File.WriteAllTextAsync(Path.Combine(folder, PackageFiles.Checksums), sums.ToString(), cancel);
        return rows;

        async IAsyncEnumerable<JsonObject> Counted(IAsyncEnumerable<JsonObject> some)
        {
            await foreach (var row in some.WithCancellation(cancel)) { rows++; yield return row; }
        }

        async Task SumAsync(string file)
        {
            await using var stream = File.OpenRead(Path.Combine(folder, file));
            sums.Append(Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel))).Append("  ").Append(file).Append('\n');
        }
    }
}
