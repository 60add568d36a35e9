using System.Globalization;

namespace InfluenceBoard.Bench.Generation;

/// <summary>What a generated board is like. Equal shapes give equal boards.</summary>
/// <param name="Engagements">Engagements that stand, those of the seed files included.</param>
/// <param name="Seed">Seed of everything that is left to chance.</param>
/// <param name="Versions">Mean versions of a generated engagement, amount or claim.</param>
/// <param name="Claims">Claims of a record as a share of what the seed files have; every record keeps one.</param>
/// <param name="HasSearch">Whether engagements, amounts and claims can be found by text. Without, ten million fit on a disk.</param>
public sealed record BoardShape(int Engagements, int Seed = 1, double Versions = 1, double Claims = 1, bool HasSearch = true)
{
    /// <summary>Number of the generator's rules; a change of what it makes raises it, and kept boards are made anew.</summary>
    public const int Release = 1;

    /// <summary>Its name as a file.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{BenchOptions.Short(Engagements)}-s{Seed}-v{Versions}-c{Claims}{(HasSearch ? "" : "-nosearch")}");

    /// <summary>Sources, indicators and positions grow like the square root of the engagements.</summary>
    public int ByRoot(int seeds, int seedEngagements) => Math.Max(seeds, (int)(seeds * Math.Sqrt((double)Engagements / seedEngagements)));

    /// <summary>People, institutions and places grow slower still.</summary>
    public int Slowly(int seeds, int seedEngagements) => Math.Max(seeds, (int)(seeds * Math.Pow((double)Engagements / seedEngagements, 0.25)));

    /// <summary>A share of the engagements.</summary>
    public int ByShare(int seeds, int seedEngagements) => Math.Max(seeds, (int)((double)seeds * Engagements / seedEngagements));
}
