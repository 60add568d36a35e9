using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What the dates of two linked engagements say about their order in time.</summary>
public enum MoveOrder
{
    /// <summary>The answer can only have come after the move.</summary>
    InOrder,
    /// <summary>The dates overlap: they do not tell the order.</summary>
    Unclear,
    /// <summary>The answer was over before the move began: the dates contradict the link.</summary>
    EffectFirst,
}

/// <summary>A link that somebody asserts, with both of its ends.</summary>
/// <param name="Move">The link.</param>
/// <param name="From">The answer.</param>
/// <param name="To">What it answers.</param>
/// <param name="Claims">The claims that carry it.</param>
public sealed record MoveLink(Move Move, EngagementRow From, EngagementRow To, IReadOnlyList<Claim> Claims)
{
    /// <summary>Whether nobody but the board's editor asserts it.</summary>
    public bool IsEditors => Move.AssertedBy == AssertedBy.Editor;

    /// <summary>Whether it reads the same from both ends and says nothing about time.</summary>
    public bool IsSymmetric => Move.Relation == Relation.CompetesWith;

    /// <summary>What the dates say; null for a relation without an order in time.</summary>
    public MoveOrder? Order => IsSymmetric ? null : From.Latest < To.Earliest ? MoveOrder.EffectFirst : From.Earliest > To.Latest ? MoveOrder.InOrder : MoveOrder.Unclear;

    /// <summary>Whether the order is unclear only because a date is marked about: as written, the answer was over before the move began.</summary>
    public bool IsReversedAsWritten => Order == MoveOrder.Unclear && Written(From) is { } answer && Written(To) is { } move && answer.Latest < move.Earliest;

    /// <summary>The other end.</summary>
    public EngagementRow Other(string id) => From.Id == id ? To : From;

    private static EdtfDate? Written(EngagementRow row) => EdtfDate.TryParse(string.Concat(row.Date.Where(c => c is not ('~' or '?' or '%'))));
}

/// <summary>An engagement of a chain.</summary>
/// <param name="Row">The engagement.</param>
/// <param name="Lane">Id of the actor in whose lane it stands; null for hosts and others.</param>
/// <param name="Answers">Its links to what it answers.</param>
/// <param name="AnsweredBy">The links that answer it.</param>
public sealed record ChainStep(EngagementRow Row, string? Lane, IReadOnlyList<MoveLink> Answers, IReadOnlyList<MoveLink> AnsweredBy)
{
    /// <summary>Number of its links.</summary>
    public int Degree => Answers.Count + AnsweredBy.Count;

    /// <summary>First day as the date is written, by which a chain is ordered: "about December" is read in December, though its bounds begin in November. <see cref="DateOnly.MinValue"/> when it is open.</summary>
    public DateOnly Start { get; } = EdtfDate.TryParse(Row.Date)?.Start.Stated ?? Row.Earliest;

    /// <summary>Month in which it begins, or a year or season where no more is known, as EDTF; null when the beginning is open.</summary>
    public string? Band { get; } = EdtfDate.TryParse(Row.Date)?.Start switch
    {
        { IsOpen: false, Precision: EdtfPrecision.Day or EdtfPrecision.Month } start => start.Stated.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        { IsOpen: false } => Row.Date.Split('/')[0].TrimEnd('~', '?', '%'),
        _ => null,
    };
}

/// <summary>Engagements that links hold together.</summary>
/// <param name="Steps">The engagements by time.</param>
/// <param name="Links">The links, by the time of the answer.</param>
/// <param name="Lanes">The lanes that are used, in the fixed order of actors; null, for hosts and others, is last.</param>
public sealed record Chain(IReadOnlyList<ChainStep> Steps, IReadOnlyList<MoveLink> Links, IReadOnlyList<string?> Lanes)
{
    /// <summary>The engagement with most links, the earliest of equal ones: a chain is named after it.</summary>
    public ChainStep Hub { get; } = Steps.MaxBy(s => s.Degree)!;
}

/// <summary>Puts links together to chains.</summary>
/// <remarks>A chain is never cut, however long it is. Cutting at a bridge would show an engagement twice or hide a link, and no source says where; the largest chain of the first seeds hangs on one summit
/// with sixteen links, so that cutting there would leave a heap of pairs. A long chain is one timeline with its months as a table of contents.</remarks>
public static class MoveChains
{
    /// <summary>The connected components of links, largest first.</summary>
    /// <param name="links">The links; their order does not matter.</param>
    /// <param name="actors">Ids of the actors, in the fixed order of lanes.</param>
    public static IReadOnlyList<Chain> Of(IReadOnlyCollection<MoveLink> links, IReadOnlyList<string> actors)
    {
        var ofEnd = links.SelectMany(l => new[] { (l.From.Id, Link: l), (l.To.Id, Link: l) }).ToLookup(p => p.Id, p => p.Link, StringComparer.Ordinal);
        var rows = links.SelectMany(l => new[] { l.From, l.To }).DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. rows.Keys.Select(Reach).Where(ids => ids.Count > 0).Select(ids => Build(ids.ConvertAll(id => rows[id])))
                .OrderByDescending(c => c.Steps.Count).ThenByDescending(c => c.Links.Count).ThenBy(c => c.Steps[0].Start).ThenBy(c => c.Steps[0].Row.Id, StringComparer.Ordinal),
        ];

        // Everything not yet seen that can be reached; none when the start was seen.
        List<string> Reach(string start)
        {
            var found = new List<string>();
            var waiting = new Stack<string>([start]);
            while (waiting.TryPop(out var id))
            {
                if (!seen.Add(id)) continue;
                found.Add(id);
                foreach (var link in ofEnd[id]) waiting.Push(link.Other(id).Id);
            }
            return found;
        }

        Chain Build(List<EngagementRow> engagements)
        {
            var steps = engagements.Select(r => new ChainStep(r, LaneOf(r, actors), [.. ofEnd[r.Id].Where(l => l.From.Id == r.Id).OrderBy(l => l.Move.Id, StringComparer.Ordinal)],
                [.. ofEnd[r.Id].Where(l => l.From.Id != r.Id).OrderBy(l => l.Move.Id, StringComparer.Ordinal)])).OrderBy(s => s.Start).ThenBy(s => s.Row.Latest).ThenBy(s => s.Row.Id, StringComparer.Ordinal).ToList();
            return new Chain(steps, [.. steps.SelectMany(s => s.Answers)], [.. actors.Append(null).Where(lane => steps.Any(s => s.Lane == lane))]);
        }
    }

    /// <summary>The lane of an engagement: the first of those who did it that is an actor; null for hosts and others.</summary>
    public static string? LaneOf(EngagementRow row, IReadOnlyList<string> actors) => row.By.FirstOrDefault(actors.Contains);
}
