using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InfluenceBoard.Seeding;

/// <summary>Values as cells of the package's CSV files and back. Nothing is lost: a text that a spreadsheet could take for a formula, or that begins with an apostrophe, gets one apostrophe before it,
/// and exactly one is taken off every text that begins with one.</summary>
public static class PackageCells
{
    /// <summary>What is put before a text that begins with one of <see cref="Guarded"/>.</summary>
    public const char Guard = '\'';

    /// <summary>First characters that get the guard: those that start a formula, in half and full width, and the guard itself.</summary>
    public const string Guarded = "=+-@\t\r\n＝＋－＠'";

    /// <summary>A text as messages show it: a damaged file can have cells of any length.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    /// <summary>The cell of a value; empty for none.</summary>
    public static string Write(JsonNode? value, string type) => value switch
    {
        null => "",
        _ when type is "string" => (string)value! is { Length: > 0 } text && Guarded.Contains(text[0], StringComparison.Ordinal) ? Guard + text : (string)value!,
        JsonValue v when v.TryGetValue(out string? day) => day,
        _ => value.ToJsonString(SeedJson.Options),
    };

    /// <summary>The whole number of a cell; null where it holds none.</summary>
    internal static long? Whole(string cell) => long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    /// <summary>The number of a cell; null where it holds none.</summary>
    internal static decimal? Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? SeedJson.Plain(number) : null;

    /// <summary>The value of a cell; null for an empty one.</summary>
    /// <exception cref="FormatException">The cell does not hold a value of this type; the message says what is accepted.</exception>
    public static JsonNode? Read(string cell, string type)
    {
        if (cell.Length == 0) return null;
        switch (type)
        {
            case "string": return cell[0] == Guard ? cell[1..] : cell;
            case "integer":
                return Whole(cell) is { } whole ? whole : throw new FormatException($"'{Short(cell)}' is not a whole number.");
            case "number":
                return Number(cell) is { } number ? number : throw new FormatException($"'{Short(cell)}' is not a number. Accepted is 3700000000 or 7.5, without separators.");
            case "array" or "object":
                JsonNode? parsed;
                try { parsed = JsonNode.Parse(cell); }
                catch (JsonException) { parsed = null; }
                return parsed is JsonArray && type == "array" || parsed is JsonObject && type == "object" ? parsed
                    : throw new FormatException(type == "array" ? "is not a list. Accepted is JSON such as [\"JP\",\"KZ\"]." : "is not an object. Accepted is JSON such as {\"ja\":\"東京\"}.");
            default: return cell;
        }
    }
}
