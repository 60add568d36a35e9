using System.Collections.Immutable;
using System.Globalization;
using InfluenceBoard.Domain;

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

    /// <summary>Counts the facets under a filter, in the order of the page.</summary>
    public static IReadOnlyList<Facet> Of(Tally tally, BoardFilter filter, PartyDirectory parties)
    {
        var counting = new Counting(tally, filter, tally.Within(filter.From, filter.To), [.. parties.Countries.Select(p => p.Id)], [.. parties.Actors.Select(p => p.Id)]);
        return
        [
            .. Names.Select(name =>
            {
                var chosen = filter.Chosen(name);
                var (counts, open) = counting.Of(name);
                return new Facet(name, [.. counts.Where(c => c.Count > 0 || chosen.Contains(c.Word)).Select(c => new FacetValue(c.Word, c.Count, chosen.Contains(c.Word)))], open);
            }),
        ];
    }

    // Goes through the traits once and adds each to what it shares with others: sides, rungs and the rest. These are few, and are added up to the facets that they pass with the facet's own choice open.
    private sealed class Counting
    {
        private readonly string[] countries, actors;
        private readonly int[] byCountry, byActor, byTopic = new int[Enum.GetValues<Topic>().Length], byType = new int[Enum.GetValues<EngagementType>().Length], byStatus = new int[Enum.GetValues<Status>().Length],
            byRung = new int[Enum.GetValues<Rung>().Length], byLetter = new int[Enum.GetValues<Reliability>().Length];
        private readonly List<(string Word, int Count)> years;
        private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

        public Counting(Tally tally, BoardFilter filter, int[] dated, string[] countries, string[] actors)
        {
            (this.countries, this.actors) = (countries, actors);
            byCountry = new int[countries.Length];
            byActor = new int[actors.Length];
            TraitTest test = new(filter), withoutCountry = new(filter with { Countries = [] }), withoutActor = new(filter with { Actors = [] });
            var (traits, sides, rests) = (tally.Book.Traits, tally.Book.Sides, tally.Book.Rests);
            var passing = Array.ConvertAll(sides, s => test.Passes(s));
            // What fails of each: no property, or just the one that a facet leaves open. More than one is in no facet.
            const int fine = 0, noTopic = 1, noType = 2, noStatus = 3, noLetter = 4, none = 5;
            var fails = Array.ConvertAll(rests, r => (byte)((test.Topics(r) ? 0 : 1, test.Type(r) ? 0 : 1, test.Status(r) ? 0 : 1, test.Reliability(r) ? 0 : 1) switch
            {
                (0, 0, 0, 0) => fine, (1, 0, 0, 0) => noTopic, (0, 1, 0, 0) => noType, (0, 0, 1, 0) => noStatus, (0, 0, 0, 1) => noLetter, _ => none,
            }));
            int[] ofSides = new int[sides.Length], ofRests = new int[rests.Length], ofRungs = new int[1 << byRung.Length], undated = new int[traits.Length];
            for (var i = 0; i < traits.Length; i++)
            {
                ref readonly var trait = ref traits[i];
                if (fails[trait.Rest] is var fail && fail == none) continue;
                var (n, onRungs) = (dated[i], test.Rungs(trait));
                if (fail == fine && onRungs) ofSides[trait.Sides] += n;
                if (!passing[trait.Sides]) continue;
                if (onRungs) ofRests[trait.Rest] += n;
                if (fail != fine) continue;
                ofRungs[trait.Rungs] += n;
                if (onRungs) undated[i] = -1;
            }

            int country = 0, actor = 0, topic = 0, type = 0, status = 0, rung = 0, letter = 0;
            for (var i = 0; i < sides.Length; i++)
            {
                if (ofSides[i] is not (var n and > 0)) continue;
                var own = sides[i];
                if (withoutCountry.Passes(own)) country += n;
                if (withoutActor.Passes(own)) actor += n;
                // With the other side chosen too, a party counts with what is between it and one of them, else with what it takes part in.
                for (var c = 0; c < countries.Length; c++) if (filter.Actors.IsEmpty ? own.TakesPart(countries[c]) : own.IsBetween(filter.Actors, [countries[c]])) byCountry[c] += n;
                for (var a = 0; a < actors.Length; a++) if (filter.Countries.IsEmpty ? own.TakesPart(actors[a]) : own.IsBetween([actors[a]], filter.Countries)) byActor[a] += n;
            }
            for (var i = 0; i < rests.Length; i++)
            {
                if (ofRests[i] is not (var n and > 0)) continue;
                var (own, fail) = (rests[i], fails[i]);
                if (fail is fine or noTopic) { topic += n; Add(byTopic, own.Topics, n); }
                if (fail is fine or noType) { type += n; byType[(int)own.Type] += n; }
                if (fail is fine or noStatus) { status += n; byStatus[(int)own.Status] += n; }
                // "B" lets through what a source rated B or better tells, so each letter holds those before it.
                if (fail is fine or noLetter) { letter += n; for (var k = own.Reliability; k < byLetter.Length; k++) byLetter[k] += n; }
            }
            for (var bits = 0u; bits < ofRungs.Length; bits++)
                if (ofRungs[bits] is var n and > 0) { rung += n; Add(byRung, bits, n); }
            (open[FilterQuery.Country], open[FilterQuery.Actor], open[FilterQuery.Domain], open[FilterQuery.Type], open[FilterQuery.Status], open[FilterQuery.Rung], open[FilterQuery.Reliability]) = (country, actor, topic, type, status, rung, letter);
            open[Year] = Tally.Sum(tally.All, undated);
            years = tally.CountYears(undated);
        }

        public (IEnumerable<(string Word, int Count)> Counts, int Open) Of(string name) => (name switch
        {
            FilterQuery.Country => countries.Zip(byCountry),
            FilterQuery.Actor => actors.Zip(byActor),
            FilterQuery.Domain => Words<Topic>(byTopic),
            FilterQuery.Type => Words<EngagementType>(byType),
            FilterQuery.Status => Words<Status>(byStatus),
            FilterQuery.Rung => Words<Rung>(byRung),
            FilterQuery.Reliability => Words<Reliability>(byLetter),
            _ => years,
        }, open[name]);

        private static IEnumerable<(string, int)> Words<T>(int[] counts) where T : struct, Enum => Enum.GetValues<T>().Select(v => (Word.Of(v), counts[Convert.ToInt32(v, CultureInfo.InvariantCulture)]));

        private static void Add(int[] counts, uint bits, int n)
        {
            for (var i = 0; bits != 0; i++, bits >>= 1)
                if ((bits & 1) != 0) counts[i] += n;
        }
    }
}
