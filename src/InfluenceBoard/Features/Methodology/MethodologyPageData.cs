using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Methodology;

/// <summary>The methodology, which can be cited and holds no table.</summary>
public sealed class MethodologyPageData(IStringLocalizer<MethodologyTexts> L) : PageData
{
    // Its rules are shown at work on the board's amounts.
    public override PageScope Scope(string? key) => new() { Filter = BoardFilter.None };

    public override Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel) => Task.FromResult<PageDocument?>(new PageDocument(L["title"], L["description"]));
}
