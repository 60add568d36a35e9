using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Actors;

/// <summary>What the actor has to do with one host.</summary>
/// <param name="Host">A focus country, a region or another party.</param>
/// <param name="Rows">Engagements between the two.</param>
/// <param name="Money">Amounts whose actor and host they are.</param>
public sealed record HostLine(Party Host, Listing Rows, MoneyScope Money);

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
public sealed record ActorModel(Party Actor, Listing Rows, MoneyScope Money, IReadOnlyList<HostLine> Countries, IReadOnlyList<HostLine> Others,
    IReadOnlyList<Answer> Answers, PartyProfile Profile);

/// <summary>Reads an actor page.</summary>
public sealed class ActorQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    // Most engagements of an actor that its page lists, and most of one host, of which the page names the last.
    private const int MostRows = 80, MostOfHost = 4;

    /// <summary>Reads the page of an actor under a filter, as of a moment.</summary>
    /// <param name="isWhole">Whether every amount is wanted.</param>
    public async Task<ActorModel> ReadAsync(Party actor, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = filter with { Actors = [actor.Id] };
        var scope = Scope.Of(tally, own);
        var rows = await Listing.ReadAsync(scope, db, asOf, MostRows, cancel);
        var money = await MoneyScope.ReadAsync(db, tally, own, asOf, cancel, isWhole);
        var (countries, others) = (new List<HostLine>(), new List<HostLine>());
        foreach (var host in parties.All.Where(p => p.IsCountry ? filter.Countries.IsEmpty || filter.Countries.Contains(p.Id) : p.Id != actor.Id))
        {
            var line = new HostLine(host, await rows.PartAsync(scope.Where((PartySides s) => s.IsBetween(actor.Id, host.Id)), r => r.IsBetween(actor.Id, host.Id), db, asOf, MostOfHost, cancel), money.Of(host: host.Id));
            if (host.IsCountry) countries.Add(line);
            else if (line.Rows.Count + line.Money.Count > 0) others.Add(line);
        }
        return new ActorModel(actor, rows, money, countries, others, await AnswersAsync(db, actor.Id, rows, asOf, cancel), await PartyProfile.ReadAsync(db, actor.Id, rows, filter, asOf, cancel));
    }

    /// <summary>Every engagement of an actor, the latest first, read while they are used.</summary>
    public async IAsyncEnumerable<EngagementEntry> AllAsync(Party actor, BoardFilter filter, DateTimeOffset? asOf, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        await foreach (var row in Scope.Of(tally, filter with { Actors = [actor.Id] }).AllAsync(db, asOf, cancel)) yield return row;
    }

    // Answers to what it did, as far as the page lists that.
    private static async Task<IReadOnlyList<Answer>> AnswersAsync(BoardDb db, string actorId, Listing listing, DateTimeOffset? asOf, CancellationToken cancel)
    {
        string[] done = [.. listing.Shown.Where(r => r.By.Contains(actorId)).Select(r => r.Id)];
        var moves = await db.Moves.KnownAt(asOf).Where(m => (m.Relation == Relation.Counters || m.Relation == Relation.RespondsTo || m.Relation == Relation.CompetesWith) && done.Contains(m.ToId)).ToListAsync(cancel);
        var rows = (await db.RowsOfAsync([.. moves.SelectMany(m => new[] { m.FromId, m.ToId }).Distinct()], asOf, cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. moves.Where(m => rows.ContainsKey(m.FromId) && rows.ContainsKey(m.ToId)).Select(m => new Answer(m, rows[m.FromId], rows[m.ToId])).OrderByDescending(a => a.From.Latest).ThenBy(a => a.Move.Id, StringComparer.Ordinal)];
    }
}
