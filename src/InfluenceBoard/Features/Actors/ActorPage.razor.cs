using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Actors;

/// <summary>One actor: what it does with each country, what it promises, who answers it.</summary>
public sealed partial class ActorPage
{
    private ActorModel? model;

    /// <summary>Slug of the actor; other spellings are redirected before they reach the page.</summary>
    [Parameter] public string Slug { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private ActorQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<ActorTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private string Name => PartyDirectory.Name(model!.Actor);

    /// <summary>The page in one sentence.</summary>
    internal static string Description(ActorModel model, Format format, IStringLocalizer<ActorTexts> L, IStringLocalizer<Texts> T) =>
        L["description", PartyDirectory.Name(model.Actor), T.Count("count.engagements", model.Rows.Count), format.Total(model.Money.Total()), T.Count("count.sources", model.Profile.Sources.Count)];

    private string InSentence => PartyDirectory.InSentence(model!.Actor);

    private MoneyLadder Ladder => MoneyLadder.Of(model!.Countries.Concat(model.Others).Select(h => (PartyDirectory.Name(h.Host), h.Host.IsActor ? h.Host.Id : null, h.Money)), Format);

    protected override async Task OnInitializedAsync()
    {
        if (Reading.Parties.Find(Slug) is not { IsActor: true } actor) { Navigation.NotFound(); return; }
        model = await Query.ReadAsync(actor, Reading.Filter, Reading.AsOf, Context.RequestAborted);
    }

    // Every row, where this page lists only the latest.
    private string Everything => Reading.Urls.Engagements(Reading.Filter with { Actors = [model!.Actor.Id] });

    // The rows that a line's count is made of: the country's page filtered by the actor; for other parties this page's own table.
    private string Rows(HostLine line) => line.Host.IsCountry
        ? Reading.Urls.Country(line.Host.Slug, Reading.Filter with { Actors = [model!.Actor.Id] }) + "#all"
        : Reading.Urls.Actor(model!.Actor.Slug, Reading.Filter) + "#all";
}
