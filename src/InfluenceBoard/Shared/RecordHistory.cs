using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>What a change did to one record.</summary>
public enum HistoryKind { Opened, Changed, Withdrawn }

/// <summary>One step of a record's history.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="RecordId">Id of the record, claim or amount.</param>
/// <param name="Fields">Names of the fields that changed.</param>
public sealed record HistoryStep(HistoryKind Kind, string RecordId, IReadOnlyList<string> Fields);

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

    private static IReadOnlyList<string> Fields(Versioned before, Versioned after)
    {
        var (old, now) = (Json(before), Json(after));
        return [.. now.Where(p => !JsonNode.DeepEquals(p.Value, old[p.Key])).Select(p => p.Key).Where(k => k != "earliest" && k != "latest")];
    }

    private static JsonObject Json(Versioned version) => JsonSerializer.SerializeToNode(version, version.GetType(), JsonSerializerOptions.Web)!.AsObject();
}
