using InfluenceBoard.Data;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What is known of the search for engagements of an actor with a host.</summary>
public enum Searched
{
    /// <summary>No survey names the pair: its silence means nothing.</summary>
    NotSearched,
    /// <summary>A survey looked for the pair.</summary>
    Searched,
    /// <summary>A party is no host of its own.</summary>
    NotApplicable,
}

/// <summary>One actor with one host: whether, when and in which sources it was searched.</summary>
/// <param name="State">Whether it was searched.</param>
/// <param name="Surveys">The surveys that looked for the pair, latest first.</param>
public sealed record SearchedCell(string ActorId, string HostId, Searched State, IReadOnlyList<Survey> Surveys)
{
    /// <summary>Day of the latest look.</summary>
    public DateOnly? Date => Surveys.Count == 0 ? null : Surveys[0].Date;

    /// <summary>Ids of the sources that were looked through, each once.</summary>
    public IReadOnlyList<string> Sources => [.. Surveys.SelectMany(s => s.Sources).Distinct(StringComparer.Ordinal)];
}

/// <summary>The surveys of the board, by actor and host, so that silence is never read as absence.</summary>
public sealed record SearchedCells(IReadOnlyList<Survey> Surveys)
{
    /// <summary>The cell of an actor and a host.</summary>
    public SearchedCell Of(string actorId, string hostId)
    {
        if (actorId == hostId) return new SearchedCell(actorId, hostId, Searched.NotApplicable, []);
        List<Survey> its = [.. Surveys.Where(s => s.Actors.Contains(actorId) && s.Hosts.Contains(hostId)).OrderByDescending(s => s.Date).ThenBy(s => s.Id, StringComparer.Ordinal)];
        return new SearchedCell(actorId, hostId, its.Count == 0 ? Searched.NotSearched : Searched.Searched, its);
    }

    /// <summary>Reads the surveys that the board knew at a moment.</summary>
    public static async Task<SearchedCells> ReadAsync(BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) =>
        new(await db.SurveysAsync(asOf, cancel));
}
