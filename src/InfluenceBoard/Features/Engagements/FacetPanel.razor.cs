using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Engagements;

/// <summary>The facets as a form: their values.</summary>
public sealed partial class FacetPanel
{
    // A chosen year opens again.
    private void Year(Html html, FacetValue value)
    {
        var rest = value.IsChosen ? Reading.Filter.Opened(InfluenceBoard.Shared.Facets.Year) : Reading.Filter.With(InfluenceBoard.Shared.Facets.Year, value.Word);
        html.Add($"""<li><a href="{Reading.Urls.Engagements(rest, Keep)}" data-keep="year-{value.Word}"{html.Attribute("aria-current", value.IsChosen ? "true" : null)}>{Words.Value(InfluenceBoard.Shared.Facets.Year, value.Word)} <span class="n">{Format.Number(value.Count)}</span></a></li>""");
    }

    private void Choice(Html html, string type, string name, string word, FacetValue value) => html
        .Add($"""<label><input type="{type}" name="{name}" value="{word}"{html.Attribute("checked", value.IsChosen ? "" : null)} /> <span>{Words.Value(name, value.Word)}</span> <span class="n">{Format.Number(value.Count)}</span></label>""");
}
