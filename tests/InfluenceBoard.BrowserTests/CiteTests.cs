using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>A reader cites a page, opens what was cited, and keeps a copy of it.</summary>
public sealed partial class CiteTests(BoardBrowser browser)
{
    private static readonly string[] Clipboard = ["clipboard-read", "clipboard-write"];

    private static ILocator Panel(Reader reader) => reader.Page.Locator("details.ib-share > div");

    private static async Task OpenPanelAsync(Reader reader)
    {
        await reader.Page.Locator("details.ib-share > summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(Panel(reader)).ToBeVisibleAsync();
    }

    // By the keyboard alone: from the field to its button.
    private static async Task<string> CopyAsync(Reader reader, string field)
    {
        await reader.Page.Locator("#" + field).FocusAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(Panel(reader).Locator("[role=status]")).ToHaveTextAsync(Copied());
        await Expect(reader.Page.Locator($"[data-copy={field}]")).ToHaveAttributeAsync("data-copied", "");
        return await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }

    [Theory]
    [InlineData("/countries/kazakhstan?actor=japan")]
    [InlineData("/engagements/tokyo-summit-2025?lang=zh-Hans")]
    public Task Citation_CopiedByKeyboard_IsWhatTheFieldSaysAndOpensTheSameFigures(string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await OpenPanelAsync(reader);
        var shown = await reader.Page.Locator("#cite-short").InputValueAsync();
        Assert.Equal(shown, await CopyAsync(reader, "cite-short"));
        Assert.StartsWith("InfluenceBoard", shown, StringComparison.Ordinal);
        var link = await CopyAsync(reader, "cite-frozen");
        Assert.EndsWith(link, shown, StringComparison.Ordinal);

        var (heading, figures) = (await reader.Page.Locator("h1").InnerTextAsync(), await FiguresAsync(reader));
        Assert.NotEmpty(figures);
        await reader.OpenAsync(link);
        await Expect(reader.Page.Locator("main .mud-alert")).ToBeVisibleAsync();
        Assert.Equal((heading, figures), (await reader.Page.Locator("h1").InnerTextAsync(), await FiguresAsync(reader)));
    }, new() { Permissions = Clipboard });

    private static async Task<string> FiguresAsync(Reader reader) => string.Join('|', await reader.Page.Locator(".ib-number, .ib-band, .ib-facts dd, [data-rank] strong").AllInnerTextsAsync());

