using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Moves;

/// <summary>Chains of moves and counter-moves, each link with who asserts it and whether the dates agree.</summary>
public sealed partial class MovesPage
{
    private MovesModel? model;
    private MovesView view = new(false, []);

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private MovesQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private Format Format { get; set; } = default!;
    [Inject] private FilterWords Words { get; set; } = default!;
    [Inject] private IStringLocalizer<MovesTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    /// <summary>The view in one sentence.</summary>
    internal static string Description(MovesModel model, string sentence, IStringLocalizer<MovesTexts> L) => L["description", sentence, L.Count("links", model.Links.Count), L.Count("chains", model.Chains.Count)];

    private IEnumerable<(Chain Chain, int Number)> Numbered => model!.Chains.Select((c, i) => (c, i + 1));

    private IReadOnlyList<MoveLink> Against => [.. model!.Links.Where(l => l.Order == MoveOrder.EffectFirst)];

    private IReadOnlyList<MoveLink> AsWritten => [.. model!.Links.Where(l => l.IsReversedAsWritten)];

    private string Editors => (view.OthersOnly, model!.Editors) switch
    {
        (true, 0) => L["hidden.none"],
        (true, var count) => L.Count("hidden", count),
        (false, 0) => L["editors.none"],
        (false, var count) => L.Count("editors", count),
    };

    protected override async Task OnInitializedAsync()
    {
        view = MovesView.Read(Context.Request.Query, Reading.Notices);
        model = await Query.ReadAsync(Reading.Filter, view, Reading.AsOf, Context.RequestAborted);
        // Where every link is laid out, the one that was asked for is among them.
        if (!model.IsCut) view = view with { Around = null };
    }

    private string Address(MovesView other) => Reading.Urls.Moves(Reading.Filter, null, other.Keep);

    private string Here(string fragment) => Reading.Urls.Moves(Reading.Filter, fragment, view.Keep);

    private static string Anchor(Chain chain) => $"chain-{chain.Hub.Row.Id}";

    private static string? Current(bool isCurrent) => isCurrent ? "true" : null;
}
