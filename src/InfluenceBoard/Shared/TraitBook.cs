using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Who stands on which side of engagements; those with the same parties share one. A side has few parties.</summary>
public sealed record PartySides(IReadOnlyList<string> By, IReadOnlyList<string> Towards, IReadOnlyList<string> About)
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

/// <summary>What a filter asks of an engagement's traits beside its parties and rungs; many traits share one.</summary>
/// <param name="Topics">Bit for each domain.</param>
/// <param name="Type">Kind of engagement.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Reliability">0 for A to 5 for F; 6 when no source is known.</param>
public readonly record struct TraitRest(uint Topics, EngagementType Type, Status Status, int Reliability);

/// <summary>Traits as counting reads them: vocabulary as bits and numbers.</summary>
/// <param name="Id">Number of the set.</param>
/// <param name="Sides">Place of its sides in the book.</param>
/// <param name="Rungs">Bit for each rung.</param>
/// <param name="Rest">Place of everything else in the book.</param>
public readonly record struct Trait(long Id, int Sides, uint Rungs, int Rest);

/// <summary>Every set of traits that the board has met, in the order of their numbers. Sets are only ever added, so a place means the same in every later book.</summary>
public sealed class TraitBook(Trait[] traits, PartySides[] sides, TraitRest[] rests)
{
    /// <summary>The book of nothing.</summary>
    public static TraitBook Empty { get; } = new([], [], []);

    /// <summary>The traits by place.</summary>
    public Trait[] Traits => traits;
    /// <summary>The sides by place.</summary>
    public PartySides[] Sides => sides;
    /// <summary>Everything else by place.</summary>
    public TraitRest[] Rests => rests;
    /// <summary>Number of sets.</summary>
    public int Count => traits.Length;
    /// <summary>Number of the last set; 0 when there is none.</summary>
    public long Last => traits is [.., var last] ? last.Id : 0;

    /// <summary>Place of a set; null for one that came after the book.</summary>
    public int? PlaceOf(long id)
    {
        if (id > Last) return null;
        // Numbers rarely have gaps, so most stand where they would without.
        var (low, high) = (0, traits.Length - 1);
        if (id - traits[0].Id is >= 0 and var guess && guess < traits.Length && traits[guess].Id == id) return (int)guess;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (traits[middle].Id == id) return middle;
            if (traits[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }

    /// <summary>The book with further sets.</summary>
    public TraitBook With(IEnumerable<TraitSet> more)
    {
        var (allSides, allRests) = (new List<PartySides>(sides), new List<TraitRest>(rests));
        var knownSides = sides.Select((s, i) => (Key: KeyOf(Ids(s.By), Ids(s.Towards), Ids(s.About)), i)).ToDictionary(s => s.Key, s => s.i, StringComparer.Ordinal);
        var knownRests = rests.Select((r, i) => (r, i)).ToDictionary(r => r.r, r => r.i);
        var bits = new Dictionary<(Type, string), uint>();
        List<Trait> all = [.. traits];
        foreach (var set in more)
        {
            var key = KeyOf(set.By, set.Towards, set.About);
            if (!knownSides.TryGetValue(key, out var side))
            {
                knownSides.Add(key, side = allSides.Count);
                allSides.Add(new PartySides(Split(set.By), Split(set.Towards), Split(set.About)));
            }
            var own = new TraitRest(BitsOf<Topic>(set.Topics), set.Type, set.Status, set.Reliability is { } letter ? (int)letter : 6);
            if (!knownRests.TryGetValue(own, out var rest))
            {
                knownRests.Add(own, rest = allRests.Count);
                allRests.Add(own);
            }
            all.Add(new Trait(set.Id, side, BitsOf<Rung>(set.Rungs), rest));
        }
        return new TraitBook([.. all], [.. allSides], [.. allRests]);

        uint BitsOf<T>(string words) where T : struct, Enum =>
            bits.TryGetValue((typeof(T), words), out var known) ? known : bits[(typeof(T), words)] = Bits(words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(w => Word.Parse<T>(w)!.Value));
    }

    /// <summary>Bits of some words.</summary>
    public static uint Bits<T>(IEnumerable<T> values) where T : struct, Enum => values.Aggregate(0u, (bits, v) => bits | 1u << Convert.ToInt32(v, CultureInfo.InvariantCulture));

    private static string KeyOf(string by, string towards, string about) => string.Join('|', by, towards, about);

    private static string Ids(IReadOnlyList<string> side) => string.Join(',', side);

    // Interned: few names stand in many sides, and comparing the same text with itself is quick.
    private static string[] Split(string ids) => [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(string.Intern)];
}
