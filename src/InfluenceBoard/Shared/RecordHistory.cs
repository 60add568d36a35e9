using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>What a change did to one record.</summary>
public enum HistoryKind { Opened, Changed, Withdrawn }

/// <summary>One step of a record's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="RecordId">Id of the record, claim or amount.</param>
/// <param name="Fields">The fields that changed.</param>
public sealed record HistoryStep(HistoryKind Kind, string RecordId, IReadOnlyList<FieldChange> Fields);

/// <summary>A field before and after a change, in words; null where it was empty.</summary>
public sealed record FieldChange(string Name, string? Before, string? After);

/// <summary>One change with everything that it did to the records of a page.</summary>
public sealed record HistoryEntry(Change Change, IReadOnlyList<HistoryStep> Steps);

/// <summary>Reads what changed from the versions that the board keeps.</summary>
public static class RecordHistory
{
    /// <summary>The history of a set of versions, latest change first.</summary>
    /// <param name="versions">Every version of the records, of any kind.</param>
    /// <param name="changes">The changes that opened or closed them, by number.</param>
    public static IReadOnlyList<HistoryEntry> Of(IEnumerable<Versioned> versions, IReadOnlyCollection<Change> changes)
    {
        var steps = new List<(long Change, HistoryStep Step)>();
        foreach (var record in versions.GroupBy(v => (v.GetType(), v.Id)))
        {
            Versioned[] ordered = [.. record.OrderBy(v => v.KnownFrom)];
            for (var i = 0; i < ordered.Length; i++)
            {
                var (version, before) = (ordered[i], i > 0 ? ordered[i - 1] : null);
                steps.Add((version.ChangeId, before is null || before.KnownTo != version.KnownFrom
                    ? new HistoryStep(HistoryKind.Opened, version.Id, []) : new HistoryStep(HistoryKind.Changed, version.Id, Fields(before, version))));
                // A gap after a version, or an end without a successor, is a withdrawal.
                if (version.ClosedById is { } closing && (i == ordered.Length - 1 || ordered[i + 1].KnownFrom != version.KnownTo))
                    steps.Add((closing, new HistoryStep(HistoryKind.Withdrawn, version.Id, [])));
            }
        }
        var byChange = steps.ToLookup(s => s.Change, s => s.Step);
        return [.. changes.OrderByDescending(c => c.Id).Select(c => new HistoryEntry(c, [.. byChange[c.Id].OrderBy(s => s.RecordId, StringComparer.Ordinal)])).Where(e => e.Steps.Count > 0)];
    }

    /// <summary>The history of versions up to a moment, latest change first.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(BoardDb db, IReadOnlyCollection<Versioned> versions, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var until = asOf ?? Versioned.Open;
        long[] numbers = [.. versions.SelectMany(v => new[] { v.ChangeId, v.ClosedById ?? 0 }).Distinct()];
        return Of(versions, await db.Changes.Where(c => numbers.Contains(c.Id) && c.At <= until).ToListAsync(cancel));
    }

    private static IReadOnlyList<FieldChange> Fields(Versioned before, Versioned after)
    {
        var (old, now) = (Json(before), Json(after));
        // The bounds follow from the date.
        return [.. now.Where(p => !JsonNode.DeepEquals(p.Value, old[p.Key]) && p.Key is not ("earliest" or "latest")).Select(p => new FieldChange(p.Key, Words(old[p.Key]), Words(p.Value)))];
    }

    // Lists as their items, objects as their values: what a person would write.
    private static string? Words(JsonNode? value) => value switch
    {
        null => null,
        JsonArray list => list.Count == 0 ? null : string.Join(", ", list.Select(Words)),
        JsonObject record => string.Join(" ", record.Where(p => p.Key != "order" && p.Value is not null).Select(p => Words(p.Value))),
        _ => value.ToString(),
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new WordsOfVocabulary() } };

    private static JsonObject Json(Versioned version) => JsonSerializer.SerializeToNode(version, version.GetType(), Options)!.AsObject();

    private sealed class WordsOfVocabulary : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsEnum;

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

        private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
        {
            public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word.Of(value));
        }
    }
}
