using System.Collections.Concurrent;
using System.Net;
using InfluenceBoard.App;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace InfluenceBoard.Bench.Support;

/// <summary>The board in a Kestrel that also holds the floor: below <see cref="Floor"/> every page's compressed bytes and headers, answered from memory before anything of the board is asked.</summary>
public static class PageHost
{
    /// <summary>Path before a page's own under which its bytes are answered from memory.</summary>
    public const string Floor = "/floor";

    /// <summary>Pages whose speed is told.</summary>
    public static readonly IReadOnlyList<(string Name, string Path)> Pages = [("country", "/countries/kazakhstan"), ("actor", "/actors/china"), ("overview", "/")];

    // The server writes these itself.
    private static readonly string[] Own = ["Date", "Server", "Transfer-Encoding", "Content-Length"];

    /// <summary>Starts it in a process of its own, with the product's settings of the runtime.</summary>
    public static Task<BoardProcess> StartAsync(string database, int cacheMinutes, CancellationToken cancel) => BoardProcess.StartAsAsync(Path.Combine(AppContext.BaseDirectory, "InfluenceBoard.runtimeconfig.json"), Child.Program,
        [("Board:Database", database), ("Board:CacheMinutes", $"{cacheMinutes}"), ("Board:Seeds", Checkout.Seeds)], cancel, "--child", "pages");

    /// <summary>A database with the seed files' records alone, which the board fills at its start.</summary>
    public static string SeedBoard()
    {
        var file = Path.Combine(Checkout.Data, "seeds.db");
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        return file;
    }

    /// <summary>What the process does.</summary>
    internal static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(BoardSetup).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        Microsoft.AspNetCore.Hosting.WebHostBuilderExtensions.UseStaticWebAssets(builder.WebHost);
        builder.Logging.ClearProviders();
        builder.AddBoard();
        await using var app = builder.Build();
        var kept = new ConcurrentDictionary<string, (KeyValuePair<string, StringValues>[] Headers, byte[] Body)>(StringComparer.Ordinal);
        using var client = new HttpClient();
        app.Use(async (context, next) =>
        {
            if (!context.Request.Path.StartsWithSegments(Floor, out var page)) { await next(context); return; }
            if (!kept.TryGetValue(page.Value!, out var copy)) copy = kept[page.Value!] = await TakeAsync(client, $"{context.Request.Scheme}://{context.Request.Host}{page}");
            foreach (var (name, value) in copy.Headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = copy.Body.Length;
            await context.Response.Body.WriteAsync(copy.Body);
        });
        await app.PrepareAsync();
        app.UseBoard();
        await app.RunAsync();
    }

    private static async Task<(KeyValuePair<string, StringValues>[], byte[])> TakeAsync(HttpClient client, string address)
    {
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } });
        if (answer.StatusCode != HttpStatusCode.OK || !answer.Content.Headers.ContentEncoding.Contains("br")) throw new InvalidOperationException($"{address} answers {answer.StatusCode} and is not compressed.");
        return ([.. answer.Headers.Concat(answer.Content.Headers).Where(h => !Own.Contains(h.Key)).Select(h => KeyValuePair.Create(h.Key, new StringValues([.. h.Value])))], await answer.Content.ReadAsByteArrayAsync());
    }
}
