using System.Net;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Api;

/// <summary>What means nothing is refused, in words that a program can read.</summary>
public sealed class ApiProblemTests(BoardServer server)
{
    [Theory]
    [InlineData("engagements?actr=china", "actr", "actor")]
    [InlineData("engagements?actor=atlantis", "actor", "china")]
    [InlineData("engagements?actor=china,atlantis", "actor", "japan")]
    [InlineData("engagements?country=china", "country", "kazakhstan")]
    [InlineData("engagements?domain=magic", "domain", "energy")]
    [InlineData("engagements?type=visit&type=dance", "type", "visit")]
    [InlineData("engagements?status=x", "status", "signed")]
    [InlineData("money?rung=x", "rung", "pledge")]
    [InlineData("engagements?from=yesterday", "from", "2025-12")]
    [InlineData("engagements?from=2026&to=2025", "to", null)]
    [InlineData("engagements?reliability=G", "reliability", "B")]
    [InlineData("engagements?actor=", "actor", null)]
    [InlineData("engagements?from=2025&from=2026", "from", null)]
    [InlineData("engagements?limit=0", "limit", "1–500")]
    [InlineData("engagements?limit=501", "limit", "1–500")]
    [InlineData("engagements?limit=-1", "limit", "1–500")]
    [InlineData("engagements?limit=1e2", "limit", "1–500")]
    [InlineData("engagements?limit=99999999999999999999", "limit", "1–500")]
    [InlineData("engagements?limit=5&limit=6", "limit", null)]
    [InlineData("engagements?asOf=soon", "asOf", "2026-01-15")]
    [InlineData("engagements?asOf=2026-13-01", "asOf", null)]
    [InlineData("engagements?lang=fr", "lang", "zh-Hans")]
    [InlineData("engagements?zoom=day", "zoom", "actor")]
    [InlineData("countries?actor=china", "actor", "limit")]
    [InlineData("totals?by=month", "by", "pair")]
    [InlineData("totals?by=actor,host", "by", "pair")]
    [InlineData("moves?relation=x", "relation", "counters")]
    [InlineData("moves?asserted=me", "asserted", "others")]
    [InlineData("claims?kind=x", "kind", "engagement")]
    [InlineData("claims?source=no-such-source", "source", null)]
    [InlineData("sources?class=x", "class", "wire-service")]
    [InlineData("changes?since=soon", "since", null)]
    [InlineData("countries/japan?limit=1", "limit", "asOf")]
    [InlineData("?x=1", "x", "lang")]
    public async Task Parameter_ThatMeansNothing_Is400WithWhatIsAccepted(string address, string parameter, string? accepted)
    {
        var problem = await server.ProblemAsync(address, HttpStatusCode.BadRequest);
        var error = Assert.Single(problem["errors"]!.AsArray());
        Assert.Equal(parameter, (string)error!["parameter"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)error["detail"]));
        if (accepted is not null) Assert.Contains(accepted, error["accepted"]!.AsArray().Select(a => (string)a!));
    }

    [Fact]
    public async Task Parameters_SeveralWrong_AreAllNamed()
    {
        var problem = await server.ProblemAsync("engagements?actor=x&type=y&limit=0&more=1", HttpStatusCode.BadRequest);
        Assert.Equal(["actor", "limit", "more", "type"], problem["errors"]!.AsArray().Select(e => (string)e!["parameter"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Value_ThatIsLong_IsEchoedShort()
    {
        var problem = await server.ProblemAsync("engagements?actor=" + new string('x', 5000), HttpStatusCode.BadRequest);
        Assert.InRange(((string)problem["errors"]![0]!["value"]!).Length, 1, 100);
        Assert.InRange(problem.ToJsonString().Length, 1, 3000);
    }

    [Fact]
    public async Task Values_InOtherSpellings_AreUnderstood()
    {
        var one = (await server.ReadAsync("engagements?country=kazakhstan&type=visit&limit=500"))["items"]!.ToJsonString();
        foreach (var other in new[] { "country=KZ&type=Visit", "COUNTRY=Kazakhstan&type=VISIT", "country=KAZ&type=visit" }) Assert.Equal(one, (await server.ReadAsync($"engagements?{other}&limit=500"))["items"]!.ToJsonString());
    }

    [Theory]
    [InlineData("engagements/no-such-engagement")]
    [InlineData("countries/china")]
    [InlineData("countries/atlantis")]
    [InlineData("actors/kazakhstan")]
    [InlineData("claims/engagement/no-such/happened")]
    [InlineData("claims/nothing/x/y")]
    [InlineData("claims/1/x/y")]
    [InlineData("sources/x")]
    [InlineData("money/x")]
    [InlineData("moves/x")]
    [InlineData("indicators/x")]
    [InlineData("changes/0")]
    [InlineData("changes/x")]
    [InlineData("changes/-1")]
    [InlineData("changes/99999999999999999999")]
    [InlineData("changes/x/records")]
    [InlineData("people")]
    [InlineData("engagements/a/b/c")]
    [InlineData("engagements/%3Cscript%3E")]
    [InlineData("engagements.html")]
    [InlineData("openapi.yaml")]
    [InlineData("../v1/nothing")]
    public async Task Address_OfNothing_Is404(string address) => Assert.Empty((await server.ProblemAsync(address, HttpStatusCode.NotFound))["errors"]!.AsArray());

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("NONSENSE")]
    public async Task Method_ThatWrites_Is405(string method)
    {
        foreach (var address in new[] { "", "engagements", "engagements/tokyo-summit-2025", "nothing", "openapi.json" })
        {
            await server.ProblemAsync(address, HttpStatusCode.MethodNotAllowed, new HttpMethod(method));
            using var response = await server.AskAsync(address, new HttpMethod(method));
            Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Head_OfAnAnswer_IsThatOfGetWithoutBody()
    {
        using var response = await server.AskAsync("engagements?limit=1", HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Failure_OfTheBoard_IsAProblem()
    {
        await using var own = new BoardServer();
        await own.InitializeAsync();
        await using (var db = await own.OpenAsync()) await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "ALTER TABLE Indicators RENAME TO Lost", TestContext.Current.CancellationToken);
        Assert.EndsWith("/api#problem-failed", (string)(await own.ProblemAsync("indicators", HttpStatusCode.InternalServerError))["type"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_EveryType_HasAPlaceOnTheReference()
    {
        var page = Pages.PageRules.Parse(await server.Client.GetStringAsync("/api", TestContext.Current.CancellationToken));
        foreach (var (address, status) in new[] { ("engagements?x=1", 400), ("engagements/x", 404) })
            Assert.NotNull(page.GetElementById(new Uri((string)(await server.ProblemAsync(address, (HttpStatusCode)status))["type"]!).Fragment[1..]));
    }
}
