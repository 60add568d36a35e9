using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What a filter asks of traits, each property for itself, so that facets can leave one out.</summary>
public sealed class TraitTest(BoardFilter filter)
{
    private readonly uint topics = TraitBook.Bits(filter.Topics), rungs = TraitBook.Bits(filter.Rungs);

    /// <summary>Whether the parties pass.</summary>
    public bool Passes(PartySides sides) => (filter.Actors.IsEmpty, filter.Countries.IsEmpty) switch
    {
        (true, true) => true,
        (false, false) => sides.IsBetween(filter.Actors, filter.Countries),
        (false, true) => sides.TakesPart(filter.Actors),
        _ => sides.TakesPart(filter.Countries),
    };

    /// <summary>Whether the domains pass.</summary>
    public bool Topics(in TraitRest rest) => topics == 0 || (rest.Topics & topics) != 0;
    /// <summary>Whether the type passes.</summary>
    public bool Type(in TraitRest rest) => filter.Types.IsEmpty || filter.Types.Contains(rest.Type);
    /// <summary>Whether the status passes.</summary>
    public bool Status(in TraitRest rest) => filter.Statuses.IsEmpty || filter.Statuses.Contains(rest.Status);
    /// <summary>Whether the reliability passes.</summary>
    public bool Reliability(in TraitRest rest) => filter.Reliability is not { } worst || rest.Reliability <= (int)worst;
    /// <summary>Whether the rungs pass.</summary>
    public bool Rungs(in Trait trait) => rungs == 0 || (trait.Rungs & rungs) != 0;
    /// <summary>Whether everything but parties and rungs passes.</summary>
    public bool Passes(in TraitRest rest) => Topics(rest) && Type(rest) && Status(rest) && Reliability(rest);

    /// <summary>Whether everything but parties and rungs passes, by place in a book.</summary>
    public bool[] Rests(TraitBook book) => Array.ConvertAll(book.Rests, r => Passes(r));
}

/// <summary>The engagements that pass a filter at a moment, counted.</summary>
public sealed class Scope
{
    private Scope(Tally tally, BoardFilter filter, bool[] passes, int[] counts)
    {
        (Tally, Filter, Passes, Counts) = (tally, filter, passes, counts);
        for (var i = 0; i < counts.Length; i++)
            if (passes[i]) Total += counts[i];
    }

    /// <summary>The board at the moment.</summary>
    public Tally Tally { get; }
    /// <summary>The filter.</summary>
    public BoardFilter Filter { get; }
    /// <summary>Whether a trait passes all of the filter but its dates, by its place.</summary>
    public bool[] Passes { get; }
    /// <summary>Whether a line with a set of traits passes; not one that came after the tally.</summary>
    public bool Holds(long traitSetId) => Tally.Book.PlaceOf(traitSetId) is { } place && Passes[place];

    /// <summary>Engagements of each trait in the filter's range of days.</summary>
    public int[] Counts { get; }
    /// <summary>Engagements that pass.</summary>
    public int Total { get; }

    /// <summary>Counts what passes a filter.</summary>
    /// <param name="also">What else the parties must be, if anything.</param>
    public static Scope Of(Tally tally, BoardFilter filter, Func<PartySides, bool>? also = null)
    {
        var test = new TraitTest(filter);
        // Asked once of what many traits share.
        var (sides, rests, traits) = (Array.ConvertAll(tally.Book.Sides, s => test.Passes(s) && also?.Invoke(s) != false), test.Rests(tally.Book), tally.Book.Traits);
        var passes = new bool[traits.Length];
        for (var i = 0; i < passes.Length; i++) passes[i] = sides[traits[i].Sides] & rests[traits[i].Rest] && test.Rungs(traits[i]);
        return new Scope(tally, filter, passes, tally.Within(filter.From, filter.To));
    }

    /// <summary>Those that are more than intended.</summary>
    public Scope Done => field ??= Where((TraitRest r) => !IsIntended(r));

    /// <summary>Those that are mere intentions.</summary>
    public Scope Intended => field ??= Where((TraitRest r) => IsIntended(r));

    private static bool IsIntended(TraitRest rest) => rest.Status is Status.Planned or Status.Proposed or Status.UnderDiscussion;

    /// <summary>The same filter and dates, with other parties.</summary>
    public Scope Where(Func<PartySides, bool> sides)
    {
        var some = Array.ConvertAll(Tally.Book.Sides, s => sides(s));
        return Narrowed(t => some[t.Sides]);
    }

    /// <summary>The same parties and dates, narrowed by other traits.</summary>
    public Scope Where(Func<TraitRest, bool> rests)
    {
        var some = Array.ConvertAll(Tally.Book.Rests, r => rests(r));
        return Narrowed(t => some[t.Rest]);
    }

    private Scope Narrowed(Func<Trait, bool> isIn)
    {
        var passes = new bool[Passes.Length];
        for (var i = 0; i < passes.Length; i++) passes[i] = Passes[i] && isIn(Tally.Book.Traits[i]);
        return new Scope(Tally, Filter, passes, Counts);
    }

    /// <summary>Engagements by their sides, by place in the book.</summary>
    private int[] BySides
    {
        get
        {
            if (field is not null) return field;
            var counts = new int[Tally.Book.Sides.Length];
            for (var i = 0; i < Counts.Length; i++)
                if (Passes[i]) counts[Tally.Book.Traits[i].Sides] += Counts[i];
            return field = counts;
        }
    }

    /// <summary>How many of them have sides of which something holds.</summary>
    public int Count(Func<PartySides, bool> sides)
    {
        var count = 0;
        for (var i = 0; i < BySides.Length; i++)
            if (BySides[i] > 0 && sides(Tally.Book.Sides[i])) count += BySides[i];
        return count;
    }

    /// <summary>How many of those whose sides something holds of are about each domain, in the order of the domains; one about two counts for both.</summary>
    public int[] CountTopics(Func<PartySides, bool> sides)
    {
        bool[] some = [.. Tally.Book.Sides.Select(sides)];
        var counts = new int[Enum.GetValues<Topic>().Length];
        for (var i = 0; i < Counts.Length; i++)
            if (Passes[i] && Counts[i] > 0 && some[Tally.Book.Traits[i].Sides])
                for (var (bits, t) = (Tally.Book.Rests[Tally.Book.Traits[i].Rest].Topics, 0); bits != 0; bits >>= 1, t++)
                    if ((bits & 1) != 0) counts[t] += Counts[i];
        return counts;
    }

    /// <summary>How many of them can still happen on a day or after it.</summary>
    public int CountFrom(DateOnly day)
    {
        if (Filter.From >= day) return Total;
        if (Filter.To is null || Filter.To >= day) return new Scope(Tally, Filter, Passes, Tally.Within(day, Filter.To)).Total;
        return Tally.CountAcross(Passes, Filter.To.Value, day);
    }
}
