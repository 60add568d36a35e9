using System.Globalization;

namespace InfluenceBoard.Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenarios">Names of the scenarios; empty for all.</param>
/// <param name="IsQuick">Tiny boards, one round, nothing judged: it proves that the scenarios work.</param>
/// <param name="Json">File for the figures.</param>
/// <param name="Sizes">Sizes of boards, in engagements, in place of a scenario's own; null for those.</param>
public sealed record BenchOptions(IReadOnlyList<string> Scenarios, bool IsQuick, string Json, IReadOnlyList<int>? Sizes)
{
    /// <summary>The command in one line.</summary>
    public const string Usage = "./bench [scenario …] [--quick] [--json FILE] [--size 10k,100k,1M] [--list]";

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">An argument is not understood.</exception>
    public static BenchOptions Parse(IReadOnlyList<string> args)
    {
        var (names, isQuick, json, sizes) = (new List<string>(), false, Path.Combine(Checkout.Bench, "results", "last.json"), (IReadOnlyList<int>?)null);
        for (var i = 0; i < args.Count; i++)
            switch (args[i])
            {
                case "--quick": isQuick = true; break;
                case "--json" when i + 1 < args.Count: json = Path.GetFullPath(args[++i]); break;
                case "--size" when i + 1 < args.Count: sizes = [.. args[++i].Split(',').Select(Size)]; break;
                case var name when !name.StartsWith('-'): names.Add(name); break;
                default: throw new ArgumentException($"'{args[i]}' is not understood. {Usage}");
            }
        return new BenchOptions(names, isQuick, json, sizes);
    }

    /// <summary>A number of engagements: 250, 10k, 1M.</summary>
    public static int Size(string text) =>
        text.Length > 0 && int.TryParse(text.TrimEnd('k', 'M'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? checked(number * (text[^1] == 'M' ? 1_000_000 : text[^1] == 'k' ? 1000 : 1)) : throw new ArgumentException($"'{text}' is not a size such as 250, 10k or 1M. {Usage}");

    /// <summary>A size as it is written: 10k.</summary>
    public static string Short(int size) => size % 1_000_000 == 0 ? $"{size / 1_000_000}M" : size % 1000 == 0 ? $"{size / 1000}k" : $"{size}";
}
