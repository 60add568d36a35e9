using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>Everything an institution's page shows.</summary>
/// <param name="Organisation">The institution.</param>
/// <param name="Members">Its people, those with most engagements first.</param>
/// <param name="Around">Engagements, and who else is named in them.</param>
/// <param name="Dossier">Claims and versions.</param>
public sealed record OrganisationModel(Organisation Organisation, IReadOnlyList<NamedLine<Person>> Members, Surroundings Around, Dossier Dossier);

/// <summary>Reads an institution's page.</summary>
public sealed class OrganisationQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>Reads an institution as of a moment, or null when there was none of this id.</summary>
    /// <param name="isWhole">Whether all of its engagements are wanted, however many.</param>
    public async Task<OrganisationModel?> ReadAsync(string id, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Organisations.KnownAt(asOf).FirstOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation) return null;
        var members = await db.People.KnownAt(asOf).Where(p => p.OrganisationId == id).ToListAsync(cancel);
        return new OrganisationModel(organisation, NamedLine.Of(members, await NamedCounts.ReadAsync(db, RecordKind.Person, [.. members.Select(m => m.Id)], asOf, cancel), p => p.Name),
            await Surroundings.ReadAsync(db, RecordKind.Organisation, id, organisation.PartyId, parties, asOf, isWhole, cancel),
            await Dossier.ReadAsync(db, RecordKind.Organisation, organisation, organisation.Name, db.Organisations, [], asOf, cancel));
    }
}
