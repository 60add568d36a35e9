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
    /// <summary>The links of all chains.</summary>
    public IReadOnlyList<MoveLink> Links { get; } = [.. Chains.SelectMany(c => c.Links)];

    /// <summary>Puts the links of a view and a filter together.</summary>
    public static MovesModel Of(MoveScope scope, MovesView view, IReadOnlySet<string>? passing, IReadOnlyList<string> actors)
    {
        List<MoveLink> wanted = [.. scope.Links.Where(view.Wants)];
        bool Passes(Chain chain) => passing is null || chain.Steps.Any(s => passing.Contains(s.Row.Id));
        var all = MoveChains.Of(wanted, actors).Where(Passes).ToList();
        return new MovesModel(view.OthersOnly ? [.. MoveChains.Of([.. wanted.Where(l => !l.IsEditors)], actors).Where(Passes)] : all, scope.Sources, passing, all.SelectMany(c => c.Links).Count(l => l.IsEditors));
    }
}

/// <summary>Reads the page of moves.</summary>
public sealed class MovesQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>Reads the chains of a view as of a moment.</summary>
    public async Task<MovesModel> ReadAsync(BoardFilter filter, MovesView view, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var scope = await MoveScope.ReadAsync(db.Moves.KnownAt(asOf), db, asOf, cancel);
        string[] ends = [.. scope.Links.SelectMany(l => new[] { l.From.Id, l.To.Id }).Distinct()];
        HashSet<string>? passing = filter.IsEmpty ? null : [.. await db.Engagements(filter, asOf).Where(e => ends.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel)];
        return MovesModel.Of(scope, view, passing, [.. parties.Actors.Select(a => a.Id)]);
    }
}
