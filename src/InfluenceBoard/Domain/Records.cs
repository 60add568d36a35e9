using System.Text.Json.Serialization;

namespace InfluenceBoard.Domain;

/// <summary>One version of a record. A change closes the open version and opens a new one; nothing is overwritten or deleted,
/// so the board can be shown as it stood at any moment.</summary>
public abstract class Versioned
{
    /// <summary>End of a version that still stands.</summary>
    public static readonly DateTimeOffset Open = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);

    /// <summary>Number of this version; unique over all versions of this kind of record.</summary>
    [JsonIgnore] public long VersionId { get; set; }
    /// <summary>Stable id of the record, the same in every version. Addresses are made of it.</summary>
    public required string Id { get; set; }
    /// <summary>When the board came to know this version (UTC).</summary>
    [JsonIgnore] public DateTimeOffset KnownFrom { get; set; }
    /// <summary>When it was replaced or withdrawn (UTC); <see cref="Open"/> while it stands.</summary>
    [JsonIgnore] public DateTimeOffset KnownTo { get; set; } = Open;
    /// <summary>The change that opened this version.</summary>
    [JsonIgnore] public long ChangeId { get; set; }
    /// <summary>SHA-256 of the content: equal hashes, equal content.</summary>
    [JsonIgnore] public string Hash { get; set; } = "";
}

/// <summary>One change to the board: when, by whom and why.</summary>
public sealed class Change
{
    /// <summary>Number of the change.</summary>
    public long Id { get; set; }
    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who made it: <c>seeds</c> for the loader, else an account.</summary>
    public required string Editor { get; set; }
    /// <summary>Why.</summary>
    public required string Reason { get; set; }
}

/// <summary>One load of the seed files, kept so that an unchanged folder is not read again.</summary>
public sealed class SeedLoad
{
    /// <summary>Number of the load.</summary>
    public long Id { get; set; }
    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>SHA-256 over the names and contents of the files.</summary>
    public required string Fingerprint { get; set; }
}

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
}

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

/// <summary>A dated exchange rate with its own source.</summary>
public sealed class ExchangeRate : Versioned
{
    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; set; }
    /// <summary>Amount in that currency …</summary>
    public decimal Amount { get; set; }
    /// <summary>… and the US dollars it is equated with.</summary>
    public decimal Usd { get; set; }
    /// <summary>EDTF date.</summary>
    public required string Date { get; set; }
    /// <summary><c>source-stated</c>, <c>derived</c> or <c>published</c>.</summary>
    public required string Basis { get; set; }
    /// <summary>What a reader must know.</summary>
    public string? Note { get; set; }
}
