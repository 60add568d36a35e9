using System.Net;
using System.Text.RegularExpressions;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Every page over a real server, a real database and the checkout's own seeds.</summary>
public sealed class PageTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => [.. Samples.Addresses];

    public static TheoryData<string> OneOfEach => [.. Samples.OneOfEach];

    private Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return server.Client.SendAsync(request, Cancel);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Cancel);

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
        var get = await GetAsync(address);
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
        Assert.Contains("GET", await TextAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_WithoutAForm_IsABadRequestWithASentence()
    {
        var response = await server.Client.PostAsync("/preferences/theme", null, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("theme=light", await TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_Sample_KeepsTheRulesOfEveryPage(string address)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Faults.None(PageRules.Broken(PageRules.Parse(await TextAsync(response)), "en", isListed: true));
    }

    [Fact]
    public async Task Style_RulesOfMudBlazorForWhatIsOnThePages_AreAllInTheSubset()
    {
        var (whole, subset) = (Rules(await TextAsync(await GetAsync("/_content/MudBlazor/MudBlazor.min.css"))), Rules(await TextAsync(await GetAsync("/dist/board.css"))));
        var worn = new HashSet<string>();
        foreach (var address in Samples.OneOfEach.Append("/nowhere").Append("/countries/turkmenistan?from=2030&type=visits")) worn.UnionWith(PageRules.Parse(await TextAsync(await GetAsync(address))).All.SelectMany(e => e.ClassList));
        var kept = subset.SelectMany(r => r).ToHashSet();
        Assert.Contains("mud-typography", kept);
        Faults.None(whole.Where(r => r.Count > 0 && r.IsSubsetOf(worn) && !r.IsSubsetOf(kept)).Select(r => string.Join(' ', r)).Distinct());

        // The classes that each selector asks for.
        static List<HashSet<string>> Rules(string css) => [.. Regex.Matches(css, @"([^{}]+)\{").SelectMany(m => Regex.Replace(m.Groups[1].Value, @":not\([^)]*\)", "").Split(','))
            .Select(selector => Regex.Matches(selector, @"\.(-?[A-Za-z_][\w-]*)").Select(m => m.Groups[1].Value).ToHashSet())];
    }

    [Fact]
    public async Task Script_LoadedOnDemand_IsNamedAfterItsContentAndKeptForGood()
    {
        var parts = Regex.Matches(await TextAsync(await GetAsync("/dist/board.js")), @"import\(""\./([a-z-]+-[A-Z0-9]{8}\.js)""\)").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["chart-save", "chart-view", "map-view"], parts.Select(p => p[..^12]).Order());
        foreach (var part in parts)
        {
            using var response = await GetAsync("/dist/" + part);
            Assert.Equal((HttpStatusCode.OK, "max-age=31536000, immutable"), (response.StatusCode, response.Headers.CacheControl?.ToString()));
        }
        Assert.Equal("no-cache", (await GetAsync("/dist/board.js")).Headers.CacheControl?.ToString());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Page_InChinese_SaysSoAndIsChinese(string address)
    {
        using var response = await GetAsync(InChinese(address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = PageRules.Parse(await TextAsync(response));
        Faults.None(PageRules.Broken(page, "zh-Hans", isListed: true));
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", page.QuerySelector("nav")!.TextContent);
        // The language stays on the links to other pages of the board.
        Assert.All(page.QuerySelectorAll("main a[href^='/']"), a => Assert.Contains("lang=zh-Hans", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_Reading_HasStrictHeadersAndNoCookie(string address)
    {
        using var response = await GetAsync(address);
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
        var page = PageRules.Parse(await TextAsync(await GetAsync(address)));
        Assert.Equal(new Uri(server.Client.BaseAddress!, address).ToString(), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [MemberData(nameof(OneOfEach))]
    public async Task Page_AskedForTwice_ComesFromTheCacheUnchanged(string address)
    {
        var unusual = address + "?lang=en";
        using var first = await GetAsync(unusual);
        using var second = await GetAsync(unusual);
        Assert.False(first.Headers.Contains("Age"));
        Assert.True(second.Headers.Contains("Age"));
        Assert.Equal(await TextAsync(first), await TextAsync(second));
    }

    [Fact]
    public async Task Page_Titles_AreAllDifferent()
    {
        var titles = new List<string>();
        foreach (var address in Samples.Addresses.Where(a => !a.Contains('?'))) titles.Add(PageRules.Parse(await TextAsync(await GetAsync(address))).Title!);
        Faults.None(titles.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("/countries/kz", "/countries/kazakhstan")]
    [InlineData("/countries/KZ", "/countries/kazakhstan")]
    [InlineData("/countries/KAZ", "/countries/kazakhstan")]
    [InlineData("/countries/Kazakhstan", "/countries/kazakhstan")]
    [InlineData("/countries/%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6", "/countries/kazakhstan")]
    [InlineData("/countries/kazakhstan/", "/countries/kazakhstan")]
    [InlineData("/country/kz", "/countries/kazakhstan")]
    [InlineData("/actors/US", "/actors/united-states")]
    [InlineData("/actor/china", "/actors/china")]
    [InlineData("/engagement/tokyo-summit-2025", "/engagements/tokyo-summit-2025")]
    [InlineData("/sources/", "/sources")]
    [InlineData("/person/tokayev", "/people/tokayev")]
    public async Task Address_OtherSpelling_LeadsToTheOneAddressWithItsQuery(string spelling, string address)
    {
        using var plain = await GetAsync(spelling);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (plain.StatusCode, plain.Headers.Location?.ToString()));
        using var filtered = await GetAsync(spelling + "?type=visit&lang=zh-Hans");
        Assert.Equal(address + "?type=visit&lang=zh-Hans", filtered.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/countries/kazakhstan?from=&to=&reliability=", "/countries/kazakhstan")]
    [InlineData("/countries/kazakhstan?domain=energy&from=2025&to=&reliability=&lang=zh-Hans", "/countries/kazakhstan?domain=energy&from=2025&lang=zh-Hans")]
    [InlineData("/?from=", "/")]
    [InlineData("/search?q=", "/search")]
    [InlineData("/countries/KZ?from=&type=visit", "/countries/kazakhstan?from=&type=visit")]
    public async Task Address_WithEmptyFields_LeadsToTheOneWithout(string address, string filled)
    {
        using var response = await GetAsync(address);
        Assert.Equal((address.Contains("KZ", StringComparison.Ordinal) ? HttpStatusCode.MovedPermanently : HttpStatusCode.Found, filled), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/search/suggest?q=", HttpStatusCode.OK)]
    [InlineData("/nowhere?from=", HttpStatusCode.NotFound)]
    [InlineData("/sources?type&=&&&", HttpStatusCode.OK)]
    public async Task Address_WithEmptyFieldsElsewhere_Answers(string address, HttpStatusCode status)
    {
        using var response = await GetAsync(address);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task NotFound_Page_ListsCountriesAndActorsApart()
    {
        var page = PageRules.Parse(await TextAsync(await GetAsync("/nowhere")));
        foreach (var kind in new[] { "countries", "actors" })
        {
            var list = page.QuerySelector($"main ul[aria-labelledby={kind}]")!;
            Assert.All(list.QuerySelectorAll("a"), a => Assert.StartsWith($"/{kind}/", a.GetAttribute("href"), StringComparison.Ordinal));
            Assert.Single(list.QuerySelectorAll("a"), a => a.TextContent.Trim() == "Japan");
        }
        foreach (var address in new[] { "/", "/engagements", "/search", "/sources", "/countries", "/actors" }) Assert.NotNull(page.QuerySelector($"main a[href='{address}']"));
    }

    [Theory]
    [InlineData("/engagements/tokyo-summit-2025", "19–20 December 2025")]
    [InlineData("/countries/vietnam", "8–10 December 2025")]
    [InlineData("/sources/tokyo-summit-article", "19–20 December 2025")]
    public async Task Claims_OfADate_SayItInWords(string address, string words)
    {
        var page = PageRules.Parse(await TextAsync(await GetAsync(address)));
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
        var page = PageRules.Parse(await TextAsync(await GetAsync(InChinese(address))));
        foreach (var shown in page.QuerySelectorAll("figure")) shown.Remove();
        var text = page.QuerySelector("main")!.TextContent;
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}\s*[,;:]\s*\p{IsCJKUnifiedIdeographs}", text);
        Assert.DoesNotContain("First load", text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("main .ib-refs li"), li => li.TextContent.Contains(" excerpt ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClaimRefs_Source_IsNamedByPublisherAndDay()
    {
        var page = PageRules.Parse(await TextAsync(await GetAsync("/countries/kazakhstan")));
        var link = page.QuerySelector("main .ib-refs a[href*='/sources/kantei-2025-12-20']")!;
        Assert.Equal("Prime Minister's Office of Japan, 20 December 2025", link.TextContent);
        Assert.False(string.IsNullOrWhiteSpace(link.GetAttribute("title")));
    }

    [Fact]
    public async Task Country_UnderAFilterThatNothingPasses_SaysSoOnceWithWhatToLoosen()
    {
        var main = PageRules.Parse(await TextAsync(await GetAsync("/countries/turkmenistan?from=2030&type=visit"))).QuerySelector("main")!;
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
        var rows = PageRules.Parse(await TextAsync(await GetAsync(address))).QuerySelectorAll("main tbody tr").Where(r => r.QuerySelector($"th a[href^='{prefix}']") is not null).ToList();
        Assert.Equal(lines, rows.Count);
        foreach (var row in rows)
        {
            var count = row.QuerySelector("td a[href^='/engagements?']")!;
            var shown = PageRules.Parse(await TextAsync(await GetAsync(count.GetAttribute("href")!))).QuerySelector("#filter-sentence .count")!.TextContent;
            Assert.StartsWith(count.TextContent.Trim() + " ", shown.Trim(), StringComparison.Ordinal);
            Assert.NotNull(row.QuerySelector("td a[href^='/engagements/']"));
        }
    }

    [Theory]
    [InlineData("/countries/atlantis")]
    [InlineData("/countries/china")]
    [InlineData("/countries/central-asia")]
    [InlineData("/actors/vietnam")]
    [InlineData("/actors/nobody")]
    [InlineData("/engagements/no-such-thing")]
    [InlineData("/engagements/TOKYO-SUMMIT-2025%00")]
    [InlineData("/sources/no-such-source")]
    [InlineData("/people/nobody")]
    [InlineData("/organisations/none")]
    [InlineData("/places/atlantis")]
    [InlineData("/nowhere")]
    [InlineData("/nowhere/at/all")]
    [InlineData("/countries/%22%3E%3Cscript%3Ealert(1)%3C")]
    public async Task Address_UnknownThing_IsAPageThatSaysSo(string address)
    {
        using var response = await GetAsync(address);
        if (address.Contains("%00", StringComparison.Ordinal)) { Assert.InRange((int)response.StatusCode, 400, 404); return; }
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = PageRules.Parse(await TextAsync(response));
        Faults.None(PageRules.Broken(page, "en", isListed: false));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.NotNull(page.QuerySelector("main a[href^='/countries/']"));
        Assert.Contains(Uri.UnescapeDataString(address), page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/engagements/no-such-thing")]
    [InlineData("/countries/atlantis")]
    public async Task Address_UnknownThing_KeepsTheAddressAndTheLanguage(string address)
    {
        var english = PageRules.Parse(await TextAsync(await GetAsync(address)));
        Assert.Equal(address + "#content", english.QuerySelector("a.ib-skip")!.GetAttribute("href"));
        Assert.Equal(address + "?lang=zh-Hans", english.QuerySelector("a[hreflang=zh-Hans]")!.GetAttribute("href"));
        Assert.Equal(address, english.QuerySelector("input[name=return]")!.GetAttribute("value"));
        Faults.None(PageRules.Broken(PageRules.Parse(await TextAsync(await GetAsync(address + "?lang=zh-Hans"))), "zh-Hans", isListed: false));
    }

    [Theory]
    [InlineData("/countries/kazakhstan?type=visits&rung=promise", "visits", "promise")]
    [InlineData("/?actor=atlantis", "atlantis", "")]
    [InlineData("/actors/china?from=soon", "soon", "")]
    [InlineData("/?measure=happiness", "happiness", "")]
    [InlineData("/moves?asserted=everybody&relation=opposes", "everybody", "opposes")]
    [InlineData("/sources?lang=tlh", "tlh", "")]
    [InlineData("/countries/japan?asOf=yesterday", "yesterday", "")]
    [InlineData("/people?party=atlantis", "atlantis", "japan")]
    [InlineData("/places?party=atlantis", "atlantis", "japan")]
    [InlineData("/countries/kazakhstan?from=%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%95", "２０２５", "")]
    public async Task Query_UnknownValue_IsIgnoredWithANotice(string address, string value, string another)
    {
        using var response = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var notice = string.Concat(PageRules.Parse(await TextAsync(response)).QuerySelectorAll("[role=status]").Select(e => e.TextContent));
        Assert.Contains(value, notice, StringComparison.Ordinal);
        Assert.Contains(another, notice, StringComparison.Ordinal);
    }

    public static TheoryData<string> Hostile =>
    [
        "type='; DROP TABLE Engagements; --", "country=\"><script>alert(1)</script>", "actor=\0", "from=0001~", "from=9998~&to=0001-01-01~", "from=２０２５", "domain=\u202Egnitaerc\u202C", "status=😀😀😀",
        "rung=" + new string('a', 10_000), "type=" + string.Join(',', Enumerable.Repeat("visit", 500)), "asOf=0001-01-01", "asOf=9999-12-31", "asOf=\0", "lang=%", "lang=zh-Hans'\"", "measure=<b>", "asserted=<b>&relation=\0", "reliability=A,B,C,D,E,F,G",
        "country[]=kz&country[0]=kz", "=", "&&&===", "type", "from=2025-12&from=2024&from=", "country=../../etc/passwd", "party=\"><script>alert(1)</script>", "q=\"><script>alert(1)</script>&kind=<b>", "sort=-&column=<b>&group=0&size=-1&page=99999999999", "zoom=\0&by=<b>", "to=%FF%FE", "from=-1&to=99999999999999999999",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Query_Hostile_IsNeverAFaultOfTheServer(string query)
    {
        var escaped = string.Concat(query.EnumerateRunes().Select(r => r.Value is '=' or '&' or '%' ? r.ToString() : Uri.EscapeDataString(r.ToString())));
        foreach (var path in Samples.OneOfEach.Append("/countries/KZ").Append("/nowhere"))
        {
            using var response = await GetAsync($"{path}?{escaped}");
            Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
            if (response.StatusCode == HttpStatusCode.OK) Assert.DoesNotContain("<script>alert", await TextAsync(response), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/%00")]
    [InlineData("/countries/%00")]
    [InlineData("/engagements/%F0%9F%98%80")]
    [InlineData("/sources/%E2%80%AEabc")]
    [InlineData("/engagements/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("//evil.example/countries/kz")]
    [InlineData("/countries//evil.example")]
    [InlineData("/country/%2F%2Fevil.example")]
    [InlineData("/countries/kz%0d%0aSet-Cookie:a=b")]
    [InlineData("/\\evil.example")]
    public async Task Path_Hostile_IsNeverAFaultOfTheServerNorAWayOut(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var response = await client.GetAsync(new Uri(server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Cancel);
        Assert.InRange((int)response.StatusCode, 200, 499);
        if (response.Headers.Location?.OriginalString is { } location) Assert.Matches(@"^/(?![/\\])", location);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("theme=dark", "dark")]
    [InlineData("theme=light", "light")]
    [InlineData("theme=neon", null)]
    [InlineData("theme=\"><script>", null)]
    [InlineData(null, null)]
    public async Task Theme_Cookie_IsInTheFirstByteOfThePage(string? cookie, string? theme)
    {
        using var response = cookie is null ? await GetAsync("/countries/kazakhstan") : await GetAsync("/countries/kazakhstan", ("Cookie", cookie));
        Assert.Equal(theme, PageRules.Parse(await TextAsync(response)).DocumentElement.GetAttribute("data-theme"));
        Assert.Contains("Cookie", response.Headers.Vary);
    }

    [Theory]
    [InlineData("dark", "/countries/kazakhstan?type=visit", "/countries/kazakhstan?type=visit", "theme=dark")]
    [InlineData("light", "/", "/", "theme=light")]
    [InlineData("auto", "/sources", "/sources", "theme=;")]
    [InlineData("neon", "/sources", "/sources", "theme=;")]
    [InlineData("dark", "https://evil.example/", "/", "theme=dark")]
    [InlineData("dark", "//evil.example/", "/", "theme=dark")]
    [InlineData("dark", "/\\evil.example/", "/", "theme=dark")]
    [InlineData("dark", "javascript:alert(1)", "/", "theme=dark")]
    [InlineData("dark", "", "/", "theme=dark")]
    public async Task Theme_Form_KeepsTheChoiceAndStaysOnTheBoard(string theme, string back, string expected, string cookie)
    {
        using var response = await server.Client.PostAsync("/preferences/theme", new FormUrlEncodedContent([new("theme", theme), new("return", back)]), Cancel);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
        Assert.StartsWith(cookie, Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OwnParameterOfAPage_StaysInEveryAddressOfTheView()
    {
        const string address = "/?type=visit&measure=pledged";
        var page = PageRules.Parse(await TextAsync(await GetAsync(address)));
        var whole = new Uri(server.Client.BaseAddress!, address).ToString();
        Assert.Equal([whole, whole, whole],
            [page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), page.QuerySelector("link[hreflang=en]")!.GetAttribute("href"), page.QuerySelector("#share-address")!.GetAttribute("value")]);
        Assert.All(page.QuerySelectorAll(".ib-filter .ib-chip"), a => Assert.Equal("/?measure=pledged", a.GetAttribute("href")));
        Assert.Equal("pledged", page.QuerySelector(".ib-filter form input[name=measure]")!.GetAttribute("value"));
        Assert.Empty(PageRules.Parse(await TextAsync(await GetAsync("/?type=visit"))).QuerySelectorAll(".ib-filter form input[type=hidden]"));
    }

    [Fact]
    public async Task Moment_BeforeTheFirstLoad_ShowsABoardThatKnewNothing()
    {
        var page = PageRules.Parse(await TextAsync(await GetAsync("/countries/kazakhstan?asOf=2001-01-01")));
        Faults.None(PageRules.Broken(page, "en", isListed: true));
        Assert.Empty(page.QuerySelectorAll("main a[href^='/engagements/']"));
        Assert.Contains("1 January 2001", page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    private static string InChinese(string address) => address + (address.Contains('?') ? '&' : '?') + "lang=zh-Hans";
}
