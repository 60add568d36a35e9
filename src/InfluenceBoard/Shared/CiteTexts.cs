namespace InfluenceBoard.Shared;

/// <summary>Marks the resource files of citations in words and of the panel that offers them.</summary>
public sealed class CiteTexts;
