using System.Net;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Api;

/// <summary>Tags, moments and who may read.</summary>
public sealed class ApiHeaderTests(BoardServer server)
{
    public static TheoryData<string> Addresses => [.. ApiReader.Lists, "", "engagements/tokyo-summit-2025", "countries/japan", "openapi.json"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answer_AskedForAgain_Is304WithoutABody(string address)
    {
        using var first = await server.AskAsync(address);
        Assert.Equal("public, no-cache", string.Join(", ", first.Headers.GetValues("Cache-Control").SelectMany(v => v.Split(", ")).OrderDescending()));
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        foreach (var had in new[] { tag.ToString(), tag.Tag, $"\"other\", {tag}", "*" })
        {
            using var again = await server.AskAsync(address, null, ("If-None-Match", had));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        using var other = await server.AskAsync(address, null, ("If-None-Match", "W/\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Tags_OfDifferentAddresses_Differ()
    {
        var tags = new List<string>();
        foreach (var address in new[] { "engagements", "engagements?lang=zh-Hans", "engagements?limit=2", "engagements?actor=japan", "money", "engagements?asOf=2001-01-01" })
        {
            using var response = await server.AskAsync(address);
            tags.Add(response.Headers.ETag!.ToString());
        }
        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task MissingItem_WithAnyTag_IsStill404()
    {
        using var response = await server.AskAsync("engagements/nothing", null, ("If-None-Match", "*"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("engagements")]
    [InlineData("engagements/tokyo-summit-2025")]
    [InlineData("openapi.json")]
    public async Task Preflight_FromAnyOrigin_IsGrantedForReading(string address)
    {
        using var response = await server.AskAsync(address, HttpMethod.Options, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("GET", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.Contains("if-none-match", string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.OrdinalIgnoreCase);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Preflight_ForWriting_GrantsNoSuchMethod()
    {
        using var response = await server.AskAsync("engagements", HttpMethod.Options, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "DELETE"));
        Assert.DoesNotContain("DELETE", response.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) ? string.Join(',', methods) : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("engagements", null)]
    [InlineData("engagements", "https://example.org")]
    [InlineData("engagements/nothing", "https://example.org")]
    [InlineData("engagements?x=1", "https://example.org")]
    [InlineData("nothing", null)]
    public async Task Answer_WhoeverAsks_MayBeReadByAnyOrigin(string address, string? origin)
    {
        for (var i = 0; i < 2; i++)
        {
            using var response = await server.AskAsync(address, null, origin is null ? [] : [("Origin", origin)]);
            Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Equal(["ETag", "Link", "Memento-Datetime"], response.Headers.GetValues("Access-Control-Expose-Headers").SelectMany(v => v.Split(',')).Select(v => v.Trim()));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/engagements")]
    [InlineData("/api")]
    [InlineData("/search/suggest?q=japan")]
    public async Task Page_ForAnotherOrigin_IsNotOpened(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Origin", "https://example.org" } } };
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Options_WithoutOrigin_NamesWhatIsAnswered()
    {
        using var response = await server.AskAsync("engagements", HttpMethod.Options);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answer_AsOfAMoment_SaysSoAndLeadsToTheOriginal()
    {
        using var past = await server.AskAsync("engagements?limit=1&asOf=2001-01-01T10:30:00Z");
        Assert.Equal("Mon, 01 Jan 2001 10:30:00 GMT", Assert.Single(past.Headers.GetValues("Memento-Datetime")));
        Assert.Contains(past.Headers.GetValues("Link"), l => l.EndsWith("/api/v1/engagements?limit=1>; rel=\"original\"", StringComparison.Ordinal));
        using var now = await server.AskAsync("engagements?limit=1");
        Assert.False(now.Headers.Contains("Memento-Datetime"));
        Assert.Contains("</api/v1/openapi.json>; rel=\"service-desc\"", now.Headers.GetValues("Link"));
    }
}
