using System.Collections.Frozen;
using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Who stands on which side of engagements; those with the same parties share one.</summary>
public sealed record PartySides(FrozenSet<string> By, FrozenSet<string> Towards, FrozenSet<string> About)
{
    /// <summary>Whether a party takes part, rather than being talked about.</summary>
    public bool TakesPart(string party) => By.Contains(party) || Towards.Contains(party);

    /// <summary>Whether it is between two parties: on opposite sides, or acting together. A party is not between itself.</summary>
    public bool IsBetween(string one, string other) => one != other && TakesPart(one) && TakesPart(other) && (By.Contains(one) || By.Contains(other));

    /// <summary>Whether it is between one of some parties and one of others.</summary>
    public bool IsBetween(IReadOnlyList<string> some, IReadOnlyList<string> others)
    {
        for (var i = 0; i < some.Count; i++)
            for (var j = 0; j < others.Count; j++)
                if (IsBetween(some[i], others[j])) return true;
        return false;
    }

    /// <summary>Whether one of some parties takes part.</summary>
    public bool TakesPart(IReadOnlyList<string> some)
    {
        for (var i = 0; i < some.Count; i++)
            if (TakesPart(some[i])) return true;
        return false;
    }
}

/// <summary>Traits as counting reads them: vocabulary as bits and numbers.</summary>
/// <param name="Id">Number of the set.</param>
/// <param name="Sides">Place of its sides in the book.</param>
/// <param name="Topics">Bit for each domain.</param>
/// <param name="Type">Kind of engagement.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Rungs">Bit for each rung.</param>
/// <param name="Reliability">0 for A to 5 for F; 6 when no source is known.</param>
public readonly record struct Trait(long Id, int Sides, uint Topics, EngagementType Type, Status Status, uint Rungs, int Reliability);

/// <summary>Every set of traits that the board has met, in the order of their numbers. Sets are only ever added, so a place means the same in every later book.</summary>
public sealed class TraitBook
{
    private readonly Dictionary<long, int> places = [];

    private TraitBook(Trait[] traits, PartySides[] sides)
    {
        (Traits, Sides) = (traits, sides);
        for (var i = 0; i < traits.Length; i++) places.Add(traits[i].Id, i);
    }

    /// <summary>The book of nothing.</summary>
    public static TraitBook Empty { get; } = new([], []);

    /// <summary>The traits by place.</summary>
    public Trait[] Traits { get; }
    /// <summary>The sides by place.</summary>
    public PartySides[] Sides { get; }
    /// <summary>Number of sets.</summary>
    public int Count => Traits.Length;
    /// <summary>Number of the last set; 0 when there is none.</summary>
    public long Last => Traits is [.., var last] ? last.Id : 0;

    /// <summary>Place of a set; null for one that came after the book.</summary>
    public int? PlaceOf(long id) => places.TryGetValue(id, out var place) ? place : null;

    /// <summary>The book with further sets.</summary>
    public TraitBook With(IEnumerable<TraitSet> more)
    {
        var sides = new List<PartySides>(Sides);
        var known = Sides.Select((s, i) => (Key: KeyOf(Ids(s.By), Ids(s.Towards), Ids(s.About)), i)).ToDictionary(s => s.Key, s => s.i, StringComparer.Ordinal);
        List<Trait> traits = [.. Traits];
        foreach (var set in more)
        {
            var key = KeyOf(set.By, set.Towards, set.About);
            if (!known.TryGetValue(key, out var side))
            {
                known.Add(key, side = sides.Count);
                sides.Add(new PartySides(Split(set.By), Split(set.Towards), Split(set.About)));
            }
            traits.Add(new Trait(set.Id, side, Bits<Topic>(set.Topics), set.Type, set.Status, Bits<Rung>(set.Rungs), set.Reliability is { } letter ? (int)letter : 6));
        }
        return new TraitBook([.. traits], [.. sides]);
    }

    /// <summary>Bits of some words.</summary>
    public static uint Bits<T>(IEnumerable<T> values) where T : struct, Enum => values.Aggregate(0u, (bits, v) => bits | 1u << Convert.ToInt32(v, CultureInfo.InvariantCulture));

    private static uint Bits<T>(string words) where T : struct, Enum => Bits(words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(w => Word.Parse<T>(w)!.Value));

    private static string KeyOf(string by, string towards, string about) => string.Join('|', by, towards, about);

    private static string Ids(FrozenSet<string> side) => string.Join(',', side.Order(StringComparer.Ordinal));

    private static FrozenSet<string> Split(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
