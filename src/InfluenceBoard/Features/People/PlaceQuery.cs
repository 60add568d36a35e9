using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>Everything a place's page shows.</summary>
/// <param name="Place">The place.</param>
/// <param name="Around">Engagements there, and who is named in them.</param>
/// <param name="Dossier">Claims and versions.</param>
public sealed record PlaceModel(Place Place, Surroundings Around, Dossier Dossier);

/// <summary>Reads a place's page.</summary>
public sealed class PlaceQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>Reads a place as of a moment, or null when there was none of this id.</summary>
    /// <param name="isWhole">Whether all of its engagements are wanted, however many.</param>
    public async Task<PlaceModel?> ReadAsync(string id, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Places.KnownAt(asOf).FirstOrDefaultAsync(p => p.Id == id, cancel) is not { } place) return null;
        return new PlaceModel(place, await Surroundings.ReadAsync(db, RecordKind.Place, id, null, parties, asOf, isWhole, cancel),
            await Dossier.ReadAsync(db, RecordKind.Place, place, null, db.Places, [], asOf, cancel));
    }
}
