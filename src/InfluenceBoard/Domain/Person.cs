namespace InfluenceBoard.Domain;

/// <summary>A person named in the sources.</summary>
public sealed class Person : Versioned
{
    /// <summary>Usual English form.</summary>
    public required string Name { get; set; }
    /// <summary>The name by BCP 47 tag, each in its own script.</summary>
    public SortedDictionary<string, string> Names { get; set; } = [];
    /// <summary>Id of the party the person belongs to.</summary>
    public required string PartyId { get; set; }
    /// <summary>Office at the time of the records.</summary>
    public required string Role { get; set; }
    /// <summary>Id of the person's institution.</summary>
    public string? OrganisationId { get; set; }
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}
