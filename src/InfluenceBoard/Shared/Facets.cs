using System.Collections.Immutable;
using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>One value of a facet.</summary>
/// <param name="Word">The value as the filter's own pairs write it; parties by id.</param>
/// <param name="Count">Engagements that the filter lets through with this value as the facet's only choice.</param>
/// <param name="IsChosen">Whether the filter holds it.</param>
public sealed record FacetValue(string Word, int Count, bool IsChosen);

/// <summary>A property by which engagements are counted. Each counts as if its own choice were open, so that what another choice would give can be read before it is made.</summary>
/// <param name="Name">Name of the parameter; <see cref="Facets.Year"/> for the years.</param>
/// <param name="Values">The values that occur or are chosen, in vocabulary order.</param>
/// <param name="Open">Engagements that pass the filter with this facet's choice open. For a property of which each engagement has just one, the counts sum up to it.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values, int Open);

/// <summary>Counts engagements by the properties that the filter knows.</summary>
public static class Facets
{
    /// <summary>The facet of years; its choice is the range of the filter.</summary>
    public const string Year = "year";

    /// <summary>The facets, in the order of the page.</summary>
    public static readonly ImmutableArray<string> Names = [FilterQuery.Country, FilterQuery.Actor, Year, FilterQuery.Domain, FilterQuery.Type, FilterQuery.Status, FilterQuery.Rung, FilterQuery.Reliability];

    /// <summary>Facets of which an engagement has exactly one value.</summary>
    public static readonly ImmutableArray<string> Single = [FilterQuery.Type, FilterQuery.Status];

    /// <summary>The filter with a facet's choice open.</summary>
    public static BoardFilter Opened(this BoardFilter filter, string name) => name switch
    {
        FilterQuery.Country => filter with { Countries = [] },
        FilterQuery.Actor => filter with { Actors = [] },
        FilterQuery.Domain => filter with { Topics = [] },
        FilterQuery.Type => filter with { Types = [] },
        FilterQuery.Status => filter with { Statuses = [] },
        FilterQuery.Rung => filter with { Rungs = [] },
        FilterQuery.Reliability => filter with { Reliability = null },
        _ => filter with { From = null, To = null },
    };

    /// <summary>The filter with a value as a facet's only choice.</summary>
    public static BoardFilter With(this BoardFilter filter, string name, string word) => name switch
    {
        FilterQuery.Country => filter with { Countries = [word] },
        FilterQuery.Actor => filter with { Actors = [word] },
        FilterQuery.Domain => filter with { Topics = [Word.Parse<Topic>(word)!.Value] },
        FilterQuery.Type => filter with { Types = [Word.Parse<EngagementType>(word)!.Value] },
        FilterQuery.Status => filter with { Statuses = [Word.Parse<Status>(word)!.Value] },
        FilterQuery.Rung => filter with { Rungs = [Word.Parse<Rung>(word)!.Value] },
        FilterQuery.Reliability => filter with { Reliability = Word.Parse<Reliability>(word) },
        _ => filter with { From = new DateOnly(int.Parse(word, CultureInfo.InvariantCulture), 1, 1), To = new DateOnly(int.Parse(word, CultureInfo.InvariantCulture), 12, 31) },
    };

    /// <summary>Values that the filter holds of a facet.</summary>
    public static IReadOnlyList<string> Chosen(this BoardFilter filter, string name) => name == Year
        ? filter is { From: { Month: 1, Day: 1 } from, To: { Month: 12, Day: 31 } to } && from.Year == to.Year ? [from.Year.ToString(CultureInfo.InvariantCulture)] : []
        : [.. filter.Query().Where(p => p.Name == name).Select(p => p.Value)];

