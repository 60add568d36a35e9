namespace InfluenceBoard.Domain;

/// <summary>An amount as a range. A missing end is open: "over 1bn" is a low end of 1bn and no high end.</summary>
/// <param name="Low">Low end in whole units of the currency, or null when open.</param>
/// <param name="High">High end, or null when open.</param>
public readonly record struct MoneyRange(decimal? Low, decimal? High)
{
    /// <summary>What is certain to be in it: the low end, or nothing.</summary>
    public decimal Floor => Low ?? 0m;

    /// <summary>Whether both ends are the same amount.</summary>
    public bool IsPoint => Low is not null && Low == High;

    /// <summary>Whether nothing bounds it above.</summary>
    public bool IsOpenAbove => High is null;

    /// <summary>The range in another currency.</summary>
    public MoneyRange Times(decimal rate) => new(Low * rate, High * rate);
}
