using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace InfluenceBoard.App;

/// <summary>Answers from memory what was made already, and lets one request make what many ask for at once. A copy is sent only when the database has not changed between the moment before it was made and the request; so an edit shows with the
/// next request, whoever made it, in every process.</summary>
public sealed class KeptPages(BoardOptions options, BoardStamp stamp, TimeProvider clock, IResponseCompressionProvider compression)
{
    // A good level that costs no more than making the page; the best would take fifty times as long for a tenth less.
    private const int Quality = 6;
    // Browsers send a handful of them. More would only be what somebody makes up.
    private const int MostEncodings = 64;
    // Written by the renderer of components for an answer in parts, which a page that is kept never is.
    private const string Framing = "ssr-framing";

    private readonly PageStore store = new(options.CacheMegabytes * 1024L * 1024);
    private readonly ConcurrentDictionary<(PageKey Key, long Turn), Task<KeptPage?>> making = new();
    private readonly ConcurrentDictionary<string, string?> encodings = new(StringComparer.Ordinal);

    /// <summary>Answers what is kept. Stands before everything else, so it costs little more than sending the bytes.</summary>
    public Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsAsked(context.Request) || context.Request.Headers.ContainsKey("Accept-Datetime")) return next(context);
        return store.Find(KeyOf(context)) is { } page && clock.GetUtcNow() is var now && page.IsGood(stamp.Turn(), now) ? page.SendAsync(context, now) : next(context);
    }

    /// <summary>Makes and keeps what may be kept. Stands after routing, which tells.</summary>
    public async Task MakeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsAsked(context.Request) || !Keeping.IsKept(context) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(context);
            return;
        }
        var key = KeyOf(context);
        while (true)
        {
            // The board is asked after the request came: who waits for another's page waits only for one that was begun when the board stood as it stands now.
            var (now, turn) = (clock.GetUtcNow(), stamp.Turn());
            if (store.Find(key) is { } kept && kept.IsGood(turn, now)) { await kept.SendAsync(context, now); return; }
            var mine = new TaskCompletionSource<KeptPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
            var made = making.GetOrAdd((key, turn), mine.Task);
            if (made == mine.Task)
            {
                try { await MakeAsync(context, next, key, turn, now, page => End(page)); }
                finally { End(null); }
                return;
            }
            try
            {
                if (await made.WaitAsync(context.RequestAborted) is { } page) await page.SendAsync(context, now);
                else await next(context);
                return;
            }
            catch (TaskCanceledException) when (made.IsCanceled && !context.RequestAborted.IsCancellationRequested) { /* Its reader left. Somebody else makes it. */ }

            void End(KeptPage? page)
            {
                making.TryRemove(new((key, turn), mine.Task));
                if (page is null && context.RequestAborted.IsCancellationRequested) mine.TrySetCanceled(CancellationToken.None);
                else mine.TrySetResult(page);
            }
        }
    }

    private async Task MakeAsync(HttpContext context, RequestDelegate next, PageKey key, long turn, DateTimeOffset now, Action<KeptPage> tell)
    {
        var (response, outer) = (context.Response, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: 1 << 14, useSynchronizationContext: false));
        var inner = new StreamResponseBodyFeature(pipe.Writer.AsStream(leaveOpen: true), outer);
        context.Features.Set<IHttpResponseBodyFeature>(inner);
        try
        {
            await next(context);
            await inner.CompleteAsync();
            await pipe.Writer.CompleteAsync();
        }
        finally { context.Features.Set(outer); }

        var body = (await pipe.Reader.ReadAsync(CancellationToken.None)).Buffer;
        // A page whose reader left while it was made can have come out empty. Only whole pages are kept.
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase)
            || context.RequestAborted.IsCancellationRequested)
        {
            foreach (var part in body) await response.Body.WriteAsync(part, context.RequestAborted);
        }
        else
        {
            var bytes = Bytes(context, key.Encoding, body);
            response.ContentLength = bytes.Length;
            response.Headers.Date = now.ToString("r", CultureInfo.InvariantCulture);
            response.Headers.Remove(Framing);
            // The last headers are written at the start.
            await response.StartAsync(CancellationToken.None);
            var page = new KeptPage(turn, now, Until(context.Request, now), KeptPage.Keepable(response.Headers), bytes);
            store.Keep(key, page);
            tell(page);
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
        await pipe.Reader.CompleteAsync();
    }

    // Plans pass with the day, and a moment that was ahead comes.
    private DateTimeOffset Until(HttpRequest request, DateTimeOffset now)
    {
        var until = Earlier(now.AddMinutes(options.CacheMinutes), new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero));
        return Reading.MomentOf(request) is { } moment && moment.Instant > now ? Earlier(until, moment.Instant) : until;

        static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
    }

    // What the library decides on the way to a reader is decided here, once for all.
    private byte[] Bytes(HttpContext context, string? encoding, ReadOnlySequence<byte> body)
    {
        if (!compression.ShouldCompressResponse(context)) return body.ToArray();
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (encoding is null) return body.ToArray();
        context.Response.Headers.ContentEncoding = encoding;
        var bytes = new MemoryStream();
        using (Stream stream = encoding == "br" ? new BrotliStream(bytes, new BrotliCompressionOptions { Quality = Quality }) : new GZipStream(bytes, CompressionLevel.Optimal))
            foreach (var part in body) stream.Write(part.Span);
        return bytes.ToArray();
    }

    private PageKey KeyOf(HttpContext context)
    {
        var request = context.Request;
        return new PageKey(request.Scheme, request.Headers.Host.ToString(), request.PathBase.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "",
            request.Headers.Cookie.Count > 0 ? Reading.ThemeOf(request) : null, EncodingOf(context));
    }

    private string? EncodingOf(HttpContext context)
    {
        if (context.Request.Headers.AcceptEncoding is not [_, ..] asked || !compression.CheckRequestAcceptsCompression(context)) return null;
        if (encodings.TryGetValue(asked.ToString(), out var encoding)) return encoding;
        encoding = compression.GetCompressionProvider(context)?.EncodingName;
        if (encodings.Count < MostEncodings) encodings[asked.ToString()] = encoding;
        return encoding;
    }

    private static bool IsAsked(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Headers.ContainsKey(HeaderNames.Authorization);
}
