using System.Diagnostics;
using System.Text.Json;

namespace InfluenceBoard.Bench.Support;

/// <summary>A folder of Node.js programs beside this one, with the packages that its lock file names.</summary>
/// <param name="name">The folder under the benchmarks'.</param>
public sealed class ScriptFolder(string name)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>Programs that drive Chromium.</summary>
    public static ScriptFolder Browser { get; } = new("browser");

    /// <summary>The program that asks Lighthouse.</summary>
    public static ScriptFolder Lighthouse { get; } = new("lighthouse");

    /// <summary>What is said where Chromium is missing; null where it is there.</summary>
    public static string? MissingChromium { get; } = Programs(Environment.GetEnvironmentVariable("BOARD_CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable").Any(File.Exists) ? null
        : "no Chromium on PATH or in BOARD_CHROMIUM, so nothing is measured";

    /// <summary>Where it stands.</summary>
    public string Folder { get; } = Path.Combine(Checkout.Bench, name);

    /// <summary>Whether its packages are there as locked.</summary>
    public bool IsInstalled => new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json")) is { Exists: true } tree && tree.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    /// <summary>Brings its packages from npm, unless they are there.</summary>
    public async Task InstallAsync(CancellationToken cancel)
    {
        if (IsInstalled) return;
        await RunAsync("npm", TimeSpan.FromMinutes(15), cancel, "ci", "--no-audit", "--no-fund", "--loglevel=error");
        File.SetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json"), DateTime.UtcNow);
    }

    /// <summary>Runs a program of the folder and reads the JSON that it prints.</summary>
    public async Task<T> AskAsync<T>(string script, CancellationToken cancel, params string[] arguments) =>
        JsonSerializer.Deserialize<T>(await RunAsync("node", TimeSpan.FromHours(2), cancel, [script, .. arguments]), Format) ?? throw new InvalidOperationException($"{script} told nothing.");

    /// <summary>Runs a program in the folder and tells what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is the last line that says why.</exception>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<string> RunAsync(string program, TimeSpan patience, CancellationToken cancel, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var told = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? told : throw new InvalidOperationException(Reason(await errors) ?? Reason(told) ?? $"{program} ended with {process.ExitCode}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {patience.TotalMinutes} minutes"); }
        finally { if (!process.HasExited) process.Kill(entireProcessTree: true); }
    }

    private static string? Reason(string told) =>
        told.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines ? Array.Find(lines, l => l.Contains("rror:", StringComparison.Ordinal)) ?? lines[^1] : null;

    private static IEnumerable<string> Programs(params string?[] names) =>
        names.OfType<string>().SelectMany(n => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, n)));
}
