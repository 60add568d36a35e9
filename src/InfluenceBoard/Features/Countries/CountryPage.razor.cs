using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Countries;

/// <summary>One focus country: what the four actors do with it, side by side.</summary>
public sealed partial class CountryPage
{
    private const int LatestShown = 5;

    private CountryModel? model;

    /// <summary>Slug of the country; other spellings are redirected before they reach the page.</summary>
    [Parameter] public string Slug { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private CountryQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<CountryTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private string Name => PartyDirectory.Name(model!.Country);

    // A filter that nothing passes: what the country is recorded with otherwise is no news here.
    private bool IsQuiet => model!.Rows.Count == 0 && !Reading.Filter.IsEmpty;

    private string Same(BoardFilter filter) => Reading.Urls.Same(Reading.Path, filter, [Reading.ZoomPair]);

    /// <summary>The page in one sentence.</summary>
    internal static string Description(CountryModel model, Format format, IStringLocalizer<CountryTexts> L, IStringLocalizer<Texts> T) =>
        L["description", PartyDirectory.Name(model.Country), T.Count("count.engagements", model.Between), format.Total(model.Money.Total()), T.Count("count.sources", model.Profile.Sources.Count)];

    private MoneyLadder Ladder => MoneyLadder.Of(model!.Columns.Select(c => (Reading.Parties.Name(c.ActorId), (string?)c.ActorId, c.Money)), Format);

    protected override async Task OnInitializedAsync()
    {
        if (Reading.Parties.Find(Slug) is not { IsCountry: true } country) { Navigation.NotFound(); return; }
        model = await Query.ReadAsync(country, Reading.Filter, Reading.AsOf, Context.RequestAborted);
    }

    // Every row, where this page lists only the latest.
    private string Everything => Reading.Urls.Engagements(Reading.Filter with { Countries = [model!.Country.Id] });

    // The rows that a column's count is made of: this page, filtered by the actor.
    private string Rows(string actorId) => Reading.Urls.Country(model!.Country.Slug, Reading.Filter with { Actors = [actorId] }) + "#all";

    // What one actor gives, by rung and kind. A part of an amount that is shown is inside it and not shown again.
    private static IEnumerable<(Rung Rung, IReadOnlyList<MoneyKind> Kinds, PledgeTotal Band)> Rungs(MoneyScope money)
    {
        if (money.IsCut) return Enum.GetValues<Rung>().Select(r => (r, money.OnRung(r))).Where(r => !r.Item2.IsEmpty).Select(r => (r.r, r.Item2.Kinds, r.Item2));
        var inside = money.Total().Lines.Where(l => l.Role == TotalRole.InsideParent).Select(l => l.Item.Id).ToHashSet(StringComparer.Ordinal);
        return money.Rows.Where(r => r.Item is { Direction: Direction.ActorToHost, Kind: not MoneyKind.Stock } && !inside.Contains(r.Item.Id)).GroupBy(r => (r.Item.Rung, r.Item.Kind)).OrderBy(g => g.Key)
            .Select(g => (g.Key.Rung, (IReadOnlyList<MoneyKind>)[g.Key.Kind], new MoneyScope([.. g]).OnRung(g.Key.Rung)));
    }
}
