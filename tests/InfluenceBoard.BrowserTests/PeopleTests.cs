using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>People, institutions and places: by mouse, by keyboard alone, and on the map.</summary>
public sealed class PeopleTests(BoardBrowser browser)
{
    private static ILocator Place(Reader reader, string id) => reader.Page.Locator($"ib-map a[href='/places/{id}']");

    [Fact]
    public Task Person_ByKeyboardAlone_OpensANumberAndFollowsARow() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/people/tokayev");
        var fold = reader.Page.Locator("section[aria-labelledby=people] details.ib-rows").First;
        await TabToAsync(reader, fold.Locator("summary"));
        await Expect(fold.Locator("ul")).ToBeHiddenAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(fold.Locator("ul")).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(fold.Locator("a").First).ToBeFocusedAsync();
        var address = await fold.Locator("a").First.GetAttributeAsync("href");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + address);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task People_PartyChosen_LimitsTheListAndBackGivesItBack(bool scripts) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/people");
        var groups = reader.Page.Locator("main th[scope=rowgroup]");
        var all = await groups.CountAsync();
        Assert.True(all > 1);
        await reader.Page.Locator("a.ib-chip").Filter(new() { HasText = "Vietnam" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/people?party=vietnam");
        await Expect(groups).ToHaveCountAsync(1);
        await reader.Page.GoBackAsync();
        await Expect(groups).ToHaveCountAsync(all);
    }, new() { JavaScriptEnabled = scripts });

    [Fact]
    public Task People_NumberClicked_ShowsItsRows() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/people");
        await reader.Page.Locator("main a[href='/people/shoigu#engagements']").ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Shoigu");
        await Expect(reader.Page.Locator("#engagements")).ToBeInViewportAsync();
    });

    [Fact]
    public Task Places_Dot_ShowsItsCardAndOpens() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/places");
        var card = reader.Page.Locator("ib-map .card");
        await Place(reader, "hanoi").HoverAsync();
        await Expect(card).ToContainTextAsync("Hanoi");
        await Expect(card).ToContainTextAsync("engagements");
        await Place(reader, "hanoi").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/places/hanoi");
    });

    [Theory]
    [InlineData("tokyo")]
    [InlineData("trans-caspian-corridor")]
    [InlineData("washington")]
    public Task Places_ByKeyboardAlone_AreReachedAndOpen(string id) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/places");
        await TabToAsync(reader, Place(reader, id));
        var card = reader.Page.Locator("ib-map .card");
        await Expect(card).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync("engagement");
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(card).ToBeHiddenAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync($"{browser.Origin}/places/{id}");
    });

    [Fact]
    public Task Places_EveryOneOfTheTable_IsOnTheMapWithANameAndLargeEnough() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/places");
        var links = reader.Page.Locator("ib-map a.spot-link[aria-label*=':']");
        await Expect(links).ToHaveCountAsync(await reader.Page.Locator("main tbody tr").CountAsync());
        var small = await links.EvaluateAllAsync<string[]>("all => all.filter(a => a.getBoundingClientRect().width < 24 || a.getBoundingClientRect().height < 24).map(a => a.href)");
        Assert.Empty(small);
        await Expect(reader.Page.Locator("ib-map path.country[role=link]")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Places_MoreEngagements_AreLargerDots() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/places");
        Task<double> Width(string id) => Place(reader, id).Locator(".place").EvaluateAsync<double>("e => e.getBoundingClientRect().width");
        Assert.True(await Width("tokyo") > await Width("moscow") && await Width("moscow") > await Width("osaka"));
    });

    [Fact]
    public Task Engagement_PlacesOnItsMap_AreAPictureWithoutLinks() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements/tokyo-summit-2025");
        await Expect(reader.Page.Locator("ib-map .map[role=img]")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("ib-map .place")).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator("ib-map a")).ToHaveCountAsync(0);
    });

    // Goes on with the Tab key until it stands on an element, as a reader without a mouse does.
    private static async Task TabToAsync(Reader reader, ILocator target)
    {
        for (var step = 0; step < 150; step++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("e => e.getRootNode().activeElement === e")) return;
        }
        Assert.Fail("The Tab key never came to it.");
    }
}
