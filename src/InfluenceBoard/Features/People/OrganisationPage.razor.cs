using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.People;

/// <summary>One institution or regional body: engagements, and who else is named in them.</summary>
public sealed partial class OrganisationPage
{
    private OrganisationModel? model;

    /// <summary>Id of the institution.</summary>
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private OrganisationQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<PeopleTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private Organisation Organisation => model!.Organisation;

    /// <summary>The page in one sentence.</summary>
    internal static string Description(OrganisationModel model, IStringLocalizer<PeopleTexts> L, IStringLocalizer<Texts> T) =>
        L["organisation.description", model.Organisation.FullName(), L[$"organisation-kind.{model.Organisation.Kind}"], T.Count("count.engagements", model.Around.Count), L.Count("with.people", model.Around.People.Count)];

    private string Name => Organisation.FullName();

    protected override async Task OnInitializedAsync()
    {
        model = await Query.ReadAsync(Id, Reading.AsOf, Context.RequestAborted);
        if (model is null) Navigation.NotFound();
    }

    // A place on this page; a bare fragment would lead to the address that the base element names.
    private string Here(string fragment) => Reading.Urls.Organisation(Id) + "#" + fragment;
}
