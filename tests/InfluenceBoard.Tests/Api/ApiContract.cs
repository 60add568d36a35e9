using System.Text.Json.Nodes;

namespace InfluenceBoard.Tests.Api;

/// <summary>Compares two OpenAPI documents as a program that was made of the first would: what it may rely on must be there in the second.</summary>
public static class ApiContract
{
    /// <summary>Every promise of the earlier document that the later one breaks.</summary>
    public static IReadOnlyList<string> Breaks(JsonNode before, JsonNode after)
    {
        var breaks = new List<string>();
        foreach (var (path, methods) in before["paths"]!.AsObject())
            foreach (var (method, operation) in methods!.AsObject())
            {
                var at = $"{method} {path}";
                if (after["paths"]![path]?[method] is not { } now) breaks.Add($"{at}: removed");
                else Operation(at, operation!, now);
            }
        return breaks;

        void Operation(string at, JsonNode old, JsonNode now)
        {
            if ((string?)old["operationId"] != (string?)now["operationId"]) breaks.Add($"{at}: operationId changed");
            var (was, are) = (Parameters(old), Parameters(now));
            foreach (var (name, parameter) in was)
            {
                if (!are.TryGetValue(name, out var same)) { breaks.Add($"{at}: parameter {name} removed"); continue; }
                if (IsRequired(same) && !IsRequired(parameter)) breaks.Add($"{at}: parameter {name} is required now");
                Schema($"{at}: parameter {name}", parameter["schema"]!, same["schema"]!, []);
                if (!JsonNode.DeepEquals(parameter["schema"]!["default"], same["schema"]!["default"])) breaks.Add($"{at}: parameter {name} has another default");
                if (Bound(parameter, "maximum") > Bound(same, "maximum") || Bound(parameter, "minimum") < Bound(same, "minimum")) breaks.Add($"{at}: parameter {name} takes less");
            }
            foreach (var (name, parameter) in are.Where(p => !was.ContainsKey(p.Key) && IsRequired(p.Value))) breaks.Add($"{at}: new parameter {name} is required");
            foreach (var (status, response) in old["responses"]!.AsObject())
            {
                if (now["responses"]![status] is not { } answer) { breaks.Add($"{at}: response {status} removed"); continue; }
                foreach (var (type, media) in response!["content"]?.AsObject() ?? [])
                    if (answer["content"]?[type] is not { } same) breaks.Add($"{at}: {status} is no longer {type}");
                    else if (media!["schema"] is { } schema) Schema($"{at}: {status}", schema, same["schema"]!, []);
            }
        }

        // Both sides are followed through their references; a pair that is being compared already is not begun again.
        void Schema(string at, JsonNode old, JsonNode now, HashSet<(string, string)> open)
        {
            var (one, two) = (Resolve(before, old), Resolve(after, now));
            if (!open.Add((one.GetPath(), two.GetPath()))) return;
            string[] types = [.. Types(one)], nowTypes = [.. Types(two)];
            if (!types.SequenceEqual(nowTypes)) breaks.Add($"{at}: type {string.Join('|', types)} became {string.Join('|', nowTypes)}");
            if ((string?)one["format"] != (string?)two["format"]) breaks.Add($"{at}: format {one["format"]} became {two["format"]}");
            foreach (var word in (one["enum"]?.AsArray() ?? []).Where(w => two["enum"]?.AsArray().Any(n => JsonNode.DeepEquals(n, w)) != true)) breaks.Add($"{at}: word {word} removed");
            if (one["enum"] is null && two["enum"] is not null) breaks.Add($"{at}: takes words only now");
            foreach (var (name, property) in one["properties"]?.AsObject() ?? [])
                if (two["properties"]?[name] is not { } same) breaks.Add($"{at}.{name}: removed");
                else Schema($"{at}.{name}", property!, same, open);
            foreach (var name in (one["required"]?.AsArray() ?? []).Select(r => (string)r!).Where(r => two["required"]?.AsArray().Any(n => (string)n! == r) != true)) breaks.Add($"{at}.{name}: may be missing now");
            foreach (var member in new[] { "items", "additionalProperties" })
                if (one[member] is JsonObject part)
                    if (two[member] is JsonObject same) Schema($"{at}[]", part, same, open);
                    else breaks.Add($"{at}: {member} removed");
            var (choices, nowChoices) = (one["oneOf"]?.AsArray() ?? [], two["oneOf"]?.AsArray() ?? []);
            if (choices.Count != nowChoices.Count) breaks.Add($"{at}: {choices.Count} choices became {nowChoices.Count}");
            else foreach (var (a, b) in choices.Zip(nowChoices)) Schema(at, a!, b!, open);
        }
    }

    private static Dictionary<string, JsonNode> Parameters(JsonNode operation) => (operation["parameters"]?.AsArray() ?? []).ToDictionary(p => $"{p!["in"]} {p["name"]}", p => p!, StringComparer.Ordinal);

    private static bool IsRequired(JsonNode parameter) => (bool?)parameter["required"] == true;

    private static decimal? Bound(JsonNode parameter, string name) => parameter["schema"]![name] is { } bound ? decimal.Parse(bound.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : null;

    private static JsonNode Resolve(JsonNode document, JsonNode schema) => (string?)schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    private static IEnumerable<string> Types(JsonNode schema) => schema["type"] switch { JsonArray several => several.Select(t => (string)t!).Order(StringComparer.Ordinal), { } one => [(string)one!], _ => [] };
}
