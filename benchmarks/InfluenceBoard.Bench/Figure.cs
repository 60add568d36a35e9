namespace InfluenceBoard.Bench;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured, inside its scenario: <c>country page</c>.</param>
/// <param name="Unit">Unit of <paramref name="Floor"/> and <paramref name="Board"/>: <c>ms</c>, <c>requests/s</c>, <c>KB</c>.</param>
/// <param name="Floor">Median of the floor; null for a figure that stands alone.</param>
/// <param name="Board">Median of the board.</param>
/// <param name="Aim">What it is to reach; null for a figure that is told for its own sake.</param>
/// <param name="Rounds">How many alternating rounds the medians are of.</param>
/// <param name="Note">What a reader must know: size of the board, that a tool is missing.</param>
public sealed record Figure(string Name, string Unit, double? Floor, double Board, Aim? Aim, int Rounds, string? Note = null)
{
    /// <summary>The board as so many times the floor.</summary>
    public double? Ratio => Floor > 0 ? Board / Floor : null;

    /// <summary>Whether the aim is reached; null without one.</summary>
    public bool? IsReached => Aim?.IsReached(Floor, Board);

    /// <summary>A figure without a floor.</summary>
    public static Figure Alone(string name, string unit, double board, Aim? aim = null, string? note = null, int rounds = 1) => new(name, unit, null, board, aim, rounds, note);
}
