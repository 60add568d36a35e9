using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Search;

/// <summary>What a search found, as data: what its page shows, and how many hits there are of each kind.</summary>
public sealed class SearchPageData(SearchQuery query, Reading reading, IStringLocalizer<SearchTexts> L) : PageData
{
    // Which records a search finds is not known before it is made: any change can make it find another.
    public override PageScope Scope(string? key) => PageScope.Board;

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var view = await SearchView.ReadAsync(reading, query, cancel);
        return new PageDocument(view.Typed is null ? L["title"] : L["title.of", view.Typed], L["description"])
        {
            Keep = SearchView.Pairs(view.Typed, view.Kind, view.Page),
            Facts = [.. view.Model.Groups.Take(4).Select(g => new PageFact(L["kind." + Word.Of(g.Kind)], Format.Number(g.Count)))],
            Tables =
            [
                DataTable.Of("hits", view.Model.Groups.SelectMany(g => g.Hits), new DataColumn<SearchHit>("kind", DataType.Text, h => Word.Of(h.Kind)), new("id", DataType.Text, h => h.Id), new("title", DataType.Text, h => h.Title ?? reading.Parties.Name(h.Id)),
                    new("date", DataType.Text, h => h.Date), new("party", DataType.Text, h => h.PartyId), new("url", DataType.Address, h => h.Address is { } address ? reading.Origin + address(reading.Urls) : null)),
                DataTable.Of("counts", view.Model.Counts.OrderBy(c => c.Key), new DataColumn<KeyValuePair<RecordKind, int>>("kind", DataType.Text, c => Word.Of(c.Key)), new("hits", DataType.Whole, c => c.Value)),
            ],
        };
    }
}
