namespace InfluenceBoard.Features.Moves;

/// <summary>Marks the resource files of the page of moves.</summary>
public sealed class MovesTexts;
