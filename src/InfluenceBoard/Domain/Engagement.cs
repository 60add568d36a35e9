using System.Text.Json.Serialization;

namespace InfluenceBoard.Domain;

/// <summary>One dated thing that one or more parties did towards others.</summary>
public sealed class Engagement : Versioned
{
    /// <summary>Who did what, in the board's neutral words.</summary>
    public required string Title { get; set; }
    /// <summary>Two or three sentences in the board's words.</summary>
    public required string Summary { get; set; }
    /// <summary>Kind of engagement.</summary>
    public EngagementType Type { get; set; }
    /// <summary>How far it has come.</summary>
    public Status Status { get; set; }
    /// <summary>EDTF text of when it happened.</summary>
    public required string Date { get; set; }
    /// <summary>First day it can have happened.</summary>
    public DateOnly Earliest { get; set; }
    /// <summary>Last day it can have happened.</summary>
    public DateOnly Latest { get; set; }
    /// <summary>How a relative or inferred date was resolved.</summary>
    public string? DateNote { get; set; }
    /// <summary>Doubts about the record itself.</summary>
    public string? Note { get; set; }
    /// <summary>Who did it, towards whom, about whom.</summary>
    public List<EngagementParty> Parties { get; set; } = [];
    /// <summary>What it is about, most important first.</summary>
    public List<EngagementTopic> Topics { get; set; } = [];
    /// <summary>People who took part.</summary>
    public List<EngagementPerson> People { get; set; } = [];
    /// <summary>Institutions that took part.</summary>
    public List<EngagementOrganisation> Organisations { get; set; } = [];
    /// <summary>Where.</summary>
    public List<EngagementPlace> Places { get; set; } = [];
}

/// <summary>A row that hangs on one version of an engagement.</summary>
public abstract class EngagementPart
{
    /// <summary>Version of the engagement.</summary>
    [JsonIgnore] public long VersionId { get; set; }
    /// <summary>Order in which the record states it.</summary>
    public int Order { get; set; }
}

/// <summary>A party of an engagement.</summary>
public sealed class EngagementParty : EngagementPart
{
    /// <summary>Id of the party.</summary>
    public required string PartyId { get; set; }
    /// <summary>Its part.</summary>
    public PartyRole Role { get; set; }
}

/// <summary>A domain of an engagement.</summary>
public sealed class EngagementTopic : EngagementPart
{
    /// <summary>What it is about.</summary>
    public Topic Topic { get; set; }
}

/// <summary>A person in an engagement.</summary>
public sealed class EngagementPerson : EngagementPart
{
    /// <summary>Id of the person.</summary>
    public required string PersonId { get; set; }
    /// <summary>Part played.</summary>
    public string? As { get; set; }
}

/// <summary>An institution in an engagement.</summary>
public sealed class EngagementOrganisation : EngagementPart
{
    /// <summary>Id of the institution.</summary>
    public required string OrganisationId { get; set; }
    /// <summary>Part played.</summary>
    public string? As { get; set; }
}

/// <summary>A place of an engagement.</summary>
public sealed class EngagementPlace : EngagementPart
{
    /// <summary>Id of the place.</summary>
    public required string PlaceId { get; set; }
}

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

/// <summary>What one source says about one property of a record, and where it says it.</summary>
public sealed class Claim : Versioned
{
    /// <summary>Kind of the record.</summary>
    public RecordKind RecordKind { get; set; }
    /// <summary>Id of the record.</summary>
    public required string RecordId { get; set; }
    /// <summary>Id of the claim inside its record.</summary>
    public required string Key { get; set; }
    /// <summary>Order inside its record.</summary>
    public int Order { get; set; }
    /// <summary>Property that it speaks about.</summary>
    public ClaimProperty Property { get; set; }
    /// <summary>Id of the amount that it is about, if it is about one.</summary>
    public string? MoneyId { get; set; }
    /// <summary>What the source says, in the board's words.</summary>
    public required string Value { get; set; }
    /// <summary>Id of the source.</summary>
    public required string SourceId { get; set; }
    /// <summary>Paragraph of the source, from 1.</summary>
    public int? Paragraph { get; set; }
    /// <summary>Where, when paragraphs cannot be counted.</summary>
    public string? Locator { get; set; }
    /// <summary>A short term of the original to find the place by.</summary>
    public string? Quote { get; set; }
    /// <summary>Who in the text says it; <c>article</c> for the text itself.</summary>
    public required string Attribution { get; set; }
    /// <summary>Admiralty credibility of the information, 1 confirmed to 6 cannot be judged.</summary>
    public int Credibility { get; set; }
    /// <summary>Standing among claims that contradict it.</summary>
    public Rank Rank { get; set; } = Rank.Normal;
    /// <summary>Why it is preferred or deprecated.</summary>
    public string? RankReason { get; set; }

    /// <summary>Address of a claim: kind, record and key.</summary>
    public static string IdOf(RecordKind kind, string recordId, string key) => $"{Word.Of(kind)}/{recordId}#{key}";
}

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

/// <summary>A dated figure about one party that gives context.</summary>
public sealed class Indicator : Versioned
{
    /// <summary>Id of the party.</summary>
    public required string PartyId { get; set; }
    /// <summary>What is measured.</summary>
    public required string Measure { get; set; }
    /// <summary>Low end; null when open.</summary>
    public decimal? Low { get; set; }
    /// <summary>High end; null when open.</summary>
    public decimal? High { get; set; }
    /// <summary>How the source hedges it.</summary>
    public Qualifier Qualifier { get; set; }
    /// <summary>Unit, one of the words of the seed schema.</summary>
    public required string Unit { get; set; }
    /// <summary>What the unit counts.</summary>
    public string? UnitNote { get; set; }
    /// <summary>EDTF date.</summary>
    public required string Date { get; set; }
    /// <summary>First day it can mean.</summary>
    public DateOnly Earliest { get; set; }
    /// <summary>Last day it can mean.</summary>
    public DateOnly Latest { get; set; }
    /// <summary>How the date was found.</summary>
    public string? DateNote { get; set; }
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}

/// <summary>A position that a party is reported to hold between the actors.</summary>
public sealed class Stance : Versioned
{
    /// <summary>Id of the holder.</summary>
    public required string HolderId { get; set; }
    /// <summary>Ids of those it is held towards.</summary>
    public List<string> Towards { get; set; } = [];
    /// <summary>Kind of position.</summary>
    public StanceKind Kind { get; set; }
    /// <summary>The position in the board's words.</summary>
    public required string Summary { get; set; }
    /// <summary>EDTF date.</summary>
    public required string Date { get; set; }
    /// <summary>First day it can mean.</summary>
    public DateOnly Earliest { get; set; }
    /// <summary>Last day it can mean.</summary>
    public DateOnly Latest { get; set; }
    /// <summary>How the date was found.</summary>
    public string? DateNote { get; set; }
    /// <summary>Ids of those who voiced it.</summary>
    public List<string> People { get; set; } = [];
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}
