using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Seeding;

/// <summary>A column of a table of the data package.</summary>
/// <param name="Name">Its name: that of the field in the seed files.</param>
/// <param name="Type">Its Table Schema type: <c>string</c>, <c>integer</c>, <c>number</c>, <c>date</c>, <c>datetime</c>, <c>array</c>, <c>object</c>.</param>
/// <param name="Description">What it means, in the words of the data dictionary.</param>
/// <param name="Path">Where the value stands in the seed record, when that is not its name: <c>names.en</c>, <c>position.0</c>.</param>
/// <param name="Refers">The table whose records it names.</param>
/// <param name="IsRequired">Whether every row has it, where no seed schema says so, or as an empty list.</param>
/// <param name="Role">Whether it belongs to the seed record.</param>
public sealed record PackageColumn(string Name, string Type, string Description, string? Path = null, string? Refers = null, bool IsRequired = false, ColumnRole Role = ColumnRole.Field)
{
    /// <summary>The steps from the seed record to the value.</summary>
    public IReadOnlyList<string> Steps { get; } = (Path ?? Name).Split('.');
}

/// <summary>A field of the seed record; what ties the row to the record that it belongs to; or what follows from other fields and is there for readers.</summary>
public enum ColumnRole { Field, Tie, Derived }

/// <summary>A kind of record as a table of the data package: its columns, and the way from a version to a row and back. A row is a flat JSON object without what is empty.</summary>
public abstract class PackageTable(string name, RecordKind kind, string title, string description, IReadOnlyList<PackageColumn> columns)
{
    /// <summary>Name of the table and of its file.</summary>
    public string Name => name;
    /// <summary>Kind of record.</summary>
    public RecordKind Kind => kind;
    /// <summary>Title for readers.</summary>
    public string Title => title;
    /// <summary>What one row is.</summary>
    public string Description => description;
    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<PackageColumn> Columns => columns;
    /// <summary>Path of the file inside the package.</summary>
    public string File => $"data/{name}.csv";

    /// <summary>The rows that stood at a moment, by id, amounts by their engagement first, read in batches: what is about one record stands together in every file.</summary>
    public abstract IAsyncEnumerable<JsonObject> StandingAsync(BoardDb db, DateTimeOffset moment, CancellationToken cancel);

    /// <summary>Every version known at a moment, by number, read in batches.</summary>
    public abstract IAsyncEnumerable<(Versioned Version, JsonObject Row)> VersionsAsync(BoardDb db, DateTimeOffset moment, CancellationToken cancel);

    /// <summary>The version that a row tells of; its number and times are still to be set.</summary>
    /// <exception cref="JsonException">The row is not one of this table.</exception>
    public abstract Versioned Version(JsonObject row);

    /// <summary>The seed record of a row: its own fields, each where the seed files have it.</summary>
    public JsonObject ToSeed(JsonObject row)
    {
        var seed = new JsonObject();
        foreach (var column in columns.Where(c => c.Role == ColumnRole.Field))
            if (row[column.Name] is { } value) Put(seed, column.Steps, value.DeepClone());
        return seed;
    }

    /// <summary>The row of a seed record that also has the columns which are no fields of it.</summary>
    protected JsonObject ToRow(JsonObject seed)
    {
        var row = new JsonObject();
        foreach (var column in columns)
            if (column.Steps.Aggregate((JsonNode?)seed, Step) is { } value && (column.IsRequired || value is not JsonArray { Count: 0 } and not JsonObject { Count: 0 }) && !(value is JsonValue v && v.TryGetValue(out string? text) && text.Length == 0))
                row[column.Name] = value.DeepClone();
        return row;
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject o => o[step],
        JsonArray a => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture) is var i && i < a.Count ? a[i] : null,
        _ => null,
    };

    // A list is made of its columns in their order; one whose first is empty is then too short, which its schema says.
    private static void Put(JsonObject seed, IReadOnlyList<string> steps, JsonNode value)
    {
        if (steps is [var name]) seed[name] = value;
        else if (char.IsAsciiDigit(steps[1][0])) { if (seed[steps[0]] is not JsonArray list) seed[steps[0]] = list = []; list.Add(value); }
        else { if (seed[steps[0]] is not JsonObject inner) seed[steps[0]] = inner = []; inner[steps[1]] = value; }
    }
}

/// <summary>A table of one kind of record.</summary>
/// <param name="toSeed">The seed record of a version, as JSON, with the columns that are no fields of it.</param>
/// <param name="fromRow">The version of a row and its seed record.</param>
/// <param name="whole">Adds what belongs to a version.</param>
/// <param name="after">The versions after one, in the order of the file, where that is not by id.</param>
public sealed class PackageTable<T>(string name, RecordKind kind, string title, string description, Func<T, JsonObject> toSeed, Func<JsonObject, JsonObject, T> fromRow, IReadOnlyList<PackageColumn> columns,
    Func<IQueryable<T>, IQueryable<T>>? whole = null, Func<IQueryable<T>, T?, IQueryable<T>>? after = null) : PackageTable(name, kind, title, description, columns) where T : Versioned
{
    private const int Batch = 500;

    public override async IAsyncEnumerable<JsonObject> StandingAsync(BoardDb db, DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (T? last = null; ;)
        {
            var some = await Whole((after ?? ById)(db.Set<T>().KnownAt(moment), last).Take(Batch)).ToListAsync(cancel);
            foreach (var version in some) yield return ToRow(toSeed(version));
            if (some.Count < Batch) yield break;
            last = some[^1];
        }
    }

    public override async IAsyncEnumerable<(Versioned, JsonObject)> VersionsAsync(BoardDb db, DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var some = await Whole(db.Set<T>().Where(v => v.KnownFrom <= moment && v.VersionId > after).OrderBy(v => v.VersionId).Take(Batch)).ToListAsync(cancel);
            foreach (var version in some) yield return (version, ToRow(toSeed(version)));
            if (some.Count < Batch) yield break;
            after = some[^1].VersionId;
        }
    }

    public override Versioned Version(JsonObject row)
    {
        foreach (var list in Columns.Where(c => c.Steps.Count > 1 && char.IsAsciiDigit(c.Steps[1][0])).GroupBy(c => c.Steps[0]))
            if (list.Select(c => row.ContainsKey(c.Name)).Distinct().Count() > 1) throw new JsonException($"{string.Join(" and ", list.Select(c => c.Name))} go together.");
        if (row.Select(v => v.Key).FirstOrDefault(name => Columns.All(c => c.Name != name)) is { } unknown) throw new JsonException($"'{unknown}' is not a column of {Name}.");
        return fromRow(row, ToSeed(row));
    }

    private static IQueryable<T> ById(IQueryable<T> versions, T? last)
    {
        var id = last?.Id ?? "";
        return versions.Where(v => string.Compare(v.Id, id) > 0).OrderBy(v => v.Id);
    }

    private IQueryable<T> Whole(IQueryable<T> versions) => whole is null ? versions : whole(versions);
}
