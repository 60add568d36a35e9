using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Live;

/// <summary>Tells open pages by server-sent events that records of theirs have changed.</summary>
public static class LiveEndpoints
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1), Beat = TimeSpan.FromSeconds(15), Patience = TimeSpan.FromSeconds(10);

    /// <summary>Maps <c>/events?of=PATH&amp;after=NUMBER</c> with the filter of the page: an event <c>changes</c> with <c>{ count, last }</c> for each change that touches the page's records, <c>count</c> being how many of them
    /// have changed after the change of that number, which the page names.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Urls.EventsPath, AnswerAsync).Kept(false);

    private static async Task AnswerAsync(HttpContext context, Reading reading, LiveReaders readers, BoardStamp stamp, TimeProvider clock, IHostApplicationLifetime life, IServiceProvider services)
    {
        if (reading.Asked(Urls.Of) is not { } of || PageData.At(of) is not ({ } page, var key) || !long.TryParse(reading.Asked(Urls.After), NumberStyles.None, CultureInfo.InvariantCulture, out var after) || after > stamp.Last())
        {
            await Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Bad request", detail: $"Name a page with \"{Urls.Of}\" and the number of a change of the board with \"{Urls.After}\".").ExecuteAsync(context);
            return;
        }
        if (!readers.TryEnter())
        {
            context.Response.Headers.RetryAfter = "60";
            await Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "Too many readers", detail: "The board tells no more open pages of changes for now.").ExecuteAsync(context);
            return;
        }
        try
        {
            var scope = ((PageData)services.GetRequiredService(page)).Scope(key);
            var view = of + Urls.Query(reading.Filter.Query().Select(p => (p.Name, (string?)p.Value)));
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Accel-Buffering"] = "no";
            await SendAsync(context, "retry: 5000\n\n", end.Token);
            var (seen, beat) = (after, clock.GetTimestamp());
            // A reader that comes back has been told up to this change.
            if (long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told >= after) seen = told;
            for (; ; await Task.Delay(Look, clock, end.Token))
            {
                if (stamp.Last() is var last && last > seen)
                {
                    seen = last;
                    if (await readers.CountAsync(view, scope, after, last, end.Token) is > 0 and var count)
                        await SendAsync(context, string.Create(CultureInfo.InvariantCulture, $"id: {last}\nevent: changes\ndata: {{\"count\":{count},\"last\":{last}}}\n\n"), end.Token);
                }
                else if (clock.GetElapsedTime(beat) > Beat) await SendAsync(context, ":\n\n", end.Token);
                else continue;
                beat = clock.GetTimestamp();
            }
        }
        catch (OperationCanceledException) { /* The reader left, or the board closes. */ }
        finally { readers.Leave(); }
    }

    // Who does not read what is sent is let go.
    private static async Task SendAsync(HttpContext context, string frame, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await context.Response.WriteAsync(frame, patience.Token);
        await context.Response.Body.FlushAsync(patience.Token);
    }
}
