using InfluenceBoard.Domain;

namespace InfluenceBoard.Data;

/// <summary>What a search finds.</summary>
/// <param name="Counts">How many records of each kind that has any; where they were not asked for, perhaps fewer and of those wanted alone.</param>
/// <param name="Best">Ids of the records that were asked for, by kind, the best first.</param>
public sealed record SearchFound(IReadOnlyDictionary<RecordKind, int> Counts, IReadOnlyDictionary<RecordKind, IReadOnlyList<string>> Best);
