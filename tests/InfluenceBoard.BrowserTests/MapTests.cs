using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>The map of the overview, by mouse, keyboard and finger.</summary>
public sealed class MapTests(BoardBrowser browser)
{
    // The map draws into a shadow root, which these selectors look into.
    private static ILocator Country(Reader reader, string name) => reader.Page.Locator($"ib-map path.country[aria-label^='{name}']");

    [Fact]
    public Task Country_Clicked_Opens() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        await Country(reader, "Kazakhstan").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan");
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Kazakhstan");
    });

    [Fact]
    public Task Country_HoveredOrFocused_ShowsItsCard() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        var card = reader.Page.Locator("ib-map .card");
        await Country(reader, "Kazakhstan").HoverAsync();
        await Expect(card).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync("Kazakhstan");
        await reader.Page.Mouse.MoveAsync(2, 2);
        await Expect(card).ToBeHiddenAsync();

        // Focus shows it when it comes by keyboard.
        await Country(reader, "Uzbekistan").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Shift+Tab");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(card).ToContainTextAsync("Uzbekistan");
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeHiddenAsync();
    });

    [Theory]
    [InlineData("Vietnam", "/countries/vietnam")]
    [InlineData("Tajikistan", "/countries/tajikistan")]
    public Task Country_EnterPressed_Opens(string name, string address) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        await Country(reader, name).FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + address);
    });

    [Fact]
    public Task Countries_AllSeven_AreInTheTabOrderWithAName() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        await Expect(reader.Page.Locator("ib-map path.country[tabindex='0'][role=link][aria-label]")).ToHaveCountAsync(7);
    });

    [Fact]
    public Task Country_UnderAFilter_OpensWithTheFilter() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/?actor=japan&domain=economy");
        await Country(reader, "Kazakhstan").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan?actor=japan&domain=economy");
    });

    [Fact]
    public Task Map_ZoomedIn_KeepsItsPlaceAcrossPages() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        var home = await WidthAsync(reader);
        await reader.Page.Locator("ib-map [data-act=in]").ClickAsync();
        await reader.Page.Locator("ib-map [data-act=in]").ClickAsync();
        await reader.Page.WaitForFunctionAsync("home => document.querySelector('ib-map').shadowRoot.querySelector(\"path.country[aria-label^='Kazakhstan']\").getBoundingClientRect().width > home * 1.3", home);
        var zoomed = await WidthAsync(reader);

        await reader.Page.Locator("nav a[href='/engagements']").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/engagements");
        await reader.Page.GoBackAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/");
        await reader.DrawnAsync();
        Assert.InRange(await WidthAsync(reader), zoomed * 0.98, zoomed * 1.02);

        await reader.Page.Locator("ib-map [data-act=reset]").ClickAsync();
        await reader.Page.WaitForFunctionAsync("home => Math.abs(document.querySelector('ib-map').shadowRoot.querySelector(\"path.country[aria-label^='Kazakhstan']\").getBoundingClientRect().width - home) < home * 0.03", home);
    });

    [Fact]
    public Task Measure_Chosen_StaysInTheAddressAndColoursTheMap() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        var before = await Country(reader, "Kazakhstan").GetAttributeAsync("aria-label");
        await reader.OpenAsync("/?measure=pledged");
        Assert.NotEqual(before, await Country(reader, "Kazakhstan").GetAttributeAsync("aria-label"));
        await Expect(reader.Page.Locator("link[rel=canonical]")).ToHaveAttributeAsync("href", new Regex("measure=pledged"));
    });

    [Fact]
    public Task Finger_FirstTapShowsTheCardAndItsLinkOpens() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        await Country(reader, "Kazakhstan").TapAsync();
        var card = reader.Page.Locator("ib-map .card");
        await Expect(card).ToContainTextAsync("Kazakhstan");
        await card.Locator("a").First.TapAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan");
    }, new() { ViewportSize = new() { Width = 390, Height = 800 }, IsMobile = true, HasTouch = true });

    private static Task<double> WidthAsync(Reader reader) => Country(reader, "Kazakhstan").EvaluateAsync<double>("e => e.getBoundingClientRect().width");
}
