namespace InfluenceBoard.Features.Changes;

/// <summary>Marks the resource files of the list of changes.</summary>
public sealed class ChangesTexts;
