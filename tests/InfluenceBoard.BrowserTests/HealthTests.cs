using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page with scripts, read to its end.</summary>
public sealed class HealthTests(BoardBrowser browser)
{
    public static TheoryData<string> Addresses => [.. Samples.Addresses];

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task Page_ReadToTheEnd_IsHealthy(string address) => browser.ReadAsync(async reader =>
    {
        var response = await reader.OpenAsync(address);
        Assert.Equal(200, response.Status);
        await reader.ReadToTheEndAsync();
        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
    });
}
