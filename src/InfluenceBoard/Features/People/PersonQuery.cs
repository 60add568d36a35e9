using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>Everything a person's page shows.</summary>
/// <param name="Person">The person.</param>
/// <param name="Organisation">The person's institution, if it is recorded.</param>
/// <param name="Around">Engagements, and who else is named in them.</param>
/// <param name="Stances">Reported positions that the person voiced, latest first.</param>
/// <param name="Dossier">Claims and versions.</param>
public sealed record PersonModel(Person Person, Organisation? Organisation, Surroundings Around, IReadOnlyList<Claimed<Stance>> Stances, Dossier Dossier);

/// <summary>Reads a person's page.</summary>
public sealed class PersonQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>Reads a person as of a moment, or null when there was none of this id.</summary>
    /// <param name="isWhole">Whether all of its engagements are wanted, however many.</param>
    public async Task<PersonModel?> ReadAsync(string id, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.People.KnownAt(asOf).FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } person) return null;
        var organisation = person.OrganisationId is { } own ? await db.Organisations.KnownAt(asOf).FirstOrDefaultAsync(o => o.Id == own, cancel) : null;
        var stances = await db.Stances.KnownAt(asOf).Where(s => s.People.Contains(id)).OrderByDescending(s => s.Latest).ThenBy(s => s.Id).ToListAsync(cancel);
        string[] stanceIds = [.. stances.Select(s => s.Id)];
        var claims = await db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Stance && stanceIds.Contains(c.RecordId)).OrderBy(c => c.Order).ToListAsync(cancel);
        return new PersonModel(person, organisation, await Surroundings.ReadAsync(db, RecordKind.Person, id, person.PartyId, parties, asOf, isWhole, cancel),
            [.. stances.Select(s => new Claimed<Stance>(s, [.. claims.Where(c => c.RecordId == s.Id)]))],
            await Dossier.ReadAsync(db, RecordKind.Person, person, person.Name, db.People, claims, asOf, cancel));
    }
}
