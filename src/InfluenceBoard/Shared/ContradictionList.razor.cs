using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Claims that contradict each other: each property once, with the ranked claims and why.</summary>
public sealed partial class ContradictionList
{
    private void Row(Html html, Contradiction contradiction)
    {
        html.Add($"""<li><span><a lang="en" href="{Reading.Urls.Engagement(contradiction.EngagementId, "claim-" + contradiction.Claims[0].Key)}">{contradiction.Title}</a>{T["list.colon"]}{T.Word(contradiction.Property)}</span>""");
        foreach (var claim in contradiction.Claims.Where(c => c.Rank != Rank.Normal))
            html.Add($"""<span>{Pen.Standing(html, claim.Rank)} <span{html.Attribute("lang", Format.LanguageOf(claim))}>{Format.Value(claim)}</span> <span lang="en" class="ib-small">{claim.RankReason}</span></span>""");
        html.Markup("</li>");
    }
}
