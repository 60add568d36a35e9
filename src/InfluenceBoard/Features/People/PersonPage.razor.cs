using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.People;

/// <summary>One person: engagements, and who else is named in them.</summary>
public sealed partial class PersonPage
{
    private PersonModel? model;

    /// <summary>Id of the person.</summary>
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private PersonQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<PeopleTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private Person Person => model!.Person;

    /// <summary>The page in one sentence.</summary>
    internal static string Description(PersonModel model, IStringLocalizer<PeopleTexts> L, IStringLocalizer<Texts> T) =>
        L["person.description", model.Person.Name, model.Person.Role, T.Count("count.engagements", model.Around.Count), L.Count("with.people", model.Around.People.Count)];

    protected override async Task OnInitializedAsync()
    {
        model = await Query.ReadAsync(Id, Reading.AsOf, Context.RequestAborted);
        if (model is null) Navigation.NotFound();
    }

    // A place on this page; a bare fragment would lead to the address that the base element names.
    private string Here(string fragment) => Reading.Urls.Person(Id) + "#" + fragment;
}
