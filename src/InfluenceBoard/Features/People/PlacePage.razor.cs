using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.People;

/// <summary>One place or route: where it lies, and what happened there.</summary>
public sealed partial class PlacePage
{
    private PlaceModel? model;

    /// <summary>Id of the place.</summary>
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private PlaceQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<PeopleTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private Place Place => model!.Place;

    /// <summary>The page in one sentence.</summary>
    internal static string Description(PlaceModel model, IStringLocalizer<PeopleTexts> L, IStringLocalizer<Texts> T) =>
        L["place.description", model.Place.Name, L[$"place-kind.{model.Place.Kind}"], T.Count("count.engagements", model.Around.Count)];

    private PlaceMap? Map => PlaceMap.Of([new PlaceMark(Place)], Reading.Parties, texts: new Dictionary<string, string>(StringComparer.Ordinal) { ["noData"] = L["map.none"] });

    protected override async Task OnInitializedAsync()
    {
        model = await Query.ReadAsync(Id, Reading.AsOf, Context.RequestAborted);
        if (model is null) Navigation.NotFound();
    }

    private string Degrees(double value, string positive, string negative) => L[$"position.{(value < 0 ? negative : positive)}", Math.Abs(value).ToString("0.##", CultureInfo.CurrentCulture)];

    // A place on this page; a bare fragment would lead to the address that the base element names.
    private string Here(string fragment) => Reading.Urls.Place(Id) + "#" + fragment;
}
