namespace InfluenceBoard.Shared;

/// <summary>Engagements as a short list for cards.</summary>
public sealed partial class EngagementList
{
    private void Row(Html html, EngagementRow row)
    {
        html.Add($"""<li><a lang="en" href="{Reading.Urls.Engagement(row.Id)}">{row.Title}</a> <span class="ib-meta"><span>{Format.Date(row.Date)}</span><span>{T.Word(row.Type)}</span>{Pen.Status(html, row.Status, row.IsContested)}""");
        foreach (var item in row.Money) html.Add($"<span>{T["list.paren", Format.Money(item), T.Word(item.Rung)]}</span>");
        html.Markup("</span></li>");
    }
}
