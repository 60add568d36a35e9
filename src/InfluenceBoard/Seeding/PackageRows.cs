using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace InfluenceBoard.Seeding;

/// <summary>A package, or a part of it, is not as the fast way takes it: faulty, or merely in another order.</summary>
internal sealed class PackageDoubtException(string message) : Exception(message);

/// <summary>The rows of one file of a package as seed records, one at a time. What is not right at first sight is not explained but doubted.</summary>
internal sealed class PackageRows : IDisposable
{
    private readonly StreamReader reader;
    private readonly CsvParser parser;
    private readonly PackageTable table;
    private readonly SeedSchema schema;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<(string Name, bool IsList, (string Name, string Type, int At)[] Cells)> fields = [];
    private readonly List<(int At, string Type)> others = [];
    private readonly ArrayBufferWriter<byte> json = new(4096);
    private readonly Utf8JsonWriter writer;
    private string[] cells = [];
    private bool isBad;

    public PackageRows(PackageFiles files, PackageTable table, string path, SeedSchema schema)
    {
        (this.table, this.schema) = (table, schema);
        writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = SeedJson.Options.Encoder, SkipValidation = true });
        reader = new StreamReader(files.Open(path), PackageCsv.Encoding, false, 1 << 16);
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Mode = CsvMode.RFC4180, BufferSize = 1 << 16, BadDataFound = _ => isBad = true });
        if (!parser.Read()) throw Doubt("is empty");
        var named = parser.Record!;
        for (var i = 0; i < named.Length; i++)
            if (table.Columns.All(c => c.Name != named[i]) || !places.TryAdd(named[i], i)) throw Doubt("names a column that there is not, or twice");
        foreach (var field in table.Columns.Where(c => c.Role == ColumnRole.Field && places.ContainsKey(c.Name)).GroupBy(c => c.Steps[0]))
            fields.Add((field.Key, field.Any(c => c.Steps.Count > 1 && char.IsAsciiDigit(c.Steps[1][0])), [.. field.Select(c => (c.Steps.Count > 1 ? c.Steps[1] : "", c.Type, places[c.Name]))]));
        others.AddRange(table.Columns.Where(c => c.Role != ColumnRole.Field && c.Type is ("integer" or "number") && places.ContainsKey(c.Name)).Select(c => (places[c.Name], c.Type)));
    }

    /// <summary>Whether there is a row to read.</summary>
    public bool HasRow { get; private set; }

    /// <summary>Goes to the next row.</summary>
    public bool Next()
    {
        HasRow = parser.Read();
        if (isBad) throw Doubt("has a quotation mark that means nothing");
        if (!HasRow) return false;
        cells = parser.Record!;
        if (cells.Length != places.Count) throw Doubt("has a row of another length");
        foreach (var (at, type) in others)
            if (cells[at].Length > 0 && !IsOf(cells[at], type)) throw Doubt("has a cell that is not of its type");
        return true;
    }

    /// <summary>The text of a cell of this row; empty where there is none.</summary>
    public string Text(string column) => places.TryGetValue(column, out var at) ? cells[at] is ['\'', ..] guarded ? guarded[1..] : cells[at] : "";

    /// <summary>The seed record of this row, right by its schema.</summary>
    public T Read<T>()
    {
        json.ResetWrittenCount();
        writer.Reset();
        writer.WriteStartObject();
        foreach (var (name, isList, parts) in fields)
            if (parts is [("", var type, var at)]) { if (cells[at].Length > 0) { writer.WritePropertyName(name); Write(cells[at], type); } }
            else if (Array.Exists(parts, p => cells[p.At].Length > 0))
            {
                writer.WritePropertyName(name);
                if (isList) writer.WriteStartArray(); else writer.WriteStartObject();
                foreach (var part in parts)
                {
                    if (cells[part.At].Length == 0) continue;
                    if (!isList) writer.WritePropertyName(part.Name);
                    Write(cells[part.At], part.Type);
                }
                if (isList) writer.WriteEndArray(); else writer.WriteEndObject();
            }
        writer.WriteEndObject();
        writer.Flush();
        try
        {
            using (var document = JsonDocument.Parse(json.WrittenMemory))
                if (!schema.Accepts(document.RootElement)) throw Doubt("has a row that its schema refuses");
            return JsonSerializer.Deserialize<T>(json.WrittenSpan, SeedJson.Options)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException) { throw Doubt(e.Message); }
    }

    public void Dispose()
    {
        parser.Dispose();
        reader.Dispose();
        writer.Dispose();
    }

    // As PackageCells reads a cell.
    private void Write(string cell, string type)
    {
        switch (type)
        {
            case "string": writer.WriteStringValue(cell[0] == PackageCells.Guard ? cell.AsSpan(1) : cell); break;
            case "integer" when PackageCells.Whole(cell) is { } whole: writer.WriteNumberValue(whole); break;
            case "number" when PackageCells.Number(cell) is { } number: writer.WriteNumberValue(number); break;
            case "array" or "object":
                try { writer.WriteRawValue(cell); }
                catch (Exception e) when (e is JsonException or ArgumentException) { throw Doubt(e.Message); }
                break;
            case "integer" or "number": throw Doubt("has a cell that is no number");
            default: writer.WriteStringValue(cell); break;
        }
    }

    private static bool IsOf(string cell, string type) => type == "integer" ? PackageCells.Whole(cell) is not null : PackageCells.Number(cell) is not null;

    private PackageDoubtException Doubt(string what) => new($"{table.File} {what}.");
}
