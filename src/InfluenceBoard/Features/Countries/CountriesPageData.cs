using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Countries;

/// <summary>The index of the countries as data.</summary>
public sealed class CountriesPageData(CountriesQuery query, Reading reading, IStringLocalizer<CountryTexts> L) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = BoardFilter.None with { Countries = [.. reading.Parties.Countries.Select(c => c.Id)] }, Records = [.. reading.Parties.Countries.Select(c => new RecordRef(RecordKind.Party, c.Id))] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var lines = await query.ReadAsync(reading.AsOf, cancel);
        return new PageDocument(L["list.title"], L["list.lead"]) { Tables = [PartyIndexLine.Table(lines)] };
    }
}
