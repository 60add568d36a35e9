using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>A page that is data too: its route, an address of it, and the formats that it has.</summary>
/// <param name="Address">Path of one such page; null when the board has none.</param>
public sealed record DataLine(string Route, string? Address, IReadOnlyList<PageFormat> Formats);

/// <summary>Finds every page that is data, with an example of each.</summary>
public sealed class DataQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties, IServiceProvider services)
{
    /// <summary>The pages by route, with examples as of a moment.</summary>
    public async Task<IReadOnlyList<DataLine>> ReadAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var lines = new List<DataLine>();
        foreach (var type in PageData.All)
        {
            var route = PageData.RouteOf(type);
            var brace = route.IndexOf('{', StringComparison.Ordinal);
            var key = brace < 0 ? null : route[..brace] switch
            {
                "/countries/" => parties.Countries is [var country, ..] ? country.Slug : null,
                "/actors/" => parties.Actors is [var actor, ..] ? actor.Slug : null,
                "/engagements/" => await FirstAsync(db.Engagements),
                "/sources/" => await FirstAsync(db.Sources),
                "/people/" => await FirstAsync(db.People),
                "/organisations/" => await FirstAsync(db.Organisations),
                "/places/" => await FirstAsync(db.Places),
                _ => null,
            };
            var known = brace < 0 || key is not null;
            lines.Add(new DataLine(route, brace < 0 ? route : key is null ? null : route[..brace] + key, known ? [.. PageFormat.All.Where(f => f.Suits(type, ((PageData)services.GetRequiredService(type)).Scope(key)))] : []));
        }
        return lines;

        Task<string?> FirstAsync<T>(IQueryable<T> records) where T : Versioned => records.KnownAt(asOf).OrderBy(r => r.Id).Select(r => (string?)r.Id).FirstOrDefaultAsync(cancel);
    }
}
