using System.Globalization;
using System.Net;
using System.Text;
using InfluenceBoard.Features.Api;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Api;

/// <summary>Lists page by page.</summary>
public sealed class ApiPagingTests(BoardServer server)
{
    public static TheoryData<string, int> ListsAndLimits => [.. from list in ApiReader.Lists from limit in new[] { 3, 41, 100, 500 } where limit > 3 || list is not ("claims" or "changes/1/records") select (list, limit)];

    [Theory]
    [MemberData(nameof(ListsAndLimits))]
    public async Task List_PageByPage_HasEveryItemOnceInOneOrder(string list, int limit)
    {
        var pages = await server.PagesAsync($"{list}{(list.Contains('?') ? '&' : '?')}limit={limit.ToString(CultureInfo.InvariantCulture)}");
        var keys = pages.SelectMany(p => p["items"]!.AsArray()).Select(i => ApiReader.KeyOf(i!)).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(pages, p => Assert.Equal(keys.Count, (int)p["total"]!));
        Assert.All(pages.SkipLast(1), p => Assert.Equal(limit, p["items"]!.AsArray().Count));
        Assert.InRange(pages[^1]["items"]!.AsArray().Count, 1, limit);
        var whole = (await server.PagesAsync($"{list}{(list.Contains('?') ? '&' : '?')}limit=500")).SelectMany(p => p["items"]!.AsArray()).Select(i => ApiReader.KeyOf(i!));
        Assert.Equal(whole, keys);
    }

    [Fact]
    public async Task List_WithoutLimit_HasAHundredAndNamesTheNextPageTwice()
    {
        using var response = await server.AskAsync("engagements");
        var page = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(100, page["items"]!.AsArray().Count);
        Assert.Contains($"<{page["next"]}>; rel=\"next\"", response.Headers.GetValues("Link"));
        using var last = await server.AskAsync("countries");
        Assert.DoesNotContain(last.Headers.GetValues("Link"), l => l.Contains("rel=\"next\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filter_OnEveryPage_Stays()
    {
        var pages = await server.PagesAsync("engagements?actor=japan&country=KZ&limit=2&lang=zh");
        Assert.True(pages.Count > 1);
        Assert.All(pages.SelectMany(p => p["items"]!.AsArray()).Select(e => e!["parties"]!.AsArray().Select(p => (string)p!["party"]!["id"]!)), parties => Assert.Subset(parties.ToHashSet(), new HashSet<string> { "JP", "KZ" }));
        Assert.All(pages, p => Assert.Equal("zh-Hans", (string)p["board"]!["language"]!));
    }

    [Fact]
    public async Task Cursor_WithAnotherLimitOrLanguage_IsGood()
    {
        var cursor = Cursor((string)(await server.ReadAsync("engagements?actor=japan&limit=2"))["next"]!);
        await server.ReadAsync($"engagements?actor=japan&limit=7&lang=zh-Hans&cursor={cursor}");
        await server.ReadAsync($"engagements?actor=JP&cursor={cursor}");
    }

    [Theory]
    [InlineData("engagements?limit=2&actor=china")]
    [InlineData("engagements?limit=2")]
    [InlineData("engagements?limit=2&actor=japan&rung=pledge")]
    [InlineData("engagements?limit=2&actor=japan&asOf=2030-01-01")]
    [InlineData("money?limit=2&actor=japan")]
    public async Task Cursor_OfAnotherList_Is400(string other)
    {
        var cursor = Cursor((string)(await server.ReadAsync("engagements?actor=japan&limit=2"))["next"]!);
        var problem = await server.ProblemAsync($"{other}&cursor={cursor}", HttpStatusCode.BadRequest);
        Assert.Equal("cursor", (string)problem["errors"]![0]!["parameter"]!);
    }

    public static TheoryData<string> Hostile =>
    [
        "x", "%00", "AAAA", "AAAAAAAAAAA", "AAAAAAAAAAAAAAAA", "-1", "0", "null", "..%2F..%2Fetc", "'%20OR%201=1--", "%F0%9F%98%80", "%EF%BF%BD", new string('A', 4000), "AAAAAAAAAAAAAAAA%3D%3D", "{%22a%22:1}",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Cursor_ThatIsNone_Is400OnEveryList(string cursor)
    {
        foreach (var list in ApiReader.Lists)
            Assert.Equal("cursor", (string)(await server.ProblemAsync($"{list}{(list.Contains('?') ? '&' : '?')}cursor={cursor}", HttpStatusCode.BadRequest))["errors"]![0]!["parameter"]!);
    }

    [Fact]
    public async Task Cursor_AnyLetterChanged_Is400OrAnotherPlace()
    {
        var cursor = Cursor((string)(await server.ReadAsync("engagements?limit=2"))["next"]!);
        for (var i = 0; i < 11; i++)
        {
            var changed = new StringBuilder(cursor) { [i] = cursor[i] == 'A' ? 'B' : 'A' };
            await server.ProblemAsync($"engagements?limit=2&cursor={changed}", HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("claim\nmove/x#link")]
    [InlineData("越南")]
    public void Cursor_OfAKey_GivesItBackAndOnlyForItsList(string key)
    {
        var cursor = ApiCursor.After("/list?a=b", key);
        Assert.Equal(key, ApiCursor.Read("/list?a=b", cursor));
        Assert.Null(ApiCursor.Read("/list?a=c", cursor));
        Assert.Null(ApiCursor.Read("/list?a=b", cursor + "="));
        Assert.Null(ApiCursor.Read("/list?a=b", cursor[..^1]) is { } shorter && shorter == key ? "the same" : null);
    }

    // A key that no list gives out leads to a place in the order, and never to a failure.
    [Theory]
    [InlineData("changes", "not a number")]
    [InlineData("changes/1/records", "no newline")]
    [InlineData("countries", "zzz")]
    [InlineData("totals", "zzz")]
    public async Task Cursor_MadeUpForTheList_IsAPlaceInIt(string list, string key) => await server.ReadAsync($"{list}?cursor={ApiCursor.After("/api/v1/" + list, key)}");

    private static string Cursor(string next) => System.Web.HttpUtility.ParseQueryString(new Uri(next).Query)["cursor"]!;
}
