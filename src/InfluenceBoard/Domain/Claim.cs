namespace InfluenceBoard.Domain;

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
