using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Money;

/// <summary>The money page as data.</summary>
public sealed class MoneyPageData(MoneyQuery query, Reading reading, FilterWords words, Format format, IStringLocalizer<MoneyTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = reading.Filter };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var model = await query.ReadAsync(reading.Filter, reading.AsOf, cancel, isWhole: true);
        var (sentence, tables) = (words.Sentence(reading.Filter), new DataTables(reading));
        var actors = reading.Parties.Actors.Select(a => (Actor: (string?)a.Id, Host: (string?)null, Money: model.Money.Of(a.Id))).Where(s => s.Money.Rows.Count > 0);
        return new PageDocument(MoneyPage.TitleOf(reading.Filter, sentence, L), MoneyPage.Description(model, sentence, format, L))
        {
            Facts = [new PageFact(T["fact.pledged"], format.Total(model.Money.Total())), new PageFact(T["fact.amounts"], Format.Number(model.Money.Rows.Count))],
            Tables =
            [
                tables.Money(model.Money), DataTables.Totals([(null, null, model.Money), .. actors, .. model.Pairs.Select(p => ((string?)p.ActorId, (string?)p.HostId, p.Money))]), tables.Money(model.Regional, "regional_money"),
                tables.Sources(await query.SourcesAsync(model, reading.AsOf, cancel)),
            ],
        };
    }
}
