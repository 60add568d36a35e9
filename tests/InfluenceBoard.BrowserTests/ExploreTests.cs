using System.Text.RegularExpressions;
using InfluenceBoard.BrowserTests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests;

/// <summary>Questions put to the board: the explorer, search, comparison, money, what was searched, and the timeline's zoom.</summary>
public sealed class ExploreTests(BoardBrowser browser)
{
    private static Task MarkAsync(Reader reader) => reader.Page.EvaluateAsync("() => { window.stillHere = true; }");

    private static async Task AssertSameDocumentAsync(Reader reader) => Assert.True(await reader.Page.EvaluateAsync<bool>("() => window.stillHere === true"), "The whole document was loaded again.");

    private static Regex Ends(string query) => new(Regex.Escape(query) + "$");

    private static async Task TabToAsync(Reader reader, ILocator target)
    {
        for (var i = 0; i < 120; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await reader.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("The Tab key does not lead there.");
    }

    [Fact]
    public Task Facet_Chosen_CountsComeTrueAndFocusAndScrollStay() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements");
        await MarkAsync(reader);
        var box = reader.Page.Locator("input[type=checkbox][name=status][value=planned]");
        await box.ScrollIntoViewIfNeededAsync();
        var promised = await reader.Page.Locator("label:has(input[name=status][value=planned]) .n").InnerTextAsync();
        await box.CheckAsync();
        await Expect(reader.Page).ToHaveURLAsync(Ends("/engagements?status=planned"));
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync($"{promised} engagements");
        await Expect(box).ToBeFocusedAsync();
        await AssertSameDocumentAsync(reader);
        await Expect(box).ToBeInViewportAsync();
        // Its own facet still counts the other values, the others count what is left.
        Assert.NotEqual("0", await reader.Page.Locator("label:has(input[name=status][value=reported]) .n").InnerTextAsync());
    });

    [Fact]
    public Task Facets_WithoutScripts_AreAForm() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements?sort=title");
        await reader.Page.Locator("input[name=actor][value=china]").CheckAsync();
        await reader.Page.Locator(".side button[type=submit]").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"actor=china.*sort=title|sort=title.*actor=china"));
        await Expect(reader.Page.Locator("#filter-sentence")).ToContainTextAsync("China");
        await Expect(reader.Page.Locator("main .mud-alert")).ToHaveCountAsync(0);
    }, new() { JavaScriptEnabled = false });

    [Fact]
    public Task Heading_ByKeyboardAlone_OrdersTheRowsAndKeepsTheFocus() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements?actor=japan");
        await MarkAsync(reader);
        var heading = reader.Page.Locator("a[data-keep=sort-title]");
        await heading.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(Ends("/engagements?actor=japan&sort=title"));
        await Expect(reader.Page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Title");
        await Expect(heading).ToBeFocusedAsync();
        var titles = await reader.Page.Locator("table.dense tbody th[scope=row] a").AllInnerTextsAsync();
        Assert.Equal(titles.Order(StringComparer.Ordinal), titles);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Title");
        await AssertSameDocumentAsync(reader);
    });

    [Fact]
    public Task Group_Chosen_HeadsTheRowsWithTheirNumbers() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements?actor=china");
        await reader.Page.Locator("details.options > summary").ClickAsync();
        await reader.Page.Locator("select[name=group]").SelectOptionAsync("status");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("actor=china&group=status"));
        await Expect(reader.Page.Locator("tr.group").First).ToContainTextAsync("engagements");
        await Expect(reader.Page.Locator("select[name=group]")).ToBeVisibleAsync();
        await reader.Page.Locator("input[name=column][value=type]").UncheckAsync();
        await Expect(reader.Page.Locator("thead th").Filter(new() { HasText = "Type" })).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("thead th").Filter(new() { HasText = "Title" })).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Pages_NextAndBack_ShowOtherRows() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements");
        var first = await reader.Page.Locator("table.dense tbody th[scope=row] a").First.InnerTextAsync();
        await reader.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(Ends("?page=2"));
        await Expect(reader.Page.Locator("table.dense tbody th[scope=row] a").First).Not.ToHaveTextAsync(first);
        await reader.Page.GoBackAsync();
        await Expect(reader.Page.Locator("table.dense tbody th[scope=row] a").First).ToHaveTextAsync(first);
    });

    [Fact]
    public Task EmptyResult_NamesTheChoiceToTakeBack() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/engagements?country=turkmenistan&actor=russia");
        var loosen = reader.Page.Locator(".ib-empty li").First;
        var text = await loosen.InnerTextAsync();
        await loosen.Locator("a").ClickAsync();
        await Expect(reader.Page.Locator("#filter-sentence .count")).ToHaveTextAsync(Regex.Match(text, @"\d+ engagements?").Value);
    });

    [Fact]
    public Task Search_SlashAndKeys_OpenTheSuggestedRecord() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/methodology");
        await reader.Page.Keyboard.PressAsync("/");
        var box = reader.Page.Locator("header input[name=q]");
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("");
        await box.PressSequentiallyAsync("toka");
        var option = reader.Page.Locator("header [role=option]").Filter(new() { HasText = "Tokayev" }).First;
        await Expect(option).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        for (var i = 0; i < 12 && await option.GetAttributeAsync("aria-selected") != "true"; i++) await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", (await option.GetAttributeAsync("id"))!);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Tokayev");
        await Expect(reader.Page.Locator("header [role=option]:visible")).ToHaveCountAsync(0);
        // The box works on the next page as well.
        await reader.Page.Keyboard.PressAsync("/");
        await box.FillAsync("苏林");
        await Expect(reader.Page.Locator("header [role=option]").Filter(new() { HasText = "Tô Lâm" })).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(reader.Page.Locator("header [role=option]:visible")).ToHaveCountAsync(0);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/search\\?q="));
        await Expect(reader.Page.Locator("main mark").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Search_SlashInAField_IsTyped() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/search");
        var box = reader.Page.Locator("main input[name=q]");
        await box.FocusAsync();
        await reader.Page.Keyboard.TypeAsync("a/b");
        await Expect(box).ToHaveValueAsync("a/b");
    });

    [Theory]
    [InlineData("托卡耶夫")]
    [InlineData("Токаев")]
    [InlineData("Toqaev")]
    public Task Search_WithoutScripts_FindsThePersonInAnyScript(string name) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/");
        await reader.Page.Locator("input[name=q]").First.FillAsync(name);
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator("main a[href='/people/tokayev']").First.ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToContainTextAsync("Tokayev");
    }, new() { JavaScriptEnabled = false });

    [Fact]
    public Task Search_Kind_ListsItsPages() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/search?q=japan");
        await reader.Page.Locator("nav a.ib-chip[href*='kind=engagement']").ClickAsync();
        await reader.Page.Locator("a[rel=next]").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(Ends("/search?q=japan&kind=engagement&page=2"));
        await Expect(reader.Page.Locator("main ol.ib-list > li").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Compare_Cell_LeadsToTheRowsThatItCounts() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/compare?from=2025-12");
        var cell = reader.Page.Locator("table.heat td a").First;
        var count = await cell.InnerTextAsync();
        await cell.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/engagements\\?country=.*&actor=.*from=2025-12-01"));
        await Expect(reader.Page.Locator("#filter-sentence .count")).ToContainTextAsync(count + " engagement");
    });

    [Fact]
    public Task Compare_SidesByKeyboardAlone_StandBesideEachOtherOnOneScale() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/compare");
        await TabToAsync(reader, reader.Page.Locator("a[data-keep=by-country]"));
        await reader.Page.Keyboard.PressAsync("Enter");
        foreach (var id in new[] { "VN", "KZ" })
        {
            await TabToAsync(reader, reader.Page.Locator($"a[data-keep=side-{id}]"));
            await reader.Page.Keyboard.PressAsync("Enter");
            await Expect(reader.Page.Locator($"a[data-keep=side-{id}][aria-current=true]")).ToBeFocusedAsync();
        }
        await Expect(reader.Page).ToHaveURLAsync(Ends("/compare?country=vietnam&country=kazakhstan&by=country"));
        await Expect(reader.Page.Locator("table.sides > thead th")).ToHaveCountAsync(3);
        await Expect(reader.Page.Locator("ib-chart")).Not.ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Total_Explained_AddsUpBeforeTheReadersEyes(bool scripts) => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/money");
        var table = reader.Page.Locator("section[aria-labelledby=total] details.ib-total").First;
        await Expect(table.Locator("tr.ib-sum")).ToBeVisibleAsync();
        await Expect(table.Locator("tr.ib-left")).ToBeVisibleAsync();
        // The same explanation opens from a total on any page.
        await reader.OpenAsync("/countries/vietnam");
        var other = reader.Page.Locator("details.ib-total").First;
        await other.Locator("summary").ClickAsync();
        await Expect(other.Locator("tr.ib-sum")).ToBeVisibleAsync();
    }, new() { JavaScriptEnabled = scripts });

    [Fact]
    public Task Coverage_EmptyCell_SaysWhetherAnybodyLookedAndWhere() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/coverage");
        await Expect(reader.Page.Locator("#vietnam-united-states")).ToContainTextAsync("not searched");
        var none = reader.Page.Locator("#turkmenistan-russia");
        await Expect(none).ToContainTextAsync("searched, none found");
        var survey = none.Locator("a").Last;
        var address = (await survey.GetAttributeAsync("href"))!;
        await survey.ClickAsync();
        await Expect(reader.Page.Locator(address[address.IndexOf('#')..])).ToBeInViewportAsync();
    });

    [Fact]
    public Task Timeline_Zoom_StaysInTheAddressAndAcrossFilters() => browser.ReadAsync(async reader =>
    {
        await reader.OpenAsync("/countries/kazakhstan");
        await MarkAsync(reader);
        var days = reader.Page.Locator("a[data-keep=zoom-day]");
        await days.ScrollIntoViewIfNeededAsync();
        await days.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/countries/kazakhstan\\?zoom=day"));
        await Expect(days).ToHaveAttributeAsync("aria-current", "true");
        await AssertSameDocumentAsync(reader);
        await reader.Page.Locator("section.ib-filter details > summary").ClickAsync();
        await reader.Page.Locator("input[name=domain][value=energy]").CheckAsync();
        await Expect(reader.Page).ToHaveURLAsync(Ends("?domain=energy&zoom=day"));
    });
}
