using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>What a package holds, checked.</summary>
/// <param name="Set">The records that stand.</param>
/// <param name="Changes">The changes of its history; null when it has none.</param>
/// <param name="Versions">Every version, read anew each time it is gone through.</param>
public sealed record PackageContent(SeedSet Set, IReadOnlyList<Change>? Changes, IEnumerable<(RecordKind Kind, Versioned Version)> Versions);

/// <summary>Reads a data package: its tables by the same schemas and rules as the seed files, and its history, which must agree with them.</summary>
public sealed class PackageReader
{
    private static readonly PackageTable[] Parts = [PackageTables.Of(RecordKind.Money), PackageTables.Of(RecordKind.Claim)];

    private readonly PackageFiles files;
    private readonly IReadOnlyDictionary<string, string> paths;
    private readonly Dictionary<(RecordKind Kind, string Id), PackageRow> standing = [];
    private readonly List<SeedFault> faults = [];

    private PackageReader(PackageFiles files) => (this.files, paths) = (files, Resources(files));

    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="SeedException">The package is faulty; every fault is named.</exception>
    public static Task<PackageContent> ReadAsync(PackageFiles files, CancellationToken cancel) => new PackageReader(files).ReadAsync(cancel);

    private async Task<PackageContent> ReadAsync(CancellationToken cancel)
    {
        var documents = PackageTables.All.Except(Parts).ToDictionary(t => t.Name, t => new PackageDocument(t, Rows(t)));
        foreach (var row in Rows(Parts[0])) Hang(documents["engagements"], "money", Parts[0], row, (string?)row.Values["engagement"], "engagement");
        foreach (var row in Rows(Parts[1]).OrderBy(r => (long?)r.Values["order"] ?? 0).ToList()) Claim(documents, row);
        SeedException.ThrowIfAny(faults);

        var set = await SeedReader.ReadAsync(kind => documents.TryGetValue(kind, out var document) ? [document] : [], PackageConstraints.Schemas, faults, cancel);
        if (!paths.ContainsKey(PackageHistory.Changes)) return new PackageContent(set, null, []);
        var changes = Changes();
        var rules = new PackageHistoryRules(paths[PackageHistory.Versions], changes, standing, faults);
        rules.Check(VersionRows(faults));
        SeedException.ThrowIfAny(faults);
        return new PackageContent(set with { Withdrawn = rules.Withdrawn() }, changes, VersionRows([]).Select(r => PackageHistory.VersionOf(r.Values)));
    }

