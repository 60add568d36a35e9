using System.Text.Encodings.Web;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>Writes the small parts of which rows are made: parties, statuses, amounts, references. One for each request.</summary>
public sealed class Pen(Reading reading, Format format, IStringLocalizer<Texts> T, HtmlEncoder encoder)
{
    /// <summary>Markup for a page.</summary>
    public RenderFragment Write(Action<Html> part)
    {
        var html = new Html(encoder);
        part(html);
        return html.End();
    }

    /// <summary>Markup of a row for each of several.</summary>
    public RenderFragment Write<TItem>(IEnumerable<TItem> items, Action<Html, TItem> row)
    {
        var html = new Html(encoder);
        foreach (var item in items) row(html, item);
        return html.End();
    }

    /// <summary>A party's name; an actor has its colour and its shape before it, so that colour is never the only sign.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="id">Id of the party.</param>
    /// <param name="link">Whether it links to the party's page.</param>
    /// <param name="asActor">Whether a link leads to the actor page of a party that is both.</param>
    /// <param name="filter">Filter that the link keeps.</param>
    public Html Party(Html html, string id, bool link = false, bool asActor = false, BoardFilter? filter = null)
    {
        var party = reading.Parties[id];
        var href = !link ? null : party.IsActor && (asActor || !party.IsCountry) ? reading.Urls.Actor(party.Slug, filter) : party.IsCountry ? reading.Urls.Country(party.Slug, filter) : null;
        html.Markup(href is null ? "<span" : "<a");
        if (party.IsActor) html.Add($" class=\"ib-actor\" data-actor=\"{id}\"");
        else html.Markup(" class=\"ib-party\"");
        return html.Attribute("href", href).Markup(">").Markup(SmallGlyph(id)).Text(PartyDirectory.Name(party)).Markup(href is null ? "</span>" : "</a>");
    }

    /// <summary>The shape that stands for an actor wherever its colour does; other parties, and none in particular, have a plain dot.</summary>
    public static string Glyph(string? id) => id switch
    {
        "CN" => """<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="4.5"/></svg>""",
        "RU" => """<svg viewBox="0 0 10 10" aria-hidden="true"><rect x=".8" y=".8" width="8.4" height="8.4"/></svg>""",
        "JP" => """<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M5 .4 9.6 5 5 9.6.4 5z"/></svg>""",
        "US" => """<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M5 .8 9.6 9.2H.4z"/></svg>""",
        _ => """<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="3.5"/></svg>""",
    };

    /// <summary>An icon of the library, small, beside words that say the same.</summary>
    public static MarkupString Icon(string icon) => new($"""<svg class="mud-icon-root mud-svg-icon mud-icon-size-small" focusable="false" viewBox="0 0 24 24" role="img" aria-hidden="true">{icon}</svg>""");

    // The shape beside a name; other parties have none.
    private static string SmallGlyph(string id) => id switch
    {
        "CN" => """<svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5"/></svg>""",
        "RU" => """<svg viewBox="0 0 10 10" aria-hidden="true"><rect x=".5" y=".5" width="9" height="9"/></svg>""",
        "JP" => """<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M5 0l5 5-5 5-5-5z"/></svg>""",
        "US" => """<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M5 .5 10 9.5H0z"/></svg>""",
        _ => "",
    };

    /// <summary>"China, Russia → Vietnam"; a joint act, whose parties stand on both sides, is "Japan ↔ Kazakhstan, Uzbekistan": its first actor against the rest.</summary>
    public Html Parties(Html html, IReadOnlyList<EngagementParty> parties, bool link = false)
    {
        List<string> by = Of(parties, PartyRole.By), towards = Of(parties, PartyRole.Towards);
        var isJoint = by.Exists(towards.Contains);
        if (isJoint)
        {
            List<string> all = [.. by.Union(towards)];
            var first = all.Find(id => reading.Parties[id].IsActor) ?? all[0];
            (by, towards) = ([first], [.. all.Where(id => id != first)]);
        }
        html.Add($"<span>{List(html, by, link)}");
        if (towards.Count > 0) html.Add($"<span>{(isJoint ? " ↔ " : " → ")}</span>{List(html, towards, link)}");
        return html.Markup("</span>");
    }

