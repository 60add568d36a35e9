using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads engagements with everything that hangs on them.</summary>
public sealed class ApiEngagementQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places, ApiMoneyQuery money)
{
    /// <summary>A page of the engagements that pass the filter, by id.</summary>
    public async Task<ApiList<ApiEngagement>> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = db.Engagements(call.Filter, call.AsOf);
        return await call.ListAsync(await all.CountAsync(cancel), await call.Page(all).WithParts().ToListAsync(cancel), e => e.Id, rows => RecordsAsync(db, rows, cancel));
    }

    /// <summary>The engagement of an id.</summary>
    public async Task<ApiItem<ApiEngagement>?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Engagements.KnownAt(call.AsOf).WithParts().FirstOrDefaultAsync(e => e.Id == id, cancel) is { } row ? new ApiItem<ApiEngagement> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    // Everything that the page needs is read once for all of its rows.
    private async Task<IReadOnlyList<ApiEngagement>> RecordsAsync(BoardDb db, IReadOnlyList<Engagement> rows, CancellationToken cancel)
    {
        string[] ids = [.. rows.Select(e => e.Id)];
        string[] people = [.. rows.SelectMany(e => e.People).Select(p => p.PersonId).Distinct()], organisations = [.. rows.SelectMany(e => e.Organisations).Select(o => o.OrganisationId).Distinct()];
        string[] spots = [.. rows.SelectMany(e => e.Places).Select(p => p.PlaceId).Distinct()];
        var person = await db.People.KnownAt(call.AsOf).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, StringComparer.Ordinal, cancel);
        var organisation = await db.Organisations.KnownAt(call.AsOf).Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, StringComparer.Ordinal, cancel);
        var place = await db.Places.KnownAt(call.AsOf).Where(p => spots.Contains(p.Id)).ToDictionaryAsync(p => p.Id, StringComparer.Ordinal, cancel);
        var claims = (await db.Claims.KnownAt(call.AsOf).Where(c => c.RecordKind == RecordKind.Engagement && ids.Contains(c.RecordId)).OrderBy(c => c.Order).ToListAsync(cancel)).ToLookup(c => c.RecordId, StringComparer.Ordinal);
        var amounts = (await money.RecordsAsync(db, await db.Money.KnownAt(call.AsOf).Where(m => ids.Contains(m.EngagementId)).OrderBy(m => m.Id).ToListAsync(cancel), cancel)).ToLookup(m => m.EngagementId, StringComparer.Ordinal);
        return
        [
            .. rows.Select(e => new ApiEngagement
            {
                Id = e.Id, Url = places.Url(u => u.Engagement(e.Id)), Self = places.Self("engagements", e.Id), Title = e.Title, Summary = e.Summary, Type = e.Type, Status = e.Status,
                Date = ApiDate.Of(e.Date, e.Earliest, e.Latest), DateNote = e.DateNote, Note = e.Note, Domains = [.. e.Topics.Select(t => t.Topic)],
                Parties = [.. e.Parties.OrderBy(p => p.Role).ThenBy(p => p.Order).Select(p => new ApiParticipant { Party = places.Party(p.PartyId), Role = p.Role })],
                People = [.. e.People.Select(p => places.Named(p.PersonId, u => u.Person(p.PersonId), person.GetValueOrDefault(p.PersonId)?.Name ?? p.PersonId, person.GetValueOrDefault(p.PersonId)?.Names, p.As))],
                Organisations = [.. e.Organisations.Select(o => places.Named(o.OrganisationId, u => u.Organisation(o.OrganisationId), organisation.GetValueOrDefault(o.OrganisationId)?.Name ?? o.OrganisationId, organisation.GetValueOrDefault(o.OrganisationId)?.Names, o.As))],
                Places = [.. e.Places.Select(p => places.Named(p.PlaceId, u => u.Place(p.PlaceId), place.GetValueOrDefault(p.PlaceId)?.Name ?? p.PlaceId, place.GetValueOrDefault(p.PlaceId)?.Names, null))],
                Money = [.. amounts[e.Id]], Claims = [.. claims[e.Id].Select(c => places.Claim(c))], IsContested = claims[e.Id].Any(c => c.Rank != Rank.Normal), Version = ApiVersion.Of(e),
            }),
        ];
    }
}