    /// <summary>Counts one facet under a filter.</summary>
    public static async Task<Facet> FacetAsync(this BoardDb db, string name, BoardFilter filter, PartyDirectory parties, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var opened = filter.Opened(name);
        var query = db.Engagements(opened, asOf);
        var counts = name switch
        {
            FilterQuery.Country => await PartiesAsync(db, opened, parties.Countries, opened.Actors, asOf, cancel),
            FilterQuery.Actor => await PartiesAsync(db, opened, parties.Actors, opened.Countries, asOf, cancel),
            FilterQuery.Domain => await WordsAsync(query.SelectMany(e => e.Topics).Select(t => t.Topic), cancel),
            FilterQuery.Type => await WordsAsync(query.Select(e => e.Type), cancel),
            FilterQuery.Status => await WordsAsync(query.Select(e => e.Status), cancel),
            FilterQuery.Rung => await WordsAsync(db.Money.KnownAt(asOf).Where(m => query.Any(e => e.Id == m.EngagementId)).Select(m => new { m.Rung, m.EngagementId }).Distinct().Select(m => m.Rung), cancel),
            FilterQuery.Reliability => await ReliabilityAsync(db, opened, asOf, cancel),
            _ => await YearsAsync(query, cancel),
        };
        var chosen = filter.Chosen(name);
        return new Facet(name, [.. counts.Where(c => c.Count > 0 || chosen.Contains(c.Word)).Select(c => new FacetValue(c.Word, c.Count, chosen.Contains(c.Word)))], await query.CountAsync(cancel));
    }

    // With the other side chosen too, a party counts with what is between it and one of them; else with what it takes part in: the rule of EngagementSet.
    private static async Task<List<(string Word, int Count)>> PartiesAsync(BoardDb db, BoardFilter opened, IReadOnlyList<Party> parties, ImmutableArray<string> others, DateTimeOffset? asOf, CancellationToken cancel)
    {
        string[] ids = [.. parties.Select(p => p.Id)], across = [.. others];
        var query = db.Engagements(opened with { Actors = [], Countries = [] }, asOf);
        var seats = db.Set<EngagementParty>().Where(p => p.Role != PartyRole.About);
        var taken = from e in query join p in seats on e.VersionId equals p.VersionId where ids.Contains(p.PartyId) select p;
        if (across.Length > 0) taken = taken.Where(p => seats.Any(o => o.VersionId == p.VersionId && across.Contains(o.PartyId) && o.PartyId != p.PartyId && (o.Role == PartyRole.By || p.Role == PartyRole.By)));
        var counts = await taken.Select(p => new { p.PartyId, p.VersionId }).Distinct().GroupBy(s => s.PartyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. ids.Select(id => (id, counts.GetValueOrDefault(id)))];
    }

    private static async Task<List<(string Word, int Count)>> WordsAsync<T>(IQueryable<T> values, CancellationToken cancel) where T : struct, Enum
    {
        var counts = await values.GroupBy(v => v).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. Enum.GetValues<T>().Select(v => (Word.Of(v), counts.GetValueOrDefault(v)))];
    }

    // "B" lets through what a source rated B or better tells, so each letter holds those before it.
    private static async Task<List<(string Word, int Count)>> ReliabilityAsync(BoardDb db, BoardFilter opened, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var counts = new List<(string, int)>();
        foreach (var letter in Enum.GetValues<Reliability>()) counts.Add((Word.Of(letter), await db.Engagements(opened with { Reliability = letter }, asOf).CountAsync(cancel)));
        return counts;
    }

    // An engagement stands in every year in which it can have happened; one that is open towards past or future in those up to the last that is named.
    private static async Task<List<(string Word, int Count)>> YearsAsync(IQueryable<Engagement> query, CancellationToken cancel)
    {
        var spans = await query.GroupBy(e => new { From = e.Earliest.Year, To = e.Latest.Year }).Select(g => new { g.Key.From, g.Key.To, Count = g.Count() }).ToListAsync(cancel);
        var named = spans.SelectMany(s => new[] { s.From, s.To }).Where(y => y > DateOnly.MinValue.Year && y < DateOnly.MaxValue.Year).ToList();
        if (named.Count == 0) return [];
        return [.. Enumerable.Range(named.Min(), named.Max() - named.Min() + 1).Reverse().Select(y => (y.ToString(CultureInfo.InvariantCulture), spans.Where(s => s.From <= y && s.To >= y).Sum(s => s.Count)))];
    }
}
