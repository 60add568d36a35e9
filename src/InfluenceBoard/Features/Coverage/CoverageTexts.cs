namespace InfluenceBoard.Features.Coverage;

/// <summary>Marks the resource files of the coverage page.</summary>
public sealed class CoverageTexts;
