using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>One engagement with those that are named in it.</summary>
/// <param name="EngagementId">The engagement.</param>
/// <param name="IsMeeting">Whether those named can be said to have met: see <see cref="Encounters.IsMeeting"/>.</param>
/// <param name="Ids">Ids of those named: people, institutions, parties or places.</param>
public sealed record Naming(string EngagementId, bool IsMeeting, IReadOnlyCollection<string> Ids);

/// <summary>How often somebody is named together with another.</summary>
/// <param name="OtherId">Id of the other.</param>
/// <param name="Together">Ids of the engagements in which both are named.</param>
/// <param name="Met">Those of them that are meetings.</param>
public sealed record Encounter(string OtherId, IReadOnlyList<string> Together, IReadOnlyList<string> Met);

/// <summary>Counts who is named with whom. Two who are named in one engagement need not have met, so meetings are counted apart.</summary>
public static class Encounters
{
    /// <summary>Whether an engagement is a visit, summit, meeting or call that took place: one that is only planned or proposed, was called off, or is disputed, brought nobody together for certain.</summary>
    public static bool IsMeeting(EngagementType type, Status status) =>
        type is EngagementType.Visit or EngagementType.Summit or EngagementType.Meeting or EngagementType.Call && status is Status.Reported or Status.Signed or Status.Completed;

    /// <summary>The others that are named where one is, most often first, then by id.</summary>
    /// <param name="self">The one; null for one of another kind that is named in all of them.</param>
    /// <param name="namings">The engagements, each once.</param>
    public static IReadOnlyList<Encounter> With(string? self, IEnumerable<Naming> namings) =>
    [
        .. namings.Where(n => self is null || n.Ids.Contains(self)).SelectMany(n => n.Ids.Distinct(StringComparer.Ordinal).Where(id => id != self).Select(id => (Id: id, Naming: n)))
            .GroupBy(p => p.Id, p => p.Naming, StringComparer.Ordinal)
            .Select(g => new Encounter(g.Key, [.. g.Select(n => n.EngagementId)], [.. g.Where(n => n.IsMeeting).Select(n => n.EngagementId)]))
            .OrderByDescending(e => e.Together.Count).ThenBy(e => e.OtherId, StringComparer.Ordinal),
    ];
}
