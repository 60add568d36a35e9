using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Search;

/// <summary>A search as an address asks for it, with what it found.</summary>
/// <param name="Typed">What was searched for, as far as it is read; null for nothing.</param>
/// <param name="Kind">The one kind that is listed; null for the best of each.</param>
/// <param name="Page">Page of that kind, from 1.</param>
public sealed record SearchView(string? Typed, RecordKind? Kind, int Page, SearchModel Model)
{
    /// <summary>Reads and answers a search; what means nothing is noted and ignored.</summary>
    public static async Task<SearchView> ReadAsync(Reading reading, SearchQuery query, CancellationToken cancel)
    {
        var asked = reading.Asked(Urls.Text);
        RecordKind? kind = null;
        if (reading.Asked(Urls.Kind) is { } word)
            if (Word.Parse<RecordKind>(word) is { } known && SearchQuery.Kinds.Contains(known)) kind = known;
            else reading.Ignore(Urls.Kind, word, string.Join(", ", SearchQuery.Kinds.Select(Word.Of)));
        var page = kind is null ? 1 : reading.AskedPage();
        var model = await query.ReadAsync(asked, kind, page, reading.AsOf, cancel);
        // A page beyond the last is the last.
        if (kind is { } one && page > 1 && model.Counts.GetValueOrDefault(one) is var all && (page - 1) * SearchQuery.Many >= all)
            model = await query.ReadAsync(asked, kind, page = Math.Max(1, (all + SearchQuery.Many - 1) / SearchQuery.Many), reading.AsOf, cancel);
        return new SearchView(asked is null ? null : SearchPhrase.Shorten(asked), kind, page, model);
    }

    /// <summary>The search as pairs of the address.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Pairs(string? typed, RecordKind? kind, int page) =>
        [(Urls.Text, typed), (Urls.Kind, kind is { } k ? Word.Of(k) : null), (Urls.Page, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture))];
}
