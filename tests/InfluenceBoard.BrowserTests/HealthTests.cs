using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page, as a browser sees it.</summary>
public sealed class HealthTests(BoardBrowser browser)
{
    public static TheoryData<string> Addresses => [.. Samples.Addresses];

    public static TheoryData<string> NarrowPages => [.. Samples.OneOfEach.Append("/countries/kazakhstan").Append("/sources/okinawa-hanoi-article").Append("/engagements?actor=china&group=country").Append("/compare?country=vietnam&country=kazakhstan&by=country").Append("/search?q=japan")];

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
    public Task Page_At320Pixels_DoesNotScrollSideways(string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await reader.ReadToTheEndAsync();
        foreach (var summary in await reader.Page.Locator("main details > summary:visible").AllAsync()) await summary.EvaluateAsync("s => { s.parentElement.open = true; }");
        var wide = await reader.Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [`${document.documentElement.scrollWidth} px`,
              ...[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.ib-scroll, .ib-hide')).slice(0, 5).map(e => e.outerHTML.slice(0, 120))]
            """);
        Faults.None(wide);
    }, new() { ViewportSize = new() { Width = 320, Height = 800 }, IsMobile = true, HasTouch = true });
}
