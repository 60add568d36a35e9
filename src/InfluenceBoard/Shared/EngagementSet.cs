using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>The engagements and amounts that a filter lets through. The one place where the filter becomes a query, so that page, table and chart agree.</summary>
public static class EngagementSet
{
    /// <summary>The engagements that stood at a moment and pass the filter.</summary>
    /// <remarks>With both actors and countries chosen, an engagement passes when one of the actors and another one of the countries stand on opposite sides of it, or act together.</remarks>
    public static IQueryable<Engagement> Engagements(this BoardDb db, BoardFilter filter, DateTimeOffset? asOf)
    {
        var query = db.Engagements.KnownAt(asOf);
        string[] actors = [.. filter.Actors], countries = [.. filter.Countries];
        if (actors.Length > 0 && countries.Length > 0) query = query.Between(actors, countries);
        else if (actors.Length + countries.Length > 0)
        {
            string[] either = [.. actors, .. countries];
            query = query.Where(e => e.Parties.Any(p => either.Contains(p.PartyId) && p.Role != PartyRole.About));
        }
        return query.Matching(db, filter, asOf);
    }

    /// <summary>The engagements between one of the actors and one of the countries: on opposite sides, or acting together. A party is not between itself.</summary>
    public static IQueryable<Engagement> Between(this IQueryable<Engagement> query, string[] actors, string[] countries) =>
        query.Where(e => e.Parties.Any(a => actors.Contains(a.PartyId) && a.Role != PartyRole.About
            && e.Parties.Any(c => countries.Contains(c.PartyId) && c.PartyId != a.PartyId && c.Role != PartyRole.About && (a.Role == PartyRole.By || c.Role == PartyRole.By))));

    /// <summary>The engagements that pass everything of the filter but its parties.</summary>
    public static IQueryable<Engagement> Matching(this IQueryable<Engagement> query, BoardDb db, BoardFilter filter, DateTimeOffset? asOf)
    {
        if (filter.Topics is { IsEmpty: false } topics) { var some = topics.ToArray(); query = query.Where(e => e.Topics.Any(t => some.Contains(t.Topic))); }
        if (filter.Types is { IsEmpty: false } types) { var some = types.ToArray(); query = query.Where(e => some.Contains(e.Type)); }
        if (filter.Statuses is { IsEmpty: false } statuses) { var some = statuses.ToArray(); query = query.Where(e => some.Contains(e.Status)); }
        if (filter.From is { } from) query = query.Where(e => e.Latest >= from);
        if (filter.To is { } to) query = query.Where(e => e.Earliest <= to);
        if (filter.Rungs is { IsEmpty: false } rungs)
        {
            var some = rungs.ToArray();
            var money = db.Money.KnownAt(asOf).Where(m => some.Contains(m.Rung));
            query = query.Where(e => money.Any(m => m.EngagementId == e.Id));
        }
        if (filter.Reliability is { } worst)
        {
            var letters = Enum.GetValues<Reliability>().Where(r => r <= worst).ToArray();
            var good = db.Sources.KnownAt(asOf).Where(s => letters.Contains(s.Reliability)).Select(s => s.Id);
            var claims = db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Engagement && good.Contains(c.SourceId));
            query = query.Where(e => claims.Any(c => c.RecordId == e.Id));
        }
        return query;
    }

    /// <summary>The engagements that are more than intended, the latest first, by the middle of their bounds: the rule of <see cref="EngagementRow.Middle"/>.</summary>
    public static IOrderedQueryable<Engagement> Latest(this IQueryable<Engagement> query)
    {
        Status[] intended = [Status.Planned, Status.Proposed, Status.UnderDiscussion];
        return query.Where(e => !intended.Contains(e.Status))
            .OrderByDescending(e => e.Earliest == DateOnly.MinValue ? 0 : e.Latest == DateOnly.MaxValue ? e.Earliest.DayNumber : (e.Earliest.DayNumber + e.Latest.DayNumber) / 2)
            .ThenByDescending(e => e.Latest).ThenBy(e => e.Id);
    }

    /// <summary>The engagements with everything that hangs on them, in the order of the record.</summary>
    public static IQueryable<Engagement> WithParts(this IQueryable<Engagement> query) => query
        .Include(e => e.Parties.OrderBy(p => p.Role).ThenBy(p => p.Order)).Include(e => e.Topics.OrderBy(p => p.Order)).Include(e => e.People.OrderBy(p => p.Order))
        .Include(e => e.Organisations.OrderBy(p => p.Order)).Include(e => e.Places.OrderBy(p => p.Order));

    /// <summary>The amounts of engagements that pass the filter: an amount's own actor, host and rung are what the filter's actors, countries and rungs are held against.</summary>
    public static IQueryable<MoneyItem> MoneyItems(this BoardDb db, BoardFilter filter, DateTimeOffset? asOf)
    {
        var engagements = db.Engagements.KnownAt(asOf).Matching(db, filter with { Rungs = [] }, asOf);
        var query = db.Money.KnownAt(asOf).Where(m => engagements.Any(e => e.Id == m.EngagementId));
        string[] actors = [.. filter.Actors], countries = [.. filter.Countries];
        Rung[] rungs = [.. filter.Rungs];
        if (actors.Length > 0) query = query.Where(m => actors.Contains(m.ActorId));
        if (countries.Length > 0) query = query.Where(m => countries.Contains(m.HostId));
        if (rungs.Length > 0) query = query.Where(m => rungs.Contains(m.Rung));
        return query;
    }
}
