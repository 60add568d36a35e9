using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>What the history of a package must be: versions that follow each other, opened by changes that it has, and those that stand the same as the rows of the tables.</summary>
internal sealed class PackageHistoryRules(string file, IEnumerable<Change> changes, IReadOnlyDictionary<(RecordKind Kind, string Id), PackageRow> standing, List<SeedFault> faults)
{
    // A damaged history has one fault many times over.
    private const int Shown = 50;

    private readonly Dictionary<long, Change> known = changes.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
    private readonly HashSet<(RecordKind, long)> numbers = [];
    private readonly HashSet<(RecordKind, string)> matched = [];
    private readonly Dictionary<(RecordKind Kind, string Id), (DateTimeOffset At, long By)> closed = [];
    private readonly Dictionary<(RecordKind, string), List<(DateTimeOffset From, DateTimeOffset To, int Line)>> spans = [];
    private readonly PackageConstraints constraints = new();
    private readonly Dictionary<RecordKind, string[]> required = [];

    /// <summary>Adds every fault.</summary>
    public void Check(IEnumerable<PackageRow> rows)
    {
        var before = faults.Count;
        foreach (var row in rows)
        {
            Check(row);
            if (faults.Count - before >= Shown) return;
        }
        foreach (var ((_, id), of) in spans)
        {
            of.Sort();
            for (var i = 1; i < of.Count; i++) if (of[i].From < of[i - 1].To) Fault(of[i].Line, id, $"the version begins before the one on line {of[i - 1].Line} ends.");
        }
        foreach (var ((kind, id), row) in standing.Where(s => !matched.Contains(s.Key)).Take(Shown))
            faults.Add(new SeedFault(PackageTables.Of(kind).File, row.Line, id, "stands in its table and not in the history."));
    }

    /// <summary>The records that were withdrawn, with the reason. Those that hang on others go with them.</summary>
    public IReadOnlyList<SeedWithdrawal> Withdrawn() =>
        [.. closed.Where(c => c.Key.Kind is not (RecordKind.Money or RecordKind.Claim) && !standing.ContainsKey(c.Key)).Select(c => new SeedWithdrawal(c.Key.Kind, known[c.Value.By].Reason) { Id = c.Key.Id })];

    private void Check(PackageRow row)
    {
        var id = (string?)row.Values["id"] ?? "(no id)";
        RecordKind kind;
        Versioned version;
        try
        {
            if (Word.Parse<RecordKind>((string?)row.Values["kind"]) is { } of && row.Values["content"] is JsonObject content && Required(of).FirstOrDefault(name => content[name] is null) is { } missing)
                throw new JsonException($"content has no '{missing}'.");
            (kind, version) = PackageHistory.VersionOf(row.Values);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException) { Fault(row.Line, id, e.Message); return; }
        foreach (var change in new[] { version.ChangeId, version.ClosedById ?? version.ChangeId }.Distinct().Where(c => !known.ContainsKey(c))) Fault(row.Line, id, $"names the change {change}, which is not in the history.");
        if (!numbers.Add((kind, version.VersionId))) Fault(row.Line, id, $"the version number {version.VersionId} stands twice among records of this kind.");
        if (!spans.TryGetValue((kind, id), out var span)) spans[(kind, id)] = span = [];
        span.Add((version.KnownFrom, version.KnownTo, row.Line));
        if (version.ClosedById is { } by && !(closed.TryGetValue((kind, id), out var last) && last.At > version.KnownTo)) closed[(kind, id)] = (version.KnownTo, by);
        if (version.KnownTo != Versioned.Open) return;
        if (!standing.TryGetValue((kind, id), out var stands)) Fault(row.Line, id, $"still stands by the history and is not in {PackageTables.Of(kind).File}.");
        else if (!Same(stands.Values, (JsonObject)row.Values["content"]!)) Fault(row.Line, id, $"differs from line {stands.Line} of {PackageTables.Of(kind).File}; the version that stands is the same in both.");
        matched.Add((kind, id));
    }

    private string[] Required(RecordKind kind)
    {
        if (!required.TryGetValue(kind, out var names))
            required[kind] = names = [.. PackageTables.Of(kind).Columns.Where(c => constraints.Of(PackageTables.Of(kind), c)["required"] is not null).Select(c => c.Name)];
        return names;
    }

    private void Fault(int line, string id, string message) => faults.Add(new SeedFault(file, line, id, message));

    // Numbers are compared by what they are, not by how they are written.
    private static bool Same(JsonObject row, JsonObject content)
    {
        using var a = JsonDocument.Parse(row.ToJsonString(SeedJson.Options));
        using var b = JsonDocument.Parse(content.ToJsonString(SeedJson.Options));
        return JsonElement.DeepEquals(a.RootElement, b.RootElement);
    }
}
