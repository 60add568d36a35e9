using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InfluenceBoard.Bench.Support;

/// <summary>A program that answers over HTTP, in a process of its own that ends with this object.</summary>
public sealed class BoardProcess : IAsyncDisposable
{
    // A page that takes minutes is a figure, not a failure.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Process process;

    private BoardProcess(Process process, Uri address, TimeSpan started) => (this.process, Address, Started, Client) = (process, address, started, new HttpClient { BaseAddress = address, Timeout = Patience });

    /// <summary>Its address.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan Started { get; }

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; }

    /// <summary>Its number.</summary>
    public int Id => process.Id;

    /// <summary>Memory that it holds, in bytes.</summary>
    public long ResidentBytes { get { process.Refresh(); return process.WorkingSet64; } }

    /// <summary>Starts a program and waits for its first answer.</summary>
    /// <param name="program">The dll.</param>
    /// <param name="settings">Settings for the command line.</param>
    /// <param name="path">Address that is asked until it answers.</param>
    /// <param name="arguments">Arguments before the settings.</param>
    public static Task<BoardProcess> StartAsync(string program, IEnumerable<(string Name, string Value)> settings, CancellationToken cancel, string path = "/health", params string[] arguments) =>
        StartAsync([program, .. arguments], Path.GetDirectoryName(program)!, settings, path, cancel);

    /// <summary>Starts a program with the runtime's settings of another, told by its <c>runtimeconfig.json</c>.</summary>
    public static Task<BoardProcess> StartAsAsync(string runtime, string program, IEnumerable<(string Name, string Value)> settings, CancellationToken cancel, params string[] arguments) =>
        StartAsync(["exec", "--runtimeconfig", runtime, program, .. arguments], Path.GetDirectoryName(program)!, settings, "/health", cancel);

    private static async Task<BoardProcess> StartAsync(IReadOnlyList<string> command, string folder, IEnumerable<(string Name, string Value)> settings, string path, CancellationToken cancel)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [.. command, "--urls", address.ToString(), .. settings.Select(s => $"--{s.Name}={s.Value}")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        var told = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, e) => { lock (told) told.AppendLine(e.Data); };
        process.ErrorDataReceived += (_, e) => { lock (told) told.AppendLine(e.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address, Timeout = Patience };
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {told}");
            try
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), cancel);
                if (answer.IsSuccessStatusCode) { await answer.Content.ReadAsByteArrayAsync(cancel); break; }
            }
            catch (HttpRequestException) { }
            catch { process.Kill(entireProcessTree: true); throw; }
            await Task.Delay(2, cancel);
        }
        return new BoardProcess(process, address, Stopwatch.GetElapsedTime(began));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
