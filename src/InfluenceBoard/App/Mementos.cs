using System.Globalization;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace InfluenceBoard.App;

/// <summary>The board's pages are their own web archive, by RFC 7089: an address without <c>asOf</c> is the original and its time gate, one with <c>asOf</c> a memento, and the page's <c>timemap</c> format lists the moments at which it changed.</summary>
public static class Mementos
{
    // A longer address would make headers that clients refuse; it goes without links.
    private const int LongestQuery = 4000;

    /// <summary>Adds the headers of RFC 7089 to pages and their formats, and leads a request with <c>Accept-Datetime</c> to the memento. Stands after routing and before pages are kept.</summary>
    public static void UseMementos(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        var endpoint = context.GetEndpoint()?.Metadata;
        var isPage = endpoint?.GetMetadata<ComponentTypeMetadata>() is not null || endpoint?.GetMetadata<PageFormat>() is not null;
        if (!isPage || !HttpMethods.IsGet(request.Method) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null) return next(context);

        var moment = Reading.MomentOf(request);
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        if (moment is null && request.Headers.TryGetValue("Accept-Datetime", out var asked))
        {
            if (!DateTimeOffset.TryParseExact(asked.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var wanted))
                return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Bad request", detail: $"Accept-Datetime takes a time like \"{clock.GetUtcNow():r}\".").ExecuteAsync(context);
            context.Response.Headers.Vary = "Accept-Datetime";
            context.Response.Headers[HeaderNames.Link] = Links(request, null);
            context.Response.Redirect(Address(request, request.Path, new Moment(wanted)));
            return Task.CompletedTask;
        }
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (context.Response.StatusCode is not (StatusCodes.Status200OK or StatusCodes.Status304NotModified)) return Task.CompletedTask;
            var isPast = moment?.Instant <= clock.GetUtcNow();
            if (request.QueryString.Value?.Length is not > LongestQuery) headers[HeaderNames.Link] = Links(request, isPast ? moment : null);
            if (isPast) headers["Memento-Datetime"] = Moment.Header(moment!.Value.Instant);
            else if (!headers.Vary.ToString().Contains("Accept-Datetime", StringComparison.OrdinalIgnoreCase)) headers.Append(HeaderNames.Vary, "Accept-Datetime");
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static string Links(HttpRequest request, Moment? moment)
    {
        var page = PageFormat.Divide(request.Path.Value ?? "/").Page;
        var links = $"<{Address(request, request.Path, null)}>; rel=\"original timegate\"";
        if (PageData.At(page) is not null) links += $", <{Address(request, PageFormat.Path(page, "timemap"), null)}>; rel=\"timemap\"; type=\"application/link-format\"";
        return moment is { } at ? links + $", <{Address(request, request.Path, at)}>; rel=\"memento\"; datetime=\"{Moment.Header(at.Instant)}\"" : links;
    }

    // The address with another moment; everything else of the query stays as it came.
    private static string Address(HttpRequest request, PathString path, Moment? moment) => $"{request.Scheme}://{request.Host}{request.PathBase}{path.ToUriComponent()}"
        + Urls.Query([.. QueryHelpers.ParseQuery(request.QueryString.Value).Where(p => !p.Key.Equals(Urls.AsOf, StringComparison.OrdinalIgnoreCase)).SelectMany(p => p.Value.Select(v => (p.Key, v))), (Urls.AsOf, moment?.ToString())]);
}
