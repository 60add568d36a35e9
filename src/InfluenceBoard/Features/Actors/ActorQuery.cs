using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Actors;

/// <summary>What the actor has to do with one host.</summary>
/// <param name="Host">A focus country, a region or another party.</param>
/// <param name="Rows">Engagements between the two.</param>
/// <param name="Money">Amounts whose actor and host they are.</param>
public sealed record HostLine(Party Host, IReadOnlyList<EngagementRow> Rows, MoneyScope Money);

/// <summary>An answer to an engagement of the actor that somebody asserts.</summary>
public sealed record Answer(Move Move, EngagementRow From, EngagementRow To);

/// <summary>Everything an actor page shows.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Rows">Every engagement in which it takes part.</param>
/// <param name="Money">Every amount whose actor it is.</param>
/// <param name="Countries">The focus countries, in the fixed order.</param>
/// <param name="Others">Regions and other parties with which it has any engagement.</param>
/// <param name="Answers">Moves against or in reply to what it did.</param>
/// <param name="Profile">Indicators, positions, people, contradictions, sources.</param>
public sealed record ActorModel(Party Actor, IReadOnlyList<EngagementRow> Rows, MoneyScope Money, IReadOnlyList<HostLine> Countries, IReadOnlyList<HostLine> Others,
    IReadOnlyList<Answer> Answers, PartyProfile Profile);

/// <summary>Reads an actor page.</summary>
public sealed class ActorQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>Reads the page of an actor under a filter, as of a moment.</summary>
    public async Task<ActorModel> ReadAsync(Party actor, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = filter with { Actors = [actor.Id] };
        var engagements = db.Engagements(own, asOf);
        var rows = await engagements.ToRowsAsync(db, asOf, cancel);
        var money = await MoneyScope.ReadAsync(db.MoneyItems(own, asOf), db, asOf, cancel);

        HostLine Line(Party host) => new(host, [.. rows.Where(r => r.IsBetween(actor.Id, host.Id))], money.Where(m => m.HostId == host.Id));
        var answers = await AnswersAsync(db, actor.Id, engagements, asOf, cancel);
        return new ActorModel(actor, rows, money,
            [.. parties.Countries.Where(c => filter.Countries.IsEmpty || filter.Countries.Contains(c.Id)).Select(Line)],
            [.. parties.All.Where(p => !p.IsCountry && p.Id != actor.Id).Select(Line).Where(l => l.Rows.Count + l.Money.Rows.Count > 0)],
            answers, await PartyProfile.ReadAsync(db, actor.Id, engagements, filter, asOf, cancel));
    }

    private static async Task<IReadOnlyList<Answer>> AnswersAsync(BoardDb db, string actorId, IQueryable<Engagement> engagements, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var done = engagements.Where(e => e.Parties.Any(p => p.PartyId == actorId && p.Role == PartyRole.By));
        var moves = await db.Moves.KnownAt(asOf).Where(m => (m.Relation == Relation.Counters || m.Relation == Relation.RespondsTo || m.Relation == Relation.CompetesWith) && done.Any(e => e.Id == m.ToId)).ToListAsync(cancel);
        string[] ids = [.. moves.SelectMany(m => new[] { m.FromId, m.ToId }).Distinct()];
        var rows = (await db.Engagements.KnownAt(asOf).Where(e => ids.Contains(e.Id)).ToRowsAsync(db, asOf, cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. moves.Where(m => rows.ContainsKey(m.FromId) && rows.ContainsKey(m.ToId)).Select(m => new Answer(m, rows[m.FromId], rows[m.ToId])).OrderByDescending(a => a.From.Latest).ThenBy(a => a.Move.Id, StringComparer.Ordinal)];
    }
}
