namespace InfluenceBoard.Shared;

/// <summary>An engagement as it is counted.</summary>
/// <param name="Trait">Place of its traits in the book.</param>
/// <param name="From">Number of the first day on which it can have happened.</param>
/// <param name="To">Number of the last day.</param>
public readonly record struct TalliedLine(int Trait, int From, int To);
