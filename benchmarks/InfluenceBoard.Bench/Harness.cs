using System.Diagnostics;

namespace InfluenceBoard.Bench;

/// <summary>Measures the board against a floor, turn by turn, so that whatever slows the machine slows both.</summary>
/// <param name="isQuick">Whether one round is enough because no time is judged.</param>
public sealed class Harness(bool isQuick)
{
    /// <summary>Fewest rounds that a figure may be the median of.</summary>
    public const int FewestRounds = 5;

    /// <summary>A first turn that takes longer, in milliseconds, is the only one: five of it would tell the same more slowly.</summary>
    public const double Patience = 15_000;

    /// <summary>Runs floor, board, floor, board … and tells the medians. Each function measures once and returns its figure; one unmeasured turn of both comes first.</summary>
    public async Task<Figure> CompareAsync(string name, string unit, Func<CancellationToken, Task<double>> floor, Func<CancellationToken, Task<double>> board, Aim? aim, CancellationToken cancel,
        int rounds = FewestRounds, bool isWarm = true, string? note = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, FewestRounds);
        if (isQuick) (rounds, isWarm) = (1, false);
        List<double> floors = [], boards = [];
        if (isWarm)
        {
            var (first, began) = (await floor(cancel), Stopwatch.GetTimestamp());
            var slow = await board(cancel);
            if (Stopwatch.GetElapsedTime(began).TotalMilliseconds > Patience) return new Figure(name, unit, first, slow, aim, 1, $"{note}{(note is null ? "" : "; ")}first turn only");
        }
        for (var round = 0; round < rounds; round++)
        {
            floors.Add(await floor(cancel));
            boards.Add(await board(cancel));
        }
        return new Figure(name, unit, Median(floors), Median(boards), aim, rounds, note);
    }

    /// <summary>Milliseconds that one run takes.</summary>
    public static async Task<double> MillisecondsAsync(Func<Task> run)
    {
        var began = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    /// <summary>The middle value; of an even number the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[sorted.Count / 2 - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
