using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Actors;

/// <summary>Reads the index of the actors.</summary>
public sealed class ActorsQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    /// <summary>Reads one line for each actor, as of a moment.</summary>
    public async Task<IReadOnlyList<PartyIndexLine>> ReadAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await PartyIndexLine.ReadAsync(db, tally, parties.Actors, parties.Countries, areHosts: false, asOf, cancel);
    }
}
