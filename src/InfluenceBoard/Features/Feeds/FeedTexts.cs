namespace InfluenceBoard.Features.Feeds;

/// <summary>Marks the resource files of feeds and calendars.</summary>
public sealed class FeedTexts;
