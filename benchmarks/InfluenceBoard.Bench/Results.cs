using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InfluenceBoard.Bench;

/// <summary>The figures of a run: a table on the console, and a file for programs.</summary>
public sealed class Results(BenchOptions options)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<object> lines = [];
    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;

    /// <summary>How many scenarios threw.</summary>
    public int Failed { get; private set; }

    public static void Head(Scenario scenario) => Console.WriteLine($"\n== {scenario.Name}: {scenario.About}\n{"",-44} {"floor",12} {"board",12} {"",-11} {"ratio",7}  aim");

    public void Add(Scenario scenario, Figure f)
    {
        // Times of tiny boards in one round say nothing.
        var isReached = options.IsQuick ? null : f.IsReached;
        lines.Add(new { scenario = scenario.Name, name = f.Name, unit = f.Unit, floor = f.Floor, board = f.Board, ratio = f.Ratio, aim = f.Aim?.Text, reached = isReached, rounds = f.Rounds, note = f.Note });
        var verdict = isReached switch { true => "reached", false => "missed", _ => "" };
        Console.WriteLine($"{f.Name,-44} {Number(f.Floor),12} {Number(f.Board),12} {f.Unit,-11} {(f.Ratio is { } r ? r.ToString(r < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture) : ""),7}  {$"{f.Aim?.Text} {verdict}".Trim()}{(f.Note is null ? "" : $"  ({f.Note})")}");
    }

    public void Fail(Scenario scenario, Exception e)
    {
        Failed++;
        lines.Add(new { scenario = scenario.Name, failed = e.Message });
        Console.Error.WriteLine($"FAILED {scenario.Name}: {e}");
    }

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(options.Json)!);
        var machine = new
        {
            cores = Environment.ProcessorCount, memoryMb = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024 / 1024, runtime = RuntimeInformation.FrameworkDescription, system = RuntimeInformation.OSDescription,
            architecture = RuntimeInformation.ProcessArchitecture.ToString(),
        };
        await File.WriteAllTextAsync(options.Json, JsonSerializer.Serialize(new { began, ended = DateTimeOffset.UtcNow, quick = options.IsQuick, machine, figures = lines }, Format) + "\n");
        Console.WriteLine($"\n{lines.Count} figures in {Path.GetRelativePath(Environment.CurrentDirectory, options.Json)}{(Failed > 0 ? $", {Failed} scenarios FAILED" : "")}");
    }

    private static string Number(double? value) => value is not { } v ? "" : v.ToString(Math.Abs(v) >= 1000 ? "#,0" : Math.Abs(v) >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);
}
