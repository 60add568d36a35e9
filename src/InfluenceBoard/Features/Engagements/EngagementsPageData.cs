using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Engagements;

/// <summary>The explorer as data: every engagement that the filter lets through, whatever page of them is shown.</summary>
public sealed class EngagementsPageData(EngagementsQuery query, Reading reading, FilterWords words, Format format, IStringLocalizer<EngagementTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = reading.Filter };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var view = EngagementsView.Of(reading);
        var (total, money) = await query.SumAsync(reading.Filter, reading.AsOf, cancel);
        // What a file does not hold is not read for it; what it holds twice is read once.
        var whole = new Lazy<Task<MoneyScope>>(() => query.MoneyAsync(reading.Filter, reading.AsOf, cancel));
        var sources = new Lazy<Task<IReadOnlyList<SourceLine>>>(() => query.SourcesAsync(reading.Filter, reading.AsOf, cancel));
        var (sentence, tables) = (words.Sentence(reading.Filter), new DataTables(reading));
        return new PageDocument(EngagementsPage.TitleOf(reading.Filter, sentence, L), EngagementsPage.Description(total, money, sentence, format, L, T))
        {
            Keep = view.Pairs,
            Facts = [.. PageFact.Leading(T, format, total, money, null)],
            MoreFacts = async () => [PageFact.OfSources(T, (await sources.Value).Count)],
            Tables =
            [
                tables.Engagements(query.AllAsync(reading.Filter, view, reading.AsOf, cancel)), DataTables.Totals(async () => [(null, null, await whole.Value)]), tables.Money(() => whole.Value),
                tables.Sources(async () => await sources.Value),
            ],
        };
    }
}
