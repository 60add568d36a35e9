using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Sources;

/// <summary>One source: what it is, how reliable, and every claim drawn from it.</summary>
public sealed partial class SourcePage
{
    private SourceModel? model;

    /// <summary>Id of the source.</summary>
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SourceQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<SourceTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;
    [Inject] private IStringLocalizer<CiteTexts> C { get; set; } = default!;

    private Source Source => model!.Source;

    protected override async Task OnInitializedAsync()
    {
        model = await Query.ReadAsync(Id, Reading.AsOf, Context.RequestAborted);
        if (model is null) Navigation.NotFound();
    }

    // Paragraphs in order: those with claims, those that state no fact, and what has no paragraph number last.
    private IEnumerable<(int? Paragraph, IReadOnlyList<ClaimLine> Claims, string? Gap)> Paragraphs()
    {
        var claims = model!.Claims.ToLookup(c => c.Claim.Paragraph);
        var gaps = Source.WithoutFacts.ToDictionary(g => g.Paragraph, g => g.Why);
        foreach (var number in claims.Where(g => g.Key is not null).Select(g => g.Key!.Value).Union(gaps.Keys).Order())
            yield return (number, [.. claims[number]], gaps.GetValueOrDefault(number));
        if (claims[null].Any()) yield return (null, [.. claims[null]], null);
    }

    // Records without a page of their own are shown on the page of their engagement or party.
    private string? Address(ClaimLine line)
    {
        var claim = line.Claim;
        return (claim.RecordKind, line.Owner) switch
        {
            (RecordKind.Engagement, _) => Reading.Urls.Engagement(claim.RecordId, "claim-" + claim.Key),
            (RecordKind.Move, { EngagementId: { } engagement }) => Reading.Urls.Engagement(engagement, "move-" + claim.RecordId),
            (RecordKind.Person, not null) => Reading.Urls.Person(claim.RecordId) + "#claim-" + claim.Key,
            (RecordKind.Organisation, not null) => Reading.Urls.Organisation(claim.RecordId) + "#claim-" + claim.Key,
            (RecordKind.Place, not null) => Reading.Urls.Place(claim.RecordId) + "#claim-" + claim.Key,
            (_, { PartyId: { } party }) when Reading.Urls.Party(Reading.Parties[party]) is { } page => page + $"#{Word.Of(claim.RecordKind)}-{claim.RecordId}",
            (_, { EngagementId: { } engagement }) => Reading.Urls.Engagement(engagement),
            _ => null,
        };
    }
}
