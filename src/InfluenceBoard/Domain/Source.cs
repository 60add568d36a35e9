namespace InfluenceBoard.Domain;

/// <summary>A document that claims are drawn from.</summary>
public sealed class Source : Versioned
{
    /// <summary>What it is, in the board's words.</summary>
    public required string Title { get; set; }
    /// <summary>Who published it.</summary>
    public required string Publisher { get; set; }
    /// <summary>Class of the publisher.</summary>
    public PublisherClass Class { get; set; }
    /// <summary>BCP 47 tag of its language.</summary>
    public required string Language { get; set; }
    /// <summary>Address, where there is one.</summary>
    public string? Url { get; set; }
    /// <summary>EDTF date of publication.</summary>
    public required string Date { get; set; }
    /// <summary>Last day the date can mean, for sorting.</summary>
    public DateOnly Latest { get; set; }
    /// <summary>How the date was found.</summary>
    public string? DateNote { get; set; }
    /// <summary>Admiralty reliability.</summary>
    public Reliability Reliability { get; set; }
    /// <summary>Why.</summary>
    public required string ReliabilityReason { get; set; }
    /// <summary>Day on which it was last read for the board.</summary>
    public DateOnly Reviewed { get; set; }
    /// <summary>Number of its paragraphs, when it was read whole.</summary>
    public int? Paragraphs { get; set; }
    /// <summary>Whether an excerpt was read rather than the whole.</summary>
    public bool IsExcerpt { get; set; }
    /// <summary>Id of the source that it reprints.</summary>
    public string? ParentId { get; set; }
    /// <summary>Damage, bias, what a reader must know.</summary>
    public string? Note { get; set; }
    /// <summary>Paragraphs that state no fact.</summary>
    public List<SourceGap> WithoutFacts { get; set; } = [];
}

/// <summary>A paragraph of a source that gives rise to no record.</summary>
public sealed class SourceGap
{
    /// <summary>Number of the paragraph.</summary>
    public int Paragraph { get; set; }
    /// <summary>Why.</summary>
    public required string Why { get; set; }
}
