namespace InfluenceBoard.Domain;

/// <summary>An institution, company or regional body named in the sources.</summary>
public sealed class Organisation : Versioned
{
    /// <summary>Usual English form.</summary>
    public required string Name { get; set; }
    /// <summary>The name by BCP 47 tag.</summary>
    public SortedDictionary<string, string> Names { get; set; } = [];
    /// <summary>Short form, e.g. CSTO.</summary>
    public string? Abbreviation { get; set; }
    /// <summary>Kind, one of the words of the seed schema.</summary>
    public required string Kind { get; set; }
    /// <summary>Id of the party it belongs to.</summary>
    public string? PartyId { get; set; }
    /// <summary>Ids of the members of a regional body.</summary>
    public List<string> Members { get; set; } = [];
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }

    /// <summary>The name with its short form: "Association of Southeast Asian Nations (ASEAN)".</summary>
    public string FullName() => Abbreviation is null || Abbreviation == Name ? Name : $"{Name} ({Abbreviation})";
}
