using System.Collections.Immutable;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace InfluenceBoard.Shared;

/// <summary>A value of an address that means nothing to the board and was ignored.</summary>
/// <param name="Name">Name of the parameter.</param>
/// <param name="Value">The value, as it came.</param>
/// <param name="Accepted">What is accepted.</param>
public sealed record FilterNotice(string Name, string Value, string Accepted)
{
    private const int Longest = 60;

    /// <summary>A value short enough to be repeated to the reader.</summary>
    public static string Cut(string value) => value.Length <= Longest ? value : value[..(char.IsHighSurrogate(value[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}

/// <summary>Reads a <see cref="BoardFilter"/> from the query of an address. Never throws: what it does not know it ignores with a notice.</summary>
public static class FilterQuery
{
    public const string Country = "country", Actor = "actor", Domain = "domain", Type = "type", Status = "status", Rung = "rung", From = "from", To = "to", Reliability = "reliability";

    /// <summary>Every parameter that a filter reads.</summary>
    public static readonly ImmutableArray<string> Names = [Country, Actor, Domain, Type, Status, Rung, From, To, Reliability];

    /// <summary>Reads the filter and what was ignored. Values may be repeated (<c>type=visit&amp;type=loan</c>) or joined by commas, in any case, and parties by slug, ISO code or name.</summary>
    public static (BoardFilter Filter, IReadOnlyList<FilterNotice> Notices) Read(IQueryCollection query, PartyDirectory parties)
    {
        var notices = new List<FilterNotice>();
        var filter = new BoardFilter
        {
            Countries = Parties(Country, parties.Countries),
            Actors = Parties(Actor, parties.Actors),
            Topics = Words<Topic>(Domain),
            Types = Words<EngagementType>(Type),
            Statuses = Words<Status>(Status),
            Rungs = Words<Rung>(Rung),
            From = Day(From, d => d.Earliest),
            To = Day(To, d => d.Latest),
            Reliability = Words<Reliability>(Reliability) is { Length: > 0 } letters ? letters.Max() : null,
        };
        if (filter is { From: { } from, To: { } to } && from > to)
        {
            notices.Add(new FilterNotice(To, query[To].ToString(), $"≥ {from:yyyy-MM-dd}"));
            filter = filter with { To = null };
        }
        return (filter, notices);

        ImmutableArray<string> Parties(string name, IReadOnlyList<Party> accepted)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var text in Values(query[name]))
                if (parties.Find(text) is { } party && accepted.Contains(party)) found.Add(party.Id);
                else Ignore(name, text, string.Join(", ", accepted.Select(p => p.Slug)));
            return [.. accepted.Where(p => found.Contains(p.Id)).Select(p => p.Id)];
        }

        ImmutableArray<T> Words<T>(string name) where T : struct, Enum => FilterQuery.Words<T>(query, name, notices);

        DateOnly? Day(string name, Func<EdtfDate, DateOnly> bound)
        {
            if (Values(query[name]).LastOrDefault() is not { } text) return null;
            if (EdtfDate.TryParse(text) is { IsInterval: false } date) return bound(date);
            Ignore(name, text, "2025, 2025-12, 2025-12-06");
            return null;
        }

        void Ignore(string name, string value, string accepted) => notices.Add(new FilterNotice(name, FilterNotice.Cut(value), accepted));
    }

    /// <summary>The words of a vocabulary that a parameter names, in the vocabulary's order; what it does not know becomes a notice.</summary>
    public static ImmutableArray<T> Words<T>(IQueryCollection query, string name, ICollection<FilterNotice> notices) where T : struct, Enum
    {
        var found = new SortedSet<T>();
        foreach (var text in Values(query[name]))
            if (Word.Parse<T>(text) is { } value) found.Add(value);
            else notices.Add(new FilterNotice(name, FilterNotice.Cut(text), string.Join(", ", Word.All<T>())));
        return [.. found];
    }

    /// <summary>The values of a parameter, repeated or joined by commas.</summary>
    public static IEnumerable<string> Values(StringValues values) =>
        values.OfType<string>().SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
