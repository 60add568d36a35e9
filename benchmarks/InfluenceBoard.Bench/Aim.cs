using System.Globalization;

namespace InfluenceBoard.Bench;

/// <summary>What a figure is to reach. Said beside it, never asserted.</summary>
public sealed class Aim
{
    private readonly Func<double?, double, bool> reached;

    private Aim(string text, Func<double?, double, bool> reached) => (Text, this.reached) = (text, reached);

    /// <summary>The aim in words: <c>≤ 1.5 ×</c>.</summary>
    public string Text { get; }

    /// <summary>The board is at most so many times the floor: for durations and sizes.</summary>
    public static Aim AtMost(double ratio) => new(Invariant($"≤ {ratio} ×"), (floor, board) => board <= floor * ratio);

    /// <summary>At most so many times the floor and a fixed part: <c>≤ 2 × + 300 ms</c>.</summary>
    public static Aim AtMost(double ratio, double plus, string unit) => new(Invariant($"≤ {ratio} × + {plus} {unit}"), (floor, board) => board <= floor * ratio + plus);

    /// <summary>The board is at least so many times the floor: for rates.</summary>
    public static Aim AtLeast(double ratio) => new(Invariant($"≥ {ratio} ×"), (floor, board) => board >= floor * ratio);

    /// <summary>The board's own figure is at most so much, without a floor.</summary>
    public static Aim Below(double most, string unit) => new(Invariant($"≤ {most} {unit}"), (_, board) => board <= most);

    /// <summary>The board's own figure is at least so much, without a floor.</summary>
    public static Aim Above(double least, string unit) => new(Invariant($"≥ {least} {unit}"), (_, board) => board >= least);

    /// <summary>Whether the figures reach it.</summary>
    public bool IsReached(double? floor, double board) => reached(floor, board);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
