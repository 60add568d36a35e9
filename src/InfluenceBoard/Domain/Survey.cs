namespace InfluenceBoard.Domain;

/// <summary>A look through sources for engagements of some actors with some hosts. What no survey names was not searched, and its silence means nothing.</summary>
public sealed class Survey : Versioned
{
    /// <summary>Ids of the actors that were looked for.</summary>
    public List<string> Actors { get; set; } = [];
    /// <summary>Ids of the hosts that were looked for.</summary>
    public List<string> Hosts { get; set; } = [];
    /// <summary>Day of the look.</summary>
    public DateOnly Date { get; set; }
    /// <summary>Ids of the sources that were looked through.</summary>
    public List<string> Sources { get; set; } = [];
    /// <summary>What was looked for and how far, in the board's words.</summary>
    public required string Scope { get; set; }
}
