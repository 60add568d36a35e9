using InfluenceBoard.Data;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Package;

/// <summary>The state of the board that a package holds: that after a change. Two packages of one state are the same to the byte, whenever they were asked for.</summary>
/// <param name="Change">Number of the last change in it; 0 for a board without any.</param>
/// <param name="At">When that was made.</param>
public sealed record PackageMoment(long Change, DateTimeOffset At)
{
    /// <summary>The last change up to a moment, or of all.</summary>
    /// <param name="otherwise">Time of a board that has no change at all.</param>
    public static async Task<PackageMoment> ReadAsync(BoardDb db, DateTimeOffset? asOf, DateTimeOffset otherwise, CancellationToken cancel)
    {
        var changes = asOf is { } moment ? db.Changes.Where(c => c.At <= moment) : db.Changes;
        var last = await changes.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        return last is null ? new PackageMoment(0, asOf ?? otherwise) : new PackageMoment(last.Id, last.At);
    }
}
