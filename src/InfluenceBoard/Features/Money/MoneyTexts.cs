namespace InfluenceBoard.Features.Money;

/// <summary>Marks the resource files of the money page.</summary>
public sealed class MoneyTexts;
