namespace InfluenceBoard.Domain;

/// <summary>A link between two engagements that somebody asserts: <see cref="FromId"/> responds to, counters, follows up … <see cref="ToId"/>.</summary>
public sealed class Move : Versioned
{
    /// <summary>Id of the counter-move.</summary>
    public required string FromId { get; set; }
    /// <summary>Id of the move.</summary>
    public required string ToId { get; set; }
    /// <summary>Relation, read from left to right.</summary>
    public Relation Relation { get; set; }
    /// <summary>Who asserts it.</summary>
    public AssertedBy AssertedBy { get; set; }
    /// <summary>Name of who asserts it.</summary>
    public string? Who { get; set; }
    /// <summary>E.g. that the order in time contradicts it.</summary>
    public string? Note { get; set; }
}
