using System.Globalization;
using InfluenceBoard.Domain;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>One value of a filter, as a chip that removes it.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Label">Parameter and value in words.</param>
/// <param name="Rest">The filter without it.</param>
public sealed record FilterChip(string Name, string Label, BoardFilter Rest);

/// <summary>A filter in the words of the page's language: its sentence and its chips.</summary>
public sealed class FilterWords(IStringLocalizer<Texts> texts, PartyDirectory parties)
{
    /// <summary>The filter as one sentence.</summary>
    public string Sentence(BoardFilter filter)
    {
        if (filter.IsEmpty) return texts["filter.sentence.all"];
        var sentence = (string)texts["filter.sentence.start"];
        void Add(string key, params object[] words)
        {
            string part = texts[key, words];
            sentence += (part[0] is ',' or '，' ? "" : " ") + part;
        }
        if (filter.Actors.Length > 0) Add("filter.sentence.actors", Or(filter.Actors.Select(parties.InSentence)));
        if (filter.Countries.Length > 0) Add("filter.sentence.countries", Or(filter.Countries.Select(parties.InSentence)));
        if (filter.Topics.Length > 0) Add("filter.sentence.topics", Or(filter.Topics.Select(texts.Word)));
        if (filter.Types.Length > 0) Add("filter.sentence.types", Or(filter.Types.Select(texts.Word)));
        if (filter.Statuses.Length > 0) Add("filter.sentence.statuses", Or(filter.Statuses.Select(texts.Word)));
        if (filter.Rungs.Length > 0) Add("filter.sentence.rungs", Or(filter.Rungs.Select(texts.Word)));
        if (filter is { From: { } from, To: { } to }) Add("filter.sentence.between", Format.Day(from), Format.Day(to));
        else if (filter.From is { } start) Add("filter.sentence.from", Format.Day(start));
        else if (filter.To is { } end) Add("filter.sentence.to", Format.Day(end));
        if (filter.Reliability is { } reliability) Add("filter.sentence.reliability", Word.Of(reliability));
        return sentence + texts["filter.sentence.end"];
    }

    /// <summary>One chip for each value, in the order of the address.</summary>
    public IReadOnlyList<FilterChip> Chips(BoardFilter filter) =>
        [.. filter.Query().Select(p => new FilterChip(p.Name, texts["filter.chip", texts["filter." + p.Name], Value(p.Name, p.Value)], filter.Without(p.Name, p.Value)))];

    private string Or(IEnumerable<string> items) => texts.List([.. items], "list.or");

    /// <summary>A value of a filter's pair, or of a facet, in words.</summary>
    public string Value(string name, string value) => name switch
    {
        Facets.Year => Format.Year(int.Parse(value, CultureInfo.InvariantCulture)),
        FilterQuery.Country or FilterQuery.Actor => parties.Name(value),
        FilterQuery.Domain => texts.Word(Word.Parse<Topic>(value)!.Value),
        FilterQuery.Type => texts.Word(Word.Parse<EngagementType>(value)!.Value),
        FilterQuery.Status => texts.Word(Word.Parse<Status>(value)!.Value),
        FilterQuery.Rung => texts.Word(Word.Parse<Rung>(value)!.Value),
        FilterQuery.Reliability => texts["filter.reliability.atleast", value],
        _ => Format.Day(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };
}
