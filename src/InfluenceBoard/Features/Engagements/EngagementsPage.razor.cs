using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Engagements;

/// <summary>Every engagement, filtered, counted, grouped and ordered: the explorer.</summary>
public sealed partial class EngagementsPage
{
    private EngagementsModel? model;
    private EngagementsView view = new("date", true, EngagementsView.UsualColumns, null, EngagementsView.Sizes[0], 1);
    private CountBars bars = new([]);

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private EngagementsQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private FilterWords Words { get; set; } = default!;
    [Inject] private IStringLocalizer<EngagementTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private string Sentence => Words.Sentence(Reading.Filter);

    private string Title => TitleOf(Reading.Filter, Sentence, L);

    /// <summary>The view's name.</summary>
    internal static string TitleOf(BoardFilter filter, string sentence, IStringLocalizer<EngagementTexts> L) => filter.IsEmpty ? L["list.title"] : L["list.title.of", sentence];

    /// <summary>The view in one sentence.</summary>
    internal static string Description(int total, MoneyScope money, string sentence, Format format, IStringLocalizer<EngagementTexts> L, IStringLocalizer<Texts> T) =>
        L["list.description", sentence, T.Count("count.engagements", total), format.Total(money.Total())];

    // Another filter begins at the first page.
    private IReadOnlyList<(string Name, string? Value)> Kept => (view with { Page = 1 }).Pairs;

    private string Address(BoardFilter filter, EngagementsView to) => Reading.Urls.Engagements(filter, (filter == Reading.Filter ? to : to with { Page = 1 }).Pairs);

    private string GroupLabel(string word) => word.Length == 0 ? L["group.none." + view.Group] : Words.Value(view.Group!, word);

    // The text alternative says what the bars say.
    private string Finding => L["list.bars.finding", string.Join(T["list.semicolon"], bars.Bars.Select(b => $"{b.Label}: {b.Count}"))];

    protected override async Task OnInitializedAsync()
    {
        view = EngagementsView.Of(Reading);
        model = await Query.ReadAsync(Reading.Filter, view, Reading.AsOf, Context.RequestAborted);
        view = view with { Page = model.Page };
        bars = new CountBars([.. model.Bars.Values.Where(v => v.Count > 0).Select(v => new CountBar(Words.Value(model.Bars.Name, v.Word), v.Count, model.Bars.Name == FilterQuery.Actor ? v.Word : null))]);
    }
}
