using InfluenceBoard.Domain;

namespace InfluenceBoard.Features.Api;

/// <summary>An amount attached to an engagement.</summary>
public sealed record ApiMoney
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>The place on the engagement's page.</summary>
    public required string Url { get; init; }
    /// <summary>Address of this item in the API.</summary>
    public required string Self { get; init; }
    /// <summary>Id of its engagement.</summary>
    public required string EngagementId { get; init; }
    /// <summary>When its engagement happened.</summary>
    public required ApiDate Date { get; init; }
    /// <summary>Short name in the board's words (English).</summary>
    public required string? Label { get; init; }
    /// <summary>Rung of the ladder.</summary>
    public required Rung Rung { get; init; }
    /// <summary>What it is.</summary>
    public required MoneyKind Kind { get; init; }
    /// <summary>Which way it flows.</summary>
    public required Direction Direction { get; init; }
    /// <summary>The actor.</summary>
    public required ApiPartyRef Actor { get; init; }
    /// <summary>The host, which can be a region. What is promised to a region is not divided among its members.</summary>
    public required ApiPartyRef Host { get; init; }
    /// <summary>Currency of the source: ISO 4217 code.</summary>
    public required string Currency { get; init; }
    /// <summary>Low end in whole units of the currency; null when open.</summary>
    public required decimal? Low { get; init; }
    /// <summary>High end in whole units of the currency; null when open.</summary>
    public required decimal? High { get; init; }
    /// <summary>How the source hedges it.</summary>
    public required Qualifier Qualifier { get; init; }
    /// <summary>The source's own word for a vague amount.</summary>
    public required string? SourceWord { get; init; }
    /// <summary>The amount in US dollars; null when no rate is known.</summary>
    public required ApiUsd? Usd { get; init; }
    /// <summary>Period in years, where one is stated.</summary>
    public required decimal? Years { get; init; }
    /// <summary>Id of the amount that contains it.</summary>
    public required string? PartOf { get; init; }
    /// <summary>Ids of amounts that it may wholly or partly repeat.</summary>
    public required IReadOnlyList<string> MayOverlap { get; init; }
    /// <summary>Why this rung; what a reader must know.</summary>
    public required string? Note { get; init; }
    /// <summary>The claims that carry it, each with its source and paragraph.</summary>
    public required IReadOnlyList<ApiClaim> Claims { get; init; }
    /// <summary>Since when the board has held it so.</summary>
    public required ApiVersion Version { get; init; }
}

/// <summary>An amount in US dollars.</summary>
public sealed record ApiUsd
{
    /// <summary>Low end in US dollars; null when open.</summary>
    public required decimal? Low { get; init; }
    /// <summary>High end in US dollars; null when open.</summary>
    public required decimal? High { get; init; }
    /// <summary>The rate; null for an amount that is in US dollars already.</summary>
    public required ApiRate? Rate { get; init; }
}

/// <summary>A dated exchange rate.</summary>
public sealed record ApiRate
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }
    /// <summary>ISO 4217 code of the currency.</summary>
    public required string Currency { get; init; }
    /// <summary>An amount in that currency.</summary>
    public required decimal Amount { get; init; }
    /// <summary>The US dollars that it is equated with.</summary>
    public required decimal Usd { get; init; }
    /// <summary>The day or period of the rate.</summary>
    public required ApiDate Date { get; init; }
    /// <summary>`source-stated` by the source of the amount, `derived` from what it says, or `published` elsewhere.</summary>
    public required string Basis { get; init; }
    /// <summary>What a reader must know.</summary>
    public required string? Note { get; init; }
}

/// <summary>The totals of one scope.</summary>
public sealed record ApiTotal
{
    /// <summary>`all`, the id of the actor or of the host, or both joined: `JP-KZ`.</summary>
    public required string Id { get; init; }
    /// <summary>The board's page of the amounts.</summary>
    public required string Url { get; init; }
    /// <summary>The actor; null where the scope is not of one.</summary>
    public required ApiPartyRef? Actor { get; init; }
    /// <summary>The host, which can be a region; null where the scope is not of one.</summary>
    public required ApiPartyRef? Host { get; init; }
    /// <summary>Number of amounts in the scope, counted and left out.</summary>
    public required int Amounts { get; init; }
    /// <summary>What is pledged or above, one band for each direction that has amounts. Bands of different directions are never added.</summary>
    public required IReadOnlyList<ApiBand> Pledged { get; init; }
    /// <summary>Targets: aspirations, which are in no pledged total.</summary>
    public required IReadOnlyList<ApiBand> Targets { get; init; }
}

/// <summary>A sum in US dollars as a band, with every amount that it is made of and every one that it leaves out.</summary>
public sealed record ApiBand
{
    /// <summary>The one direction that is summed.</summary>
    public required Direction Direction { get; init; }
    /// <summary>What is certain: what may overlap a larger amount is taken to be inside it.</summary>
    public required decimal Low { get; init; }
    /// <summary>All amounts taken as separate; those open above enter with their low end.</summary>
    public required decimal High { get; init; }
    /// <summary>How many of the counted amounts are open above, so that the true sum may be higher.</summary>
    public required int OpenEnded { get; init; }
    /// <summary>Kinds of money that the band mixes.</summary>
    public required IReadOnlyList<MoneyKind> Kinds { get; init; }
    /// <summary>The amounts that are summed, the largest first.</summary>
    public required IReadOnlyList<ApiBandAmount> Counted { get; init; }
    /// <summary>The amounts of the scope that are not, with the reason.</summary>
    public required IReadOnlyList<ApiBandAmount> LeftOut { get; init; }
}

/// <summary>The part that an amount plays in a band.</summary>
public sealed record ApiBandAmount
{
    /// <summary>Id of the amount.</summary>
    public required string Id { get; init; }
    /// <summary>What became of it.</summary>
    public required TotalRole Role { get; init; }
    /// <summary>What it adds to the low end, in US dollars.</summary>
    public required decimal Low { get; init; }
    /// <summary>What it adds to the high end, in US dollars.</summary>
    public required decimal High { get; init; }
    /// <summary>Id of the amount on whose account it adds less than itself: the larger one that it may repeat, or the one that contains it.</summary>
    public required string? Because { get; init; }
}
