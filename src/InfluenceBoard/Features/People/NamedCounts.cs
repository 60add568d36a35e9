using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>In how many engagements people, institutions or places are named, and with how many others of their kind.</summary>
/// <remarks>Goes once along those named, one engagement after another, and holds no more than a number for each pair.</remarks>
public sealed class NamedCounts
{
    private readonly Dictionary<string, Count> byId = new(StringComparer.Ordinal);

    /// <summary>Counts as of a moment.</summary>
    /// <param name="db">The board.</param>
    /// <param name="kind">People, institutions or places.</param>
    /// <param name="only">The only ones that are counted, with those beside them; all when null.</param>
    /// <param name="asOf">The moment; now when null.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<NamedCounts> ReadAsync(BoardDb db, RecordKind kind, IReadOnlyCollection<string>? only, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var counts = new NamedCounts();
        if (only is { Count: 0 }) return counts;
        var engagements = db.Engagements.KnownAt(asOf);
        var named = kind switch
        {
            RecordKind.Person => db.Set<EngagementPerson>().Select(p => new NamedPart { VersionId = p.VersionId, Id = p.PersonId }),
            RecordKind.Organisation => db.Set<EngagementOrganisation>().Select(o => new NamedPart { VersionId = o.VersionId, Id = o.OrganisationId }),
            RecordKind.Place => db.Set<EngagementPlace>().Select(p => new NamedPart { VersionId = p.VersionId, Id = p.PlaceId }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only people, institutions and places are named in engagements."),
        };
        if (only is not null)
        {
            var list = KnownRecords.List([.. only]);
            var versions = named.Where(n => db.Texts(list).Select(t => t.Value).Contains(n.Id)).Select(n => n.VersionId);
            named = named.Where(n => versions.Contains(n.VersionId));
        }
        var rows = named.Join(engagements, n => n.VersionId, e => e.VersionId, (n, e) => new { n.VersionId, n.Id, e.Type, e.Status }).OrderBy(r => r.VersionId).ThenBy(r => r.Id);
        var (version, isMeeting, together) = (0L, false, new List<string>());
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (row.VersionId != version)
            {
                counts.Add(together, isMeeting);
                (version, isMeeting) = (row.VersionId, Encounters.IsMeeting(row.Type, row.Status));
                together.Clear();
            }
            together.Add(row.Id);
        }
        counts.Add(together, isMeeting);
        return counts;
    }

    /// <summary>The line of a record.</summary>
    public NamedLine<T> Line<T>(T record) where T : Versioned =>
        byId.TryGetValue(record.Id, out var count) ? new NamedLine<T>(record, count.Engagements, count.Met.Count, count.Met.Values.Count(met => met)) : new NamedLine<T>(record, 0, 0, 0);

    private void Add(List<string> together, bool isMeeting)
    {
        foreach (var id in together)
        {
            if (!byId.TryGetValue(id, out var count)) byId[id] = count = new Count();
            count.Engagements++;
            foreach (var other in together)
                if (other != id) count.Met[other] = isMeeting || count.Met.GetValueOrDefault(other);
        }
    }

    // Engagements of one, and whether it is named in a meeting with each other.
    private sealed class Count
    {
        public int Engagements { get; set; }

        public Dictionary<string, bool> Met { get; } = new(StringComparer.Ordinal);
    }

    private sealed class NamedPart
    {
        public required long VersionId { get; init; }

        public required string Id { get; init; }
    }
}
