using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>The JSON Schemas, by which an editor completes and the loader checks, speak the vocabulary of the code.</summary>
public sealed class SchemaTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyCollection<string>> Vocabulary = new Dictionary<string, IReadOnlyCollection<string>>
    {
        ["engagements type"] = Word.All<EngagementType>(),
        ["engagements domains"] = Word.All<Topic>(),
        ["engagements status"] = Word.All<Status>(),
        ["engagements rung"] = Word.All<Rung>(),
        ["engagements kind"] = Word.All<MoneyKind>(),
        ["engagements direction"] = Word.All<Direction>(),
        ["common qualifier"] = Word.All<Qualifier>(),
        ["common property"] = Word.All<ClaimProperty>(),
        ["common rank"] = Word.All<Rank>(),
        ["sources class"] = Word.All<PublisherClass>(),
        ["sources reliability"] = Word.All<Reliability>(),
        ["moves relation"] = Word.All<Relation>(),
        ["moves assertedBy"] = Word.All<AssertedBy>(),
        ["stances kind"] = Word.All<StanceKind>(),
    };

    [Fact]
    public void Schemas_EveryVocabularyField_ListsTheWordsOfTheCode()
    {
        var enums = Directory.EnumerateFiles(Path.Combine(Repository.Seeds, "schemas"), "*.schema.json")
            .SelectMany(file => Enums(JsonDocument.Parse(File.ReadAllText(file)).RootElement, Path.GetFileName(file).Split('.')[0], "")).ToLookup(e => $"{e.Schema} {e.Field}");
        foreach (var (field, words) in Vocabulary)
        {
            Assert.True(enums.Contains(field), $"No schema lists the words of {field}.");
            Assert.All(enums[field], e => Assert.Equal(words.Order(StringComparer.Ordinal), e.Words.Order(StringComparer.Ordinal)));
        }
    }

    [Fact]
    public void Schemas_EveryRecord_RefusesFieldsThatItDoesNotList()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Seeds, "schemas"), "*.schema.json").Order(StringComparer.Ordinal))
        {
            var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            Faults.None(Open(root, "").Select(field => $"{Path.GetFileName(file)}: {field}"));
        }
    }

    private static IEnumerable<(string Schema, string Field, string[] Words)> Enums(JsonElement node, string schema, string field)
    {
        if (node.ValueKind == JsonValueKind.Array) { foreach (var item in node.EnumerateArray()) foreach (var found in Enums(item, schema, field)) yield return found; yield break; }
        if (node.ValueKind != JsonValueKind.Object) yield break;
        if (node.TryGetProperty("enum", out var words) && words.ValueKind == JsonValueKind.Array) yield return (schema, field, [.. words.EnumerateArray().Select(w => w.ToString())]);
        foreach (var property in node.EnumerateObject())
            foreach (var found in Enums(property.Value, schema, property.Name is "items" or "properties" or "definitions" or "allOf" or "anyOf" or "oneOf" ? field : property.Name)) yield return found;
    }

    // A record that accepts fields it does not list would swallow a misspelt one.
    private static IEnumerable<string> Open(JsonElement node, string path)
    {
        if (node.ValueKind != JsonValueKind.Object) yield break;
        if (node.TryGetProperty("properties", out var fields) && fields.ValueKind == JsonValueKind.Object && node.TryGetProperty("type", out var type) && type.ToString() == "object"
            && !(node.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False)) yield return path == "" ? "/" : path;
        foreach (var child in node.EnumerateObject())
            foreach (var found in Open(child.Value, $"{path}/{child.Name}")) yield return found;
    }
}
