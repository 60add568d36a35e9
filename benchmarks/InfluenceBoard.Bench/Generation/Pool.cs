using InfluenceBoard.Domain;

namespace InfluenceBoard.Bench.Generation;

/// <summary>The records that engagements name: few enough to be held.</summary>
public sealed class Pool
{
    private readonly Dictionary<string, string[]> people, organisations, places;

    public Pool(IReadOnlyList<Source> sources, IEnumerable<Person> people, IEnumerable<Organisation> organisations, IEnumerable<Place> places)
    {
        Sources = sources;
        this.people = ByParty(people.Select(p => (p.PartyId, p.Id)));
        this.organisations = ByParty(organisations.Select(o => (o.PartyId ?? "", o.Id)));
        this.places = ByParty(places.Select(p => (p.PartyId ?? "", p.Id)));
    }

    /// <summary>The sources, those that tell most first.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>A source; a tenth of them carry about half of the claims.</summary>
    public Source Source(ref Rng rng) => Sources[(int)(Sources.Count * Math.Pow(rng.Share(), 3))];

    /// <summary>Some people of the parties, each once.</summary>
    public IReadOnlyList<string> People(ref Rng rng, IEnumerable<string> parties, int count) => Some(ref rng, people, parties, count);

    /// <summary>Some institutions of the parties, each once.</summary>
    public IReadOnlyList<string> Organisations(ref Rng rng, IEnumerable<string> parties, int count) => Some(ref rng, organisations, parties, count);

    /// <summary>Some places of the parties, each once.</summary>
    public IReadOnlyList<string> Places(ref Rng rng, IEnumerable<string> parties, int count) => Some(ref rng, places, parties, count);

    private static Dictionary<string, string[]> ByParty(IEnumerable<(string Party, string Id)> records) => records.GroupBy(r => r.Party).ToDictionary(g => g.Key, g => g.Select(r => r.Id).ToArray(), StringComparer.Ordinal);

    private static List<string> Some(ref Rng rng, Dictionary<string, string[]> of, IEnumerable<string> parties, int count)
    {
        List<string> found = [];
        if (count == 0) return found;
        string[] ids = [.. parties];
        for (var i = 0; i < count; i++)
            if (of.TryGetValue(rng.Pick(ids), out var some) && rng.Pick(some) is var id && !found.Contains(id)) found.Add(id);
        return found;
    }
}
