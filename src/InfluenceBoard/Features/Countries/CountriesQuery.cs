using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Countries;

/// <summary>Reads the index of the countries.</summary>
public sealed class CountriesQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    /// <summary>Reads one line for each country, as of a moment.</summary>
    public async Task<IReadOnlyList<PartyIndexLine>> ReadAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await PartyIndexLine.ReadAsync(db, tally, parties.Countries, parties.Actors, areHosts: true, asOf, cancel);
    }
}
