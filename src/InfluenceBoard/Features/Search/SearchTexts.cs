namespace InfluenceBoard.Features.Search;

/// <summary>Marks the resource files of search.</summary>
public sealed class SearchTexts;
