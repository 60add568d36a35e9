using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.People;

/// <summary>The page of a place as data.</summary>
public sealed class PlacePageData(PlaceQuery query, Reading reading, IStringLocalizer<PeopleTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => key is null ? new PageScope() : new PageScope { Records = [new RecordRef(RecordKind.Place, key)] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        if (key is null || await query.ReadAsync(key, reading.AsOf, cancel, isWhole: true) is not { } model) return null;
        var tables = new DataTables(reading);
        return new PageDocument(model.Place.Name, PlacePage.Description(model, L, T))
        {
            Keep = [reading.ZoomPair],
            Facts = [.. PageFact.Leading(T, null, model.Around.Rows.Count, null, model.Dossier.Sources.Count)],
            Tables = [tables.Engagements(model.Around.Rows), tables.Places([(model.Place, model.Around.Rows.Count)]), tables.Claims(model.Dossier.Claims, model.Dossier.Sources), .. model.Around.Tables()],
            Map = tables.Features([(model.Place, (int?)model.Around.Rows.Count)]),
        };
    }
}
