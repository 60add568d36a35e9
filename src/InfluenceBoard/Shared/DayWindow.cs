namespace InfluenceBoard.Shared;

/// <summary>Some days in which engagements lie that are wanted.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Wanted">How many engagements are wanted in them.</param>
/// <param name="All">How many there are.</param>
public sealed record DayWindow(DateOnly First, DateOnly Last, int Wanted, int All);
