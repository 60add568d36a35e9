using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Engagements;

/// <summary>The rows of the explorer, each with the columns that the view shows.</summary>
public sealed partial class EngagementsRows
{
    private void Row(Html html, EngagementRow row)
    {
        html.Markup("<tr>");
        foreach (var column in View.Columns) Cell(html, column, row);
        html.Markup("</tr>");
    }

    private Html Cell(Html html, string column, EngagementRow row) => column switch
    {
        "title" => html.Add($"""<th scope="row" lang="en"><a href="{Reading.Urls.Engagement(row.Id)}">{row.Title}</a></th>"""),
        "date" => html.Add($"""<td class="date">{Format.Date(row.Date)}</td>"""),
        "parties" => html.Add($"<td>{Pen.Parties(html, row.Parties)}</td>"),
        "type" => html.Add($"""<td data-label="{L["columns.type"]}">{T.Word(row.Type)}</td>"""),
        "domains" => html.Add($"""<td data-label="{L["columns.domains"]}">{T.List([.. row.Topics.Select(T.Word)])}</td>"""),
        "money" => html.Add($"""<td{html.Attribute("data-label", row.Money.Count > 0 ? L["columns.money"].Value : null)}>{Amounts(html, row.Money)}</td>"""),
        "status" => html.Add($"""<td data-label="{L["columns.status"]}">{Pen.Status(html, row.Status, row.IsContested)}</td>"""),
        "confidence" => html.Add($"""<td data-label="{L["columns.confidence"]}">{Rating(html, row.Confidence)}</td>"""),
        "sources" => html.Add($"""<td data-label="{L["columns.sources"]}" class="ib-num">{row.Sources}</td>"""),
        _ => html,
    };

    private Html Amounts(Html html, IReadOnlyList<MoneyItem> items)
    {
        foreach (var item in items) html.Add($"""<div class="amount">{Format.Money(item)} {Pen.Rung(html, item.Rung)}</div>""");
        return html;
    }

    private Html Rating(Html html, Confidence? rating) => rating is null ? html
        : html.Add($"""<span class="ib-tag" title="{L["confidence.title", T[$"reliability.{Word.Of(rating.Reliability)}"], T[$"credibility.{rating.Credibility}"]]}">{rating.ToString()}</span>""");
}
