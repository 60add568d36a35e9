using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>An amount of the board at one moment, with what filters ask of its engagement.</summary>
/// <param name="Version">Number of its version.</param>
/// <param name="EngagementId">Id of its engagement.</param>
/// <param name="Rest">Place of what its engagement's traits hold beside parties and rungs.</param>
/// <param name="Earliest">First day on which the engagement can have happened.</param>
/// <param name="Latest">Last day.</param>
/// <param name="ActorId">Its own actor.</param>
/// <param name="HostId">Its own host.</param>
/// <param name="Item">The amount as totals see it.</param>
public sealed record TalliedAmount(long Version, string EngagementId, int Rest, DateOnly Earliest, DateOnly Latest, string ActorId, string HostId, TotalItem Item)
{
    /// <summary>Ids of the amounts that it names as containing it or as perhaps the same.</summary>
    public IEnumerable<string> Named => Item.PartOf is { } whole ? Item.MayOverlap.Append(whole) : Item.MayOverlap;
}
