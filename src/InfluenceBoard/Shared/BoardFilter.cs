using System.Collections.Immutable;
using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What a reading page is limited to. Immutable; the query of the address holds all of it, and equal filters give equal addresses.</summary>
public sealed record BoardFilter
{
    /// <summary>The filter that lets everything through.</summary>
    public static readonly BoardFilter None = new();

    /// <summary>Ids of focus countries, any of which takes part.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];
    /// <summary>Ids of actors, any of which takes part.</summary>
    public ImmutableArray<string> Actors { get; init; } = [];
    /// <summary>Domains, any of which it is about.</summary>
    public ImmutableArray<Topic> Topics { get; init; } = [];
    /// <summary>Types, one of which it is.</summary>
    public ImmutableArray<EngagementType> Types { get; init; } = [];
    /// <summary>Statuses, one of which it has.</summary>
    public ImmutableArray<Status> Statuses { get; init; } = [];
    /// <summary>Rungs, on one of which it has an amount.</summary>
    public ImmutableArray<Rung> Rungs { get; init; } = [];
    /// <summary>First day of the range; a record whose bounds overlap the range is in it.</summary>
    public DateOnly? From { get; init; }
    /// <summary>Last day of the range.</summary>
    public DateOnly? To { get; init; }
    /// <summary>Worst reliability accepted: at least one claim comes from a source rated so or better.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>Whether nothing is filtered out.</summary>
    public bool IsEmpty => Countries.IsEmpty && Actors.IsEmpty && Topics.IsEmpty && Types.IsEmpty && Statuses.IsEmpty && Rungs.IsEmpty && From is null && To is null && Reliability is null;

    /// <summary>The filter as query pairs, in one fixed order; parties as slugs.</summary>
    public IReadOnlyList<(string Name, string Value)> Query(PartyDirectory? parties = null)
    {
        var pairs = new List<(string, string)>();
        void Add<T>(string name, ImmutableArray<T> values, Func<T, string> word)
        {
            foreach (var value in values) pairs.Add((name, word(value)));
        }
        string Slug(string id) => parties?.Find(id)?.Slug ?? id;
        Add(FilterQuery.Country, Countries, Slug);
        Add(FilterQuery.Actor, Actors, Slug);
        Add(FilterQuery.Domain, Topics, Word.Of);
        Add(FilterQuery.Type, Types, Word.Of);
        Add(FilterQuery.Status, Statuses, Word.Of);
        Add(FilterQuery.Rung, Rungs, Word.Of);
        if (From is { } from) pairs.Add((FilterQuery.From, Iso(from)));
        if (To is { } to) pairs.Add((FilterQuery.To, Iso(to)));
        if (Reliability is { } reliability) pairs.Add((FilterQuery.Reliability, Word.Of(reliability)));
        return pairs;
    }

    /// <summary>The filter without one of its values.</summary>
    public BoardFilter Without(string name, string value) => name switch
    {
        FilterQuery.Country => this with { Countries = Countries.Remove(value) },
        FilterQuery.Actor => this with { Actors = Actors.Remove(value) },
        FilterQuery.Domain => this with { Topics = Remove(Topics, value) },
        FilterQuery.Type => this with { Types = Remove(Types, value) },
        FilterQuery.Status => this with { Statuses = Remove(Statuses, value) },
        FilterQuery.Rung => this with { Rungs = Remove(Rungs, value) },
        FilterQuery.From => this with { From = null },
        FilterQuery.To => this with { To = null },
        FilterQuery.Reliability => this with { Reliability = null },
        _ => this,
    };

    /// <summary>The filter without its countries and actors: what is left when a page stands for one of them.</summary>
    public BoardFilter WithoutParties() => this with { Countries = [], Actors = [] };

    public bool Equals(BoardFilter? other) => other is not null && Query().SequenceEqual(other.Query());

    public override int GetHashCode() => Query().Aggregate(0, HashCode.Combine);

    private static ImmutableArray<T> Remove<T>(ImmutableArray<T> values, string word) where T : struct, Enum =>
        Word.Parse<T>(word) is { } value ? values.Remove(value) : values;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
