using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Moves;

/// <summary>Everything the page of moves shows.</summary>
/// <param name="Chains">The chains in which at least one engagement passes the filter.</param>
/// <param name="Sources">The sources of the links' claims, by id.</param>
/// <param name="Passing">Ids of the engagements that pass the filter; null when nothing is filtered.</param>
/// <param name="Editors">Number of links of the view that only the board's editor asserts, whether they are shown or not.</param>
public sealed record MovesModel(IReadOnlyList<Chain> Chains, IReadOnlyDictionary<string, Source> Sources, IReadOnlySet<string>? Passing, int Editors)
{
    /// <summary>Whether the board holds more links than are laid out, so that only those of the latest engagements are here and chains may go on.</summary>
    public bool IsCut { get; init; }

    /// <summary>The links of all chains.</summary>
    public IReadOnlyList<MoveLink> Links { get; } = [.. Chains.SelectMany(c => c.Links)];

    /// <summary>Puts the links of a view and a filter together.</summary>
    public static MovesModel Of(MoveScope scope, MovesView view, IReadOnlySet<string>? passing, IReadOnlyList<string> actors)
    {
        List<MoveLink> wanted = [.. scope.Links.Where(l => view.Wants(l.Move))];
        bool Passes(Chain chain) => passing is null || chain.Steps.Any(s => passing.Contains(s.Row.Id));
        var all = MoveChains.Of(wanted, actors).Where(Passes).ToList();
        return new MovesModel(view.OthersOnly ? [.. MoveChains.Of([.. wanted.Where(l => !l.IsEditors)], actors).Where(Passes)] : all, scope.Sources, passing, all.SelectMany(c => c.Links).Count(l => l.IsEditors));
    }
}

/// <summary>Reads the page of moves.</summary>
public sealed class MovesQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    /// <summary>Most links that the page lays out.</summary>
    public const int Most = 250;

    // Engagements that are looked at together for links of theirs, and the most that are looked at for one page.
    private const int Step = 250, MostLooked = 2500;

    /// <summary>Reads the chains of a view as of a moment: of all links, or on a board with more than <see cref="Most"/> of those of the latest engagements.</summary>
    /// <param name="isWhole">Whether all links are wanted, however many.</param>
    public async Task<MovesModel> ReadAsync(BoardFilter filter, MovesView view, DateTimeOffset? asOf, CancellationToken cancel, bool isWhole = false)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var scope = Scope.Of(await tallies.AtAsync(asOf, cancel), filter);
        var all = db.Moves.KnownAt(asOf);
        var first = await all.OrderBy(m => m.Id).Take(isWhole ? int.MaxValue : Most + 1).ToListAsync(cancel);
        var isCut = !isWhole && first.Count > Most;
        var moves = await MoveScope.OfAsync(isCut ? await LatestAsync(db, scope, view, asOf, cancel) : first, db, asOf, cancel);
        var passing = filter.IsEmpty ? null : await scope.AmongAsync(db, [.. moves.Links.SelectMany(l => new[] { l.From.Id, l.To.Id }).Distinct()], asOf, cancel);
        return MovesModel.Of(moves, view, passing, [.. parties.Actors.Select(a => a.Id)]) with { IsCut = isCut };
    }

    // Links of the engagement that is asked for, then of those that pass the filter, the latest first.
    private static async Task<IReadOnlyList<Move>> LatestAsync(BoardDb db, Scope scope, MovesView view, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var found = new Dictionary<string, Move>(StringComparer.Ordinal);
        if (view.Around is { } around)
        {
            var asked = await db.OfIdsAsync<Move>([around], asOf, cancel);
            foreach (var move in asked) found.Add(move.Id, move);
            await AddAsync(asked is [var one] ? [one.FromId, one.ToId] : [around]);
        }
        for (var skip = 0; skip < Math.Min(scope.Total, MostLooked) && found.Count < Most; skip += Step) await AddAsync([.. (await scope.RowsAsync(db, asOf, skip, Step, cancel)).Select(r => r.Id)]);
        return [.. found.Values];

        async Task AddAsync(string[] engagements)
        {
            var moves = (await db.MovesOfAsync(engagements, asOf, cancel)).Where(view.Wants).ToList();
            var places = engagements.Index().ToDictionary(e => e.Item, e => e.Index, StringComparer.Ordinal);
            foreach (var move in moves.OrderBy(m => Math.Min(Place(m.FromId), Place(m.ToId))).ThenBy(m => m.Id, StringComparer.Ordinal))
                if (found.Count < Most) found.TryAdd(move.Id, move);

            int Place(string id) => places.GetValueOrDefault(id, int.MaxValue);
        }
    }
}
