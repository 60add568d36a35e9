using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Views of the board in frames of another site, and the dialog that makes the snippet.</summary>
public sealed class EmbedTests(BoardBrowser browser)
{
    public static TheoryData<string> Embeds => [.. Samples.Embeds];

    /// <summary>Opens a page of another site, on a port of its own, that holds some HTML.</summary>
    private static async Task ElsewhereAsync(Reader reader, string html, Func<IPage, Task> read)
    {
        await using var site = WebApplication.CreateSlimBuilder().Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/", () => Results.Content($"<!doctype html><meta charset=utf-8><title>Elsewhere</title><body style='margin:0'>{html}", "text/html"));
        await site.StartAsync();
        // A page of its own: the board's rule that no other host is asked does not hold for another site.
        var page = await reader.Page.Context.NewPageAsync();
        await page.GotoAsync(site.Urls.First());
        await read(page);
        await page.CloseAsync();
        await site.StopAsync();
    }

    private async Task<IPage> AloneAsync(Reader reader, string address)
    {
        await reader.Page.GotoAsync(address);
        await reader.Page.WaitForFunctionAsync("() => document.readyState === 'complete' && [...document.querySelectorAll('ib-map, ib-chart')].every(e => e.ready > 0)");
        return reader.Page;
    }

    [Theory]
    [InlineData("/embed/map", "ib-map")]
    [InlineData("/embed/chart?kind=heat", "ib-chart")]
    public Task Frame_OnAnotherSite_IsDrawnAndGetsItsHeight(string address, string element) => browser.ReadAsync(reader => ElsewhereAsync(reader,
        $"""<iframe src="{browser.Origin}{address}" title="x" width="600" height="100" sandbox="allow-scripts allow-same-origin allow-popups"></iframe><script src="{browser.Origin}/embed.js" async></script>""", async page =>
        {
            var frame = page.FrameLocator("iframe");
            await Expect(frame.Locator("h1")).ToBeVisibleAsync();
            await Expect(frame.Locator($"{element} path").First).ToBeAttachedAsync();
            await page.WaitForFunctionAsync("() => document.querySelector('iframe').clientHeight > 400");
            // Nothing of it is cut off.
            var inside = page.Frames[1];
            Assert.True(await inside.EvaluateAsync<bool>("async () => { for (let i = 0; i < 50 && document.documentElement.scrollHeight > innerHeight + 1; i++) await new Promise(requestAnimationFrame); return document.documentElement.scrollHeight <= innerHeight + 1; }"));
            var opened = await page.Context.RunAndWaitForPageAsync(() => frame.Locator("a.back").ClickAsync());
            await Expect(opened.Locator("header.ib-bar")).ToBeVisibleAsync();
            Assert.Empty(await page.Context.CookiesAsync());
        }));

    [Theory]
    [InlineData("/")]
    [InlineData("/embed")]
    [InlineData("/countries/kazakhstan")]
    public Task Frame_OfAnyOtherPage_IsRefused(string address) => browser.ReadAsync(reader => ElsewhereAsync(reader, $"""<iframe src="{browser.Origin}{address}" title="x"></iframe>""", async page =>
    {
        await page.WaitForLoadStateAsync();
        // The browser's own error page stands there, which may have a heading.
        Assert.StartsWith("chrome-error:", page.Frames[1].Url, StringComparison.Ordinal);
    }));

    [Fact]
    public Task Frame_WithoutScripts_ShowsTheTable() => browser.ReadAsync(reader => ElsewhereAsync(reader, $"""<iframe src="{browser.Origin}/embed/map" title="x" width="800" height="900" sandbox=""></iframe>""", async page =>
    {
        await Expect(page.FrameLocator("iframe").Locator("tbody tr").First).ToBeVisibleAsync();
        await Expect(page.FrameLocator("iframe").Locator("ib-map")).ToBeHiddenAsync();
    }));

