using System.Text.Json.Nodes;

namespace InfluenceBoard.Seeding;

/// <summary>What the columns of the data package may hold, read from the schemas of the seed files so that the two cannot disagree.</summary>
public sealed class PackageConstraints
{
    private readonly Dictionary<string, JsonNode> schemas = new(StringComparer.Ordinal);

    /// <summary>Folder of the schemas that the program brings along.</summary>
    public static string Schemas { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", "schemas");

    /// <summary>The Table Schema constraints of a column: <c>required</c>, <c>enum</c>, <c>pattern</c>, <c>minimum</c>, <c>maximum</c>, <c>minLength</c>; empty when there is none.</summary>
    public JsonObject Of(PackageTable table, PackageColumn column)
    {
        var constraints = new JsonObject();
        if (column.IsRequired) constraints["required"] = true;
        if (column.Role != ColumnRole.Field) return constraints;
        var (schema, isRequired) = (Record(table), true);
        foreach (var step in column.Steps)
        {
            isRequired &= char.IsAsciiDigit(step[0]) || (schema["required"] as JsonArray)?.Any(r => (string?)r == step) == true;
            schema = Follow(char.IsAsciiDigit(step[0]) ? schema["items"] : schema["properties"]?[step]) ?? throw new InvalidOperationException($"The schema of {table.Name} has no field {column.Path ?? column.Name}.");
        }
        if (isRequired) constraints["required"] = true;
        // Lengths of texts are left to the loader: a text that begins like a formula has one letter more in the file.
        foreach (var name in column.Type == "string" ? ["enum", "pattern"] : column.Type == "array" ? Array.Empty<string>() : ["minimum", "maximum"])
            if (schema[name] is { } value && !(name == "pattern" && column.Type != "string")) constraints[name] = value.DeepClone();
        if (schema["minItems"] is { } least && column.Type == "array") constraints["minLength"] = least.DeepClone();
        return constraints;
    }

    /// <summary>The schema of the rows of a table: that of its records without what stands in files of its own.</summary>
    internal SeedSchema RowOf(PackageTable table) => new(Record(table), reference => Follow(new JsonObject { ["$ref"] = reference })!, table.Kind is Domain.RecordKind.Money or Domain.RecordKind.Claim ? [] : Parts);

    /// <summary>Whether records of a kind can have claims, and whether they must.</summary>
    internal (bool Can, bool Must) Claims(Domain.RecordKind kind)
    {
        var record = Record(PackageTables.Of(kind));
        return (record["properties"]!["claims"] is not null, record["required"]!.AsArray().Any(r => (string?)r == "claims"));
    }

    private static readonly string[] Parts = ["claims", "money"];

    // Amounts and claims are parts of other records in the seed files.
    private JsonNode Record(PackageTable table) => table.Name switch
    {
        "money" => Follow(Item("engagements")["properties"]!["money"])!["items"]!,
        "claims" => Schema("common")["definitions"]!["claim"]!,
        _ => Item(table.Name),
    };

    private JsonNode Item(string kind) => Schema(kind)["items"]!;

    private JsonNode? Follow(JsonNode? node) => (string?)node?["$ref"] is { } reference ? Schema("common")["definitions"]![reference[(reference.LastIndexOf('/') + 1)..]] : node;

    private JsonNode Schema(string name) => schemas.TryGetValue(name, out var schema) ? schema : schemas[name] = JsonNode.Parse(File.ReadAllText(Path.Combine(Schemas, $"{name}.schema.json")))!;
}
