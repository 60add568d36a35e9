using System.Globalization;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Components;

namespace InfluenceBoard.Shared;

/// <summary>A timeline of engagements by year, month or day: a lane for each actor, or for each country on an actor's page.</summary>
public sealed partial class Timeline
{
    private TimelineStrip strip = new([], []);

    /// <summary>The engagements, in any order.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<EngagementRow> Rows { get; set; } = [];
    /// <summary>Id of the actor whose page it is: the lanes are then the countries.</summary>
    [Parameter] public string? Actor { get; set; }
    /// <summary>Id of the country whose page it is: a lane then holds what is between its actor and the country.</summary>
    [Parameter] public string? Country { get; set; }

    /// <summary>The page's own parameters, which another zoom keeps.</summary>
    [Parameter] public IReadOnlyList<(string Name, string? Value)> Keep { get; set; } = [];

    private static bool IsChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    protected override void OnParametersSet() => strip = this switch
    {
        { Actor: { } actor } => TimelineStrip.Of(Rows, [.. Reading.Parties.Countries.Select(c => c.Id).Where(c => c != actor)], (r, c) => r.IsBetween(actor, c), Reading.Today, Reading.Zoom),
        { Country: { } country } => TimelineStrip.Of(Rows, [.. Reading.Parties.Actors.Select(a => a.Id).Where(a => a != country)], (r, a) => r.IsBetween(a, country), Reading.Today, Reading.Zoom),
        _ => TimelineStrip.Of(Rows, [.. Reading.Parties.Actors.Select(a => a.Id)], (r, a) => r.TakesPart(a), Reading.Today, Reading.Zoom),
    };

    private void Column(Html html, (int Index, TimelineSlot Slot) column) => html.Markup("<span").Attribute("data-beyond", column.Slot.IsBeyond ? "" : null).Add($"><b>{YearOf(column.Index)}</b>{UnitsOf(column.Slot)}</span>");

    private void Lane(Html html, TimelineLane lane)
    {
        html.Markup("<li class=\"row\"").Attribute("data-actor", lane.PartyId is { } id && Reading.Parties[id].IsActor && Actor is null ? id : Actor).Markup("><span class=\"name\">");
        if (lane.PartyId is { } party) Pen.Party(html, party);
        else html.Text(T["timeline.others"].Value);
        html.Add($"""<span class="ib-small">{T.Count("count.engagements", lane.Count)}</span></span>""");
        if (strip.HasBeyond) html.Add($"""<i class="beyond" aria-hidden="true" style="grid-column:{strip.Slots.TakeWhile(s => !s.IsBeyond).Count() + 2}/-1"></i>""");
        foreach (var cell in lane.Cells)
        {
            html.Markup("<div class=\"cell\"").Attribute("data-range", cell.IsRange ? "" : null).Attribute("data-open", Open(cell));
            html.Add($""" style="grid-column:{cell.First + 2}/{cell.Last + 3};grid-row:{cell.Line + 1}"><span class="when">{When(cell)}</span><ul>""");
            foreach (var row in cell.Rows) Mark(html, row, Actor ?? lane.PartyId);
            html.Markup("</ul></div>");
        }
        if (lane.Cells.Count == 0) html.Add($"""<span class="none ib-small">{T["timeline.lane.none"]}</span>""");
        html.Markup("</li>");
    }

    private void Mark(Html html, EngagementRow row, string? party)
    {
        var date = Format.Date(row.Date);
        html.Markup("<li><a class=\"mark\"").Attribute("data-ahead", row.IsIntended ? "" : null).Add($" href=\"{Reading.Urls.Engagement(row.Id)}\" title=\"{Said(row, date)}\">{html.Markup(Pen.Glyph(party))}<span class=\"text\">");
        html.Add($"""{(row.Status is Status.Reported or Status.Completed ? date : T["list.paren", date, T.Word(row.Status)].Value)}{T["list.colon"]}<span lang="en">{row.Title}</span></span></a></li>""");
    }

    private string Explained => Actor is { } actor ? T["timeline.lanes.countries", Reading.Parties.Name(actor)] : Country is { } country ? T["timeline.lanes.between", Reading.Parties.Name(country)] : T["timeline.lanes.actors"];

    private string Zoomed(TimelineZoom zoom) => Reading.Urls.Same(Reading.Path, Reading.Filter, Keep.Where(k => k.Name != Urls.Zoom).Append((Urls.Zoom, Reading.InAddress(zoom)))) + "#timeline";

    // A full column is as wide as what it holds asks for; those in which nothing is recorded shrink to a gap.
    private string Columns => string.Join(' ', strip.Slots.Select(s => s.IsGap ? "1.1rem"
        : string.Create(CultureInfo.InvariantCulture, $"minmax({(Reading.Zoom == TimelineZoom.Day ? s.IsUnit ? 3.6 : 6 : s.IsUnit ? 2.4 : 3.8)}rem,{Math.Clamp(Math.Sqrt(s.Most) * 1.6, 1, 10):0.##}fr)")));

    private string Said(EngagementRow row, string date) => date + T["list.colon"] + T["list.paren", row.Title, T.Word(row.Status)];

    private static string? Open(TimelineCell cell) => (cell.From, cell.To) switch { (null, null) => "both", (null, _) => "before", (_, null) => "after", _ => null };

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    // Each year is named once, over its first month; a gap has no room for it.
    private string YearOf(int index) => strip.Slots[index] is { IsGap: false } slot && strip.Slots.Take(index).LastOrDefault(s => !s.IsGap)?.From.Year != slot.From.Year ? Year(slot.From) : "";

    private string UnitsOf(TimelineSlot slot) => slot.IsGap ? "⋯" : Reading.Zoom switch
    {
        TimelineZoom.Year => slot.IsUnit ? "" : "–" + Year(slot.To),
        TimelineZoom.Day => slot.IsUnit ? Short(slot.From) : !IsChinese && slot.From.Month == slot.To.Month && slot.From.Year == slot.To.Year ? $"{slot.From.Day}–{Short(slot.To)}" : Short(slot.From) + "–" + Short(slot.To),
        _ => slot.IsUnit ? Short(slot.From) : slot.To.DayNumber - slot.From.DayNumber < 366 ? Short(slot.From) + "–" + Short(slot.To) : "–" + Year(slot.To),
    };

    private string Short(DateOnly day) => day.ToString((Reading.Zoom, IsChinese) switch { (TimelineZoom.Day, true) => "M/d", (TimelineZoom.Day, false) => "d MMM", (_, true) => "M月", _ => "MMM" }, CultureInfo.CurrentCulture);

    private string When(TimelineCell cell) => strip.Slots[cell.First].IsBeyond ? T["timeline.beyond", Units(cell)] : Units(cell);

    private string Units(TimelineCell cell) => (cell.From, cell.To) switch
    {
        (null, { } to) => T["date.until", Unit(to)],
        ({ } from, null) => T["date.from", Unit(from)],
        ({ } from, { } to) => cell.IsRange ? T["date.interval", Unit(from), Unit(to)] : Unit(from),
        _ => T["timeline.undated"],
    };

    private string Unit(DateOnly day) => Reading.Zoom switch
    {
        TimelineZoom.Year => Format.Year(day.Year),
        TimelineZoom.Day => Format.Day(day),
        _ => day.ToString(IsChinese ? "yyyy年M月" : "MMMM yyyy", CultureInfo.CurrentCulture),
    };
}
