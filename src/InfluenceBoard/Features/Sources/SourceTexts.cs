namespace InfluenceBoard.Features.Sources;

/// <summary>Marks the resource files of the source pages.</summary>
public sealed class SourceTexts;
