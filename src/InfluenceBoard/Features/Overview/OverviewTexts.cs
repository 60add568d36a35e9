namespace InfluenceBoard.Features.Overview;

/// <summary>Marks the overview's own texts.</summary>
public sealed class OverviewTexts;
