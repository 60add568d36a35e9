using System.Text.Json.Nodes;

namespace InfluenceBoard.Seeding;

/// <summary>Records of one kind as a JSON list, with the place of every value, so that a fault can be named.</summary>
public abstract class SeedDocument
{
    /// <summary>The list of records; null when there is nothing.</summary>
    public JsonNode? Json { get; protected set; }

    /// <summary>Where the value at a path such as <c>[3].claims[0].rank</c> stands, or the nearest value around it.</summary>
    public abstract SeedPosition PositionOf(string path);

    /// <summary>The path for a person: "[3].claims[0].rank" says little, the record's own id says where to look.</summary>
    public virtual string FieldOf(string path)
    {
        var end = path.IndexOf(']');
        if (!path.StartsWith('[') || end < 0 || Json is not JsonArray array || !int.TryParse(path[1..end], out var index) || index >= array.Count) return path;
        var id = (array[index] as JsonObject)?["id"]?.ToString() ?? $"record {index + 1}";
        return id + path[(end + 1)..];
    }
}
