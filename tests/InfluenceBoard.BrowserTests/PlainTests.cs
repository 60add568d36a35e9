using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page without scripts.</summary>
public sealed class PlainTests(BoardBrowser browser)
{
    public static TheoryData<string> Addresses => [.. Samples.Addresses];

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
}
