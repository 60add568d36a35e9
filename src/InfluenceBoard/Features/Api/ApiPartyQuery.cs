using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads countries and actors. They are a dozen, so their page is cut from all of them.</summary>
public sealed class ApiPartyQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the parties on which a condition holds, in the fixed order.</summary>
    public async Task<ApiList<ApiParty>> ListAsync(Func<Party, bool> condition, string list, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = await ReadAsync(db, cancel);
        var wanted = all.Where(condition).ToList();
        IReadOnlyList<Party> rows = [.. wanted.Where(p => call.After is null || string.CompareOrdinal(Key(p), call.After) > 0).Take(call.Limit + 1)];
        return await call.ListAsync(wanted.Count, rows, Key, shown => RecordsAsync(db, shown, all, list, cancel));
    }

    /// <summary>The party of a slug, code or name; null when no party of the kind is called so.</summary>
    public async Task<ApiItem<ApiParty>?> FindAsync(Func<Party, bool> condition, string list, string name, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = await ReadAsync(db, cancel);
        return new PartyDirectory(all).Find(name) is { } party && condition(party) ? new ApiItem<ApiParty> { Board = call.Board, Item = (await RecordsAsync(db, [party], all, list, cancel))[0] } : null;
    }

    private async Task<List<Party>> ReadAsync(BoardDb db, CancellationToken cancel) => [.. (await db.Parties.KnownAt(call.AsOf).ToListAsync(cancel)).OrderBy(Key, StringComparer.Ordinal)];

    private static string Key(Party party) => $"{party.Order:D6} {party.Id}";

    private async Task<IReadOnlyList<ApiParty>> RecordsAsync(BoardDb db, IReadOnlyList<Party> rows, IReadOnlyList<Party> all, string list, CancellationToken cancel)
    {
        string[] ids = [.. rows.Select(p => p.Id)];
        var seats = from e in db.Engagements.KnownAt(call.AsOf) from p in e.Parties where ids.Contains(p.PartyId) && p.Role != PartyRole.About select new { p.PartyId, e.Id };
        var counts = await seats.Distinct().GroupBy(s => s.PartyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return
        [
            .. rows.Select(p => new ApiParty
            {
                Id = p.Id, Url = places.Url(u => list == "actors" ? u.Actor(p.Slug) : u.Country(p.Slug)), Self = places.Self(list, p.Slug), Slug = p.Slug, Name = PartyDirectory.Name(p), IsCountry = p.IsCountry, IsActor = p.IsActor,
                Iso3 = p.Iso3, Numeric = p.Numeric, Longitude = p.Longitude, Latitude = p.Latitude, Note = p.Note, Version = ApiVersion.Of(p), Engagements = counts.GetValueOrDefault(p.Id),
                Regions = [.. all.Where(r => r.Kind == "region" && r.Members.Contains(p.Id)).Select(r => new ApiPartyRef { Id = r.Id, Slug = r.Slug, Name = PartyDirectory.Name(r) })],
            }),
        ];
    }
}
