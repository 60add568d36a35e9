using InfluenceBoard.Domain;

namespace InfluenceBoard.Data;

/// <summary>Places in the order of what a search finds of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Skip">How many better ones are left out.</param>
/// <param name="Take">How many are wanted at most.</param>
public sealed record SearchWindow(RecordKind Kind, int Skip, int Take);
