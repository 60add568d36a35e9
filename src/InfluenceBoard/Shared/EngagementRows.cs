using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>An engagement as a line of a list.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Who did what.</param>
/// <param name="Date">EDTF text.</param>
/// <param name="Earliest">First day it can have happened.</param>
/// <param name="Latest">Last day it can have happened.</param>
/// <param name="Type">Kind of engagement.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Parties">Who, towards whom, about whom, in the order of the record.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Money">Its amounts.</param>
/// <param name="Sources">Number of sources that tell it.</param>
/// <param name="IsContested">Whether claims about it contradict each other.</param>
public sealed record EngagementRow(string Id, string Title, string Date, DateOnly Earliest, DateOnly Latest, EngagementType Type, Status Status,
    IReadOnlyList<EngagementParty> Parties, IReadOnlyList<Topic> Topics, IReadOnlyList<MoneyItem> Money, int Sources, bool IsContested)
{
    /// <summary>The best rated claim about it; null when none is known.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Ids of who did it.</summary>
    public IEnumerable<string> By => Parties.Where(p => p.Role == PartyRole.By).Select(p => p.PartyId);
    /// <summary>Ids of those towards whom.</summary>
    public IEnumerable<string> Towards => Parties.Where(p => p.Role == PartyRole.Towards).Select(p => p.PartyId);

    /// <summary>Year in which it begins; when its beginning is open, the year in which it ends.</summary>
    public int Year => EdtfDate.Parse(Date) is { Start.IsOpen: true, End: { } end } ? end.Stated.Year : EdtfDate.Parse(Date).Start.Stated.Year;

    /// <summary>Whether it is between an actor and a country: on opposite sides, or acting together. The same rule as <see cref="EngagementSet.Between"/>.</summary>
    public bool IsBetween(string actor, string country) => actor != country && Parties.Any(a => a.PartyId == actor && a.Role != PartyRole.About
        && Parties.Any(c => c.PartyId == country && c.Role != PartyRole.About && (a.Role == PartyRole.By || c.Role == PartyRole.By)));

    /// <summary>Whether a party takes part, rather than being talked about.</summary>
    public bool TakesPart(string party) => Parties.Any(p => p.PartyId == party && p.Role != PartyRole.About);

    /// <summary>Number of the day by which it stands among the latest: the middle of its bounds, so that a rough date neither leads by its last day nor falls back by its first.
    /// What goes on stands at its beginning, and last where that is unknown. The same rule as <see cref="EngagementSet.Latest"/>.</summary>
    public int Middle => Earliest == DateOnly.MinValue ? 0 : Latest == DateOnly.MaxValue ? Earliest.DayNumber : (Earliest.DayNumber + Latest.DayNumber) / 2;

    /// <summary>The last of several that is not only intended; null when there is none.</summary>
    public static EngagementRow? LastOf(IEnumerable<EngagementRow> rows) =>
        rows.Where(r => !r.IsIntended).OrderByDescending(r => r.Middle).ThenByDescending(r => r.Latest).ThenBy(r => r.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether it is a mere intention: planned, proposed or under discussion.</summary>
    public bool IsIntended => Status is Status.Planned or Status.Proposed or Status.UnderDiscussion;

    /// <summary>Whether it lies ahead: planned, proposed or under discussion, and not over before a day.</summary>
    public bool IsAhead(DateOnly today) => Status is Status.Planned or Status.Proposed or Status.UnderDiscussion && Latest >= today;
}

/// <summary>How well an engagement is founded: the two ratings of its best claim, kept apart as the field keeps them.</summary>
/// <param name="Reliability">Admiralty reliability of the claim's source.</param>
/// <param name="Credibility">Admiralty credibility of its information, 1 to 6.</param>
public sealed record Confidence(Reliability Reliability, int Credibility)
{
    /// <summary>Of a number that <see cref="EngagementRows.Confidences"/> gives: credibility first, then reliability.</summary>
    public static Confidence? Of(int? rank) => rank is { } r ? new Confidence((Reliability)(r % 10), r / 10) : null;

    public override string ToString() => $"{Word.Of(Reliability)}{Credibility}";
}

/// <summary>The best rating of one engagement, as a number that sorts by credibility, then by reliability; the least is the best.</summary>
public sealed record ConfidenceRank
{
    /// <summary>Id of the engagement.</summary>
    public required string EngagementId { get; init; }
    /// <summary>Credibility, and reliability from 0 for A, as tens and ones.</summary>
    public required int Rank { get; init; }
}

/// <summary>Reads engagements as lines.</summary>
public static class EngagementRows
{
    /// <summary>The best rating of each engagement over its claims that are not deprecated.</summary>
    public static IQueryable<ConfidenceRank> Confidences(BoardDb db, DateTimeOffset? asOf) =>
        from c in db.Claims.KnownAt(asOf)
        join s in db.Sources.KnownAt(asOf) on c.SourceId equals s.Id
        where c.RecordKind == RecordKind.Engagement && c.Rank != Rank.Deprecated
        group c.Credibility * 10 + (s.Reliability == Reliability.A ? 0 : s.Reliability == Reliability.B ? 1 : s.Reliability == Reliability.C ? 2 : s.Reliability == Reliability.D ? 3 : s.Reliability == Reliability.E ? 4 : 5) by c.RecordId into g
        select new ConfidenceRank { EngagementId = g.Key, Rank = g.Min() };

    /// <summary>The engagements of a query as lines, latest first.</summary>
    public static async Task<IReadOnlyList<EngagementRow>> ToRowsAsync(this IQueryable<Engagement> query, BoardDb db, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var engagements = await query.Select(e => new
        {
            e.Id, e.Title, e.Date, e.Earliest, e.Latest, e.Type, e.Status,
            Parties = e.Parties.OrderBy(p => p.Role).ThenBy(p => p.Order).ToList(),
            Topics = e.Topics.OrderBy(t => t.Order).Select(t => t.Topic).ToList(),
        }).ToListAsync(cancel);
        var money = (await db.Money.KnownAt(asOf).Where(m => query.Any(e => e.Id == m.EngagementId)).ToListAsync(cancel)).ToLookup(m => m.EngagementId, StringComparer.Ordinal);
        var confidences = await Confidences(db, asOf).Where(c => query.Any(e => e.Id == c.EngagementId)).ToDictionaryAsync(c => c.EngagementId, c => c.Rank, StringComparer.Ordinal, cancel);
        var claims = await db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Engagement && query.Any(e => e.Id == c.RecordId))
            .GroupBy(c => c.RecordId).Select(g => new { Id = g.Key, Sources = g.Select(c => c.SourceId).Distinct().Count(), IsContested = g.Any(c => c.Rank != Rank.Normal) })
            .ToDictionaryAsync(c => c.Id, StringComparer.Ordinal, cancel);
        return
        [
            .. engagements.Select(e => new EngagementRow(e.Id, e.Title, e.Date, e.Earliest, e.Latest, e.Type, e.Status, e.Parties, e.Topics, [.. money[e.Id].OrderBy(m => m.Id, StringComparer.Ordinal)],
                    claims.GetValueOrDefault(e.Id)?.Sources ?? 0, claims.GetValueOrDefault(e.Id)?.IsContested ?? false)
                    { Confidence = confidences.TryGetValue(e.Id, out var rank) ? Confidence.Of(rank) : null })
                .OrderByDescending(e => e.Latest).ThenByDescending(e => e.Earliest).ThenBy(e => e.Id, StringComparer.Ordinal),
        ];
    }
}
