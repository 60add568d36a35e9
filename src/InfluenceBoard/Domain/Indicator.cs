namespace InfluenceBoard.Domain;

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
