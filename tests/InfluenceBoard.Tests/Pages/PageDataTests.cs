using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Every page as data, in its plainest form.</summary>
public sealed class PageDataTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Json(string address)
    {
        var at = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = at < 0 ? (address, "") : (address[..at], address[at..]);
        return PageFormat.Path(path, "json") + query;
    }

    [Fact]
    public void Pages_EveryOneButTheErrorPages_IsDataToo() =>
        Assert.Equal(Samples.Routes.Where(r => r is not ("/error" or "/not-found")), PageData.All.Select(d => System.Text.RegularExpressions.Regex.Replace(PageData.RouteOf(d), @"\{[^}]+\}", "{}")).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Json_EverySample_SaysWhatThePageSays()
    {
        var faults = new List<string>();
        foreach (var address in Samples.Addresses.Concat(Samples.OneOfEach.Select(a => a + (a.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=zh-Hans")))
        {
            var page = PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));
            var answer = await server.Client.GetAsync(Json(address), Cancel);
            if (answer.StatusCode != HttpStatusCode.OK) { faults.Add($"{Json(address)}: {answer.StatusCode}"); continue; }
            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
            if (!page.Title!.StartsWith(json["title"]!.ToString() + " · ", StringComparison.Ordinal)) faults.Add($"{address}: title \"{json["title"]}\" is not \"{page.Title}\"");
            if (page.QuerySelector("meta[name=description]")!.GetAttribute("content") is var said && said != json["description"]!.ToString()) faults.Add($"{address}: \"{json["description"]}\" is not \"{said}\"");
            if (page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } canonical && canonical.Split("&page=")[0] != json["url"]!.ToString().Split("&page=")[0]) faults.Add($"{address}: {json["url"]} is not {canonical}");
            foreach (var (name, rows) in json["tables"]!.AsObject())
                if (rows!.AsArray().Select(r => string.Join(",", r!.AsObject().Select(p => p.Key))).Distinct().Count() > 1) faults.Add($"{address}: rows of {name} differ in their columns");
        }
        Faults.None(faults);
    }

    [Theory]
    [InlineData("/countries/nowhere.json")]
    [InlineData("/actors/kazakhstan.json")]
    [InlineData("/engagements/nothing.json")]
    [InlineData("/people/nobody.json")]
    public async Task Json_UnknownName_IsAProblemWithStatus404(string address)
    {
        var answer = await server.Client.GetAsync(address, Cancel);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(404, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/countries/KZ.json?actor=japan", "/countries/kazakhstan.json?actor=japan")]
    [InlineData("/country/vietnam.json", "/countries/vietnam.json")]
    [InlineData("/overview", "/")]
    public async Task Address_OtherSpelling_LeadsToTheOne(string address, string to)
    {
        var answer = await server.Client.GetAsync(address, Cancel);
        Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Json_ExplorerOfAnyPage_HoldsEveryEngagementOfTheFilter()
    {
        var rows = JsonNode.Parse(await server.Client.GetStringAsync("/engagements.json?actor=china&page=2&sort=title", Cancel))!["tables"]!["engagements"]!.AsArray();
        var page = PageRules.Parse(await server.Client.GetStringAsync("/engagements?actor=china&sort=title&size=100", Cancel));
        Assert.Equal(page.QuerySelectorAll("tbody a[href^='/engagements/']:not([href*='#'])").Select(e => e.GetAttribute("href")!["/engagements/".Length..]).Take(20), rows.Select(r => r!["id"]!.ToString()).Take(20));
        Assert.True(rows.Count > 25);
        Assert.Equal(rows.Count, rows.Select(r => r!["id"]!.ToString()).Distinct().Count());
    }

    [Fact]
    public async Task Money_LowEndsOfOneDirection_AddUpToTheTotal()
    {
        var tables = JsonNode.Parse(await server.Client.GetStringAsync("/money.json", Cancel))!["tables"]!;
        var total = tables["totals"]!.AsArray().First(t => t!["actor"] is null && t["host"] is null && t["direction"]!.ToString() == "actor-to-host")!;
        var amounts = tables["money"]!.AsArray().Where(m => m!["direction"]!.ToString() == "actor-to-host").ToList();
        Assert.Equal((decimal)total["low_usd"]!, amounts.Sum(m => (decimal)m!["adds_low_usd"]!));
        Assert.Equal((decimal)total["high_usd"]!, amounts.Sum(m => (decimal)m!["adds_high_usd"]!));
        Assert.Equal(total["counted"]!.AsArray().Select(i => i!.ToString()).Order(), amounts.Where(m => m!["in_total"]!.ToString() is "counted" or "high-only").Select(m => m!["id"]!.ToString()).Order());
    }
}
