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
        var steps = new List<(DateTimeOffset At, HistoryStep Step)>();
        foreach (var record in versions.GroupBy(v => (v.GetType(), v.Id)))
        {
            Versioned? before = null;
            foreach (var version in record.OrderBy(v => v.KnownFrom))
            {
                steps.Add((version.KnownFrom, before is null || before.KnownTo != version.KnownFrom
                    ? new HistoryStep(HistoryKind.Opened, version.Id, []) : new HistoryStep(HistoryKind.Changed, version.Id, Fields(before, version))));
                before = version;
            }
            // A gap after a version, or an end without a successor, is a withdrawal.
            var ordered = record.OrderBy(v => v.KnownFrom).ToList();
            for (var i = 0; i < ordered.Count; i++)
                if (ordered[i].KnownTo != Versioned.Open && (i == ordered.Count - 1 || ordered[i + 1].KnownFrom != ordered[i].KnownTo))
                    steps.Add((ordered[i].KnownTo, new HistoryStep(HistoryKind.Withdrawn, ordered[i].Id, [])));
        }
        return [.. changes.OrderByDescending(c => c.At).Select(c => new HistoryEntry(c, [.. steps.Where(s => s.At == c.At).Select(s => s.Step).OrderBy(s => s.RecordId, StringComparer.Ordinal)])).Where(e => e.Steps.Count > 0)];
    }

    /// <summary>The history of versions up to a moment, latest change first.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(BoardDb db, IReadOnlyCollection<Versioned> versions, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var until = asOf ?? Versioned.Open;
        DateTimeOffset[] moments = [.. versions.SelectMany(v => new[] { v.KnownFrom, v.KnownTo }).Where(t => t <= until && t != Versioned.Open).Distinct()];
        return Of(versions, await db.Changes.Where(c => moments.Contains(c.At)).ToListAsync(cancel));
    }

    private static IReadOnlyList<string> Fields(Versioned before, Versioned after)
    {
        var (old, now) = (Json(before), Json(after));
        return [.. now.Where(p => !JsonNode.DeepEquals(p.Value, old[p.Key])).Select(p => p.Key).Where(k => k != "earliest" && k != "latest")];
    }

    private static JsonObject Json(Versioned version) => JsonSerializer.SerializeToNode(version, version.GetType(), JsonSerializerOptions.Web)!.AsObject();
}
