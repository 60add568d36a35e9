namespace InfluenceBoard.Features.Compare;

/// <summary>Marks the resource files of the comparison.</summary>
public sealed class CompareTexts;
