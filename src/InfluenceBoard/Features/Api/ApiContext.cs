using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>A link between two engagements that somebody asserts.</summary>
public sealed record ApiMove
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>The place on the board's page of moves.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>The counter-move: what responds to, counters, follows up, implements or competes with the other.</summary>
    public required ApiMoveEnd From { get; init; }
    /// <summary>The move.</summary>
    public required ApiMoveEnd To { get; init; }
    /// <summary>The relation, read from `from` to `to`.</summary>
    public required Relation Relation { get; init; }
    /// <summary>Who asserts it. What only the board's editor asserts is the editor's reading and nobody else's.</summary>
    public required AssertedBy AssertedBy { get; init; }
    /// <summary>Name of who asserts it.</summary>
    public required string? Who { get; init; }
    /// <summary>What the two dates say: the answer came later, they overlap, or the answer was over first, which contradicts the link; null for a relation without an order in time.</summary>
    public required MoveOrder? Order { get; init; }
    /// <summary>What a reader must know.</summary>
    public required string? Note { get; init; }
    /// <summary>The claims that carry it.</summary>
    public required IReadOnlyList<ApiClaim> Claims { get; init; }
    /// <summary>Since when the board has held it so.</summary>
    public required ApiVersion Version { get; init; }
}

/// <summary>One end of a move.</summary>
public sealed record ApiMoveEnd
{
    /// <summary>Id of the engagement.</summary>
    public required string Id { get; init; }
    /// <summary>Its page on the board.</summary>
    public required string Url { get; init; }
    /// <summary>Its title (English).</summary>
    public required string Title { get; init; }
    /// <summary>When it happened.</summary>
    public required ApiDate Date { get; init; }
}

/// <summary>A dated figure about one party that gives context.</summary>
public sealed record ApiIndicator
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>The place on the party's page.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>The party.</summary>
    public required ApiPartyRef Party { get; init; }
    /// <summary>What is measured (English).</summary>
    public required string Measure { get; init; }
    /// <summary>Low end; null when open.</summary>
    public required decimal? Low { get; init; }
    /// <summary>High end; null when open.</summary>
    public required decimal? High { get; init; }
    /// <summary>How the source hedges it.</summary>
    public required Qualifier Qualifier { get; init; }
    /// <summary>Unit of the figure.</summary>
    public required string Unit { get; init; }
    /// <summary>What the unit counts.</summary>
    public required string? UnitNote { get; init; }
    /// <summary>When it holds.</summary>
    public required ApiDate Date { get; init; }
    /// <summary>How the date was found.</summary>
    public required string? DateNote { get; init; }
    /// <summary>What a reader must know.</summary>
    public required string? Note { get; init; }
    /// <summary>The claims that carry it.</summary>
    public required IReadOnlyList<ApiClaim> Claims { get; init; }
    /// <summary>Since when the board has held it so.</summary>
    public required ApiVersion Version { get; init; }
}

/// <summary>One change to the board: when, by whom, why and how much.</summary>
public sealed record ApiChange
{
    /// <summary>Number of the change; a later change has a higher one.</summary>
    public required long Id { get; init; }
    /// <summary>The board's page of what it did.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>Who made it: `seeds` for the loader of the seed files, else an account.</summary>
    public required string Editor { get; init; }
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
    /// <summary>What it did, by kind of record.</summary>
    public required IReadOnlyList<ApiChangeCount> Counts { get; init; }
    /// <summary>Address of the list of the records that it touched.</summary>
    public required string Records { get; init; }
}

/// <summary>What a change did to records of one kind.</summary>
public sealed record ApiChangeCount
{
    /// <summary>Kind of the records.</summary>
    public required RecordKind Kind { get; init; }
    /// <summary>New records.</summary>
    public required int Opened { get; init; }
    /// <summary>Records that got another version.</summary>
    public required int Changed { get; init; }
    /// <summary>Records that were withdrawn.</summary>
    public required int Withdrawn { get; init; }
}

/// <summary>What a change did to one record.</summary>
public sealed record ApiChangedRecord
{
    /// <summary>Kind of the record.</summary>
    public required RecordKind Kind { get; init; }
    /// <summary>Id of the record.</summary>
    public required string Id { get; init; }
    /// <summary>What happened to it.</summary>
    public required HistoryKind What { get; init; }
    /// <summary>Address of the record in the API as of the change; null for kinds without one, and for what was withdrawn.</summary>
    public required string? Self { get; init; }
}
