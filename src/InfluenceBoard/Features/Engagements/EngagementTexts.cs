namespace InfluenceBoard.Features.Engagements;

/// <summary>Marks the resource files of the engagement page.</summary>
public sealed class EngagementTexts;
