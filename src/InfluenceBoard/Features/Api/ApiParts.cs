using InfluenceBoard.Domain;

namespace InfluenceBoard.Features.Api;

/// <summary>A date as precise as it is known.</summary>
public sealed record ApiDate
{
    /// <summary>The date as Extended Date/Time Format, level 1 (ISO 8601-2): `2025-12-06`, `2025-12~`, `2025-12-08/2025-12-10`.</summary>
    public required string Edtf { get; init; }
    /// <summary>First day that it can mean; null when its beginning is open.</summary>
    public required DateOnly? Earliest { get; init; }
    /// <summary>Last day that it can mean; null when its end is open.</summary>
    public required DateOnly? Latest { get; init; }

    /// <summary>The date of a text with its bounds.</summary>
    public static ApiDate Of(string edtf, DateOnly earliest, DateOnly latest) =>
        new() { Edtf = edtf, Earliest = earliest == DateOnly.MinValue ? null : earliest, Latest = latest == DateOnly.MaxValue ? null : latest };

    /// <summary>The date of a text.</summary>
    public static ApiDate Of(string edtf) => EdtfDate.TryParse(edtf) is { } date ? Of(edtf, date.Earliest, date.Latest) : new() { Edtf = edtf, Earliest = null, Latest = null };
}

/// <summary>Since when the board has held the record in this version.</summary>
public sealed record ApiVersion
{
    /// <summary>Number of the change that opened the version.</summary>
    public required long Change { get; init; }
    /// <summary>When that was (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The version of a record.</summary>
    public static ApiVersion Of(Versioned record) => new() { Change = record.ChangeId, Since = record.KnownFrom };
}

/// <summary>A country, an actor, a region or another party that a record names.</summary>
public sealed record ApiPartyRef
{
    /// <summary>ISO 3166-1 alpha-2 code of a state, or a slug of a region.</summary>
    public required string Id { get; init; }
    /// <summary>Word of its addresses.</summary>
    public required string Slug { get; init; }
    /// <summary>Its name in the language of the answer.</summary>
    public required string Name { get; init; }
}

/// <summary>A party of an engagement.</summary>
public sealed record ApiParticipant
{
    /// <summary>The party.</summary>
    public required ApiPartyRef Party { get; init; }
    /// <summary>Its part: it acted, it was acted towards, or it was talked about without taking part.</summary>
    public required PartyRole Role { get; init; }
}

/// <summary>A person, an institution or a place of an engagement.</summary>
public sealed record ApiNamed
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>Its page on the board.</summary>
    public required string Url { get; init; }
    /// <summary>Its name in the language of the answer, or the usual English form where the board holds none.</summary>
    public required string Name { get; init; }
    /// <summary>The part played, in the board's words; null where none is recorded.</summary>
    public required string? As { get; init; }
}

/// <summary>What one source says about one property of a record, and where it says it.</summary>
public sealed record ApiClaim
{
    /// <summary>Kind of the record, its id and the key of the claim: `engagement/tokyo-summit-2025#happened`.</summary>
    public required string Id { get; init; }
    /// <summary>The place on the board's pages that shows it.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>Kind of the record.</summary>
    public required RecordKind RecordKind { get; init; }
    /// <summary>Id of the record.</summary>
    public required string RecordId { get; init; }
    /// <summary>Id of the claim inside its record.</summary>
    public required string Key { get; init; }
    /// <summary>Property of the record that it speaks about.</summary>
    public required ClaimProperty Property { get; init; }
    /// <summary>Id of the amount that it is about; null when it is about none.</summary>
    public required string? MoneyId { get; init; }
    /// <summary>What the source says, in the board's words.</summary>
    public required string Value { get; init; }
    /// <summary>Id of the source.</summary>
    public required string SourceId { get; init; }
    /// <summary>Paragraph of the source, from 1; null where paragraphs cannot be counted.</summary>
    public required int? Paragraph { get; init; }
    /// <summary>Where in the source, when paragraphs cannot be counted.</summary>
    public required string? Locator { get; init; }
    /// <summary>A short term of the original to find the place by.</summary>
    public required string? Quote { get; init; }
    /// <summary>Who in the text says it; `article` for the text itself.</summary>
    public required string AssertedBy { get; init; }
    /// <summary>Admiralty credibility of the information, from 1 (confirmed) to 6 (cannot be judged).</summary>
    public required int Credibility { get; init; }
    /// <summary>Standing among claims that contradict it.</summary>
    public required Rank Rank { get; init; }
    /// <summary>Why it is preferred or deprecated; null for a normal one.</summary>
    public required string? RankReason { get; init; }
    /// <summary>Since when the board has held it so.</summary>
    public required ApiVersion Version { get; init; }
}
