using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Compare;

/// <summary>Actors against countries as a heat map and its table, or two to four of one kind side by side on the same scales.</summary>
public sealed partial class ComparePage
{
    internal const int Fewest = 2, Most = 4;
    private static readonly string[] Ways = ["", FilterQuery.Country, FilterQuery.Actor];

    private CompareMeasure measure;
    private CompareGrid? grid;
    private IReadOnlyList<CompareSide> sides = [];
    // Empty for the grid, else what stands side by side.
    private string by = "";

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private CompareQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private FilterWords Words { get; set; } = default!;
    [Inject] private IStringLocalizer<CompareTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private IReadOnlyList<(string Name, string? Value)> Keep => Own(measure, by);

    internal static IReadOnlyList<(string Name, string? Value)> Own(CompareMeasure measure, string by) => [(Urls.Measure, measure == CompareMeasure.Engagements ? null : Word.Of(measure)), (Urls.By, by)];

    /// <summary>What the address asks for: a measure, and what stands side by side or nothing.</summary>
    internal static (CompareMeasure Measure, string By) ViewOf(Reading reading) =>
        (Word.Parse<CompareMeasure>(reading.AskedWord(Urls.Measure, Word.All<CompareMeasure>(), Word.Of(CompareMeasure.Engagements)))!.Value, reading.AskedWord(Urls.By, [FilterQuery.Country, FilterQuery.Actor, "grid"], "") is var way && way == "grid" ? "" : way);

    private string Address(BoardFilter filter, CompareMeasure to, string way) => Reading.Urls.Compare(filter, Own(to, way));

    private IReadOnlyList<Party> Choices => by == FilterQuery.Actor ? Reading.Parties.Actors : Reading.Parties.Countries;
    private string[] Chosen => [.. (by == FilterQuery.Actor ? Reading.Filter.Actors : Reading.Filter.Countries).Take(Most)];

    // The filter without what stands side by side.
    private BoardFilter Rest => Reading.Filter.Opened(by);

    private BoardFilter Toggled(string id)
    {
        var chosen = Chosen.Contains(id) ? Chosen.Where(c => c != id) : Choices.Select(p => p.Id).Where(p => p == id || Chosen.Contains(p));
        return by == FilterQuery.Actor ? Reading.Filter with { Actors = [.. chosen] } : Reading.Filter with { Countries = [.. chosen] };
    }

    private string Title => TitleOf(measure, by, sides, Reading, Words, L, T);

    /// <summary>The view's name.</summary>
    internal static string TitleOf(CompareMeasure measure, string by, IReadOnlyList<CompareSide> sides, Reading reading, FilterWords words, IStringLocalizer<CompareTexts> L, IStringLocalizer<Texts> T) =>
        sides.Count >= Fewest ? L["title.of", T.List([.. sides.Select(s => reading.Parties.Name(s.PartyId))])]
        : reading.Filter.IsEmpty ? measure == CompareMeasure.Engagements && by == "" ? L["title"] : L["title.view", L["measure." + Word.Of(measure)], L["by." + (by == "" ? "grid" : by)]] : L["title.of", words.Sentence(reading.Filter)];

    private CompareBars Domains => CompareBars.Of(sides, Enum.GetValues<Topic>().Select(t => (Word.Of(t), T.Word(t))), (_, row, word) => row.Topics.Contains(Word.Parse<Topic>(word)!.Value));

    private CompareBars Years => CompareBars.Of(sides, CompareBars.Years(sides.SelectMany(s => s.Rows)).Select(y => (y.ToString(CultureInfo.InvariantCulture), Format.Year(y))), (_, row, year) => CompareBars.IsIn(row, year));

    private CompareBars Across => by == FilterQuery.Actor
        ? CompareBars.Of(sides, Reading.Parties.Countries.Where(c => Reading.Filter.Countries.IsEmpty || Reading.Filter.Countries.Contains(c.Id)).Select(c => (c.Id, PartyDirectory.Name(c))), (side, row, host) => row.IsBetween(side.PartyId, host))
        : CompareBars.Of(sides, Reading.Parties.Actors.Where(a => Reading.Filter.Actors.IsEmpty || Reading.Filter.Actors.Contains(a.Id)).Select(a => (a.Id, PartyDirectory.Name(a))), (side, row, actor) => row.IsBetween(actor, side.PartyId));

    private static EngagementRow? Latest(CompareSide side) => side.Rows.Where(r => !r.IsIntended).OrderByDescending(r => r.Middle).ThenByDescending(r => r.Latest).FirstOrDefault();

    private RenderFragment Count(int count, BoardFilter filter) => builder =>
    {
        if (count == 0) { builder.AddContent(0, "0"); return; }
        builder.OpenElement(1, "a");
        builder.AddAttribute(2, "href", Reading.Urls.Engagements(filter));
        builder.AddContent(3, Format.Number(count));
        builder.CloseElement();
    };

    protected override async Task OnInitializedAsync()
    {
        (measure, by) = ViewOf(Reading);
        if (by == "") { grid = await Query.GridAsync(Reading.Filter, measure, Reading.Urls, Reading.AsOf, Context.RequestAborted); return; }
        var asked = by == FilterQuery.Actor ? Reading.Filter.Actors : Reading.Filter.Countries;
        if (asked.Length > Most) Reading.Ignore(by, string.Join(", ", asked.Skip(Most).Select(id => Reading.Parties[id].Slug)), L["choose.number", Fewest, Most]);
        sides = await Query.SidesAsync(Reading.Filter, by == FilterQuery.Actor, Chosen, Reading.AsOf, Context.RequestAborted);
    }
}
