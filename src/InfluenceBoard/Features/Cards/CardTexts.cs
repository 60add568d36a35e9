namespace InfluenceBoard.Features.Cards;

/// <summary>Marks the resource files of preview cards.</summary>
public sealed class CardTexts;
