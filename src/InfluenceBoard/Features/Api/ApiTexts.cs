namespace InfluenceBoard.Features.Api;

/// <summary>Marks the resource files of the reference of the API and of the page of everything that can be reused.</summary>
public sealed class ApiTexts;
