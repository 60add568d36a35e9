using System.Text.Json.Serialization;

namespace InfluenceBoard.Domain;

/// <summary>An amount attached to an engagement.</summary>
public sealed class MoneyItem : Versioned
{
    /// <summary>Id of its engagement.</summary>
    public required string EngagementId { get; set; }
    /// <summary>Short name in the board's words.</summary>
    public string? Label { get; set; }
    /// <summary>Rung of the ladder.</summary>
    public Rung Rung { get; set; }
    /// <summary>What it is.</summary>
    public MoneyKind Kind { get; set; }
    /// <summary>Which way it flows.</summary>
    public Direction Direction { get; set; }
    /// <summary>Id of the actor.</summary>
    public required string ActorId { get; set; }
    /// <summary>Id of the host, which can be a region.</summary>
    public required string HostId { get; set; }
    /// <summary>Low end in whole units of the currency; null when open.</summary>
    public decimal? Low { get; set; }
    /// <summary>High end; null when open.</summary>
    public decimal? High { get; set; }
    /// <summary>How the source hedges it.</summary>
    public Qualifier Qualifier { get; set; }
    /// <summary>The source's own word for a vague amount.</summary>
    public string? SourceWord { get; set; }
    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; set; }
    /// <summary>Low end in US dollars; null when open or when no rate is known.</summary>
    public decimal? UsdLow { get; set; }
    /// <summary>High end in US dollars; null when open or when no rate is known.</summary>
    public decimal? UsdHigh { get; set; }
    /// <summary>Whether the amount can be stated in US dollars.</summary>
    public bool HasUsd { get; set; }
    /// <summary>Id of the rate used; null for an amount in US dollars.</summary>
    public string? RateId { get; set; }
    /// <summary>Period in years, where stated.</summary>
    public decimal? Years { get; set; }
    /// <summary>Id of the amount that contains it.</summary>
    public string? PartOfId { get; set; }
    /// <summary>Ids of amounts that it may repeat.</summary>
    public List<string> MayOverlap { get; set; } = [];
    /// <summary>Why this rung; what a reader must know.</summary>
    public string? Note { get; set; }
    /// <summary>Keys of the engagement's claims that carry it.</summary>
    public List<string> ClaimKeys { get; set; } = [];

    /// <summary>The range in its own currency.</summary>
    [JsonIgnore] public MoneyRange Range => new(Low, High);

    /// <summary>The range in US dollars, or null when no rate is known.</summary>
    [JsonIgnore] public MoneyRange? Usd => HasUsd ? new MoneyRange(UsdLow, UsdHigh) : null;

    /// <summary>The amount as totals see it.</summary>
    public TotalItem ToTotalItem() => new(Id, Rung, Kind, Direction, Usd, PartOfId, MayOverlap);
}
