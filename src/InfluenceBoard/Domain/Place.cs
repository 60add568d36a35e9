namespace InfluenceBoard.Domain;

/// <summary>A place, a sea area or a transport route.</summary>
public sealed class Place : Versioned
{
    /// <summary>Usual English form.</summary>
    public required string Name { get; set; }
    /// <summary>The name by BCP 47 tag.</summary>
    public SortedDictionary<string, string> Names { get; set; } = [];
    /// <summary>Kind, one of the words of the seed schema.</summary>
    public required string Kind { get; set; }
    /// <summary>Id of the party it lies in.</summary>
    public string? PartyId { get; set; }
    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; set; }
    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; set; }
    /// <summary>Course of a route as [longitude, latitude] pairs.</summary>
    public List<double[]> Path { get; set; } = [];
    /// <summary>How exact the position is.</summary>
    public string? PositionNote { get; set; }
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}