    [Fact]
    public Task Panel_AfterANavigation_CitesThePageThatIsThere() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.Page.EvaluateAsync("() => { window.stillHere = true; }");
        await reader.Page.Locator(".ib-crumbs a").Last.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries");
        await Expect(reader.Page.Locator("#cite-frozen")).ToHaveValueAsync(new Regex("/countries\\?asOf="));
        await OpenPanelAsync(reader);
        Assert.Matches("/countries\\?asOf=[^/]+$", await CopyAsync(reader, "cite-frozen"));
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.stillHere === true"), "The whole document was loaded again.");
        // The root as seen from the page moved with it.
        Assert.Equal(browser.Origin + "/", await reader.Page.EvaluateAsync<string>("() => document.baseURI"));
    }, new() { Permissions = Clipboard });

    [Fact]
    public Task Original_OfAClaim_IsCopiedWithItsParagraph() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements/tokyo-summit-2025");
        var original = reader.Page.Locator("[aria-labelledby=claims] details.ib-original").First;
        await original.Locator("> summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(original.Locator("[data-copy]")).ToHaveAttributeAsync("data-copied", "");
        var copied = await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(await original.Locator("p").InnerTextAsync(), copied);
        Assert.Matches(@"\[.+\], .+, paragraph \d+\. ", copied);
    }, new() { Permissions = Clipboard });

    [Fact]
    public Task Panel_WithoutScripts_HoldsTheWordsToSelect() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.Page.Locator("details.ib-share > summary").ClickAsync();
        await Expect(reader.Page.Locator("#cite-full")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("#cite-full")).ToHaveValueAsync(new Regex("Accessed .* http"));
        await Expect(reader.Page.Locator("[data-copy]:visible")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("[aria-labelledby=offer-citation] a").First).ToBeVisibleAsync();
    }, new() { JavaScriptEnabled = false });

    // Each width and each page in both schemes.
    [Theory]
    [InlineData(320, ColorScheme.Light, "/")]
    [InlineData(320, ColorScheme.Dark, "/engagements/tokyo-summit-2025?lang=zh-Hans")]
    [InlineData(768, ColorScheme.Dark, "/")]
    [InlineData(768, ColorScheme.Light, "/engagements/tokyo-summit-2025?lang=zh-Hans")]
    [InlineData(1280, ColorScheme.Light, "/engagements/tokyo-summit-2025?lang=zh-Hans")]
    [InlineData(1280, ColorScheme.Dark, "/")]
    public Task Panel_Opened_FitsTheScreenAndHasNoAxeViolation(int width, ColorScheme scheme, string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await OpenPanelAsync(reader);
        var box = (await Panel(reader).BoundingBoxAsync())!;
        Assert.InRange(box.X, 0, width - box.Width);
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        await Axe.FindsNothingAsync(Panel(reader));
    }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });

    [Theory]
    [InlineData("/")]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/engagements/tokyo-summit-2025")]
    public Task Copy_SavedToAFolderAndReadWithoutNetwork_IsWhole(string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        var text = await reader.Page.Locator("main").InnerTextAsync();
        using var folder = new TempFolder();
        var assets = await reader.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], [data-geo]')].map(e => e.getAttribute('href') ?? e.getAttribute('src') ?? e.dataset.geo)");
        var file = await SaveAsync(folder, address, assets);

        var saved = await reader.Page.Context.NewPageAsync();
        await saved.RouteAsync(new Regex("^https?:"), route => route.AbortAsync());
        await saved.GotoAsync(new Uri(file).AbsoluteUri);
        Assert.Equal(await reader.Page.EvaluateAsync<string>(Look), await saved.EvaluateAsync<string>(Look));
        // Map and charts give up their place; their tables and lists are there.
        await saved.WaitForFunctionAsync("() => [...document.querySelectorAll('ib-map, ib-chart')].every(e => e.getBoundingClientRect().height === 0)");
        Assert.Equal(await reader.Page.Locator("main table:visible").CountAsync(), await saved.Locator("main table:visible").CountAsync());
        Assert.InRange((await saved.Locator("main").InnerTextAsync()).Length, text.Length * 9 / 10, text.Length);
    });

    private const string Look = "() => { const s = getComputedStyle(document.querySelector('h1')), b = getComputedStyle(document.querySelector('.ib-bar')); return [s.fontFamily, s.fontSize, b.backgroundColor, b.borderBottomWidth].join(); }";

    // As a simple archiver does: the page as it came, and each file that it names under the same path.
    private async Task<string> SaveAsync(TempFolder folder, string address, IEnumerable<string> assets)
    {
        using var client = new HttpClient { BaseAddress = new Uri(browser.Origin) };
        var cancel = TestContext.Current.CancellationToken;
        var html = await client.GetStringAsync(address, cancel);
        foreach (var asset in assets.Distinct())
        {
            var path = Path.Combine(folder.Path, asset);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(asset, cancel), cancel);
        }
        var file = Path.Combine(folder.Path, (address == "/" ? "index" : address[1..]) + ".html");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, html, cancel);
        return file;
    }

    [Fact]
    public Task Drawings_WhoseLibraryIsMissing_TakeNoPlace() => browser.ReadAsync(async reader =>
    {
        var copy = await reader.Page.Context.NewPageAsync();
        // The files that the page does not name itself, as a copy elsewhere lacks them.
        await copy.RouteAsync(new Regex("/dist/geo/"), route => route.AbortAsync());
        await copy.GotoAsync(browser.Origin + "/");
        await copy.WaitForFunctionAsync("() => document.querySelector('ib-map').ready > 0");
        await Expect(copy.Locator("ib-map")).ToBeHiddenAsync();
        await Expect(copy.Locator("section[aria-labelledby=map] table.grid").Last).ToBeVisibleAsync();
    });

    [GeneratedRegex("^(Copied|已复制)$")]
    private static partial Regex Copied();
}
