using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Indicators, positions, people, institutions, contradictions and sources of a country's or an actor's page: their rows.</summary>
public sealed partial class ProfileSections
{
    private void Indicator(Html html, Claimed<Indicator> line)
    {
        var indicator = line.Record;
        html.Add($"""<tr id="indicator-{indicator.Id}"><th scope="row" lang="en">{indicator.Measure}""");
        if (indicator.Note is { } note) html.Add($"<div class=\"ib-small\">{note}</div>");
        html.Add($"</th><td><strong>{Format.Value(indicator)}</strong>");
        if (indicator.UnitNote is { } unit) html.Add($"<span lang=\"en\" class=\"ib-small\"> {unit}</span>");
        html.Add($"</td><td data-label=\"{T["column.date"]}\">{Format.Date(indicator.Date)}");
        if (indicator.DateNote is { } how) html.Add($"<div lang=\"en\" class=\"ib-small\">{how}</div>");
        html.Add($"</td><td>{Pen.References(html, line.Claims, Profile.SourceById)}</td></tr>");
    }

    private void Stance(Html html, Claimed<Stance> line)
    {
        var stance = line.Record;
        html.Add($"""<li id="stance-{stance.Id}"><span lang="en">{stance.Summary}</span> <span class="ib-meta"><span class="ib-tag">{T.Word(stance.Kind)}</span>""");
        if (stance.Towards.Count > 0) html.Add($"<span>{T["column.towards"]}{T["list.colon"]}{Pen.List(html, stance.Towards)}</span>");
        html.Add($"<span>{Format.Date(stance.Date)}</span>");
        string[] voices = [.. stance.People.Where(Profile.Voices.ContainsKey)];
        if (voices.Length > 0) html.Add($"<span>{T["profile.stances.voiced"]}{T["list.colon"]}");
        foreach (var (i, id) in voices.Index()) html.Add($"""{(i > 0 ? T["list.comma", "", ""].Value : "")}<a lang="en" href="{Reading.Urls.Person(id)}">{Profile.Voices[id]}</a>""");
        html.Markup(voices.Length > 0 ? "</span></span>" : "</span>");
        if (stance.Note is { } note) html.Add($" <span lang=\"en\" class=\"ib-small\">{note}</span>");
        html.Add($"{Pen.References(html, line.Claims, Profile.SourceById)}</li>");
    }

    private void Person(Html html, PersonLine line) => html
        .Add($"""<tr id="person-{line.Person.Id}"><th scope="row"><a lang="en" href="{Reading.Urls.Person(line.Person.Id)}">{line.Person.Name}</a> {Pen.Scripts(html, line.Person.Names)}</th><td lang="en">{line.Person.Role}{Pen.References(html, line.Claims, Profile.SourceById)}""")
        .Add($"""</td><td>{Pen.Party(html, line.Person.PartyId)}</td><td data-label="{T["column.engagements"]}" class="ib-num">{line.Engagements}</td></tr>""");

    private void Organisation(Html html, OrganisationLine line) => html
        .Add($"""<tr id="organisation-{line.Organisation.Id}"><th scope="row"><a lang="en" href="{Reading.Urls.Organisation(line.Organisation.Id)}">{line.Organisation.FullName()}</a> {Pen.Scripts(html, line.Organisation.Names)}</th>""")
        .Add($"""<td>{Pen.References(html, line.Claims, Profile.SourceById)}</td><td data-label="{T["column.engagements"]}" class="ib-num">{line.Engagements}</td></tr>""");

    private void Reference(Html html, SourceLine line) => html.Add($"<li>{Words.Original(Citation.Of(line.Source))}</li>");

    private void Source(Html html, SourceLine line) => html
        .Add($"""<tr><th scope="row"><a lang="en" href="{Reading.Urls.Source(line.Source.Id)}">{line.Source.Title}</a></th><td>{T.Word(line.Source.Class)}</td><td>{T[$"reliability.{Word.Of(line.Source.Reliability)}"]}</td>""")
        .Add($"""<td data-label="{T["column.claims"]}" class="ib-num">{line.Claims}</td><td data-label="{T["column.reviewed"]}">{Format.Day(line.Source.Reviewed)}</td></tr>""");
}
