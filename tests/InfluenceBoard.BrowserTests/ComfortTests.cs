using System.Text;
using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>What makes reading easy: the place is kept, paper is not wasted, what opens also closes.</summary>
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
    [InlineData("/countries/kazakhstan", 5)]
    [InlineData("/countries/vietnam", 5)]
    [InlineData("/countries/vietnam?lang=zh-Hans", 5)]
    [InlineData("/engagements/tokyo-summit-2025", 3)]
    [InlineData("/engagements/uzbekistan-us-purchases-and-investment-2025", 3)]
    [InlineData("/", 5)]
    public Task Paper_LongPage_TakesFewSheets(string address, int most) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await reader.ReadToTheEndAsync();
        var pdf = Encoding.Latin1.GetString(await reader.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.InRange(Sheet().Count(pdf), 1, most);
        Assert.Matches(@"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", pdf);
    });

    [Fact]
    public Task Paper_Folds_PrintAsTheReaderLeftThemAndSourcesAlways() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        var people = reader.Page.Locator("section[aria-labelledby=people] details");
        await people.Locator("> summary").ClickAsync();
        reader.IsSpent = true;
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(people.Locator("table")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=organisations]")).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=sources] table")).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("section[aria-labelledby=sources] .ib-sources")).ToContainTextAsync("https://japan.kantei.go.jp/104/statement/202512/20kaiken_00001.html");
        await Expect(reader.Page.Locator("section[aria-labelledby=contradictions] .ib-list > li").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".ib-cited")).ToContainTextAsync("/countries/kazakhstan?asOf=");
        await Expect(reader.Page.Locator("details.ib-share")).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("nav.ib-nav")).ToBeHiddenAsync();
    });

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public Task Share_Opened_LiesOverThePageAndCloses(int width) => browser.ReadAsync(async reader =>
    {
        foreach (var address in new[] { "/countries/japan", "/" })
        {
            await reader.OpenAsync(address);
            var (share, panel, lead) = (reader.Page.Locator("details.ib-share"), reader.Page.Locator("details.ib-share > div"), reader.Page.Locator(".ib-lead, .ib-section").First);
            var before = await lead.BoundingBoxAsync();
            await share.Locator("summary").ClickAsync();
            var box = (await panel.BoundingBoxAsync())!;
            Assert.InRange(box.X, 0, width - box.Width);
            Assert.Equal(before!.Y, (await lead.BoundingBoxAsync())!.Y);

            await reader.Page.Locator("#share-address").FocusAsync();
            await reader.Page.Keyboard.PressAsync("Escape");
            await Expect(panel).ToBeHiddenAsync();
            await Expect(share.Locator("summary")).ToBeFocusedAsync();
            await share.Locator("summary").ClickAsync();
            await Expect(panel).ToBeVisibleAsync();
            await reader.Page.Locator("h1").ClickAsync(new() { Position = new() { X = 2, Y = 2 } });
            await Expect(panel).ToBeHiddenAsync();
        }
    }, new() { ViewportSize = new() { Width = width, Height = 800 } });

    [Fact]
    public Task Menu_LeftByTab_Closes() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        var menu = reader.Page.Locator("nav.ib-nav details.ib-menu").First;
        await menu.Locator("summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(menu.Locator("ul")).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(menu.Locator("ul")).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Shift+Tab");
        await reader.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(menu.Locator("ul")).ToBeHiddenAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Header_Narrow_IsOneLineWithAMenu(bool scripts) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/sources");
        Assert.InRange((await reader.Page.Locator("header.ib-bar").BoundingBoxAsync())!.Height, 40, 72);
        await Expect(reader.Page.Locator("nav.ib-nav")).ToBeHiddenAsync();
        await reader.Page.Locator(".ib-all > summary").ClickAsync();
        await Expect(reader.Page.Locator("button[name=theme]").First).ToBeVisibleAsync();
        await reader.Page.Locator("nav.ib-nav details.ib-menu > summary").First.ClickAsync();
        await reader.Page.Locator("nav.ib-nav a[href='/countries/kazakhstan']").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan");
        await Expect(reader.Page.Locator("nav.ib-nav")).ToBeHiddenAsync();
    }, new() { ViewportSize = new() { Width = 320, Height = 800 }, JavaScriptEnabled = scripts });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Header_Wide_ShowsItsLinksAtOnce(bool scripts) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/sources");
        await Expect(reader.Page.Locator(".ib-all > summary")).ToBeHiddenAsync();
        await reader.Page.Locator("nav.ib-nav > a").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/");
    }, new() { JavaScriptEnabled = scripts });

    [Theory]
    [InlineData(1280, "Kazakhstan")]
    [InlineData(1280, "Vietnam")]
    [InlineData(1280, "Japan")]
    [InlineData(700, "Kazakhstan")]
    public Task MapCard_OnHover_LeavesItsCountryInSight(int width, string name) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        var country = reader.Page.Locator($"ib-map path.country[aria-label^='{name}']");
        var card = reader.Page.Locator("ib-map .card");
        // The middle of a country can be sea or a neighbour: the event goes to the shape itself.
        await country.DispatchEventAsync("mouseover");
        await Expect(card).ToContainTextAsync(name);
        var (shape, over) = ((await country.BoundingBoxAsync())!, (await card.BoundingBoxAsync())!);
        Assert.False(over.X < shape.X + shape.Width && shape.X < over.X + over.Width && over.Y < shape.Y + shape.Height && shape.Y < over.Y + over.Height, "The card covers the country.");
    }, new() { ViewportSize = new() { Width = width, Height = 1000 } });

    [Fact]
    public Task Map_BesideItsTable_IsNearlyAsHigh() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        var (map, table) = ((await reader.Page.Locator("ib-map").BoundingBoxAsync())!, (await reader.Page.Locator("section[aria-labelledby=map] table.grid").Last.BoundingBoxAsync())!);
        Assert.True(map.X + map.Width <= table.X, "They do not stand beside each other.");
        Assert.InRange(map.Y + map.Height, Math.Min(table.Y + table.Height - 60, map.Y + 700), table.Y + table.Height + 160);
    });

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();

    private static Task<int> TopAsync(Reader reader) => reader.Page.EvaluateAsync<int>("() => Math.round(scrollY)");
}
