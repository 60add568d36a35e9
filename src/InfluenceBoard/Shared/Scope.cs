using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

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
    public bool Topics(in Trait trait) => topics == 0 || (trait.Topics & topics) != 0;
    /// <summary>Whether the type passes.</summary>
    public bool Type(in Trait trait) => filter.Types.IsEmpty || filter.Types.Contains(trait.Type);
    /// <summary>Whether the status passes.</summary>
    public bool Status(in Trait trait) => filter.Statuses.IsEmpty || filter.Statuses.Contains(trait.Status);
    /// <summary>Whether the rungs pass.</summary>
    public bool Rungs(in Trait trait) => rungs == 0 || (trait.Rungs & rungs) != 0;
    /// <summary>Whether the reliability passes.</summary>
    public bool Reliability(in Trait trait) => filter.Reliability is not { } worst || trait.Reliability <= (int)worst;
    /// <summary>Whether everything but the parties passes.</summary>
    public bool Rest(in Trait trait) => Topics(trait) && Type(trait) && Status(trait) && Rungs(trait) && Reliability(trait);
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
    public static async Task<Scope> ReadAsync(BoardDb db, Tally tally, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel, Func<PartySides, bool>? also = null)
    {
        var test = new TraitTest(filter);
        bool[] sides = [.. tally.Book.Sides.Select(s => test.Passes(s) && also?.Invoke(s) != false)];
        var passes = new bool[tally.Book.Count];
        for (var i = 0; i < passes.Length; i++) passes[i] = sides[tally.Book.Traits[i].Sides] && test.Rest(tally.Book.Traits[i]);
        return new Scope(tally, filter, passes, await WithinAsync(db, tally, filter, asOf, cancel));
    }

    /// <summary>Those that are more than intended.</summary>
    public Scope Done => field ??= Where((Trait t) => t.Status is not (Status.Planned or Status.Proposed or Status.UnderDiscussion));

    /// <summary>Those that are mere intentions.</summary>
    public Scope Intended => field ??= Where((Trait t) => t.Status is Status.Planned or Status.Proposed or Status.UnderDiscussion);

    /// <summary>The same filter and dates, with other parties.</summary>
    public Scope Where(Func<PartySides, bool> sides)
    {
        bool[] some = [.. Tally.Book.Sides.Select(sides)];
        var passes = new bool[Passes.Length];
        for (var i = 0; i < passes.Length; i++) passes[i] = Passes[i] && some[Tally.Book.Traits[i].Sides];
        return new Scope(Tally, Filter, passes, Counts);
    }

    /// <summary>The same parties and dates, narrowed by other traits.</summary>
    public Scope Where(Func<Trait, bool> traits)
    {
        var passes = new bool[Passes.Length];
        for (var i = 0; i < passes.Length; i++) passes[i] = Passes[i] && traits(Tally.Book.Traits[i]);
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
                for (var (bits, t) = (Tally.Book.Traits[i].Topics, 0); bits != 0; bits >>= 1, t++)
                    if ((bits & 1) != 0) counts[t] += Counts[i];
        return counts;
    }

    /// <summary>How many of them can still happen on a day or after it.</summary>
    public async Task<int> CountFromAsync(BoardDb db, DateOnly day, DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (Filter.From >= day) return Total;
        if (Filter.To is null || Filter.To >= day)
        {
            var later = await WithinAsync(db, Tally, Filter with { From = day }, asOf, cancel);
            return later.Where((_, i) => Passes[i]).Sum();
        }
        // What began before the range ended and goes on until after the day: never many.
        long[] traits = [.. Passes.Select((passes, i) => (passes, i)).Where(p => p.passes && Counts[p.i] > 0).Select(p => Tally.Book.Traits[p.i].Id)];
        return await db.EngagementLines.KnownAt(asOf).CountAsync(l => traits.Contains(l.TraitSetId) && l.Latest >= day && l.Earliest <= Filter.To, cancel);
    }

    /// <summary>Engagements of each trait in the filter's range of days. Whole months are known; of the months that the range cuts, those outside are counted by the day.</summary>
    private static async Task<int[]> WithinAsync(BoardDb db, Tally tally, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (filter is { From: null, To: null }) return tally.All;
        var within = tally.Within(filter.From is { } f ? Tally.MonthOf(f) : null, filter.To is { } t ? Tally.MonthOf(t) : null);
        var lines = db.EngagementLines.KnownAt(asOf);
        if (filter.From is { Day: > 1 } from)
        {
            var first = new DateOnly(from.Year, from.Month, 1);
            var before = lines.Where(l => l.Latest >= first && l.Latest < from);
            if (filter.To is { } end && Tally.LastOf(Tally.MonthOf(end)) is var close) before = before.Where(l => l.Earliest <= close);
            await SubtractAsync(before);
        }
        if (filter.To is { } to && Tally.LastOf(Tally.MonthOf(to)) is var last && to < last)
        {
            var after = lines.Where(l => l.Earliest > to && l.Earliest <= last);
            // What was taken away already is not taken away again.
            if (filter.From is { } begin) after = after.Where(l => l.Latest >= begin);
            await SubtractAsync(after);
        }
        return within;

        async Task SubtractAsync(IQueryable<EngagementLine> outside)
        {
            // Counted here: the database would go along its traits, all of them, to group what is a few days.
            foreach (var traits in await outside.Select(l => l.TraitSetId).ToListAsync(cancel)) if (tally.Book.PlaceOf(traits) is { } place) within[place]--;
        }
    }
}
