using System.Text.Json.Serialization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

// The seed files as they are written. What every field means, and what it may hold, stands in seeds/schemas, which the loader checks first.

/// <summary>Where a record stands, for messages.</summary>
/// <param name="File">Path inside the seeds folder.</param>
/// <param name="Line">Line of the record, from 1.</param>
public sealed record SeedPosition(string File, int Line);

/// <summary>Any record of a seed file.</summary>
public abstract record SeedRecord
{
    public required string Id { get; init; }
    public IReadOnlyList<SeedClaim> Claims { get; init; } = [];
    [JsonIgnore] public SeedPosition At { get; set; } = new("", 0);
}

public sealed record SeedClaim(string Key, ClaimProperty Property, string? About, string Value, string Source, int? Paragraph, string? Locator, string? Quote,
    string Attribution, int Credibility, Rank Rank = Rank.Normal, string? Reason = null)
{
    [JsonIgnore] public SeedPosition? At { get; set; }
}

public sealed record SeedNames(string En, [property: JsonPropertyName("en-in-sentence")] string? EnInSentence, [property: JsonPropertyName("zh-Hans")] string ZhHans);

public sealed record SeedParty(string Kind, string Slug, SeedNames Names, double[] Position, string? Iso3, string? Numeric, string? Note) : SeedRecord
{
    public IReadOnlyList<string> Roles { get; init; } = [];
    public int Order { get; init; } = 99;
    public IReadOnlyList<string> Members { get; init; } = [];
}

public sealed record SeedSource(string Title, string Publisher, PublisherClass Class, string Language, string? Url, string Date, string? DateNote, Reliability Reliability,
    string ReliabilityReason, DateOnly Reviewed, int? Paragraphs, string? Parent, string? ReadAs, string? Note) : SeedRecord
{
    public IReadOnlyList<SourceGap> WithoutFacts { get; init; } = [];
}

public sealed record SeedPerson(string Name, string Party, string Role, string? Organisation, string? Note) : SeedRecord
{
    public SortedDictionary<string, string> Names { get; init; } = [];
}

public sealed record SeedOrganisation(string Name, string Kind, string? Abbreviation, string? Party, string? Note) : SeedRecord
{
    public SortedDictionary<string, string> Names { get; init; } = [];
    public IReadOnlyList<string> Members { get; init; } = [];
}

public sealed record SeedPlace(string Name, string Kind, string? Party, double[]? Position, string? PositionNote, string? Note) : SeedRecord
{
    public SortedDictionary<string, string> Names { get; init; } = [];
    public IReadOnlyList<double[]> Path { get; init; } = [];
}

public sealed record SeedRate(string Currency, decimal Amount, decimal Usd, string Date, string Basis, string? Note) : SeedRecord;

public sealed record SeedPart(string Id, string? As);

public sealed record SeedMoney(string Id, string? Label, Rung Rung, MoneyKind Kind, Direction Direction, string Actor, string Host, decimal? Low, decimal? High, Qualifier Qualifier,
    string? Word, string Currency, decimal? Years, string? Rate, string? PartOf, string? Note, IReadOnlyList<string> Claims)
{
    public IReadOnlyList<string> MayOverlap { get; init; } = [];
}

public sealed record SeedEngagement(string Title, string Summary, EngagementType Type, IReadOnlyList<Topic> Domains, Status Status, string Date, string? DateNote,
    IReadOnlyList<string> By, string? Note) : SeedRecord
{
    public IReadOnlyList<string> Towards { get; init; } = [];
    public IReadOnlyList<string> About { get; init; } = [];
    public IReadOnlyList<SeedPart> People { get; init; } = [];
    public IReadOnlyList<SeedPart> Organisations { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    public IReadOnlyList<SeedMoney> Money { get; init; } = [];
}

public sealed record SeedMove(string From, string To, Relation Relation, AssertedBy AssertedBy, string? Who, string? Note) : SeedRecord;

public sealed record SeedIndicator(string Subject, string Measure, decimal? Low, decimal? High, Qualifier Qualifier, string Unit, string? UnitNote, string Date, string? DateNote,
    string? Note) : SeedRecord;

public sealed record SeedStance(string Holder, StanceKind Kind, string Summary, string Date, string? DateNote, string? Note) : SeedRecord
{
    public IReadOnlyList<string> Towards { get; init; } = [];
    public IReadOnlyList<string> People { get; init; } = [];
}

public sealed record SeedSurvey(DateOnly Date, string Scope, IReadOnlyList<string> Actors, IReadOnlyList<string> Hosts, IReadOnlyList<string> Sources) : SeedRecord;

public sealed record SeedWithdrawal(RecordKind Kind, string Reason) : SeedRecord;

/// <summary>All seed files together.</summary>
public sealed record SeedSet(IReadOnlyList<SeedParty> Parties, IReadOnlyList<SeedSource> Sources, IReadOnlyList<SeedPerson> People, IReadOnlyList<SeedOrganisation> Organisations,
    IReadOnlyList<SeedPlace> Places, IReadOnlyList<SeedRate> Rates, IReadOnlyList<SeedEngagement> Engagements, IReadOnlyList<SeedMove> Moves,
    IReadOnlyList<SeedIndicator> Indicators, IReadOnlyList<SeedStance> Stances, IReadOnlyList<SeedSurvey> Surveys,
    IReadOnlyList<SeedWithdrawal> Withdrawn)
{
    /// <summary>Every record with its kind.</summary>
    public IEnumerable<(RecordKind Kind, SeedRecord Record)> All() =>
    [
        .. Parties.Select(r => (RecordKind.Party, (SeedRecord)r)), .. Sources.Select(r => (RecordKind.Source, (SeedRecord)r)),
        .. People.Select(r => (RecordKind.Person, (SeedRecord)r)), .. Organisations.Select(r => (RecordKind.Organisation, (SeedRecord)r)),
        .. Places.Select(r => (RecordKind.Place, (SeedRecord)r)), .. Rates.Select(r => (RecordKind.Rate, (SeedRecord)r)),
        .. Engagements.Select(r => (RecordKind.Engagement, (SeedRecord)r)), .. Moves.Select(r => (RecordKind.Move, (SeedRecord)r)),
        .. Indicators.Select(r => (RecordKind.Indicator, (SeedRecord)r)), .. Stances.Select(r => (RecordKind.Stance, (SeedRecord)r)),
        .. Surveys.Select(r => (RecordKind.Survey, (SeedRecord)r)),
    ];
}

/// <summary>One fault of a seed file.</summary>
/// <param name="File">Path inside the seeds folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Field">Record and field.</param>
/// <param name="Message">What is wrong and what is accepted.</param>
public sealed record SeedFault(string File, int Line, string Field, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Field}: {Message}";
}

/// <summary>The seed files hold faults; nothing was written.</summary>
public sealed class SeedException(IReadOnlyList<SeedFault> faults)
    : Exception($"The seed files hold {faults.Count} fault(s); nothing was written.{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    /// <summary>All faults, in file order.</summary>
    public IReadOnlyList<SeedFault> Faults { get; } = faults;

    /// <summary>One fault of a whole file.</summary>
    public static SeedException Of(string file, string message, int line = 1) => new([new SeedFault(file, line, "(file)", message)]);

    /// <summary>Throws when there is a fault, with all of them in file order.</summary>
    internal static void ThrowIfAny(IReadOnlyList<SeedFault> faults)
    {
        if (faults.Count > 0) throw new SeedException([.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)]);
    }
}
