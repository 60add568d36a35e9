using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Overview;

/// <summary>What was intended, by whether its date is over.</summary>
/// <param name="Ahead">Its date is not over, soonest first.</param>
/// <param name="Passed">Its date is over and no source on the board says what became of it, latest first.</param>
/// <param name="Done">Everything that is not a mere intention, latest first by the middle of its dates.</param>
public sealed record OverviewPlans(IReadOnlyList<EngagementRow> Ahead, IReadOnlyList<EngagementRow> Passed, IReadOnlyList<EngagementRow> Done)
{
    /// <summary>Divides the engagements of a view.</summary>
    public static OverviewPlans Of(IReadOnlyList<EngagementRow> rows, DateOnly today)
    {
        var intended = rows.Where(r => r.IsIntended).ToLookup(r => r.IsAhead(today));
        return new OverviewPlans(
            [.. intended[true].OrderBy(r => r.Latest).ThenBy(r => r.Earliest)],
            [.. intended[false]],
            [.. rows.Where(r => !r.IsIntended).OrderByDescending(r => r.Middle).ThenByDescending(r => r.Latest).ThenBy(r => r.Id, StringComparer.Ordinal)]);
    }
}
