using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Countries;

/// <summary>A country page as data.</summary>
public sealed class CountryPageData(CountryQuery query, Reading reading, Format format, IStringLocalizer<CountryTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => Country(key) is not { } country ? new PageScope() : new PageScope
    {
        Filter = reading.Filter with { Countries = [country.Id], Actors = CountryQuery.Others(country, reading.Filter, reading.Parties) },
        Records = [new RecordRef(RecordKind.Party, country.Id)],
    };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        if (Country(key) is not { } country) return null;
        var model = await query.ReadAsync(country, reading.Filter, reading.AsOf, cancel);
        // Every amount is read only for what holds them.
        var whole = new Lazy<Task<CountryModel>>(() => query.ReadAsync(country, reading.Filter, reading.AsOf, cancel, isWhole: true));
        var tables = new DataTables(reading);
        return new PageDocument(L["title", PartyDirectory.Name(country)], CountryPage.Description(model, format, L, T))
        {
            Keep = [reading.ZoomPair],
            Facts = [.. PageFact.Leading(T, format, model.Between, model.Money, model.Profile.Sources.Count)],
            Tables =
            [
                tables.Engagements(query.AllAsync(country, reading.Filter, reading.AsOf, cancel)),
                DataTables.Totals(async () => Scopes(country, await whole.Value)), tables.Money(async () => (await whole.Value).Money),
                DataTable.Of("actors", model.Columns.Where(c => c.ActorId != country.Id), new DataColumn<ActorColumn>("actor", DataType.Text, c => c.ActorId), new("engagements", DataType.Whole, c => c.Rows.Count),
                    new("searched", DataType.Text, c => Word.Of(model.Searched.Of(c.ActorId, country.Id).State)), new("latest", DataType.Text, c => c.Rows.Last?.Id)),
                tables.Engagements(model.Regional.SelectMany(r => r.Rows.Shown).DistinctBy(r => r.Id), "regional_engagements"), tables.Money(async () => new MoneyScope([.. (await whole.Value).Regional.SelectMany(r => r.Money.Rows)]), "regional_money"),
                tables.Engagements(model.About.Shown, "about_engagements"), .. model.Profile.Tables(tables),
            ],
        };
    }

    private static IEnumerable<(string? Actor, string? Host, MoneyScope Money)> Scopes(Party country, CountryModel model) =>
        [(null, country.Id, model.Money), .. model.Columns.Where(c => c.ActorId != country.Id).Select(c => ((string?)c.ActorId, (string?)country.Id, c.Money)), .. model.Regional.Select(r => ((string?)null, (string?)r.RegionId, r.Money))];

    private Party? Country(string? key) => reading.Parties.Find(key) is { IsCountry: true } country ? country : null;
}
