using System.Net;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Every page over a real server, a real database and the checkout's own seeds.</summary>
public sealed class PageTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => [.. Samples.Addresses];

    public static TheoryData<string> OneOfEach => [.. Samples.OneOfEach];

    [Fact]
    public void Routes_EveryPage_HasSamplesAndEverySampleAPage()
    {
        Faults.None(Samples.Missing);
        Faults.None(Samples.Gone);
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_Head_AnswersLikeGetWithoutBody(string address)
    {
        var get = await server.GetAsync(address);
        var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Cancel);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_Post_IsRefusedWithASentence(string address)
    {
        var response = await server.Client.PostAsync(address, new FormUrlEncodedContent([]), Cancel);
        Assert.True(response.StatusCode is HttpStatusCode.MethodNotAllowed, $"{address} answered {(int)response.StatusCode}");
        Assert.Contains("GET", await BoardServer.TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_Sample_KeepsTheRulesOfEveryPage(string address)
    {
        using var response = await server.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var page = PageRules.Parse(await BoardServer.TextAsync(response));
        Faults.None(PageRules.Broken(page, "en", isListed: true));
        // What a chart or the map draws stands as a table too; an engagement's and a place's map as a list.
        if (page.QuerySelector("ib-chart, ib-map[data-label]") is not null && !address.StartsWith("/engagements/", StringComparison.Ordinal) && !address.StartsWith("/places/", StringComparison.Ordinal)) Assert.NotNull(page.QuerySelector("main table"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InChinese_SaysSoAndIsChinese(string address)
    {
        using var response = await server.GetAsync(InChinese(address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = PageRules.Parse(await BoardServer.TextAsync(response));
        Faults.None(PageRules.Broken(page, "zh-Hans", isListed: true));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", page.QuerySelector("nav")!.TextContent);
        // The language stays on the links to other pages of the board.
        Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.Contains("lang=zh-Hans", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_Reading_HasStrictHeadersAndNoCookie(string address)
    {
        using var response = await server.GetAsync(address);
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal("public, no-cache", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_CanonicalAddress_IsItsOwn(string address)
    {
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address)));
        Assert.Equal(new Uri(server.Client.BaseAddress!, address).ToString(), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_AskedForTwice_ComesFromTheCacheUnchanged(string address)
    {
        var unusual = address + "?lang=en";
        using var first = await server.GetAsync(unusual);
        using var second = await server.GetAsync(unusual);
        Assert.False(first.Headers.Contains("Age"));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal(await BoardServer.TextAsync(first), await BoardServer.TextAsync(second));
    }

    [Fact]
    public async Task Page_Titles_AreAllDifferent()
    {
        var titles = new List<string>();
        foreach (var address in Samples.Addresses.Where(a => !a.Contains('?'))) titles.Add(PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address))).Title!);
        Faults.None(titles.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("/engagements/tokyo-summit-2025", "19–20 December 2025")]
    [InlineData("/countries/vietnam", "8–10 December 2025")]
    [InlineData("/sources/tokyo-summit-article", "19–20 December 2025")]
    public async Task Claims_OfADate_SayItInWords(string address, string words)
    {
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address)));
        // The notation itself and the help of the date fields show how dates are written in addresses and data; references hold addresses.
        foreach (var shown in page.QuerySelectorAll("form, dl, script, .ib-sources, .ib-original")) shown.Remove();
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b20\d\d-\d\d-\d\d\b", text);
    }

    [Theory]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/engagements/tokyo-summit-2025")]
    [InlineData("/money")]
    public async Task Page_InChinese_HasChinesePunctuationAndNoLoaderEnglish(string address)
    {
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(InChinese(address))));
        foreach (var shown in page.QuerySelectorAll("figure")) shown.Remove();
        var text = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}\s*[,;:]\s*\p{IsCJKUnifiedIdeographs}", text);
        Assert.DoesNotContain("First load", text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("main .ib-refs li"), li => li.TextContent.Contains(" excerpt ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClaimRefs_Source_IsNamedByPublisherAndDay()
    {
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync("/countries/kazakhstan")));
        var link = page.QuerySelector("main .ib-refs a[href*='/sources/kantei-2025-12-20']")!;
        Assert.Equal("Prime Minister's Office of Japan, 20 December 2025", link.TextContent);
        Assert.False(string.IsNullOrWhiteSpace(link.GetAttribute("title")));
    }

    [Fact]
    public async Task Country_UnderAFilterThatNothingPasses_SaysSoOnceWithWhatToLoosen()
    {
        var main = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync("/countries/turkmenistan?from=2030&type=visit"))).QuerySelector("main")!;
        Assert.Single(main.QuerySelectorAll(".ib-empty"));
        Assert.Contains(main.QuerySelectorAll("#nothing a"), a => a.GetAttribute("href") == "/countries/turkmenistan?from=2030-01-01");
        Assert.Contains(main.QuerySelectorAll("#nothing a"), a => a.GetAttribute("href") == "/countries/turkmenistan");
        Assert.DoesNotContain(main.QuerySelectorAll("a"), a => a.TextContent.Trim() == "0");
        Assert.NotNull(main.QuerySelector("#all"));
    }

    [Theory]
    [InlineData("/countries", "/countries/", 7)]
    [InlineData("/actors", "/actors/", 4)]
    public async Task Index_EachLine_CountsWhatItsLinkShows(string address, string prefix, int lines)
    {
        var rows = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address))).QuerySelectorAll("main tbody tr").Where(r => r.QuerySelector($"th a[href^='{prefix}']") is not null).ToList();
        Assert.Equal(lines, rows.Count);
        foreach (var row in rows)
        {
            var count = row.QuerySelector("td a[href^='/engagements?']")!;
            var shown = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(count.GetAttribute("href")!))).QuerySelector("#filter-sentence .count")!.TextContent;
            Assert.StartsWith(count.TextContent.Trim() + " ", shown.Trim(), StringComparison.Ordinal);
            Assert.NotNull(row.QuerySelector("td a[href^='/engagements/']"));
        }
    }

    [Fact]
    public async Task Query_OwnParameterOfAPage_StaysInEveryAddressOfTheView()
    {
        const string address = "/?type=visit&measure=pledged";
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address)));
        var whole = new Uri(server.Client.BaseAddress!, address).ToString();
        Assert.Equal([whole, whole, whole],
            [page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), page.QuerySelector("link[hreflang=en]")!.GetAttribute("href"), page.QuerySelector("#share-address")!.GetAttribute("value")]);
        Assert.All(page.QuerySelectorAll(".ib-filter .ib-chip"), a => Assert.Equal("/?measure=pledged", a.GetAttribute("href")));
        Assert.Equal("pledged", page.QuerySelector(".ib-filter form input[name=measure]")!.GetAttribute("value"));
        Assert.Empty(PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync("/?type=visit"))).QuerySelectorAll(".ib-filter form input[type=hidden]"));
    }

    [Fact]
    public async Task Moment_BeforeTheFirstLoad_ShowsABoardThatKnewNothing()
    {
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync("/countries/kazakhstan?asOf=2001-01-01")));
        Faults.None(PageRules.Broken(page, "en", isListed: true));
        Assert.Empty(page.QuerySelectorAll("main a[href^='/engagements/']"));
        Assert.Contains("1 January 2001", page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    private static string InChinese(string address) => address + (address.Contains('?') ? '&' : '?') + "lang=zh-Hans";
}
