using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Features.Package;

/// <summary>The <c>datapackage.json</c> of a package: Frictionless Data Package, profile <c>tabular-data-package</c>.</summary>
/// <param name="moment">The state of the board.</param>
public sealed class PackageDescriptor(PackageMoment moment)
{
    // The release of this layout; the last part is the number of the last change.
    private const string Layout = "1.0";

    private static readonly JsonSerializerOptions Indented = new(SeedJson.Options) { WriteIndented = true, NewLine = "\n" };

    private readonly PackageConstraints constraints = new();
    private readonly JsonArray resources = [];

    /// <summary>Adds a table.</summary>
    public void Add(PackageTable table, PackageFile file) => resources.Add(Resource(file, table.Name, table.Title, table.Description, table.Columns, ["id"], table));

    /// <summary>Adds the changes.</summary>
    public void AddChanges(PackageFile file) => resources.Add(Resource(file, PackageHistory.Changes, "Changes", "One change to the board: when, by whom and why.", PackageHistory.ChangeColumns, ["id"]));

    /// <summary>Adds the versions.</summary>
    public void AddVersions(PackageFile file) => resources.Add(Resource(file, PackageHistory.Versions, "Versions",
        "Every version of every record, those that stand included. Never add up amounts of this table: it holds one number as often as it was changed.", PackageHistory.VersionColumns, ["kind", "version"]));

    /// <summary>The descriptor as JSON.</summary>
    public string ToText() => new JsonObject
    {
        ["profile"] = "tabular-data-package",
        ["name"] = "influenceboard",
        ["title"] = $"InfluenceBoard, the whole board as of {PackageHistory.Text(moment.At)}",
        ["description"] = "Who did what, to whom, for how much, and how we know: engagements of China, Russia, Japan and the United States in Japan, Vietnam and the five Central Asian states. README.md has the rules for adding up money.",
        ["version"] = $"{Layout}.{moment.Change}",
        ["created"] = PackageHistory.Text(moment.At),
        ["keywords"] = new JsonArray("influence", "diplomacy", "aid", "investment", "provenance", "Central Asia", "Vietnam", "Japan"),
        ["licenses"] = new JsonArray(new JsonObject { ["name"] = "CC-BY-4.0", ["title"] = "Creative Commons Attribution 4.0 International", ["path"] = "https://creativecommons.org/licenses/by/4.0/" }),
        ["contributors"] = new JsonArray(new JsonObject { ["title"] = "The InfluenceBoard authors", ["role"] = "author" }),
        ["sources"] = new JsonArray(new JsonObject { ["title"] = "The documents that the claims are drawn from, each with publisher, date and reliability", ["path"] = PackageTables.Of(Domain.RecordKind.Source).File }),
        ["guard"] = new JsonObject { ["character"] = PackageCells.Guard.ToString(), ["firstCharacters"] = PackageCells.Guarded, ["description"] = PackageTexts.Guard },
        ["resources"] = resources,
    }.ToJsonString(Indented) + "\n";

    private JsonObject Resource(PackageFile file, string name, string title, string description, IReadOnlyList<PackageColumn> columns, string[] key, PackageTable? table = null)
    {
        var references = columns.Where(c => c.Refers is not null).Select(c => (JsonNode)new JsonObject
        {
            ["fields"] = c.Name, ["reference"] = new JsonObject { ["resource"] = c.Refers == name ? "" : c.Refers, ["fields"] = "id" },
        }).ToArray();
        var schema = new JsonObject { ["fields"] = new JsonArray([.. columns.Select(c => Field(c, table))]), ["missingValues"] = new JsonArray(""), ["primaryKey"] = key is [var one] ? one : new JsonArray([.. key.Select(k => (JsonNode)k)]) };
        if (references.Length > 0) schema["foreignKeys"] = new JsonArray(references);
        return new JsonObject
        {
            ["profile"] = "tabular-data-resource", ["name"] = name, ["title"] = title, ["description"] = description, ["path"] = file.Path, ["format"] = "csv", ["mediatype"] = "text/csv", ["encoding"] = "utf-8",
            ["bytes"] = file.Bytes, ["hash"] = "sha256:" + file.Sha256,
            ["dialect"] = new JsonObject { ["delimiter"] = ",", ["lineTerminator"] = PackageCsv.NewLine, ["quoteChar"] = "\"", ["doubleQuote"] = true, ["skipInitialSpace"] = false, ["header"] = true, ["caseSensitiveHeader"] = true },
            ["schema"] = schema,
        };
    }

    private JsonObject Field(PackageColumn column, PackageTable? table)
    {
        var field = new JsonObject { ["name"] = column.Name, ["type"] = column.Type, ["description"] = column.Description };
        // The default form has no milliseconds.
        if (column.Type == "datetime") field["format"] = "any";
        var limits = table is null ? column.IsRequired ? new JsonObject { ["required"] = true } : [] : constraints.Of(table, column);
        if (table?.Name == "claims" && column.Name == "recordKind" || table is null && column.Name == "kind") limits["enum"] = new JsonArray([.. Domain.Word.All<Domain.RecordKind>().Select(w => (JsonNode)w)]);
        if (limits.Count > 0) field["constraints"] = limits;
        return field;
    }
}
