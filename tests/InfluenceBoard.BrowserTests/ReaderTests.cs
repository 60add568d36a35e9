using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>What a reader does with the board: filters, shares, goes back and forth, changes the colours.</summary>
public sealed partial class ReaderTests(BoardBrowser browser)
{
    private static readonly string[] Themes = ["light", "dark"];

    [Fact]
    public Task Link_WithAFilter_SaysTheSameElsewhere() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?actor=china&from=2023-01-01&reliability=C");
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("China");
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("1 January 2023");
        await Expect(reader.Page.Locator("input[name=actor][value=china]")).ToBeCheckedAsync();
        await Expect(reader.Page.Locator("input[name=from]")).ToHaveValueAsync("2023-01-01");
        await Expect(reader.Page.Locator("select[name=reliability]")).ToHaveValueAsync("C");
    });

    [Fact]
    public Task Filter_WithScripts_AppliesWhenChosenAndKeepsThePlace() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.Page.EvaluateAsync("() => { window.stillHere = true; }");
        await reader.Page.Locator("section.ib-filter details > summary").ClickAsync();
        await reader.Page.Locator("input[name=domain][value=energy]").CheckAsync();
        await Expect(reader.Page).ToHaveURLAsync(Query("domain=energy"));
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("energy");
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.stillHere === true"), "The whole document was loaded again.");
        await Expect(reader.Page.Locator("input[name=domain][value=energy]")).ToBeFocusedAsync();
        await Expect(reader.Page.Locator("input[name=domain][value=energy]")).ToBeVisibleAsync();

        await reader.Page.Locator("input[name=from]").FillAsync("2025-12");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(Query("from="));
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("1 December 2025");
    });

    [Fact]
    public Task Filter_WithoutScripts_IsAForm() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.Page.Locator("section.ib-filter details > summary").ClickAsync();
        await reader.Page.Locator("input[name=domain][value=energy]").CheckAsync();
        await reader.Page.Locator("input[name=from]").FillAsync("2025");
        await reader.Page.Locator("section.ib-filter form button[type=submit]").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(Query("domain=energy"));
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("energy, from 1 January 2025");
        // Empty fields of the form are no notice.
        await Expect(reader.Page.Locator("main .mud-alert")).ToHaveCountAsync(0);
    }, new() { JavaScriptEnabled = false });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Chip_Removed_TakesOnlyItsValueAway(bool scripts) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?actor=japan&type=visit&type=summit");
        await reader.Page.Locator("section.ib-filter a.ib-chip").Filter(new() { HasText = "visit" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan?actor=japan&type=summit");
        await Expect(reader.Page.Locator("section.ib-filter a.ib-chip").Filter(new() { HasText = "visit" })).ToHaveCountAsync(0);
    }, new() { JavaScriptEnabled = scripts });

    [Fact]
    public Task BackAndForward_AcrossPagesAndFilters_ShowWhatTheAddressSays() => browser.ReadAsync(async reader =>
    {
        var heading = reader.Page.Locator("h1");
        var sentence = reader.Page.Locator("#filter-sentence");
        await reader.OpenAsync("/countries/kazakhstan");
        var first = await heading.InnerTextAsync();
        await reader.Page.Locator("section.ib-filter details > summary").ClickAsync();
        await reader.Page.Locator("input[name=domain][value=energy]").CheckAsync();
        await Expect(sentence).ToContainTextAsync("energy");
        await reader.Page.Locator("main a[href^='/engagements/']").Locator("visible=true").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(EngagementAddress());
        await Expect(heading).Not.ToHaveTextAsync(first);

        await reader.Page.GoBackAsync();
        await Expect(heading).ToHaveTextAsync(first);
        await Expect(sentence).ToContainTextAsync("energy");
        await reader.Page.GoBackAsync();
        await Expect(sentence).Not.ToContainTextAsync("energy");
        await Expect(reader.Page.Locator("input[name=domain][value=energy]")).Not.ToBeCheckedAsync();
        await reader.Page.GoForwardAsync();
        await Expect(sentence).ToContainTextAsync("energy");
        await reader.Page.GoForwardAsync();
        await Expect(reader.Page).ToHaveURLAsync(EngagementAddress());
        await Expect(heading).Not.ToHaveTextAsync(first);
    });

    [Fact]
    public Task Theme_Chosen_SurvivesReloadAndNavigationAndNeverFlashes() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        foreach (var theme in Themes.Reverse())
        {
            await reader.Page.Locator($"button[name=theme][value={theme}]").ClickAsync();
            await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            await Expect(reader.Page.Locator($"button[name=theme][value={theme}]")).ToHaveAttributeAsync("aria-pressed", "true");
            // The first bytes of the next page already carry it, so no other colour is ever painted.
            var html = await (await reader.Page.ReloadAsync())!.TextAsync();
            Assert.Matches($"<html[^>]*data-theme=\"{theme}\"", html);
            await reader.DrawnAsync();
            await reader.Page.Locator("nav a[href='/engagements']").First.ClickAsync();
            await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
            await Expect(reader.Page.Locator($"button[name=theme][value={theme}]")).ToHaveAttributeAsync("aria-pressed", "true");
        }
        await reader.Page.Locator("button[name=theme][value=auto]").ClickAsync();
        Assert.DoesNotContain("data-theme", await (await reader.Page.ReloadAsync())!.TextAsync(), StringComparison.Ordinal);
    });

    [Fact]
    public Task Theme_WithoutScripts_IsAFormThatComesBackToThePage() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?type=visit");
        await reader.Page.Locator("button[name=theme][value=dark]").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan?type=visit");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }, new() { JavaScriptEnabled = false });

    [Fact]
    public Task Share_Button_CopiesTheAddressOfTheView() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?type=visit&unknown=x");
        await reader.Page.Locator("details.ib-share > summary").ClickAsync();
        await reader.Page.Locator("[data-share]").ClickAsync();
        await Expect(reader.Page.Locator("ib-share [role=status]")).Not.ToBeEmptyAsync();
        Assert.Equal(browser.Origin + "/countries/kazakhstan?type=visit", await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }, new() { Permissions = ["clipboard-read", "clipboard-write"] });

    [Fact]
    public Task Share_WithoutScripts_ShowsTheAddressToCopy() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?type=visit");
        await reader.Page.Locator("details.ib-share > summary").ClickAsync();
        await Expect(reader.Page.Locator("#share-address")).ToHaveValueAsync(browser.Origin + "/countries/kazakhstan?type=visit");
        await Expect(reader.Page.Locator("[data-share]")).ToBeHiddenAsync();
    }, new() { JavaScriptEnabled = false });

    [Fact]
    public Task Language_Link_KeepsThePageAndItsFilter() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan?type=visit");
        await reader.Page.Locator("a[hreflang=zh-Hans]:visible").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/countries/kazakhstan?type=visit&lang=zh-Hans");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("哈萨克斯坦");
        await reader.Page.Locator("main a[href^='/engagements/']").Locator("visible=true").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(Query("lang=zh-Hans"));
    });

    [Fact]
    public Task Skip_Link_LeadsToTheContent() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.Locator("a.ib-skip")).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
    });

    private static Regex Query(string pair) => new($@"[?&]{Regex.Escape(pair)}");

    [GeneratedRegex("/engagements/[a-z0-9-]+")]
    private static partial Regex EngagementAddress();
}
