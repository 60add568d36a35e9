using InfluenceBoard.BrowserTests.Support;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Every page for everybody: healthy to its end, axe finds nothing in light or dark, and dark is dark.</summary>
public sealed class AccessTests(BoardBrowser browser)
{
    public static TheoryData<string, ColorScheme> ColouredPages => new(Samples.OneOfEach.Append("/nowhere").SelectMany(a => new[] { (a, ColorScheme.Light), (a, ColorScheme.Dark) }));

    [Theory]
    [MemberData(nameof(ColouredPages))]
    public Task Page_LightOrDark_IsHealthyWithoutAxeViolation(string address, ColorScheme scheme) => browser.ReadAsync(async reader =>
    {
        reader.ExpectsMissing = address == "/nowhere";
        var response = await reader.OpenAsync(address);
        Assert.Equal(reader.ExpectsMissing ? 404 : 200, response.Status);
        await reader.ReadToTheEndAsync();
        await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
        // What is not about colours is the same in the dark.
        await Axe.FindsNothingAsync(reader.Page.Locator("html"), scheme == ColorScheme.Dark ? ["color-contrast", "link-in-text-block"] : []);
    }, new() { ColorScheme = scheme });

    // So that the tests above can fail.
    [Fact]
    public Task Violation_ThatIsThere_IsFound() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/methodology");
        await reader.Page.EvaluateAsync("() => { document.title = ''; const p = document.createElement('p'); p.textContent = 'Pale'; p.setAttribute('style', 'color:#bbb;background:#fff'); document.querySelector('main').append(p); }");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Axe.FindsNothingAsync(reader.Page.Locator("html")));
        Assert.Contains("color-contrast", fault.Message, StringComparison.Ordinal);
        Assert.Contains("document-title", fault.Message, StringComparison.Ordinal);
    });

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
