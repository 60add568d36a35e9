using InfluenceBoard.Domain;

namespace InfluenceBoard.Features.Api;

/// <summary>A focus country or an actor.</summary>
public sealed record ApiParty
{
    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Id { get; init; }
    /// <summary>Its page on the board.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>Word of its addresses.</summary>
    public required string Slug { get; init; }
    /// <summary>Its name in the language of the answer.</summary>
    public required string Name { get; init; }
    /// <summary>Whether it is a focus country, a host of engagements.</summary>
    public required bool IsCountry { get; init; }
    /// <summary>Whether it is an actor.</summary>
    public required bool IsActor { get; init; }
    /// <summary>ISO 3166-1 alpha-3 code.</summary>
    public required string? Iso3 { get; init; }
    /// <summary>ISO 3166-1 numeric code.</summary>
    public required string? Numeric { get; init; }
    /// <summary>Longitude of its label on maps, in degrees east (WGS 84).</summary>
    public required double Longitude { get; init; }
    /// <summary>Latitude of its label on maps, in degrees north (WGS 84).</summary>
    public required double Latitude { get; init; }
    /// <summary>Regions of the board that it lies in. Amounts for a region are never divided among its members.</summary>
    public required IReadOnlyList<ApiPartyRef> Regions { get; init; }
    /// <summary>Number of engagements in which it takes part.</summary>
    public required int Engagements { get; init; }
    /// <summary>What a reader must know.</summary>
    public required string? Note { get; init; }
    /// <summary>Since when the board has held it so.</summary>
    public required ApiVersion Version { get; init; }
}

/// <summary>One dated thing that one or more parties did towards others.</summary>
public sealed record ApiEngagement
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>Its page on the board.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>Who did what, in the board's neutral words (English).</summary>
    public required string Title { get; init; }
    /// <summary>Two or three sentences in the board's words (English).</summary>
    public required string Summary { get; init; }
    /// <summary>Kind of engagement.</summary>
    public required EngagementType Type { get; init; }
    /// <summary>How far it has come.</summary>
    public required Status Status { get; init; }
    /// <summary>When it happened.</summary>
    public required ApiDate Date { get; init; }
    /// <summary>How a relative or inferred date was resolved.</summary>
    public required string? DateNote { get; init; }
    /// <summary>Doubts about the record itself.</summary>
    public required string? Note { get; init; }
    /// <summary>What it is about, most important first.</summary>
    public required IReadOnlyList<Topic> Domains { get; init; }
    /// <summary>Who, towards whom, about whom.</summary>
    public required IReadOnlyList<ApiParticipant> Parties { get; init; }
    /// <summary>People who took part.</summary>
    public required IReadOnlyList<ApiNamed> People { get; init; }
    /// <summary>Institutions that took part.</summary>
    public required IReadOnlyList<ApiNamed> Organisations { get; init; }
    /// <summary>Where.</summary>
    public required IReadOnlyList<ApiNamed> Places { get; init; }
    /// <summary>Its amounts.</summary>
    public required IReadOnlyList<ApiMoney> Money { get; init; }
    /// <summary>Every claim about it, in the order of the record.</summary>
    public required IReadOnlyList<ApiClaim> Claims { get; init; }
    /// <summary>Whether claims about it contradict each other.</summary>
    public required bool IsContested { get; init; }
    /// <summary>Since when the board has held it so. Claims and amounts have versions of their own.</summary>
    public required ApiVersion Version { get; init; }
}

/// <summary>A document that claims are drawn from.</summary>
public sealed record ApiSource
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>Its page on the board, with every claim drawn from it.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>What it is, in the board's words (English).</summary>
    public required string Title { get; init; }
    /// <summary>Who published it.</summary>
    public required string Publisher { get; init; }
    /// <summary>Class of the publisher.</summary>
    public required PublisherClass Class { get; init; }
    /// <summary>Language of the document: a BCP 47 tag.</summary>
    public required string Language { get; init; }
    /// <summary>Address of the document; null where there is none.</summary>
    public required string? Address { get; init; }
    /// <summary>When it was published.</summary>
    public required ApiDate Date { get; init; }
    /// <summary>How the date was found.</summary>
    public required string? DateNote { get; init; }
    /// <summary>Admiralty reliability of the source.</summary>
    public required Reliability Reliability { get; init; }
    /// <summary>Why it is rated so.</summary>
    public required string ReliabilityReason { get; init; }
    /// <summary>Day on which it was last read for the board.</summary>
    public required DateOnly Reviewed { get; init; }
    /// <summary>Number of its paragraphs, when it was read whole.</summary>
    public required int? Paragraphs { get; init; }
    /// <summary>Paragraphs that state no fact, with the reason.</summary>
    public required IReadOnlyList<ApiSourceGap> ParagraphsWithoutFacts { get; init; }
    /// <summary>Whether an excerpt was read rather than the whole.</summary>
    public required bool IsExcerpt { get; init; }
    /// <summary>Id of the source that it reprints; null for an original.</summary>
    public required string? ParentId { get; init; }
    /// <summary>Damage, bias, what a reader must know.</summary>
    public required string? Note { get; init; }
    /// <summary>Number of claims drawn from it.</summary>
    public required int Claims { get; init; }
    /// <summary>Since when the board has held it so.</summary>
    public required ApiVersion Version { get; init; }
}

/// <summary>A paragraph of a source that gives rise to no record.</summary>
public sealed record ApiSourceGap
{
    /// <summary>Number of the paragraph.</summary>
    public required int Paragraph { get; init; }
    /// <summary>Why.</summary>
    public required string Why { get; init; }
}
