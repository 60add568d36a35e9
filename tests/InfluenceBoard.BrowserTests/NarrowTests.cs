using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page on the narrowest screen.</summary>
public sealed class NarrowTests(BoardBrowser browser)
{
    public static TheoryData<string> NarrowPages => [.. Samples.OneOfEach.Append("/countries/kazakhstan").Append("/sources/okinawa-hanoi-article").Append("/engagements?actor=china&group=country").Append("/compare?country=vietnam&country=kazakhstan&by=country").Append("/search?q=japan")];

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
