using System.Net;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What is kept, for whom, and until when.</summary>
public sealed class KeepingTests : IAsyncLifetime
{
    private KeepingServer server = null!;

    public async ValueTask InitializeAsync() => server = await KeepingServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Burst_OfAMissingPage_MakesItOnce()
    {
        var ready = new TaskCompletionSource();
        server.Page = async (context, number) => { await ready.Task; await context.Response.WriteAsync($"<p>{number}</p>"); };
        var readers = Enumerable.Range(0, 20).Select(_ => server.TextAsync()).ToList();
        await KeepingServer.UntilAsync(() => server.Asked == 20);
        ready.SetResult();
        Assert.Equal(Enumerable.Repeat("<p>1</p>", 20), await Task.WhenAll(readers));
        Assert.Equal(1, server.Made);
    }

    [Fact]
    public async Task Change_WhileAPageIsMade_IsSeenByWhoAsksAfterIt()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.Page = async (context, number) => { await (number == 1 ? first : second).Task; await context.Response.WriteAsync($"<p>{number}</p>"); };
        var before = server.TextAsync();
        await KeepingServer.UntilAsync(() => server.Made == 1);
        server.Stamp.Change();
        var after = server.TextAsync();
        // It does not wait for the page that was begun before the change.
        await KeepingServer.UntilAsync(() => server.Made == 2);
        second.SetResult();
        Assert.Equal("<p>2</p>", await after);
        first.SetResult();
        Assert.Equal("<p>1</p>", await before);
        // What was ended last is not what stands.
        Assert.Equal("<p>2</p>", await server.TextAsync());
        Assert.Equal(2, server.Made);
    }

    [Fact]
    public async Task Reader_WhoLeaves_LeavesNothingAndTheNextMakesIt()
    {
        var left = new TaskCompletionSource();
        server.Page = async (context, number) =>
        {
            await context.Response.WriteAsync("<p>");
            if (number == 1)
            {
                context.RequestAborted.Register(left.SetResult);
                await left.Task;
                return;
            }
            await context.Response.WriteAsync($"{number}</p>");
        };
        using var leave = new CancellationTokenSource();
        var leaver = server.AskAsync(cancel: leave.Token);
        await KeepingServer.UntilAsync(() => server.Made == 1);
        var waiter = server.TextAsync();
        await KeepingServer.UntilAsync(() => server.Asked == 2);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        Assert.Equal("<p>2</p>", await waiter);
        Assert.Equal("<p>2</p>", await server.TextAsync());
        Assert.Equal(2, server.Made);
    }

    [Fact]
    public async Task Failure_IsToldToEachAndNotKept()
    {
        server.Page = (_, number) => number == 1 ? throw new InvalidOperationException("The page fails.") : Task.CompletedTask;
        using var failed = await server.AskAsync();
        using var next = await server.AskAsync();
        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK, 2), (failed.StatusCode, next.StatusCode, server.Made));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0.1, gzip;q=0.9", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Encoding_AsNegotiated_IsKeptForEach(string? accepted, string? encoding)
    {
        (string, string)[] headers = accepted is null ? [] : [("Accept-Encoding", accepted)];
        var text = new string('x', 5000);
        server.Page = (context, number) => context.Response.WriteAsync($"<p>{number} {text}</p>");
        await server.TextAsync(headers: [("Accept-Encoding", encoding == "br" ? "gzip" : "br")]);
        for (var visit = 0; visit < 2; visit++)
        {
            using var response = await server.AskAsync(headers: headers);
            Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            Assert.Equal($"<p>2 {text}</p>", await KeepingServer.ReadAsync(response));
        }
    }

    [Fact]
    public async Task Theme_OfTheReader_IsAllOfTheCookieThatCounts()
    {
        Assert.Equal("<p>1</p>", await server.TextAsync());
        Assert.Equal("<p>1</p>", await server.TextAsync(headers: [("Cookie", "visitor=42"), ("User-Agent", "another"), ("Accept-Language", "ja")]));
        Assert.Equal("<p>2</p>", await server.TextAsync(headers: ("Cookie", "visitor=42; theme=dark")));
        Assert.Equal("<p>2</p>", await server.TextAsync(headers: ("Cookie", "theme=dark")));
        Assert.Equal("<p>3</p>", await server.TextAsync(headers: ("Cookie", "theme=light")));
    }

    [Fact]
    public async Task Address_WithHost_IsPartOfWhatIsAskedFor()
    {
        Assert.Equal("<p>1</p>", await server.TextAsync("/page?a=1"));
        Assert.Equal("<p>2</p>", await server.TextAsync("/page?a=2"));
        Assert.Equal("<p>3</p>", await server.TextAsync("/page?a=1", ("Host", "board.example")));
        Assert.Equal("<p>1</p>", await server.TextAsync("/page?a=1"));
    }

    [Fact]
    public async Task Headers_OfACopy_AreThoseOfTheFirstWithItsAge()
    {
        server.Page = (context, number) =>
        {
            context.Response.OnStarting(() => { context.Response.Headers["X-Late"] = "at the start"; return Task.CompletedTask; });
            context.Response.Headers["X-Several"] = new(["a", "b"]);
            return context.Response.WriteAsync($"<p>{number}</p>");
        };
        using var first = await server.AskAsync();
        server.Clock.Now += TimeSpan.FromSeconds(90);
        using var second = await server.AskAsync();
        Assert.Null(first.Headers.Age);
        Assert.Equal(TimeSpan.FromSeconds(90), second.Headers.Age);
        Assert.Equal(first.Headers.ToDictionary(h => h.Key, h => string.Join('|', h.Value)), second.Headers.Where(h => h.Key != "Age").ToDictionary(h => h.Key, h => string.Join('|', h.Value)));
        Assert.Equal(first.Content.Headers.ToDictionary(h => h.Key, h => string.Join('|', h.Value)), second.Content.Headers.ToDictionary(h => h.Key, h => string.Join('|', h.Value)));
        Assert.Equal("at the start", Assert.Single(second.Headers.GetValues("X-Late")));
    }

    [Fact]
    public async Task Head_BeforeAndAfterGet_HasItsLengthAndNoBody()
    {
        using var before = await server.AskAsync(method: HttpMethod.Head);
        using var get = await server.AskAsync();
        using var after = await server.AskAsync(method: HttpMethod.Head);
        Assert.Equal(("<p>1</p>", 8L, 8L, 8L), (await KeepingServer.ReadAsync(get), before.Content.Headers.ContentLength, get.Content.Headers.ContentLength, after.Content.Headers.ContentLength));
        Assert.Empty(await before.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await after.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, server.Made);
    }

    [Theory]
    [InlineData("W/\"a\"", HttpStatusCode.NotModified)]
    [InlineData("\"b\", \"a\"", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"b\"", HttpStatusCode.OK)]
    public async Task Tag_ThatTheReaderHas_Is304WithoutBody(string tag, HttpStatusCode status)
    {
        server.Page = (context, number) => { context.Response.Headers.ETag = "W/\"a\""; return context.Response.WriteAsync($"<p>{number}</p>"); };
        await server.TextAsync();
        using var response = await server.AskAsync(headers: ("If-None-Match", tag));
        Assert.Equal((status, "W/\"a\"", status == HttpStatusCode.OK ? "<p>1</p>" : "", 1), (response.StatusCode, response.Headers.ETag!.ToString(), await KeepingServer.ReadAsync(response), server.Made));
    }

    [Theory]
    [InlineData("cookie")]
    [InlineData("no-store")]
    [InlineData("404")]
    [InlineData("301")]
    [InlineData("post")]
    [InlineData("other")]
    [InlineData("authorization")]
    public async Task Answer_ThatMayNotBeKept_IsMadeForEach(string kind)
    {
        server.Page = (context, number) =>
        {
            if (kind == "cookie") context.Response.Cookies.Append("a", "b");
            if (kind == "no-store") context.Response.Headers.CacheControl = "private, no-store";
            if (int.TryParse(kind, out var status)) context.Response.StatusCode = status;
            return context.Response.WriteAsync($"<p>{number}</p>");
        };
        for (var visit = 1; visit <= 2; visit++)
        {
            using var response = await server.AskAsync(kind == "other" ? "/other" : "/page", kind == "post" ? HttpMethod.Post : null, headers: kind == "authorization" ? [("Authorization", "Basic YTpi")] : []);
            Assert.Equal(($"<p>{visit}</p>", null), (await KeepingServer.ReadAsync(response), response.Headers.Age));
        }
    }

    [Theory]
    [InlineData("/page", 9, 1)]
    [InlineData("/page", 10, 2)]
    [InlineData("/page?asOf=2026-01-10T12:05:00Z", 4, 1)]
    [InlineData("/page?asOf=2026-01-10T12:05:00Z", 5, 2)]
    public async Task Time_ThatPasses_EndsACopy(string address, int minutes, int made)
    {
        await server.TextAsync(address);
        server.Clock.Now += TimeSpan.FromMinutes(minutes);
        Assert.Equal($"<p>{made}</p>", await server.TextAsync(address));
    }

    [Fact]
    public async Task Day_ThatBegins_EndsACopy()
    {
        server.Clock.Now = new DateTimeOffset(2026, 1, 10, 23, 59, 0, TimeSpan.Zero);
        await server.TextAsync();
        server.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("<p>2</p>", await server.TextAsync());
    }
}
