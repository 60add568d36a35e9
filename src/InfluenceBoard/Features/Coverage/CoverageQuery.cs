using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Coverage;

/// <summary>One actor with one host: whether it was searched, and what is recorded.</summary>
public sealed record CoverageCell(SearchedCell Searched, int Engagements);

/// <summary>What was searched.</summary>
/// <param name="Hosts">Focus countries and regions, each with its cells in the order of the actors.</param>
/// <param name="Surveys">Every survey, latest first.</param>
/// <param name="Sources">The sources that they name.</param>
public sealed record CoverageModel(IReadOnlyList<(Party Host, IReadOnlyList<CoverageCell> Cells)> Hosts, IReadOnlyList<Survey> Surveys, IReadOnlyDictionary<string, Source> Sources)
{
    /// <summary>Number of pairs of a country and an actor that were searched, and of all.</summary>
    public (int Searched, int All) Pairs
    {
        get
        {
            var cells = Hosts.Where(h => h.Host.IsCountry).SelectMany(h => h.Cells).Where(c => c.Searched.State != Shared.Searched.NotApplicable).ToList();
            return (cells.Count(c => c.Searched.State == Shared.Searched.Searched), cells.Count);
        }
    }
}

/// <summary>Reads what was searched.</summary>
public sealed class CoverageQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties)
{
    /// <summary>Reads the coverage as of a moment.</summary>
    public async Task<CoverageModel> ReadAsync(DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var cells = await SearchedCells.ReadAsync(db, asOf, cancel);
        string[] actors = [.. parties.Actors.Select(a => a.Id)];
        List<Party> hosts = [.. parties.Countries, .. parties.Regions.Where(r => cells.Surveys.Any(s => s.Hosts.Contains(r.Id)))];
        var all = Scope.Of(tally, BoardFilter.None);
        string[] sources = [.. cells.Surveys.SelectMany(s => s.Sources).Distinct()];
        return new CoverageModel(
            [.. hosts.Select(h => (h, (IReadOnlyList<CoverageCell>)[.. actors.Select(a => new CoverageCell(cells.Of(a, h.Id), all.Count(s => s.IsBetween(a, h.Id))))]))],
            cells.Surveys, await db.Sources.KnownAt(asOf).Where(s => sources.Contains(s.Id)).ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancel));
    }
}
