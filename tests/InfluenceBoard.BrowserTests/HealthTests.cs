using Deque.AxeCore.Playwright;
using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page, as a browser sees it.</summary>
[Collection(typeof(Browsing))]
public sealed class HealthTests(BoardBrowser browser)
{
    public static TheoryData<string> Addresses => [.. Samples.Addresses];

    public static TheoryData<string, int> NarrowPages => new(Samples.OneOfEach.Append("/countries/kazakhstan").Append("/sources/okinawa-hanoi-article").SelectMany(a => new[] { (a, 320), (a, 390) }));

    public static TheoryData<string, ColorScheme> ColouredPages => new(Samples.OneOfEach.Append("/nowhere").SelectMany(a => new[] { (a, ColorScheme.Light), (a, ColorScheme.Dark) }));

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task Page_ReadToTheEnd_IsHealthy(string address) => browser.ReadAsync(async reader =>
    {
        var response = await reader.OpenAsync(address);
        Assert.Equal(200, response.Status);
        await reader.ReadToTheEndAsync();
        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
    });

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task Page_WithoutScripts_TellsTheSame(string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("main")).Not.ToBeEmptyAsync();
        // What a chart or the map draws stands as a table or a list too.
        if (await reader.Page.Locator("ib-chart, ib-map[data-label]").CountAsync() > 0 && !address.StartsWith("/engagements/", StringComparison.Ordinal) && !address.StartsWith("/places/", StringComparison.Ordinal)) Assert.True(await reader.Page.Locator("main table").CountAsync() > 0);
        foreach (var button in await reader.Page.Locator("main button:visible").AllAsync()) Assert.Equal("submit", await button.GetAttributeAsync("type"));
    }, new() { JavaScriptEnabled = false });

    [Theory]
    [MemberData(nameof(NarrowPages))]
    public Task Page_Narrow_DoesNotScrollSideways(string address, int width) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await reader.ReadToTheEndAsync();
        foreach (var summary in await reader.Page.Locator("main details > summary:visible").AllAsync()) await summary.EvaluateAsync("s => { s.parentElement.open = true; }");
        var wide = await reader.Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [`${document.documentElement.scrollWidth} px`,
              ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.ib-scroll, .ib-hide')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))]
            """);
        Faults.None(wide);
    }, new() { ViewportSize = new() { Width = width, Height = 800 }, IsMobile = true, HasTouch = true });

    [Theory]
    [MemberData(nameof(ColouredPages))]
    public Task Page_LightOrDark_HasNoAxeViolation(string address, ColorScheme scheme) => browser.ReadAsync(async reader =>
    {
        reader.ExpectsMissing = address == "/nowhere";
        await reader.OpenAsync(address);
        await reader.ReadToTheEndAsync();
        var result = await reader.Page.RunAxe();
        Faults.None(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html} {string.Join(' ', n.Any.Select(c => c.Message))}")));
    }, new() { ColorScheme = scheme });

    [Fact]
    public Task Pages_InDarkColours_AreDarkWithReadableInk() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        Assert.InRange(await LightnessAsync(reader, "body", "backgroundColor"), 0, 80);
        Assert.InRange(await LightnessAsync(reader, "h1", "color"), 170, 255);
    }, new() { ColorScheme = ColorScheme.Dark });

    private static Task<int> LightnessAsync(Reader reader, string selector, string property) => reader.Page.Locator(selector).First.EvaluateAsync<int>($$"""
        e => { const [r, g, b] = getComputedStyle(e).{{property}}.match(/[\d.]+/g).map(Number); return Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b); }
        """);
}
