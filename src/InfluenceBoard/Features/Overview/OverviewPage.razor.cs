using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Direction = InfluenceBoard.Domain.Direction;

namespace InfluenceBoard.Features.Overview;

/// <summary>Who is active where, over all countries and actors.</summary>
public sealed partial class OverviewPage
{
    private const int PassedShown = 8;

    private OverviewModel? model;
    private OverviewMeasure measure = OverviewMeasure.Engagements;
    private OverviewPlans plans = OverviewPlans.None;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private OverviewQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private FilterWords Words { get; set; } = default!;
    [Inject] private IStringLocalizer<OverviewTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private OverviewMap Map => OverviewMap.Of(model!.Grid, measure, Reading.Parties, Reading.Urls, Reading.Filter, Format, T, L);

    // The view's own name: a shared link of a filtered view does not look like every other.
    private string Title => TitleOf(Reading, L, T);

    /// <summary>The view's name.</summary>
    internal static string TitleOf(Reading Reading, IStringLocalizer<OverviewTexts> L, IStringLocalizer<Texts> T) => Reading.Filter is { Actors.IsEmpty: true, Countries.IsEmpty: true } ? L["title"]
        : L["title.of", T.List([.. Reading.Filter.Actors.Concat(Reading.Filter.Countries).Distinct().Select(Reading.Parties.Name)])];

    /// <summary>The view in one sentence.</summary>
    internal static string Description(OverviewModel model, Reading reading, FilterWords words, Format format, IStringLocalizer<OverviewTexts> L, IStringLocalizer<Texts> T) =>
        L["description", words.Sentence(reading.Filter), T.Count("count.engagements", model.Rows.Count), format.Total(model.Money.Total()), T.Count("count.sources", model.Sources)];

    private IReadOnlyList<(string Name, string? Value)> Keep => [(Urls.Measure, measure.InAddress), Reading.ZoomPair];

    private string All => Reading.Urls.Overview(Reading.Filter, measure.InAddress) + "#all";

    // Every row, where this page lists only the latest.
    private string Everything => Reading.Urls.Engagements(Reading.Filter);

    private string Explained => measure.ActorId is { } actor ? L["measure.explain.share", Reading.Parties.InSentence(actor)] : L["measure.explain." + measure.Word];

    private IEnumerable<Direction> OtherWays => new[] { Direction.HostToActor, Direction.Mutual }.Where(d => !model!.Money.Total(d).IsEmpty);

    protected override async Task OnInitializedAsync()
    {
        measure = OverviewMeasure.Read(Reading);
        model = await Query.ReadAsync(Reading.Filter, Reading.Today, Reading.AsOf, Context.RequestAborted);
        plans = model.Plans;
    }
}
