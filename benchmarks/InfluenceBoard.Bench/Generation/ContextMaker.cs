using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Makes the records around the engagements: sources, people, institutions, places, moves, indicators, positions. The seed files' own count towards their number.</summary>
public sealed class ContextMaker(BoardShape shape, SeedProfile profile)
{
    private readonly SeedSet seeds = profile.Set;

    /// <summary>How many engagements are generated beside those of the seed files.</summary>
    public int Engagements => Math.Max(0, shape.Engagements - seeds.Engagements.Count);

    /// <summary>How many moves are generated.</summary>
    public int Moves => Engagements < 2 ? 0 : shape.ByShare(seeds.Moves.Count, seeds.Engagements.Count) - seeds.Moves.Count;

    public IEnumerable<SeedSource> Sources() => Make(seeds.Sources, shape.ByRoot(seeds.Sources.Count, seeds.Engagements.Count), 10, (like, number, rng) => like with
    {
        Id = Names.Id("text", number), Title = $"{NamePart(ref rng)} {rng.Pick(["Daily", "Times", "News", "Bulletin", "Review"])}: report {number + 1}", Publisher = $"{NamePart(ref rng)} {rng.Pick(["Press", "Agency", "Review"])}", Claims = [],
        Url = $"https://example.org/{Names.Id("text", number)}", Date = Dates.Like(ref rng, like.Date), Parent = null, WithoutFacts = [], Note = null, Language = rng.Happens(0.1) ? "vi" : like.Language,
    });

    public IEnumerable<SeedPerson> People() => Make(seeds.People, shape.Slowly(seeds.People.Count, seeds.Engagements.Count), 11, (like, number, rng) =>
    {
        var (name, others) = Names.Make(ref rng, isPerson: true);
        return like with { Id = Names.Id("person", number), Name = name, Names = others, Organisation = null, Note = null, Claims = One(ref rng, ClaimProperty.Role, like.Role) };
    });

    public IEnumerable<SeedOrganisation> Organisations() => Make(seeds.Organisations, shape.Slowly(seeds.Organisations.Count, seeds.Engagements.Count), 12, (like, number, rng) =>
    {
        var (name, others) = Names.Make(ref rng, isPerson: false);
        return like with { Id = Names.Id("body", number), Name = $"{name} {rng.Pick(["Institute", "Bank", "Works", "Agency"])} {number + 1}", Names = others, Abbreviation = null, Members = [], Note = null, Claims = One(ref rng, ClaimProperty.Existence, "named in the text") };
    });

    public IEnumerable<SeedPlace> Places() => Make(seeds.Places, shape.Slowly(seeds.Places.Count, seeds.Engagements.Count), 13, (like, number, rng) =>
    {
        var (name, others) = Names.Make(ref rng, isPerson: false);
        double[]? position = like.Position is [var x, var y] ? [Math.Round(x + rng.Share() * 2 - 1, 2), Math.Round(Math.Clamp(y + rng.Share() * 2 - 1, -89, 89), 2)] : null;
        return like with { Id = Names.Id("place", number), Name = name, Names = others, Position = position, Path = [], Note = null, Claims = One(ref rng, ClaimProperty.Place, "place of an act") };
    });

    public IEnumerable<SeedIndicator> Indicators() => Make(seeds.Indicators, shape.ByRoot(seeds.Indicators.Count, seeds.Engagements.Count), 14, (like, number, rng) =>
    {
        var factor = (decimal)Math.Round(rng.Factor(), 2);
        return like with { Id = Names.Id("figure", number), Low = like.Low * factor, High = like.High * factor, Date = Dates.Like(ref rng, like.Date), Note = null, Claims = One(ref rng, ClaimProperty.Value, like.Measure) };
    });

    public IEnumerable<SeedStance> Stances() => Make(seeds.Stances, shape.ByRoot(seeds.Stances.Count, seeds.Engagements.Count), 15, (like, number, rng) =>
        like with { Id = Names.Id("stance", number), Date = Dates.Like(ref rng, like.Date), Note = null, Claims = One(ref rng, ClaimProperty.Position, "position told by the text") });

    /// <summary>A move from one engagement to another that stands near it.</summary>
    public SeedMove Move(long number)
    {
        var rng = Rng.Of(shape.Seed, 16, number);
        var like = rng.Pick(seeds.Moves);
        var from = rng.Below(Engagements);
        var to = (from + 1 + rng.Below(Math.Min(1000, Engagements - 1))) % Engagements;
        return like with { Id = Names.Id("move", number), From = EngagementMaker.IdOf(from), To = EngagementMaker.IdOf(to), Note = null, Claims = One(ref rng, ClaimProperty.Link, "told as an answer") };
    }

    /// <summary>Numbers of the engagements that a move joins.</summary>
    public (int From, int To) Ends(long number)
    {
        var rng = Rng.Of(shape.Seed, 16, number);
        rng.Pick(seeds.Moves);
        var from = rng.Below(Engagements);
        return (from, (from + 1 + rng.Below(Math.Min(1000, Engagements - 1))) % Engagements);
    }

    private IEnumerable<T> Make<T>(IReadOnlyList<T> like, int count, int stream, Func<T, int, Rng, T> make)
    {
        for (var number = 0; number < count - like.Count; number++)
        {
            var rng = Rng.Of(shape.Seed, stream, number);
            yield return make(rng.Pick(like), number, rng);
        }
    }

    // The source that a context claim names is one of the seed files': those of the board are many, and the rule is that there is one.
    private List<SeedClaim> One(ref Rng rng, ClaimProperty property, string value)
    {
        var source = rng.Pick(seeds.Sources);
        return [new SeedClaim(Word.Of(property), property, null, value, source.Id, source.Paragraphs is { } paragraphs ? 1 + rng.Below(paragraphs) : null, source.Paragraphs is null ? "excerpt" : null, null, "article", 1 + rng.Below(4))];
    }

    private static string NamePart(ref Rng rng) => string.Create(CultureInfo.InvariantCulture, $"{rng.Pick(WordLists.Latin)}{rng.Pick(WordLists.LatinEnds)}");
}
