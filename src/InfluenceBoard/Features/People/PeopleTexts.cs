namespace InfluenceBoard.Features.People;

/// <summary>Marks the resource files of the pages of people, institutions and places.</summary>
public sealed class PeopleTexts;
