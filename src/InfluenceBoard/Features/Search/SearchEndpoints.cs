using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Search;

/// <summary>Suggestions for the search box, as data.</summary>
public static class SearchEndpoints
{
    /// <summary>Address of the suggestions.</summary>
    public const string Suggest = "/search/suggest";

    /// <summary>Maps <c>/search/suggest?q=</c>: a list of <c>{ kind, label, name, href }</c>, the label in the page's language, the name in the script that was typed where the record has one.</summary>
    public static IEndpointConventionBuilder MapSearch(this IEndpointRouteBuilder app) => app.MapGet(Suggest, async (HttpContext context, SearchQuery query, Reading reading, IStringLocalizer<SearchTexts> texts) =>
    {
        string? typed = context.Request.Query[Urls.Text].LastOrDefault();
        var words = Data.SearchPhrase.Of(typed).Marks.ToList();
        var hits = await query.SuggestAsync(typed, reading.AsOf, context.RequestAborted);
        return Results.Json(hits.Select(h => new
        {
            kind = (string)texts["one." + Word.Of(h.Kind)],
            label = h.Title ?? reading.Parties.Name(h.Id),
            name = h.Names.Values.FirstOrDefault(n => Marking.Holds(n, words)),
            href = h.Address!(reading.Urls),
        }), JsonSerializerOptions.Web);
    });
}
