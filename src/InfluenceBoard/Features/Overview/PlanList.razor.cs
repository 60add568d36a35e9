using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Overview;

/// <summary>Intentions as a list: who means to do what, when, and whether that time is over.</summary>
public sealed partial class PlanList
{
    private void Row(Html html, EngagementRow row)
    {
        html.Add($"""<li><a lang="en" href="{Reading.Urls.Engagement(row.Id)}">{row.Title}</a> <span class="ib-meta"><span>{Format.Date(row.Date)}</span>""");
        if (HasPassed) html.Add($"""<span class="ib-tag" data-tone="warn">{L["next.tag"]}</span>""");
        html.Add($"{Pen.Status(html, row.Status, row.IsContested)}{Pen.Parties(html, row.Parties)}</span></li>");
    }
}
