using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Search;

/// <summary>Full text over everything that the board records, grouped by kind.</summary>
public sealed partial class SearchPage
{
    // One name in four spellings, a word of two characters, and a plain word.
    private static readonly string[] Examples = ["To Lam", "苏林", "Токаев", "铁路", "rare earths"];

    private SearchModel? model;
    private RecordKind? kind;
    private string? typed;
    private string[] marks = [];

    [CascadingParameter] private HttpContext Context { get; set; } = default!;
    [Inject] private SearchQuery Query { get; set; } = default!;
    [Inject] private Reading Reading { get; set; } = default!;
    [Inject] private IStringLocalizer<SearchTexts> L { get; set; } = default!;
    [Inject] private IStringLocalizer<Texts> T { get; set; } = default!;

    private int Page { get; set; } = 1;

    // What is shown and linked is what was searched for, not ten thousand characters of it.
    private string Shown => typed ?? "";

    private IReadOnlyList<(string Name, string? Value)> Keep =>
        SearchView.Pairs(typed, kind, Page);

    protected override async Task OnInitializedAsync()
    {
        var view = await SearchView.ReadAsync(Reading, Query, Context.RequestAborted);
        (typed, kind, Page, model) = (view.Typed, view.Kind, view.Page, view.Model);
        marks = [.. model.Phrase.Marks];
    }
}
