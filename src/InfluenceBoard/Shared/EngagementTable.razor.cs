using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Engagements as a table: dense, plain rows.</summary>
public sealed partial class EngagementTable
{
    private void Row(Html html, EngagementRow row)
    {
        html.Add($"""<tr><td>{Format.Date(row.Date)}</td><th scope="row" lang="en"><a href="{Reading.Urls.Engagement(row.Id)}">{row.Title}</a></th><td data-label="{T["column.who"]}">{Pen.Parties(html, row.Parties)}</td>""");
        if (Parts is not null) html.Add($"""<td data-label="{T["column.part"]}">{(Parts.TryGetValue(row.Id, out var part) ? html.Add($"<span lang=\"en\">{part}</span>") : html.Text(T["part.none"].Value))}</td>""");
        html.Add($"""<td data-label="{T["column.type"]}">{T.Word(row.Type)}</td><td data-label="{T["column.money"]}">""");
        foreach (var item in row.Money) html.Add($"<div>{Format.Money(item)} {Pen.Rung(html, item.Rung)}</div>");
        html.Add($"""</td><td data-label="{T["column.status"]}">{Pen.Status(html, row.Status, row.IsContested)}</td><td data-label="{T["column.sources"]}" class="ib-num">{row.Sources}</td></tr>""");
    }
}
