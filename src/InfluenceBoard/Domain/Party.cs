namespace InfluenceBoard.Domain;

/// <summary>A state or a region: a focus country, an actor, both, or one that records merely name.</summary>
public sealed class Party : Versioned
{
    /// <summary><c>state</c> or <c>region</c>.</summary>
    public required string Kind { get; set; }
    /// <summary>Word of the address: <c>/countries/{slug}</c>.</summary>
    public required string Slug { get; set; }
    /// <summary>Whether it is a focus country, a host.</summary>
    public bool IsCountry { get; set; }
    /// <summary>Whether it is an actor.</summary>
    public bool IsActor { get; set; }
    /// <summary>Fixed order on pages.</summary>
    public int Order { get; set; }
    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Iso3 { get; set; }
    /// <summary>ISO 3166-1 numeric, or UN M49 for a region.</summary>
    public string? Numeric { get; set; }
    /// <summary>English name.</summary>
    public required string NameEn { get; set; }
    /// <summary>English name inside a sentence, where it differs: "the United States".</summary>
    public string? NameEnInSentence { get; set; }
    /// <summary>Simplified Chinese name.</summary>
    public required string NameZhHans { get; set; }
    /// <summary>Ids of a region's members. Never used to divide an amount.</summary>
    public List<string> Members { get; set; } = [];
    /// <summary>Longitude of the label, degrees east.</summary>
    public double Longitude { get; set; }
    /// <summary>Latitude of the label, degrees north.</summary>
    public double Latitude { get; set; }
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}
