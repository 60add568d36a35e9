namespace InfluenceBoard.Features.Countries;

/// <summary>Marks the resource files of the country page.</summary>
public sealed class CountryTexts;
