namespace InfluenceBoard.Features.Actors;

/// <summary>Marks the resource files of the actor page.</summary>
public sealed class ActorTexts;
