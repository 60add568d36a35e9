namespace InfluenceBoard.Shared;

/// <summary>Marks the texts of embeds and of what offers them.</summary>
public sealed class EmbedTexts;
