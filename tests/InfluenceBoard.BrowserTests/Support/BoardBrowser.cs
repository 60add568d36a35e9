using System.Collections.Concurrent;
using System.Text.Json;
using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BoardBrowser))]

namespace InfluenceBoard.BrowserTests.Support;

/// <summary>The board on a loopback port with a database of its own, and one Chromium that reads it. All tests share both; those that run at the same time, two classes, never share a page.</summary>
public sealed class BoardBrowser : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<Reader>> free = [];
    private BoardFactory host = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>Address of the board, without a slash at its end.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>The board's services.</summary>
    public IServiceProvider Services => host.Services;

    public async ValueTask InitializeAsync()
    {
        host = new BoardFactory(folder.File("board.db"));
        host.StartServer();
        Origin = host.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        SetDefaultExpectTimeout(10_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null) await host.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>Reads the board on an empty page of a profile without cookies, and fails when anything about the pages was unhealthy. A failure leaves a screenshot in TestResults.</summary>
    /// <param name="read">What the reader does.</param>
    /// <param name="options">Screen, colours, scripts; a desktop in light colours by default.</param>
    public async Task ReadAsync(Func<Reader, Task> read, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Origin;
        options.Locale = "en-GB";
        options.TimezoneId = "UTC";
        options.ColorScheme ??= ColorScheme.Light;
        options.ReducedMotion = ReducedMotion.Reduce;
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        // A page is a window of its own and costs a second of the processor's time to open, more than most tests: those that are free are used again.
        var readers = free.GetOrAdd(JsonSerializer.Serialize(options), _ => []);
        var reader = readers.TryTake(out var used) ? used : await OpenAsync(options);
        try
        {
            await read(reader);
            reader.AssertHealthy();
        }
        catch
        {
            await reader.ScreenshotAsync();
            await reader.Page.Context.CloseAsync();
            throw;
        }
        if (reader.IsSpent) await reader.Page.Context.CloseAsync();
        else
        {
            await reader.LeaveAsync();
            readers.Add(reader);
        }
    }

    private async Task<Reader> OpenAsync(BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return new Reader(await context.NewPageAsync(), Origin, options.JavaScriptEnabled ?? true);
    }

    private static string Chromium()
    {
        string?[] names = [Environment.GetEnvironmentVariable("BOARD_CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return names.OfType<string>().SelectMany(name => folders.Select(f => Path.Combine(f, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need Chromium on the PATH or its file in BOARD_CHROMIUM; ./test installs it.");
    }
}
