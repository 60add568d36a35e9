using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Chains of moves: arrows by mouse and keyboard, the switches, and what is left without scripts.</summary>
public sealed class MovesTests(BoardBrowser browser)
{
    private const string Warning = "russian-warning-counters-tokyo-summit";

    // The arrows stand in a shadow root, which these selectors look into.
    private static ILocator Arrows(Reader reader) => reader.Page.Locator("ib-links g.link");

    private static async Task<Reader> DrawnAsync(Reader reader)
    {
        await reader.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('ib-links')].every(e => e.ready > 0)");
        return reader;
    }

    // How far each arrow's ends are from the edges of the cards that they belong to, in pixels; only the worst.
    private static Task<double> WorstGapAsync(Reader reader) => reader.Page.EvaluateAsync<double>("""
        () => Math.max(...[...document.querySelectorAll('[data-to]')].map(link => {
          const group = link.closest('ib-links').shadowRoot.querySelector(`[data-move="${link.id}"]`);
          const box = group.getBoundingClientRect(), from = link.closest('[data-card]').getBoundingClientRect(), to = document.getElementById(link.dataset.to).getBoundingClientRect();
          const inside = (y, card) => Math.max(0, card.top - y, y - card.bottom);
          const [upper, lower] = from.top < to.top ? [from, to] : [to, from];
          return Math.max(Math.abs(box.right - Math.max(from.left, to.left)), inside(box.top + 4, upper), inside(box.bottom - 4, lower));
        }))
        """);

    [Theory]
    [InlineData("/moves", 1280)]
    [InlineData("/moves", 320)]
    [InlineData("/moves?relation=responds-to", 1900)]
    [InlineData("/engagements/tokyo-summit-2025", 1280)]
    public Task Arrows_OnePerLink_ReachTheirCards(string address, int width) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync(address);
        await DrawnAsync(reader);
        var links = await reader.Page.Locator("[data-to]").CountAsync();
        Assert.True(links > 10);
        await Expect(Arrows(reader)).ToHaveCountAsync(links);
        Assert.InRange(await WorstGapAsync(reader), 0, 3);
    }, new() { ViewportSize = new() { Width = width, Height = 900 } });

    [Fact]
    public Task Arrows_AfterResizeUnfoldingAndNavigation_StillReachTheirCards() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves");
        await DrawnAsync(reader);
        reader.IsSpent = true;
        await reader.Page.SetViewportSizeAsync(700, 900);
        await reader.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('ib-links')].every(e => e.ready > 1)");
        Assert.InRange(await WorstGapAsync(reader), 0, 3);

        var drawn = await reader.Page.EvaluateAsync<int>("() => document.querySelector('ib-links').ready");
        await reader.Page.Locator("#e-tokyo-summit-2025 summary").ClickAsync();
        await reader.Page.WaitForFunctionAsync("drawn => document.querySelector('ib-links').ready > drawn", drawn);
        Assert.InRange(await WorstGapAsync(reader), 0, 3);

        await reader.Page.EvaluateAsync("() => { window.stillHere = true; }");
        await reader.Page.Locator("nav[aria-label=Relation] a").Filter(new() { HasText = "counters" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/moves?relation=counters");
        await Expect(Arrows(reader)).ToHaveCountAsync(await reader.Page.Locator("[data-to]").CountAsync());
        Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.stillHere === true"), "The whole document was loaded again.");
        Assert.InRange(await WorstGapAsync(reader), 0, 3);
    });

    [Fact]
    public Task Contradiction_Arrow_IsMarkedByMoreThanColour() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves");
        await DrawnAsync(reader);
        await Expect(reader.Page.Locator("ib-links g.against")).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator($"ib-links g.against[data-move='move-{Warning}'] circle")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Card_PointedAt_BringsOutItsLinks() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves");
        await DrawnAsync(reader);
        var lit = reader.Page.Locator("ib-links g.lit");
        await reader.Page.Locator("#e-china-j15-radar-lock-2025 .title").HoverAsync();
        await Expect(lit).ToHaveCountAsync(4);
        await Expect(reader.Page.Locator("ib-links .ring")).ToHaveCountAsync(4);
        await reader.Page.Locator("#move-radar-lock-responds-to-f15-approach").HoverAsync();
        await Expect(lit).ToHaveCountAsync(1);
        await reader.Page.Mouse.MoveAsync(2, 2);
        await Expect(lit).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Keyboard_Alone_ReachesACardFollowsItsLinkAndSwitches() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves");
        await DrawnAsync(reader);
        await TabToAsync(reader, $"#move-{Warning} a");
        await Expect(reader.Page.Locator("ib-links g.lit")).ToHaveAttributeAsync("data-move", "move-" + Warning);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/moves#e-tokyo-summit-2025");
        await Expect(reader.Page.Locator("#e-tokyo-summit-2025 .title")).ToBeInViewportAsync();
        // From there the next stop is the card's own link.
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.Locator("#e-tokyo-summit-2025 .title")).ToBeFocusedAsync();
        await Expect(reader.Page.Locator("ib-links g.lit")).ToHaveCountAsync(await reader.Page.Locator("#e-tokyo-summit-2025 [data-to], #e-tokyo-summit-2025 .back li").CountAsync());

        await reader.OpenAsync("/moves");
        await TabToAsync(reader, "nav[aria-label=Asserted] a[href='/moves?asserted=others']");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/moves?asserted=others");
        await Expect(reader.Page.Locator("nav[aria-label=Asserted] [aria-current]")).ToHaveAttributeAsync("href", "/moves?asserted=others");
        await Expect(reader.Page.Locator("nav[aria-label=Asserted] [aria-current]")).ToBeFocusedAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Filter_Chosen_KeepsTheOtherSwitches(bool scripts) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves?asserted=others&relation=follows-up");
        await reader.Page.Locator("section.ib-filter details > summary").ClickAsync();
        await reader.Page.Locator("input[name=country][value=vietnam]").CheckAsync();
        if (!scripts) await reader.Page.Locator("section.ib-filter form button[type=submit]").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("country=vietnam"));
        await Expect(reader.Page.Locator("link[rel=canonical]")).ToHaveAttributeAsync("href", browser.Origin + "/moves?country=vietnam&asserted=others&relation=follows-up");
        await Expect(reader.Page.Locator("nav[aria-label=Relation] [aria-current]")).ToHaveTextAsync("follows up");
    }, new() { JavaScriptEnabled = scripts });

    [Fact]
    public Task Page_WithoutScripts_HasEveryLinkInWords() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves");
        var link = reader.Page.Locator("#move-" + Warning);
        await Expect(link).ToContainTextAsync("asserted by the article");
        await Expect(link).ToContainTextAsync("the dates contradict it");
        await link.Locator("a").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(browser.Origin + "/moves#e-tokyo-summit-2025");
        await reader.Page.Locator("#e-tokyo-summit-2025 summary").ClickAsync();
        await Expect(reader.Page.Locator("#e-tokyo-summit-invitations-2025 a").First).ToBeVisibleAsync();
    }, new() { JavaScriptEnabled = false });

    [Fact]
    public Task Print_Chain_IsWordsWithoutArrows() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/moves");
        await DrawnAsync(reader);
        reader.IsSpent = true;
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Arrows(reader).First).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("#e-tokyo-summit-invitations-2025 a").First).ToBeVisibleAsync();
    });

    // With the Tab key alone, as far as it takes.
    private static async Task TabToAsync(Reader reader, string selector)
    {
        for (var i = 0; i < 600; i++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await reader.Page.EvaluateAsync<bool>("selector => document.activeElement === document.querySelector(selector)", selector)) return;
        }
        Assert.Fail($"{selector} cannot be reached with the Tab key.");
    }
}
