using System.Diagnostics;

namespace InfluenceBoard.Bench.Support;

/// <summary>One <c>sqlite3</c> shell that stays open on a file, so that neither its start nor opening the file is counted.</summary>
public sealed class SqliteShell : IAsyncDisposable
{
    private const string Done = "--done--";
    private readonly Process process;

    private SqliteShell(Process process) => this.process = process;

    /// <summary>The shell on the machine; null when there is none.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "sqlite3")).FirstOrDefault(File.Exists);

    /// <summary>What is said where the shell is missing.</summary>
    public const string Missing = "no sqlite3 on PATH, so without a floor";

    /// <summary>Opens a file with the settings that the board uses.</summary>
    public static async Task<SqliteShell> OpenAsync(string file, CancellationToken cancel)
    {
        var process = Process.Start(new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing), ["-batch", "-bail", file]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var shell = new SqliteShell(process);
        await shell.RunAsync("PRAGMA cache_size = -65536; PRAGMA synchronous = NORMAL;", cancel);
        return shell;
    }

    /// <summary>Runs statements and tells how many milliseconds they and reading all their rows took.</summary>
    public async Task<double> RunAsync(string sql, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        await process.StandardInput.WriteAsync($"{sql.TrimEnd().TrimEnd(';')};\nSELECT '{Done}';\n".AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
            if (line == Done) return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        throw new InvalidOperationException($"sqlite3 ended: {await process.StandardError.ReadToEndAsync(cancel)} {sql}");
    }

    /// <summary>Runs a shell of its own with commands to its end.</summary>
    public static async Task ExecuteAsync(IEnumerable<string> arguments, string input, string? output, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(Program ?? throw new InvalidOperationException(Missing), ["-batch", .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        await using (var sink = output is null ? Stream.Null : File.Create(output)) await process.StandardOutput.BaseStream.CopyToAsync(sink, cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0) throw new InvalidOperationException($"sqlite3: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