    /// <summary>Parties by name, with commas between them.</summary>
    public Html List(Html html, IReadOnlyList<string> ids, bool link = false)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (i > 0) html.Text(T["list.comma", "", ""].Value);
            Party(html, ids[i], link);
        }
        return html;
    }

    /// <summary>How far an engagement has come, and whether claims about it contradict each other.</summary>
    public Html Status(Html html, Status status, bool isContested)
    {
        html.Markup("<span class=\"ib-tag\"").Attribute("data-tone", status switch { Domain.Status.Cancelled or Domain.Status.Disputed => "bad", Domain.Status.Completed or Domain.Status.Signed => "good", _ => null }).Add($">{T.Word(status)}</span>");
        return isContested ? html.Add($" <span class=\"ib-tag\" data-tone=\"warn\">{T["contested"]}</span>") : html;
    }

    /// <summary>A rung, as a tag.</summary>
    public Html Rung(Html html, Rung rung) => html.Add($"<span class=\"ib-tag\" data-rung=\"{Word.Of(rung)}\">{T.Word(rung)}</span>");

    /// <summary>An amount as its source states it, with dollars and the rate where it is in another currency.</summary>
    public Html Amount(Html html, MoneyRow row)
    {
        html.Add($"<span><strong>{format.Money(row.Item)}</strong>");
        if (row.Item.Currency != "USD") html.Text(row.Item.Usd is { } usd ? T["list.paren", "", T["list.with", format.Money(usd, "USD"), RateWords(row)]].Value : T["list.paren", "", T["money.norate"]].Value);
        if (row.Item.Years is { } years) html.Text(T["list.with", "", years == 1 ? T["money.years.one"] : T["money.years", Format.Number(years)]].Value);
        if (row.Item.SourceWord is { } word) html.Add($"<span class=\"ib-small\"> · {T["money.word", word]}</span>");
        return html.Markup("</span>");
    }

    /// <summary>Where a figure is said: publisher, day and paragraph, each a link to the place.</summary>
    /// <param name="html">Where it is written.</param>
    /// <param name="claims">The claims that carry the record.</param>
    /// <param name="sources">The sources by id.</param>
    public Html References(Html html, IReadOnlyList<Claim> claims, IReadOnlyDictionary<string, Source> sources)
    {
        html.Markup("<ul class=\"ib-refs\">");
        foreach (var claim in claims)
        {
            var source = sources.GetValueOrDefault(claim.SourceId);
            html.Add($"<li><a href=\"{reading.Urls.Source(claim.SourceId, claim.Paragraph is { } p ? $"p{p}" : null)}\"").Attribute("title", source?.Title).Markup(">");
            if (source is null) html.Text(claim.SourceId);
            else html.Add($"<span lang=\"en\">{source.Publisher}</span>{T["list.with", "", format.Date(source.Date)]}");
            html.Add($"</a> {(claim.Paragraph is { } n ? T["claim.paragraph", n].Value : claim.Locator is "excerpt" ? T["claim.excerpt"].Value : claim.Locator)} <span class=\"ib-tag\" title=\"{T["claim.pair"]}\">{(source is null ? "" : Word.Of(source.Reliability))}{claim.Credibility}</span>");
            if (claim.Rank != Rank.Normal) html.Add($" {Standing(html, claim.Rank)}");
            html.Markup("</li>");
        }
        return html.Markup("</ul>");
    }

    /// <summary>Standing of a claim among those that contradict it, as a tag.</summary>
    public Html Standing(Html html, Rank rank) => html.Add($"<span class=\"ib-tag\" data-tone=\"{(rank == Rank.Preferred ? "good" : "warn")}\">{T.Word(rank)}</span>");

    /// <summary>A name in its other languages, each marked with its own so that it is spoken and drawn rightly. Each spelling stands once.</summary>
    public Html Scripts(Html html, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0) return html;
        html.Markup("<span class=\"ib-small\">");
        foreach (var (i, (language, name)) in names.DistinctBy(n => n.Value).Index()) html.Add($"{(i == 0 ? "" : " · ")}<span lang=\"{language}\">{name}</span>");
        return html.Markup("</span>");
    }

    private string RateWords(MoneyRow row) => row.Rate switch
    {
        { Basis: "derived" } => T["money.rate.derived"],
        { Basis: "published", Date: var date } => T["money.rate.published", format.Date(date)],
        _ => T["money.rate.stated"],
    };

    private static List<string> Of(IReadOnlyList<EngagementParty> parties, PartyRole role)
    {
        var ids = new List<string>(parties.Count);
        foreach (var party in parties)
            if (party.Role == role) ids.Add(party.PartyId);
        return ids;
    }
}
