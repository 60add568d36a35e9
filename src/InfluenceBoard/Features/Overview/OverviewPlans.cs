using InfluenceBoard.Data;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Overview;

/// <summary>What was intended, by whether its date is over, and what was done.</summary>
/// <param name="Ahead">Its date is not over, soonest first.</param>
/// <param name="Passed">Its date is over and no source on the board says what became of it, latest first.</param>
/// <param name="Done">Everything that is not a mere intention, latest first by the middle of its dates.</param>
public sealed record OverviewPlans(Listing Ahead, Listing Passed, Listing Done)
{
    private const int MostIntended = 50, MostDone = 10;

    /// <summary>Nothing intended and nothing done.</summary>
    public static readonly OverviewPlans None = new(Listing.Empty, Listing.Empty, Listing.Empty);

    /// <summary>Reads the plans of a view.</summary>
    public static async Task<OverviewPlans> ReadAsync(BoardDb db, Scope scope, DateOnly today, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var (intended, done) = (scope.Intended, scope.Done);
        // By their last days, the latest first, those ahead come before those that have passed.
        var ahead = intended.Total == 0 ? 0 : intended.CountFrom(today);
        var soon = await intended.RowsAsync(db, asOf, Math.Max(0, ahead - MostIntended), Math.Min(ahead, MostIntended), cancel);
        var passed = await intended.RowsAsync(db, asOf, ahead, MostIntended, cancel);
        return new OverviewPlans(new Listing([.. soon.OrderBy(r => r.Latest).ThenBy(r => r.Earliest)], ahead, null), new Listing(passed, intended.Total - ahead, null),
            new Listing(await scope.DoneAsync(db, asOf, MostDone, cancel), done.Total, null));
    }
}
