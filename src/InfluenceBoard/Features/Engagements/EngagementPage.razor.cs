using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Engagements;

/// <summary>One engagement with every claim, amount, link and version of it.</summary>
public sealed partial class EngagementPage
{
    private EngagementModel? model;

    /// <summary>Id of the engagement.</summary>
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private EngagementQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<EngagementTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;
    [Inject] private IStringLocalizer<CiteTexts> C { get; set; } = default!;

    private Engagement Engagement => model!.Engagement;

    private PlaceMap? Map => PlaceMap.Of([.. model!.Places.Select(p => new PlaceMark(p))], Reading.Parties, texts: new Dictionary<string, string>(StringComparer.Ordinal) { ["noData"] = L["where.none"] });

    private int ClaimCount => ClaimsOf(model!);

    private static int ClaimsOf(EngagementModel model) => model.Claims.Sum(g => g.Claims.Count);

    /// <summary>The page in one sentence.</summary>
    internal static string Description(EngagementModel model, Format format, IStringLocalizer<EngagementTexts> L, IStringLocalizer<Texts> T) =>
        L["description", model.Engagement.Title, format.Date(model.Engagement.Date), T.Word(model.Engagement.Status), T.Count("count.claims", ClaimsOf(model)), T.Count("count.sources", model.Sources.Count)];

    protected override async Task OnInitializedAsync()
    {
        model = await Query.ReadAsync(Id, Reading.AsOf, Context.RequestAborted);
        if (model is null) Navigation.NotFound();
    }

    private string[] Parties(PartyRole role) => [.. Engagement.Parties.Where(p => p.Role == role).Select(p => p.PartyId)];

    // The page of a country that takes part.
    private (string, string)[] Above => [.. Parties(PartyRole.By).Concat(Parties(PartyRole.Towards)).Select(id => Reading.Parties[id]).Where(p => p.IsCountry).Take(1).Select(p => (PartyDirectory.Name(p), Reading.Urls.Country(p.Slug)))];

    // Sources in the order in which claims name them.
    private IReadOnlyList<Source> Sources => [.. model!.Claims.SelectMany(g => g.Claims).Select(c => c.SourceId).Distinct().Select(id => model.Sources[id])];

    private System.Text.Json.Nodes.JsonObject Structured
    {
        get
        {
            var times = model!.History.Select(h => h.Change.At).DefaultIfEmpty(Engagement.KnownFrom).ToList();
            var citation = Citation.Of(Reading, T["board.name"], Engagement.Title, [], DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime));
            return StructuredData.Report(Reading, citation, Engagement.Summary, times.Min(), times.Max(), Sources);
        }
    }

    // A joint act has its parties on both sides.
    private bool IsJoint => Parties(PartyRole.By).Intersect(Parties(PartyRole.Towards)).Any();

    private string Rated(Source source, Claim claim) => T["list.then", T[$"reliability.{Word.Of(source.Reliability)}"], T[$"credibility.{claim.Credibility}"]];

    private string Attribution(Claim claim) => claim.Attribution == "article" ? T["claim.says.article"] : claim.Attribution;

    private string MoneyName(string id) => model!.Money.Rows.FirstOrDefault(r => r.Item.Id == id) is { } row ? row.Item.Label ?? Format.Money(row.Item) : id;
}
