namespace InfluenceBoard.Features.Methodology;

/// <summary>Marks the resource files of the methodology page.</summary>
public sealed class MethodologyTexts;
