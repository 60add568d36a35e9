namespace InfluenceBoard.Features.Formats;

/// <summary>Marks the resource files of data formats.</summary>
public sealed class FormatTexts;
