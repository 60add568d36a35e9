using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InfluenceBoard.Seeding;

/// <summary>A JSON Schema of the seed files made ready to be asked of very many values. It says whether a value is right and not what is wrong with it: that is what the validator behind <see cref="SeedReader"/> is for.
/// Where it says yes, the validator has nothing to say.</summary>
internal sealed class SeedSchema
{
    // Many fields have the same, and making one takes milliseconds.
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    private readonly string? type;
    private readonly FrozenSet<string>? words;
    private readonly Regex? pattern;
    private readonly int shortest, longest = int.MaxValue, fewest, most = int.MaxValue;
    private readonly decimal? minimum, maximum;
    private readonly bool isUnique, isClosed;
    private readonly SeedSchema? items, names, others;
    private readonly FrozenDictionary<string, SeedSchema> properties = FrozenDictionary<string, SeedSchema>.Empty;
    private readonly string[] required = [];

    /// <param name="schema">The schema.</param>
    /// <param name="follow">Finds what a <c>$ref</c> names.</param>
    /// <param name="elsewhere">Fields that stand in files of their own: neither asked for nor allowed here.</param>
    /// <exception cref="NotSupportedException">The schema asks for something that is not known here.</exception>
    public SeedSchema(JsonNode schema, Func<string, JsonNode> follow, params string[] elsewhere)
    {
        var node = (JsonObject)((string?)schema["$ref"] is { } reference ? follow(reference) : schema);
        foreach (var (keyword, value) in node)
            switch (keyword)
            {
                case "description" or "title" or "$schema" or "definitions": break;
                case "type": type = (string)value!; break;
                case "enum": words = value!.AsArray().Select(w => (string)w!).ToFrozenSet(StringComparer.Ordinal); break;
                case "pattern": pattern = Patterns.GetOrAdd((string)value!, text => new Regex(text, RegexOptions.Compiled)); break;
                case "minLength": shortest = (int)value!; break;
                case "maxLength": longest = (int)value!; break;
                case "minimum": minimum = (decimal)value!; break;
                case "maximum": maximum = (decimal)value!; break;
                case "minItems": fewest = (int)value!; break;
                case "maxItems": most = (int)value!; break;
                case "uniqueItems": isUnique = (bool)value!; break;
                case "items": items = new SeedSchema(value!, follow); break;
                case "propertyNames": names = new SeedSchema(value!, follow); break;
                case "properties": properties = value!.AsObject().Where(p => !elsewhere.Contains(p.Key)).ToFrozenDictionary(p => p.Key, p => new SeedSchema(p.Value!, follow), StringComparer.Ordinal); break;
                case "required": required = [.. value!.AsArray().Select(r => (string)r!).Except(elsewhere)]; break;
                case "additionalProperties" when value is JsonObject: others = new SeedSchema(value, follow); break;
                case "additionalProperties": isClosed = !(bool)value!; break;
                default: throw new NotSupportedException($"The keyword {keyword} is not known.");
            }
    }

    /// <summary>Whether a value is right.</summary>
    public bool Accepts(JsonElement value)
    {
        switch (type)
        {
            case "object": return value.ValueKind == JsonValueKind.Object && AcceptsObject(value);
            case "array": return value.ValueKind == JsonValueKind.Array && AcceptsArray(value);
            case "integer": return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) && !(whole < minimum) && !(whole > maximum);
            case "number": return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && !(number < minimum) && !(number > maximum);
            case "boolean": return value.ValueKind is JsonValueKind.True or JsonValueKind.False;
            case "string" or null: return value.ValueKind == JsonValueKind.String && AcceptsText(value.GetString()!);
            default: throw new NotSupportedException($"The type {type} is not known.");
        }
    }

    private bool AcceptsText(string text) => !(shortest > 0 && text.Length == 0) && !(shortest > 1 && Length(text) < shortest) && !(text.Length > longest && Length(text) > longest) && words?.Contains(text) != false && pattern?.IsMatch(text) != false;

    // Letters as a reader counts them.
    private static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private bool AcceptsArray(JsonElement array)
    {
        var count = array.GetArrayLength();
        if (count < fewest || count > most) return false;
        if (items is not null)
            foreach (var item in array.EnumerateArray())
                if (!items.Accepts(item)) return false;
        if (isUnique)
            for (var i = 1; i < count; i++)
                for (var j = 0; j < i; j++)
                    if (JsonElement.DeepEquals(array[i], array[j])) return false;
        return true;
    }

    private bool AcceptsObject(JsonElement value)
    {
        foreach (var name in required)
            if (!value.TryGetProperty(name, out _)) return false;
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetValue(property.Name, out var schema) ? !schema.Accepts(property.Value) : isClosed || others?.Accepts(property.Value) == false) return false;
            if (names?.AcceptsText(property.Name) == false) return false;
        }
        return true;
    }
}
