using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Changes;

/// <summary>Every change of the board, of a page or under a filter: what, when, by whom and why.</summary>
public sealed partial class ChangesPage
{
    private ChangesView view = default!;
    private ChangesModel? model;

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private ChangesQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private IServiceProvider Services { get; set; } = default!;
    [Inject] private IStringLocalizer<ChangesTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private string Title => view.Since is { } since ? L["title.since", Format.Moment(since)] : L["title"];

    private string Lead => Words(view, model!.Records, L, T);

    private IReadOnlyList<(string Name, string? Value)> Keep => [.. view.Pairs, (Urls.Page, model!.Page == 1 ? null : model.Page.ToString(CultureInfo.InvariantCulture))];

    /// <summary>What the list says in one sentence.</summary>
    internal static string Words(ChangesView view, int records, IStringLocalizer<ChangesTexts> L, IStringLocalizer<Texts> T)
    {
        var count = T.Count("count.records", records);
        return (view.Since, view.Of) switch
        {
            ({ } since, { } of) => L["lead.since.of", count, Format.Moment(since), of],
            ({ } since, null) => L["lead.since", count, Format.Moment(since)],
            (null, { } of) => L["lead.of", count, of],
            _ => L["lead", count],
        };
    }

    protected override async Task OnInitializedAsync()
    {
        view = ChangesView.Read(Reading, Services);
        model = await Query.ReadAsync(view, Reading.AsOf, Reading.AskedPage(), Context.RequestAborted);
    }

    // The page, or the whole board, as it stood before a change.
    private string Before(Change change) => new Urls(Reading.Parties, Reading.Language == Reading.Languages[0] ? null : Reading.Language, new Moment(change.At.AddMilliseconds(-1))).Same(view.Of ?? "/", Reading.Filter);
}
