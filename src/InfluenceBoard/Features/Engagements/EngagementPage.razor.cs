using System.Text.Encodings.Web;
using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Engagements;

/// <summary>One engagement with every claim, amount, link and version of it.</summary>
public sealed partial class EngagementPage
{
    // The attribute that holds it is encoded by the page; letters outside ASCII stay readable.
    private static readonly JsonSerializerOptions MapJson = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private EngagementModel? model;

    /// <summary>Id of the engagement.</summary>
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private EngagementQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<EngagementTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private Engagement Engagement => model!.Engagement;

    private int ClaimCount => model!.Claims.Sum(g => g.Claims.Count);

    protected override async Task OnInitializedAsync()
    {
        model = await Query.ReadAsync(Id, Reading.AsOf, Context.RequestAborted);
        if (model is null) Navigation.NotFound();
    }

    private string[] Parties(PartyRole role) => [.. Engagement.Parties.Where(p => p.Role == role).Select(p => p.PartyId)];

    // A joint act has its parties on both sides.
    private bool IsJoint => Parties(PartyRole.By).Intersect(Parties(PartyRole.Towards)).Any();

    private string Attribution(Claim claim) => claim.Attribution == "article" ? T["claim.says.article"] : claim.Attribution;

    private string MoneyName(string id) => model!.Money.Rows.FirstOrDefault(r => r.Item.Id == id) is { } row ? row.Item.Label ?? Format.Money(row.Item) : id;

    private string Step(HistoryStep step) => step.Kind switch
    {
        HistoryKind.Opened => L["history.opened", step.RecordId],
        HistoryKind.Changed => L["history.changed", step.RecordId, string.Join(", ", step.Fields)],
        _ => L["history.withdrawn", step.RecordId],
    };

    // The places as the map element draws them; null when none has a position.
    private string? MapModel()
    {
        var points = model!.Places.Where(p => p is { Longitude: not null, Latitude: not null, Path.Count: 0 })
            .Select(p => new { name = p.Name, position = new[] { p.Longitude!.Value, p.Latitude!.Value }, href = (string?)null, note = p.PositionNote ?? "" }).ToList();
        var routes = model.Places.Where(p => p.Path.Count > 1).Select(p => new { name = p.Name, path = p.Path }).ToList();
        var all = points.Select(p => p.position).Concat(routes.SelectMany(r => r.path)).ToList();
        if (all.Count == 0) return null;
        const double Margin = 4;
        return JsonSerializer.Serialize(new
        {
            measure = "", focus = (string?)null, interactive = false,
            countries = Reading.Parties.Countries.Select(c => new { code = c.Id, name = PartyDirectory.Name(c), href = (string?)null, value = (int?)null, level = (double?)null, label = "", lines = Array.Empty<string>(), position = new[] { c.Longitude, c.Latitude } }),
            actors = Array.Empty<object>(), arcs = Array.Empty<object>(), points, routes,
            bounds = new[] { new[] { all.Min(p => p[1]) - Margin, all.Min(p => p[0]) - Margin }, [all.Max(p => p[1]) + Margin, all.Max(p => p[0]) + Margin] },
            note = "", texts = new { reset = "", zoomIn = "", zoomOut = "", openCountry = "{0}", noData = (string)L["where.none"] },
        }, MapJson);
    }
}
