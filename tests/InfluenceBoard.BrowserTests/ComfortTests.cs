using System.Text;
using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>What makes reading easy: the place is kept, paper is not wasted, what opens also closes.</summary>
[Collection(typeof(Browsing))]
public sealed partial class ComfortTests(BoardBrowser browser)
{
    [Theory]
    [InlineData("/countries/kazakhstan", "section[aria-labelledby=sources] details")]
    [InlineData("/", "details.all")]
    public Task Back_ToALongPage_LeadsToThePlaceThatWasLeft(string address, string folded) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await reader.ReadToTheEndAsync();
        // From within something that is folded when the page comes anew.
        var fold = reader.Page.Locator(folded);
        await Expect(fold).Not.ToHaveAttributeAsync("open", "");
        await fold.Locator("> summary").ClickAsync();
        var link = fold.Locator("a[href^='/engagements/'], a[href^='/sources/']").Last;
        await link.ScrollIntoViewIfNeededAsync();
        var (place, href) = ((await link.BoundingBoxAsync())!.Y, await link.GetAttributeAsync("href"));
        Assert.True(await TopAsync(reader) > 1000, "The page is not long.");
        await link.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + href);
        await reader.Page.WaitForFunctionAsync("() => scrollY === 0 || location.hash");

        await reader.Page.GoBackAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + address);
        await Expect(link).ToBeInViewportAsync();
        await reader.DrawnAsync();
        Assert.InRange((await link.BoundingBoxAsync())!.Y, place - 3, place + 3);
        await reader.Page.GoForwardAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + href);
    });

    [Fact]
    public Task Back_AfterTheWholeDocumentWasLoaded_StillLeadsToThePlace() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.ReadToTheEndAsync();
        await reader.Page.EvaluateAsync("() => scrollTo(0, 3000)");
        await reader.Page.Locator("main a[href^='/engagements/']").Locator("visible=true").Last.EvaluateAsync("a => a.click()");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/engagements/"));
        await reader.DrawnAsync();
        await reader.Page.ReloadAsync();
        await reader.DrawnAsync();
        await reader.Page.GoBackAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan");
        await reader.Page.WaitForFunctionAsync("() => Math.abs(scrollY - 3000) < 3");
    });

    [Fact]
    public Task BackAndForward_BetweenPlacesOfOnePage_GoToThem() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/methodology");
        await reader.Page.EvaluateAsync("() => scrollTo(0, 150)");
        await reader.Page.Locator("main a[href*='#neutrality']").First.EvaluateAsync("a => a.click()");
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/methodology#neutrality");
        await Expect(reader.Page.Locator("#neutrality")).ToBeInViewportAsync();
        await reader.Page.GoBackAsync();
        await reader.Page.WaitForFunctionAsync("() => Math.abs(scrollY - 150) < 3");
        await reader.Page.GoForwardAsync();
        await Expect(reader.Page.Locator("#neutrality")).ToBeInViewportAsync();
    });

    [Fact]
    public Task Forward_ToAnotherPage_StartsAtItsTop() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.Page.EvaluateAsync("() => scrollTo(0, 2000)");
        await reader.Page.Locator("main a[href^='/engagements/']").Locator("visible=true").Last.EvaluateAsync("a => a.click()");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/engagements/"));
        await reader.DrawnAsync();
        Assert.Equal(0, await TopAsync(reader));
    });

    [Fact]
    public Task Filter_BackAndForth_KeepsItsPanelOpen() => browser.ReadAsync(async reader =>
    {
        var panel = reader.Page.Locator("section.ib-filter > details");
        await reader.OpenAsync("/countries/kazakhstan?type=visit");
        // A chip is outside the panel: the page that was left had it closed.
        await reader.Page.Locator("section.ib-filter a.ib-chip").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan");
        await panel.Locator("> summary").ClickAsync();
        await reader.Page.Locator("input[name=domain][value=energy]").CheckAsync();
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("energy");
        await reader.Page.GoBackAsync();
        await Expect(reader.Page.Locator("#filter-sentence")).Not.ToContainTextAsync("energy");
        await Expect(panel).ToHaveAttributeAsync("open", "");
        await reader.Page.GoBackAsync();
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("visit");
        await Expect(panel).ToHaveAttributeAsync("open", "");
        await reader.Page.GoForwardAsync();
        await reader.Page.GoForwardAsync();
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("energy");
        await Expect(panel).ToHaveAttributeAsync("open", "");
    });

    [Theory]
    [InlineData("/countries/kazakhstan", 6)]
    [InlineData("/", 8)]
    public Task Paper_LongPage_TakesFewSheets(string address, int most) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await reader.ReadToTheEndAsync();
        var pdf = Encoding.Latin1.GetString(await reader.Page.PdfAsync(new() { Format = "A4" }));
        Assert.InRange(Sheet().Count(pdf), 2, most);
    });

    [Fact]
    public Task Paper_Folds_PrintAsTheReaderLeftThem() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        var people = reader.Page.Locator("section[aria-labelledby=people] details");
        await people.Locator("> summary").ClickAsync();
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(people.Locator("table")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=sources] table")).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=sources] details > summary")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("nav.ib-nav")).ToBeHiddenAsync();
    });

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();

    private static Task<int> TopAsync(Reader reader) => reader.Page.EvaluateAsync<int>("() => Math.round(scrollY)");
}
