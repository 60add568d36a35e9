using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page without scripts.</summary>
public sealed class PlainTests(BoardBrowser browser)
{
    public static TheoryData<string> Addresses => [.. Samples.OneOfEach, "/countries/kazakhstan?actor=japan", "/engagements?actor=china&group=country", "/search?q=japan", "/moves?country=vietnam&domain=security"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task Page_WithoutScripts_OffersNothingThatNeedsThem(string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("main")).Not.ToBeEmptyAsync();
        foreach (var button in await reader.Page.Locator("main button:visible").AllAsync()) Assert.Equal("submit", await button.GetAttributeAsync("type"));
    }, new() { JavaScriptEnabled = false });
}
