using System.Net;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Addresses: other spellings, empty fields, unknown things and values, and hostile ones.</summary>
public sealed class AddressTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
        using var plain = await server.GetAsync(spelling);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (plain.StatusCode, plain.Headers.Location?.ToString()));
        using var filtered = await server.GetAsync(spelling + "?type=visit&lang=zh-Hans");
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
        using var response = await server.GetAsync(address);
        Assert.Equal((address.Contains("KZ", StringComparison.Ordinal) ? HttpStatusCode.MovedPermanently : HttpStatusCode.Found, filled), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/search/suggest?q=", HttpStatusCode.OK)]
    [InlineData("/nowhere?from=", HttpStatusCode.NotFound)]
    [InlineData("/sources?type&=&&&", HttpStatusCode.OK)]
    public async Task Address_WithEmptyFieldsElsewhere_Answers(string address, HttpStatusCode status)
    {
        using var response = await server.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task NotFound_Page_ListsCountriesAndActorsApart()
    {
        var page = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync("/nowhere")));
        foreach (var kind in new[] { "countries", "actors" })
        {
            var list = page.QuerySelector($"main ul[aria-labelledby={kind}]")!;
            Assert.All(list.QuerySelectorAll("a"), a => Assert.StartsWith($"/{kind}/", a.GetAttribute("href"), StringComparison.Ordinal));
            Assert.Single(list.QuerySelectorAll("a"), a => a.TextContent.Trim() == "Japan");
        }
        foreach (var address in new[] { "/", "/engagements", "/search", "/sources", "/countries", "/actors" }) Assert.NotNull(page.QuerySelector($"main a[href='{address}']"));
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
        using var response = await server.GetAsync(address);
        if (address.Contains("%00", StringComparison.Ordinal)) { Assert.InRange((int)response.StatusCode, 400, 404); return; }
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = PageRules.Parse(await BoardServer.TextAsync(response));
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
        var english = PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address)));
        Assert.Equal(address + "#content", english.QuerySelector("a.ib-skip")!.GetAttribute("href"));
        Assert.Equal(address + "?lang=zh-Hans", english.QuerySelector("a[hreflang=zh-Hans]")!.GetAttribute("href"));
        Assert.Equal(address, english.QuerySelector("input[name=return]")!.GetAttribute("value"));
        Faults.None(PageRules.Broken(PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address + "?lang=zh-Hans"))), "zh-Hans", isListed: false));
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
        using var response = await server.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var notice = string.Concat(PageRules.Parse(await BoardServer.TextAsync(response)).QuerySelectorAll("[role=status]").Select(e => e.TextContent));
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
            using var response = await server.GetAsync($"{path}?{escaped}");
            Assert.True((int)response.StatusCode < 500, $"{path}: {response.StatusCode}");
            if (response.StatusCode == HttpStatusCode.OK) Assert.DoesNotContain("<script>alert", await BoardServer.TextAsync(response), StringComparison.Ordinal);
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
}
