using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>A person, institution or place as a line of a list.</summary>
/// <param name="Record">The record.</param>
/// <param name="Engagements">Number of engagements in which it is named.</param>
/// <param name="With">Number of others of its kind that are named in them.</param>
/// <param name="Met">Number of those of them with whom it is named in a meeting.</param>
public sealed record NamedLine<T>(T Record, int Engagements, int With, int Met);

/// <summary>Makes the lines of lists.</summary>
public static class NamedLine
{
    private sealed record Named(string Id, EngagementType Type, Status Status, List<string> Ids);

    /// <summary>Lines of records, those with most engagements first, then by name.</summary>
    public static IReadOnlyList<NamedLine<T>> Of<T>(IEnumerable<T> records, IReadOnlyList<Naming> namings, Func<T, string> name) where T : Versioned
    {
        var byId = namings.SelectMany(n => n.Ids.Distinct(StringComparer.Ordinal).Select(id => (Id: id, Naming: n))).ToLookup(n => n.Id, n => n.Naming, StringComparer.Ordinal);
        return
        [
            .. records.Select(r => (Record: r, Others: Encounters.With(r.Id, byId[r.Id])))
                .Select(l => new NamedLine<T>(l.Record, byId[l.Record.Id].Count(), l.Others.Count, l.Others.Count(e => e.Met.Count > 0)))
                .OrderByDescending(l => l.Engagements).ThenBy(l => name(l.Record), StringComparer.Ordinal),
        ];
    }

    /// <summary>The people, institutions or places named in each engagement.</summary>
    public static async Task<IReadOnlyList<Naming>> NamingsAsync(BoardDb db, RecordKind kind, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var all = db.Engagements.KnownAt(asOf);
        var named = kind switch
        {
            RecordKind.Person => all.Select(e => new Named(e.Id, e.Type, e.Status, e.People.Select(p => p.PersonId).ToList())),
            RecordKind.Organisation => all.Select(e => new Named(e.Id, e.Type, e.Status, e.Organisations.Select(o => o.OrganisationId).ToList())),
            RecordKind.Place => all.Select(e => new Named(e.Id, e.Type, e.Status, e.Places.Select(p => p.PlaceId).ToList())),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only people, institutions and places are named in engagements."),
        };
        return [.. (await named.ToListAsync(cancel)).Select(n => new Naming(n.Id, Encounters.IsMeeting(n.Type, n.Status), n.Ids))];
    }
}
