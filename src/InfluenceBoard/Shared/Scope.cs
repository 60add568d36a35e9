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

    /// <summary>How many of them have sides of which something holds.</summary>
    public int Count(Func<PartySides, bool> sides)
    {
        bool[] some = [.. Tally.Book.Sides.Select(sides)];
        var count = 0;
        for (var i = 0; i < Counts.Length; i++)
            if (Passes[i] && some[Tally.Book.Traits[i].Sides]) count += Counts[i];
        return count;
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
            foreach (var cut in await outside.GroupBy(l => l.TraitSetId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)) within[tally.Book.PlaceOf(cut.Key)] -= cut.Count;
        }
    }
}
