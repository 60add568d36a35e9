using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests.Support;

/// <summary>A reader at one page, who notices everything that goes wrong on it.</summary>
public sealed class Reader
{
    private readonly List<string> troubles = [];
    private readonly string origin;
    private readonly bool hasScripts;

    public Reader(IPage page, string origin, bool hasScripts)
    {
        Page = page;
        (this.origin, this.hasScripts) = (origin, hasScripts);
        page.Console += (_, m) => { if (m.Type is "error" or "warning" && !(ExpectsMissing && m.Text.Contains("404", StringComparison.Ordinal))) troubles.Add($"console {m.Type}: {m.Text} ({page.Url})"); };
        page.PageError += (_, error) => troubles.Add($"script error: {error} ({page.Url})");
        // A request that a newer navigation gave up is no trouble.
        page.RequestFailed += (_, r) => { if (r.Failure is not "net::ERR_ABORTED") troubles.Add($"failed request: {r.Url}: {r.Failure}"); };
        page.Response += (_, r) => { if (r.Status >= 400 && !ExpectsMissing) troubles.Add($"{r.Status}: {r.Url}"); };
        page.Request += (_, r) => { if (!r.Url.StartsWith(origin, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) troubles.Add($"another host: {r.Url}"); };
        page.WebSocket += (_, socket) => troubles.Add($"web socket: {socket.Url}");
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Whether this reader asks for something that is not there.</summary>
    public bool ExpectsMissing { get; set; }

    /// <summary>Whether the test changed the page for good, so that no other may read on it.</summary>
    public bool IsSpent { get; set; }

    /// <summary>Leaves the board as if it had never been read: nothing kept, nothing else open, nothing noticed.</summary>
    public async Task LeaveAsync()
    {
        foreach (var open in Page.Context.Pages.Where(p => p != Page).ToList()) await open.CloseAsync();
        if (hasScripts && Page.Url.StartsWith(origin, StringComparison.Ordinal)) await Page.EvaluateAsync("() => { sessionStorage.clear(); localStorage.clear(); }");
        await Page.GotoAsync("about:blank");
        await Page.Context.ClearCookiesAsync();
        ExpectsMissing = false;
        troubles.Clear();
    }

    /// <summary>Goes to an address and waits until what the first screen shows is drawn.</summary>
    public async Task<IResponse> OpenAsync(string address)
    {
        var response = (await Page.GotoAsync(address))!;
        await DrawnAsync();
        return response;
    }

    /// <summary>Waits until map and charts near the screen are drawn and Blazor can navigate.</summary>
    public async Task DrawnAsync()
    {
        if (!hasScripts) return;
        await Page.WaitForFunctionAsync("""
            () => document.readyState === 'complete' && Boolean(window.Blazor)
              && [...document.querySelectorAll('ib-map')].every(e => e.ready > 0)
              && [...document.querySelectorAll('ib-chart')].every(e => e.ready > 0 || e.getBoundingClientRect().top > innerHeight + 300 || e.getBoundingClientRect().bottom < -300 || !e.checkVisibility())
            """);
    }

    /// <summary>Reads down to the end of the page, so that everything is drawn.</summary>
    public async Task ReadToTheEndAsync()
    {
        var height = await Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
        // By less than what is drawn ahead of the screen.
        for (var y = 0; y <= height; y += 1100)
        {
            await Page.EvaluateAsync("y => scrollTo(0, y)", y);
            await DrawnAsync();
        }
        await Page.EvaluateAsync("() => scrollTo(0, 0)");
    }

    /// <summary>Fails when anything was unhealthy so far.</summary>
    public void AssertHealthy() => Faults.None(troubles);

    /// <summary>Keeps what the reader sees.</summary>
    public async Task ScreenshotAsync()
    {
        var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "page").Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        var folder = Path.Combine(Repository.Root, "TestResults");
        try
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, (name.Length > 140 ? name[^140..] : name) + ".png"), FullPage = true });
        }
        catch (PlaywrightException)
        {
            // The browser is gone; the test's own failure says more.
        }
    }
}
