using System.Globalization;
using System.Text.Json.Nodes;

namespace InfluenceBoard.Seeding;

/// <summary>Rows of the package put together to seed records of one kind, each with its amounts and claims, which stand in files of their own.</summary>
internal sealed class PackageDocument : SeedDocument
{
    private readonly List<Record> records = [];
    private readonly Dictionary<string, Record> byId = new(StringComparer.Ordinal);
    private readonly PackageTable table;

    private sealed record Part(PackageTable Table, int Line);

    private sealed record Record(int Line, JsonObject Json)
    {
        public Dictionary<string, List<Part>> Parts { get; } = [];
    }

    public PackageDocument(PackageTable table, IEnumerable<PackageRow> rows)
    {
        this.table = table;
        foreach (var row in rows)
        {
            var record = new Record(row.Line, table.ToSeed(row.Values));
            records.Add(record);
            byId.TryAdd((string?)row.Values["id"] ?? "", record);
        }
        Json = new JsonArray([.. records.Select(r => r.Json)]);
    }

    /// <summary>Hangs a row on the record that it belongs to.</summary>
    /// <param name="field">Field of the record: <c>money</c> or <c>claims</c>.</param>
    /// <returns>Whether there is such a record.</returns>
    public bool Add(string id, string field, PackageTable of, PackageRow row)
    {
        if (!byId.TryGetValue(id, out var record)) return false;
        if (!record.Parts.TryGetValue(field, out var parts)) record.Parts[field] = parts = [];
        if (record.Json[field] is not JsonArray list) record.Json[field] = list = [];
        parts.Add(new Part(of, row.Line));
        list.Add(of.ToSeed(row.Values));
        return true;
    }

    public override SeedPosition PositionOf(string path)
    {
        var (record, part, _) = Find(path);
        return part is not null ? new SeedPosition(part.Table.File, part.Line) : new SeedPosition(table.File, record?.Line ?? 1);
    }

    // The name of the column, which is not always the path inside the record.
    public override string FieldOf(string path)
    {
        var (record, part, rest) = Find(path);
        if (record is null) return path;
        var steps = string.Join('.', rest.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries));
        var column = (part?.Table ?? table).Columns.Where(c => c.Role == ColumnRole.Field && (steps == string.Join('.', c.Steps) || steps.StartsWith(string.Join('.', c.Steps) + ".", StringComparison.Ordinal))).MaxBy(c => c.Steps.Count);
        var id = (string?)record.Json["id"] ?? "(no id)";
        return column is null ? base.FieldOf(path) : part is null ? $"{id}.{column.Name}" : $"{id}: {part.Table.Name} {column.Name}";
    }

    // "[3].claims[0].rank" is the rank of the first claim of the fourth record.
    private (Record? Record, Part? Part, string Inside) Find(string path)
    {
        if (Index(path, out var rest) is not { } i || i >= records.Count) return (null, null, path);
        var dot = rest.IndexOf('[', StringComparison.Ordinal);
        if (rest.StartsWith('.') && dot > 0 && records[i].Parts.TryGetValue(rest[1..dot], out var parts) && Index(rest[dot..], out var inner) is { } j && j < parts.Count) return (records[i], parts[j], inner);
        return (records[i], null, rest);
    }

    private static int? Index(string path, out string rest)
    {
        var end = path.IndexOf(']', StringComparison.Ordinal);
        rest = end > 0 ? path[(end + 1)..] : "";
        return path.StartsWith('[') && end > 0 && int.TryParse(path[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
