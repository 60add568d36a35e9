using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Domain;
using Column = InfluenceBoard.Seeding.PackageColumn;

namespace InfluenceBoard.Seeding;

/// <summary>The history inside a package: the changes, and every version of every record. It stands apart from the tables, so that nobody adds up two versions of one number.</summary>
public static class PackageHistory
{
    /// <summary>Names of the two tables.</summary>
    public const string Changes = "changes", Versions = "versions";

    /// <summary>Columns of <c>history/changes.csv</c>.</summary>
    public static IReadOnlyList<Column> ChangeColumns { get; } =
    [
        new("id", "integer", "Number of the change.", IsRequired: true), new("at", "datetime", "When it was made (UTC).", IsRequired: true),
        new("editor", "string", "Who made it: `seeds` for the loader, else an account.", IsRequired: true), new("reason", "string", "Why.", IsRequired: true),
    ];

    /// <summary>Columns of <c>history/versions.csv</c>.</summary>
    public static IReadOnlyList<Column> VersionColumns { get; } =
    [
        new("kind", "string", "Kind of the record.", IsRequired: true), new("version", "integer", "Number of this version; unique over all versions of this kind of record.", IsRequired: true),
        new("id", "string", "Stable id of the record, the same in every version. Addresses are made of it.", IsRequired: true),
        new("knownFrom", "datetime", "When the board came to know this version (UTC).", IsRequired: true),
        new("knownTo", "datetime", "When it was replaced or withdrawn (UTC); empty while it stands."),
        new("change", "integer", "The change that opened this version.", Refers: Changes, IsRequired: true),
        new("closedBy", "integer", "The change that replaced or withdrew it; empty while it stands.", Refers: Changes),
        new("hash", "string", "SHA-256 of the content: equal hashes, equal content."),
        new("content", "object", "The record as the table of its kind has it, empty fields left out.", IsRequired: true),
    ];

    /// <summary>Path of a table's file inside the package.</summary>
    public static string File(string table) => $"history/{table}.csv";

    /// <summary>The row of a change.</summary>
    public static JsonObject Row(Change change) => new() { ["id"] = change.Id, ["at"] = Text(change.At), ["editor"] = change.Editor, ["reason"] = change.Reason };

    /// <summary>The row of a version as it was known at a moment: what closed it later is not in it.</summary>
    public static JsonObject Row(RecordKind kind, Versioned version, JsonObject content, DateTimeOffset moment)
    {
        var isClosed = version.KnownTo <= moment;
        return new JsonObject
        {
            ["kind"] = Word.Of(kind), ["version"] = version.VersionId, ["id"] = version.Id, ["knownFrom"] = Text(version.KnownFrom), ["knownTo"] = isClosed ? Text(version.KnownTo) : null, ["change"] = version.ChangeId,
            ["closedBy"] = isClosed ? version.ClosedById : null, ["hash"] = version.Hash, ["content"] = content,
        };
    }

    /// <summary>The change of a row.</summary>
    /// <exception cref="JsonException">The row is not one of this table.</exception>
    public static Change ChangeOf(JsonObject row) => new() { Id = Number(row, "id"), At = Instant(row, "at") ?? throw Missing("at"), Editor = TextOf(row, "editor"), Reason = TextOf(row, "reason") };

    /// <summary>The version of a row, with its kind.</summary>
    /// <exception cref="JsonException">The row is not one of this table.</exception>
    public static (RecordKind Kind, Versioned Version) VersionOf(JsonObject row)
    {
        var kind = Word.Parse<RecordKind>(TextOf(row, "kind")) ?? throw new JsonException($"kind '{row["kind"]}' is not one of: {string.Join(", ", Word.All<RecordKind>())}.");
        var version = PackageTables.Of(kind).Version(row["content"] as JsonObject ?? throw Missing("content"));
        if (version.Id != TextOf(row, "id")) throw new JsonException($"content is that of '{version.Id}'.");
        version.VersionId = Number(row, "version");
        version.KnownFrom = Instant(row, "knownFrom") ?? throw Missing("knownFrom");
        version.KnownTo = Instant(row, "knownTo") ?? Versioned.Open;
        version.ChangeId = Number(row, "change");
        version.ClosedById = row["closedBy"] is null ? null : Number(row, "closedBy");
        version.Hash = (string?)row["hash"] ?? "";
        if (version.ClosedById is not null && version.KnownTo == Versioned.Open) throw new JsonException("closedBy names what closed a version that still stands.");
        if (version.KnownTo < version.KnownFrom) throw new JsonException("knownTo is before knownFrom.");
        return (kind, version);
    }

    /// <summary>An instant as it stands in the package, to the millisecond.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(instant.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(JsonObject row, string name) => (string?)row[name] is not { } text ? null
        : DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant : throw new JsonException($"{name} '{text}' is not an instant. Accepted is 2026-01-15T10:30:00Z.");

    private static long Number(JsonObject row, string name) => row[name]?.GetValue<long>() is { } number ? number > 0 ? number : throw new JsonException($"{name} must be above zero.") : throw Missing(name);

    private static string TextOf(JsonObject row, string name) => (string?)row[name] ?? throw Missing(name);

    private static JsonException Missing(string name) => new($"'{name}' is missing.");
}
