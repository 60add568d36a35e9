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
