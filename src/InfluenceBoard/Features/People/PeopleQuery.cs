using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.People;

/// <summary>Reads the lists of people, institutions and places, those with most engagements first.</summary>
public sealed class PeopleQuery(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Every person as of a moment.</summary>
    public Task<IReadOnlyList<NamedLine<Person>>> PeopleAsync(DateTimeOffset? asOf, CancellationToken cancel) => ReadAsync<Person>(RecordKind.Person, p => p.Name, asOf, cancel);

    /// <summary>Every institution as of a moment.</summary>
    public Task<IReadOnlyList<NamedLine<Organisation>>> OrganisationsAsync(DateTimeOffset? asOf, CancellationToken cancel) => ReadAsync<Organisation>(RecordKind.Organisation, o => o.Name, asOf, cancel);

    /// <summary>Every place as of a moment.</summary>
    public Task<IReadOnlyList<NamedLine<Place>>> PlacesAsync(DateTimeOffset? asOf, CancellationToken cancel) => ReadAsync<Place>(RecordKind.Place, p => p.Name, asOf, cancel);

    private async Task<IReadOnlyList<NamedLine<T>>> ReadAsync<T>(RecordKind kind, Func<T, string> name, DateTimeOffset? asOf, CancellationToken cancel) where T : Versioned
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return NamedLine.Of(await db.Set<T>().KnownAt(asOf).ToListAsync(cancel), await NamedCounts.ReadAsync(db, kind, null, asOf, cancel), name);
    }
}