    [Theory]
    [MemberData(nameof(Embeds))]
    public Task Embed_At280Pixels_DoesNotScrollSideways(string address) => browser.ReadAsync(async reader =>
    {
        var page = await AloneAsync(reader, address);
        foreach (var summary in await page.Locator("main details > summary:visible").AllAsync()) await summary.EvaluateAsync("s => { s.parentElement.open = true; }");
        Faults.None(await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? []
              : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ib-scroll, .ib-hide')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))
            """));
    }, new() { ViewportSize = new() { Width = 280, Height = 700 } });

    [Theory]
    [MemberData(nameof(Embeds))]
    public Task Embed_InEitherTheme_HasNoAxeViolation(string address) => browser.ReadAsync(async reader =>
    {
        foreach (var theme in new[] { "light", "dark" })
        {
            var page = await AloneAsync(reader, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "theme=" + theme);
            Assert.Equal(theme == "dark", await page.EvaluateAsync<int>("() => Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])") < 80);
            await Axe.FindsNothingAsync(page.Locator("html"));
        }
    });

    [Fact]
    public Task Dialog_ByKeyboardAlone_MakesCopiesAndShowsTheSnippet() => browser.ReadAsync(async reader =>
    {
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await reader.OpenAsync("/countries/kazakhstan?actor=japan");
        var keys = reader.Page.Keyboard;
        await reader.Page.Locator("ib-embed a").FocusAsync();
        await keys.PressAsync("Enter");
        var dialog = reader.Page.Locator("ib-embed dialog");
        await Expect(dialog).ToBeVisibleAsync();
        var snippet = dialog.Locator("textarea");
        await Expect(snippet).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/embed/countries/kazakhstan\\?actor=japan\""));
        await Expect(dialog.FrameLocator("iframe").Locator("h1")).ToContainTextAsync("Kazakhstan");

        await ReachAsync(reader, "input[name=view]:checked");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await Expect(snippet).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/embed/timeline\\?country=kazakhstan&amp;actor=japan\""));
        await Expect(dialog.FrameLocator("iframe").Locator("h1")).ToHaveTextAsync("Timeline");
        await ReachAsync(reader, "select[name=theme]");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await Expect(snippet).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("&amp;theme=dark\""));
        Assert.True(await FocusedAsync(reader, "select[name=theme]"), "The choice lost the focus.");

        await ReachAsync(reader, "[data-copy]");
        await keys.PressAsync("Enter");
        await Expect(dialog.Locator(".copy [role=status]")).Not.ToBeEmptyAsync();
        Assert.Equal(await snippet.InputValueAsync(), (await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ReplaceLineEndings("\n"));
        // This rule holds the names of the page against those of the frame once that is loaded: a document of its own, which its own tests look at.
        await Axe.FindsNothingAsync(reader.Page.Locator("html"), without: "landmark-unique");

        await keys.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("ib-embed a")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Dialog_WithoutScripts_IsAPageWithAForm() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/money?actor=japan");
        await reader.Page.Locator("ib-embed a").ClickAsync();
        await reader.Page.Locator("input[name=view][value=timeline]").CheckAsync();
        await reader.Page.Locator("select[name=width]").SelectOptionAsync("480");
        await reader.Page.Locator("#embed-form button").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/embed?actor=japan&of=%2Fmoney&view=timeline&width=480");
        await Expect(reader.Page.Locator("#embed-snippet")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/embed/timeline\\?actor=japan\".* width=\"480\""));
        await Expect(reader.Page.Locator("p.copy [data-copy]")).ToBeHiddenAsync();
        await Expect(reader.Page.FrameLocator("#embed-preview iframe").Locator("h1")).ToHaveTextAsync("Timeline");
    }, new() { JavaScriptEnabled = false });

    // Walks with the Tab key until what is wanted has the focus.
    private static async Task ReachAsync(Reader reader, string wanted)
    {
        for (var i = 0; i < 30; i++)
        {
            if (await FocusedAsync(reader, wanted)) return;
            await reader.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{wanted} cannot be reached with the Tab key.");
    }

    private static Task<bool> FocusedAsync(Reader reader, string wanted) =>
        reader.Page.EvaluateAsync<bool>("wanted => document.activeElement?.shadowRoot?.activeElement?.matches(wanted) ?? false", wanted);
}
