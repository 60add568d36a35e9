using System.Diagnostics;
using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Bench.Support;

/// <summary>What this program does in a process of its own, so that start and memory are its alone: <c>--child NAME …</c>.</summary>
public static class Child
{
    /// <summary>This program.</summary>
    public static string Program => typeof(Child).Assembly.Location;

    /// <summary>Runs what the arguments name.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args[0])
        {
            case "empty-app":
                var app = WebApplication.CreateBuilder(args[1..]).Build();
                app.MapGet("/", () => "ok");
                await app.RunAsync();
                return 0;
            case "pages":
                await PageHost.RunAsync(args[1..]);
                return 0;
            case "readers":
                await Readers.RunAsync();
                return 0;
            case "load":
                var services = new ServiceCollection();
                SqliteBoardDb.Add(services, args[2]);
                await using (var provider = services.BuildServiceProvider())
                {
                    var factory = provider.GetRequiredService<IDbContextFactory<BoardDb>>();
                    await using (var db = await factory.CreateDbContextAsync()) await db.Database.MigrateAsync();
                    var began = Stopwatch.GetTimestamp();
                    var result = await new SeedLoader(factory, TimeProvider.System).LoadAsync(args[1]);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds} {Process.GetCurrentProcess().PeakWorkingSet64} {result.Opened}"));
                }
                return 0;
            default: throw new ArgumentException($"There is no '{args[0]}'.");
        }
    }

    /// <summary>Starts a child, waits for its end and tells the numbers of its last line.</summary>
    public static async Task<double[]> NumbersAsync(CancellationToken cancel, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "--child", .. args]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var told = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0) throw new InvalidOperationException(await errors);
        return [.. told.Trim().Split('\n')[^1].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
    }
}
