using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Embeds;

/// <summary>Makes the snippet by which another site shows a view of the board: what, in which colours, how wide, live or frozen.</summary>
public sealed partial class EmbedPage
{
    private EmbedChoice choice = default!;
    private string pageTitle = "";

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private IServiceProvider Services { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private FilterWords Words { get; set; } = default!;
    [Inject] private IStringLocalizer<EmbedTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private string Local => choice.Address(Reading);

    private EmbedSnippet Snippet => choice.Snippet(Reading, T["list.with", L["view." + choice.Chosen.About.Name], pageTitle]);

    // A style of the interface's library would take the attributes' word away.
    private string Size => $"height:{Snippet.Height}px;width:{(Snippet.Width is { } width ? $"{width}px" : "100%")}";

    private Moment Frozen => Reading.Moment is { } moment && !Reading.IsAhead ? moment : new Moment(Reading.CiteMoment);

    // What the form does not ask about stays as it is.
    private IEnumerable<(string Name, string Value)> Kept =>
        [.. Reading.Filter.Query(Reading.Parties), .. choice.Own.Prepend((Urls.Of, choice.Of)).Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => (p.Item1, p.Item2!))];

    protected override async Task OnInitializedAsync()
    {
        choice = EmbedChoice.Read(Reading);
        pageTitle = await choice.TitleAsync(Services, Context.RequestAborted) ?? T["board.name"];
    }
}
