using System.Diagnostics;
using System.Text.Json;

namespace InfluenceBoard.Bench.Support;

/// <summary>Readers in a process of their own, which stays until this object ends, so that it need not become warm again for each figure.</summary>
public sealed class Readers : IAsyncDisposable
{
    private readonly Process process = Process.Start(new ProcessStartInfo("dotnet", [Child.Program, "--child", "readers"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Lets them make a visit.</summary>
    public async Task<VisitFigures> VisitAsync(Visit visit, CancellationToken cancel)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(visit).AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        return await process.StandardOutput.ReadLineAsync(cancel) is { } line ? JsonSerializer.Deserialize<VisitFigures>(line)! : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(cancel));
    }

    /// <summary>What the process does: a visit for each line that it reads.</summary>
    internal static async Task RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line) Console.WriteLine(JsonSerializer.Serialize(LoadGenerator.Run(JsonSerializer.Deserialize<Visit>(line)!)));
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
