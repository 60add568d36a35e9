using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.People;

/// <summary>The list of institutions as data.</summary>
public sealed class OrganisationsPageData(PeopleQuery query, Reading reading, IHttpContextAccessor http, IStringLocalizer<PeopleTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Kinds = [RecordKind.Organisation] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var chosen = PartyChoice.Read(http.HttpContext!.Request, reading);
        var all = await query.OrganisationsAsync(reading.AsOf, cancel);
        var lines = all.Where(l => chosen is null || l.Record.PartyId == chosen.Id).Select(l => (l.Record, l.Engagements)).ToList();
        var tables = new DataTables(reading);
        return new PageDocument(L["organisations.title"], L["organisations.description", L.Count("with.organisations", all.Count)])
        {
            Keep = PartyChoice.InAddress(chosen),
            Facts = [new PageFact(T["nav.organisations"], Format.Number(lines.Count))],
            Tables = [tables.Organisations(lines)],
        };
    }
}
