using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.People;

/// <summary>The list of places as data.</summary>
public sealed class PlacesPageData(PeopleQuery query, Reading reading, IHttpContextAccessor http, IStringLocalizer<PeopleTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Kinds = [RecordKind.Place] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var chosen = PartyChoice.Read(http.HttpContext!.Request, reading);
        var all = await query.PlacesAsync(reading.AsOf, cancel);
        var lines = all.Where(l => chosen is null || l.Record.PartyId == chosen.Id).Select(l => (l.Record, (int?)l.Engagements)).ToList();
        var tables = new DataTables(reading);
        return new PageDocument(L["places.title"], L["places.description", L.Count("count.places", all.Count)])
        {
            Keep = PartyChoice.InAddress(chosen),
            Facts = [new PageFact(T["nav.places"], Format.Number(lines.Count))],
            Tables = [tables.Places(lines)],
            Map = tables.Features(lines),
        };
    }
}
