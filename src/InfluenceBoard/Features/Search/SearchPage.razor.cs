using System.Globalization;
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
        [(Urls.Text, typed), (Urls.Kind, kind is { } k ? Word.Of(k) : null), (Urls.Page, Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture))];

    protected override async Task OnInitializedAsync()
    {
        string? asked = Context.Request.Query[Urls.Text].LastOrDefault();
        typed = string.IsNullOrWhiteSpace(asked) ? null : SearchPhrase.Shorten(asked);
        if (Reading.Asked(Urls.Kind) is { } word)
            if (Word.Parse<RecordKind>(word) is { } known && SearchQuery.Kinds.Contains(known)) kind = known;
            else Reading.Ignore(Urls.Kind, word, string.Join(", ", SearchQuery.Kinds.Select(Word.Of)));
        Page = kind is null ? 1 : Reading.AskedPage();
        model = await Query.ReadAsync(asked, kind, Page, Reading.AsOf, Context.RequestAborted);
        // A page beyond the last is the last.
        if (kind is { } one && Page > 1 && model.Counts.GetValueOrDefault(one) is var all && (Page - 1) * SearchQuery.Many >= all)
            model = await Query.ReadAsync(asked, kind, Page = Math.Max(1, (all + SearchQuery.Many - 1) / SearchQuery.Many), Reading.AsOf, Context.RequestAborted);
        marks = [.. model.Phrase.Marks];
    }
}
