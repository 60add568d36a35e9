using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>Another who is named in the same engagements.</summary>
/// <param name="Record">The other.</param>
/// <param name="Rows">The engagements in which both are named, latest first.</param>
/// <param name="Met">Those of them that are meetings.</param>
public sealed record Together<T>(T Record, IReadOnlyList<EngagementRow> Rows, IReadOnlyList<EngagementRow> Met);

/// <summary>The engagements of one person, institution or place, and who else is named in them.</summary>
/// <param name="Rows">The engagements, latest first.</param>
/// <param name="Parts">The part played in each, where the record states one.</param>
/// <param name="People">People, most often first.</param>
/// <param name="Organisations">Institutions, most often first.</param>
/// <param name="Parties">Countries and actors that take part, its own left out, in the board's order.</param>
/// <param name="Places">Where, most often first.</param>
/// <param name="Contradictions">Claims on these engagements that contradict each other.</param>
public sealed record Surroundings(IReadOnlyList<EngagementRow> Rows, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<Together<Person>> People, IReadOnlyList<Together<Organisation>> Organisations,
    IReadOnlyList<Together<Party>> Parties, IReadOnlyList<Together<Place>> Places, IReadOnlyList<Contradiction> Contradictions)
{
    /// <summary>Most engagements that a page looks at.</summary>
    public const int Most = 100;

    /// <summary>Number of engagements, those that are not looked at included.</summary>
    public int Count { get; private init; } = Rows.Count;

    /// <summary>Whether there are more than are looked at: everything but <see cref="Count"/> is of the latest.</summary>
    public bool IsCut => Count > Rows.Count;

    /// <summary>Who else is named, as tables of data: how often together, and in how many meetings.</summary>
    public IEnumerable<DataTable> Tables()
    {
        yield return Of("named_people", People, p => p.Id, p => p.Name);
        yield return Of("named_organisations", Organisations, o => o.Id, o => o.Name);
        yield return Of("named_parties", Parties, p => p.Id, PartyDirectory.Name);
        yield return Of("named_places", Places, p => p.Id, p => p.Name);

        static DataTable Of<T>(string name, IEnumerable<Together<T>> lines, Func<T, string> id, Func<T, string> called) => DataTable.Of(name, lines, new DataColumn<Together<T>>("id", DataType.Text, t => id(t.Record)), new("name", DataType.Text, t => called(t.Record)),
            new("engagements", DataType.Whole, t => t.Rows.Count), new("met", DataType.Whole, t => t.Met.Count), new("together", DataType.List, t => t.Rows.Select(r => r.Id).ToArray()));
    }

    /// <summary>The engagements of a person, an institution or a place.</summary>
    public static IQueryable<Engagement> EngagementsOf(BoardDb db, RecordKind kind, string id, DateTimeOffset? asOf) => kind switch
    {
        // By the parts: as a question of each engagement the database would go along all of them.
        RecordKind.Person => db.Engagements.KnownAt(asOf).Where(e => db.Set<EngagementPerson>().Where(x => x.PersonId == id).Select(x => x.VersionId).Contains(e.VersionId)),
        RecordKind.Organisation => db.Engagements.KnownAt(asOf).Where(e => db.Set<EngagementOrganisation>().Where(x => x.OrganisationId == id).Select(x => x.VersionId).Contains(e.VersionId)),
        RecordKind.Place => db.Engagements.KnownAt(asOf).Where(e => db.Set<EngagementPlace>().Where(x => x.PlaceId == id).Select(x => x.VersionId).Contains(e.VersionId)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only people, institutions and places are named in engagements."),
    };

    /// <summary>Reads what is around a record.</summary>
    /// <param name="db">The board.</param>
    /// <param name="kind">Kind of the record.</param>
    /// <param name="id">Its id.</param>
    /// <param name="ownParty">Party that it belongs to, if it belongs to one.</param>
    /// <param name="parties">The parties.</param>
    /// <param name="asOf">Moment at which the board is read.</param>
    /// <param name="isWhole">Whether all engagements are wanted, however many; else the latest <see cref="Most"/>.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Surroundings> ReadAsync(BoardDb db, RecordKind kind, string id, string? ownParty, PartyDirectory parties, DateTimeOffset? asOf, bool isWhole, CancellationToken cancel)
    {
        var all = await EngagementsOf(db, kind, id, asOf).OrderByDescending(e => e.Latest).ThenByDescending(e => e.Earliest).ThenBy(e => e.Id).Select(e => e.Id).ToArrayAsync(cancel);
        var ids = isWhole ? all : [.. all.Take(Most)];
        var (rows, list) = (await db.RowsOfAsync(ids, asOf, cancel), KnownRecords.List(ids));
        var named = (await db.Engagements.KnownAt(asOf).Where(e => db.Texts(list).Select(t => t.Value).Contains(e.Id)).WithParts().ToListAsync(cancel)).ToDictionary(e => e.Id, StringComparer.Ordinal);
        IReadOnlyList<Encounter> Count(RecordKind other, Func<Engagement, IEnumerable<string>> ids) =>
            Encounters.With(kind == other ? id : null, rows.Select(r => new Naming(r.Id, Encounters.IsMeeting(r.Type, r.Status), [.. ids(named[r.Id])])));
        var people = Count(RecordKind.Person, e => e.People.Select(p => p.PersonId));
        var organisations = Count(RecordKind.Organisation, e => e.Organisations.Select(o => o.OrganisationId));
        var places = Count(RecordKind.Place, e => e.Places.Select(p => p.PlaceId));
        var takingPart = Count(RecordKind.Party, e => e.Parties.Where(p => p.Role != PartyRole.About).Select(p => p.PartyId)).ToDictionary(e => e.OtherId, StringComparer.Ordinal);

        string[] peopleIds = [.. people.Select(e => e.OtherId)], organisationIds = [.. organisations.Select(e => e.OtherId)], placeIds = [.. places.Select(e => e.OtherId)];
        var claims = await db.ClaimsOfAsync(RecordKind.Engagement, ids, asOf, cancel);
        var byId = rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var parts = kind switch
        {
            RecordKind.Person => named.Values.SelectMany(e => e.People.Where(p => p.PersonId == id).Select(p => (e.Id, p.As))),
            RecordKind.Organisation => named.Values.SelectMany(e => e.Organisations.Where(o => o.OrganisationId == id).Select(o => (e.Id, o.As))),
            _ => [],
        };
        return new Surroundings(rows, parts.Where(p => p.As is not null).ToDictionary(p => p.Id, p => p.As!, StringComparer.Ordinal),
            Lines(people, await db.People.KnownAt(asOf).Where(p => peopleIds.Contains(p.Id)).ToListAsync(cancel), p => p.Name),
            Lines(organisations, await db.Organisations.KnownAt(asOf).Where(o => organisationIds.Contains(o.Id)).ToListAsync(cancel), o => o.Name),
            [.. parties.All.Where(p => p.Id != ownParty && takingPart.ContainsKey(p.Id)).Select(p => Line(takingPart[p.Id], p))],
            Lines(places, await db.Places.KnownAt(asOf).Where(p => placeIds.Contains(p.Id)).ToListAsync(cancel), p => p.Name),
            Contradiction.Of(claims, rows.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal))) { Count = all.Length };

        Together<T> Line<T>(Encounter encounter, T record) => new(record, [.. encounter.Together.Select(e => byId[e])], [.. encounter.Met.Select(e => byId[e])]);

        IReadOnlyList<Together<T>> Lines<T>(IReadOnlyList<Encounter> encounters, List<T> records, Func<T, string> name) where T : Versioned =>
            [.. encounters.Join(records, e => e.OtherId, r => r.Id, Line, StringComparer.Ordinal).OrderByDescending(l => l.Rows.Count).ThenBy(l => name(l.Record), StringComparer.Ordinal)];
    }
}
