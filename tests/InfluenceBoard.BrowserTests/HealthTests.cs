using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every view of a page with scripts, read to its end; one of each page is read in <see cref="AccessTests"/>.</summary>
public sealed class HealthTests(BoardBrowser browser)
{
    public static TheoryData<string> Addresses => [.. Samples.Addresses.Except(Samples.OneOfEach)];

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
