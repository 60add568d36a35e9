using System.IO.Compression;
using System.Net;
using InfluenceBoard.App;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InfluenceBoard.Tests.Support;

/// <summary>A server that keeps its answers as the board does, with one page that a test makes: what the page says, when it is ready, and when the board changes.</summary>
public sealed class KeepingServer : IAsyncDisposable
{
    /// <summary>When the clock begins.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private int made, asked;

    private KeepingServer(WebApplication app) => this.app = app;

    /// <summary>Where the board stands.</summary>
    public ManualStamp Stamp { get; } = new();
    /// <summary>The clock.</summary>
    public ManualClock Clock { get; } = new(Noon);
    /// <summary>How many times the page was begun.</summary>
    public int Made => Volatile.Read(ref made);
    /// <summary>How many requests reached the place where pages are made.</summary>
    public int Asked => Volatile.Read(ref asked);
    /// <summary>Writes the page, told how many times it was begun.</summary>
    public Func<HttpContext, int, Task> Page { get; set; } = (context, number) => context.Response.WriteAsync($"<p>{number}</p>");
    /// <summary>Asks; undoes no encoding and keeps no cookie.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts one.</summary>
    public static async Task<KeepingServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel(o => o.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore().AddResponseCompression().AddLogging(l => l.ClearProviders());
        var server = new KeepingServer(builder.Build());
        var kept = new KeptPages(new BoardOptions(), server.Stamp, server.Clock, server.app.Services.GetRequiredService<IResponseCompressionProvider>());
        server.app.Use(kept.ServeAsync);
        server.app.UseRouting();
        server.app.Use((context, next) => { Interlocked.Increment(ref server.asked); return next(context); });
        server.app.UseResponseCompression();
        server.app.Use(kept.MakeAsync);
        server.app.MapMethods("/page", ["GET", "HEAD", "POST"], server.AnswerAsync).Kept();
        server.app.MapGet("/other", server.AnswerAsync);
        await server.app.StartAsync();
        server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(server.app.Urls.First()) };
        return server;
    }

    /// <summary>Asks for the page.</summary>
    public Task<HttpResponseMessage> AskAsync(string address = "/page", HttpMethod? method = null, CancellationToken? cancel = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return Client.SendAsync(request, cancel ?? TestContext.Current.CancellationToken);
    }

    /// <summary>What the page says, whatever its encoding.</summary>
    public async Task<string> TextAsync(string address = "/page", params (string Name, string Value)[] headers)
    {
        using var response = await AskAsync(address, headers: headers);
        return await ReadAsync(response);
    }

    /// <summary>The text of an answer, whatever its encoding.</summary>
    public static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        return await new StreamReader(plain).ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until so many have asked for the page, or have begun to make it.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return Page(context, Interlocked.Increment(ref made));
    }

    /// <summary>A board that changes when the test says so.</summary>
    public sealed class ManualStamp : BoardStamp
    {
        private long turn = 1;

        /// <summary>Changes the board.</summary>
        public void Change() => Interlocked.Increment(ref turn);

        public override long Turn() => Interlocked.Read(ref turn);

        public override long Last() => Turn();
    }
}
