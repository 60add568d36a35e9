namespace InfluenceBoard.Domain;

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
