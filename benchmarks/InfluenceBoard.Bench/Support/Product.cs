using System.Diagnostics;

namespace InfluenceBoard.Bench.Support;

/// <summary>The board as readers get it: published, in a process of its own on a real Kestrel.</summary>
public sealed class Product : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private string? folder;

    /// <summary>Publishes once per run and tells the folder.</summary>
    public async Task<string> PublishAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (folder is not null) return folder;
            var target = Path.Combine(Checkout.Data, "publish");
            using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Checkout.Root, "src", "InfluenceBoard"), "-c", "Release", "-o", target, "-v", "quiet", "--nologo", "-p:UseSharedCompilation=false"])
                { RedirectStandardOutput = true })!;
            var told = await publish.StandardOutput.ReadToEndAsync(cancel);
            await publish.WaitForExitAsync(cancel);
            return publish.ExitCode == 0 ? folder = target : throw new InvalidOperationException($"The board cannot be published: {told}");
        }
        finally { gate.Release(); }
    }

    /// <summary>Starts the published board on a database file and waits until it answers.</summary>
    /// <param name="database">The database file; made from the checkout's seeds when missing.</param>
    /// <param name="seeds">Folder of seed files or a package.</param>
    /// <param name="settings">More settings: <c>("Board:CacheMinutes", "0")</c>.</param>
    public async Task<BoardProcess> StartAsync(string database, string? seeds, CancellationToken cancel, params (string Name, string Value)[] settings) =>
        await BoardProcess.StartAsync(Path.Combine(await PublishAsync(cancel), "InfluenceBoard.dll"), [("Board:Database", database), .. seeds is null ? [] : new[] { ("Board:Seeds", seeds) }, .. settings], cancel);

    public ValueTask DisposeAsync()
    {
        gate.Dispose();
        return ValueTask.CompletedTask;
    }
}