    /// <summary>Path of the file of each table that a package lists.</summary>
    /// <exception cref="SeedException">The descriptor is faulty.</exception>
    public static IReadOnlyDictionary<string, string> Resources(PackageFiles files)
    {
        var (paths, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<SeedFault>());
        JsonNode? descriptor;
        using (var stream = files.Open(PackageFiles.Descriptor))
            try { descriptor = JsonNode.Parse(stream); }
            catch (JsonException e) { throw SeedException.Of(PackageFiles.Descriptor, $"is not JSON: {e.Message}", (int)(e.LineNumber ?? 0) + 1); }
        if ((descriptor as JsonObject)?["resources"] is not JsonArray resources) throw SeedException.Of(PackageFiles.Descriptor, "has no list of resources.");
        string[] known = [.. PackageTables.All.Select(t => t.Name), PackageHistory.Changes, PackageHistory.Versions];
        foreach (var resource in resources)
        {
            var (name, path, hash) = (Text(resource, "name"), Text(resource, "path"), Text(resource, "hash"));
            if (name is null || path is null) { Fault("resources", "every resource needs a name and a path, both text."); continue; }
            if (!known.Contains(name)) { Fault(name, $"is not a table of the board. Accepted: {string.Join(", ", known)}."); continue; }
            if (!paths.TryAdd(name, path)) { Fault(name, "stands there twice."); continue; }
            if (files.Sum(path) is not { } sum) Fault(name, $"its path '{path}' has no line in {PackageFiles.Checksums}: the file is missing, or the path leads out of the package.");
            else if (hash is not null && !hash.Equals("sha256:" + sum, StringComparison.OrdinalIgnoreCase)) Fault(name, $"its hash is not that of {path}, sha256:{sum}.");
        }
        if (paths.ContainsKey(PackageHistory.Changes) != paths.ContainsKey(PackageHistory.Versions)) Fault("resources", $"{PackageHistory.Changes} and {PackageHistory.Versions} go together.");
        SeedException.ThrowIfAny(faults);
        return paths;

        void Fault(string field, string message) => faults.Add(new SeedFault(PackageFiles.Descriptor, 1, field, message));
        static string? Text(JsonNode? node, string field) => (node as JsonObject)?[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }

    // A kind that the package does not list has no records, as with the seed files.
    private IEnumerable<PackageRow> Rows(PackageTable table)
    {
        if (!paths.TryGetValue(table.Name, out var path)) yield break;
        foreach (var row in PackageCsv.Read(files, path, table.Columns, faults))
        {
            if (row.Values["id"] is not { } id) { faults.Add(new SeedFault(path, row.Line, "id", "is missing.")); continue; }
            if (!standing.TryAdd((table.Kind, (string)id!), row)) { faults.Add(new SeedFault(path, row.Line, $"{id}.id", $"stands on more than one row, first on line {standing[(table.Kind, (string)id!)].Line}.")); continue; }
            yield return row;
        }
    }

    private void Claim(Dictionary<string, PackageDocument> documents, PackageRow row)
    {
        var (kind, record, key) = (Word.Parse<RecordKind>((string?)row.Values["recordKind"]), (string?)row.Values["record"], (string?)row.Values["key"]);
        if (kind is not { } of || documents.GetValueOrDefault(PackageTables.Of(of).Name) is not { } document)
            Fault(row, Parts[1], "recordKind", $"is not one of: {string.Join(", ", PackageTables.All.Except(Parts).Select(t => Word.Of(t.Kind)))}.");
        else if (row.Values["order"] is null) Fault(row, Parts[1], "order", "is missing.");
        else if (Hang(document, "claims", Parts[1], row, record, "record") && key is not null && (string?)row.Values["id"] != Domain.Claim.IdOf(of, record!, key))
            Fault(row, Parts[1], "id", $"is not made of kind, record and key: {Domain.Claim.IdOf(of, record!, key)}.");
    }

    private bool Hang(PackageDocument document, string field, PackageTable table, PackageRow row, string? owner, string column)
    {
        if (owner is not null && document.Add(owner, field, table, row)) return true;
        Fault(row, table, column, owner is null ? "is missing." : $"names '{owner}', which is not in its table.");
        return false;
    }

    private void Fault(PackageRow row, PackageTable table, string column, string message) => faults.Add(new SeedFault(paths[table.Name], row.Line, $"{row.Values["id"]}.{column}", message));

    private List<Change> Changes()
    {
        var changes = new List<Change>();
        foreach (var row in PackageCsv.Read(files, paths[PackageHistory.Changes], PackageHistory.ChangeColumns, faults))
            try { changes.Add(PackageHistory.ChangeOf(row.Values)); }
            catch (JsonException e) { faults.Add(new SeedFault(paths[PackageHistory.Changes], row.Line, $"{row.Values["id"]}", e.Message)); }
        foreach (var twice in changes.GroupBy(c => c.Id).Where(g => g.Count() > 1)) faults.Add(new SeedFault(paths[PackageHistory.Changes], 1, $"{twice.Key}", "stands on more than one row."));
        return changes;
    }

    private IEnumerable<PackageRow> VersionRows(List<SeedFault> into) => PackageCsv.Read(files, paths[PackageHistory.Versions], PackageHistory.VersionColumns, into);
}
