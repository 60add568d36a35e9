using System.Text.Json;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench;

/// <summary>What a scenario works with.</summary>
/// <param name="Harness">Measures.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Product">The published board.</param>
public sealed record BenchContext(Harness Harness, BenchOptions Options, Product Product)
{
    /// <summary>Whether the boards are tiny and no time is judged.</summary>
    public bool IsQuick => Options.IsQuick;

    /// <summary>The size for a scenario that has one.</summary>
    /// <param name="full">Engagements in a full run.</param>
    /// <param name="quick">Engagements in a quick run.</param>
    public int Size(int full, int quick = 500) => Options.Sizes is [.., var last] ? last : IsQuick ? quick : full;

    /// <summary>A line on the console while something long is under way.</summary>
    public void Tell(string line) => Console.Error.WriteLine($"  … {line}");
}

/// <summary>One thing that is measured. A class of this kind in <c>Scenarios/</c> is found by its name: <c>PageCachedScenario</c> is <c>page-cached</c>.</summary>
public abstract class Scenario
{
    /// <summary>Its name on the command line.</summary>
    public string Name => JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name[..^nameof(Scenario).Length]);

    /// <summary>What it measures against what, in a line.</summary>
    public abstract string About { get; }

    /// <summary>Where it stands among the others; equal ones by name.</summary>
    public virtual int Order => 50;

    /// <summary>Measures. Figures are told as they come.</summary>
    public abstract IAsyncEnumerable<Figure> RunAsync(BenchContext context, CancellationToken cancel);

    /// <summary>Every scenario there is.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
        [.. typeof(Scenario).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(Scenario))).Select(t => (Scenario)Activator.CreateInstance(t)!).OrderBy(s => s.Order).ThenBy(s => s.Name, StringComparer.Ordinal)];
}
