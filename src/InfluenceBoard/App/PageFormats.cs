using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace InfluenceBoard.App;

/// <summary>Serves every page that is data in every format that suits it: the page's path with an extension, the query as the page takes it. Any site may read them.</summary>
public static class PageFormats
{
    // Another build can write the same records another way.
    private static readonly string Build = typeof(PageFormats).Module.ModuleVersionId.ToString("N")[..8];

    public static void AddPageData(this IServiceCollection services)
    {
        foreach (var data in PageData.All) services.AddScoped(data);
    }

    /// <summary>Maps the formats. Pictures and other formats that are dear to make and small are kept; what can be long is written anew, and not sent again to who has it.</summary>
    public static void MapPageFormats(this WebApplication app)
    {
        foreach (var data in PageData.All)
        {
            var route = PageData.RouteOf(data);
            var key = route.IndexOf('{', StringComparison.Ordinal) is > 0 and var brace ? route[(brace + 1)..^1] : null;
            foreach (var format in PageFormat.All)
                app.MapGet(PageFormat.Path(route, format.Extension), (HttpContext context) => AnswerAsync(context, data, key, format)).WithMetadata(format).ExcludeFromDescription().Kept(format.IsKept);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Type type, string? key, PageFormat format)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.AccessControlAllowOrigin = "*";
        var data = (PageData)context.RequestServices.GetRequiredService(type);
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var asked = key is null ? null : (string?)context.GetRouteValue(key);
        var scope = data.Scope(asked);
        if (!format.Suits(type, scope)) { await MissingAsync(context, PageScope.Board); return; }

        // The same address says the same as long as neither the board nor the day changes: plans pass with the day.
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{context.RequestServices.GetRequiredService<BoardStamp>().Last()}-{reading.Today:yyyyMMdd}-{Build}\"");
        var isKnown = request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
        response.Headers.CacheControl = "public, no-cache";
        if (request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false)))
        {
            response.Headers.ETag = tag;
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (await data.ReadAsync(asked, context.RequestAborted) is not { } page) { await MissingAsync(context, scope); return; }
        response.Headers.ETag = tag;
        response.ContentType = format.MediaType;
        if (format.IsFile) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(reading, format)}\"";
        await format.WriteAsync(context, page, scope);
    }

    // A name that tells which page, which filter and which moment: ASCII letters, digits and hyphens.
    private static string FileName(Reading reading, PageFormat format)
    {
        var filter = string.Join('-', reading.Filter.Query(reading.Parties).Select(p => p.Value));
        return $"{SavedChart.NameOf($"influenceboard {(reading.Path == "/" ? "overview" : reading.Path)} {filter} {reading.CiteMoment:yyyy-MM-dd}")}.{format.Extension}";
    }

    // A record that was withdrawn is gone, which is something else than unknown.
    private static async Task MissingAsync(HttpContext context, PageScope scope)
    {
        await using var db = await context.RequestServices.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(context.RequestAborted);
        var asOf = context.RequestServices.GetRequiredService<Reading>().AsOf;
        var tombstone = scope.Records is [var record, ..] ? await Tombstone.ReadAsync(db, record, asOf, context.RequestAborted) : null;
        await (tombstone switch
        {
            { Withdrawal: { } withdrawal } => Results.Problem(statusCode: StatusCodes.Status410Gone, title: "Withdrawn", detail: $"The board withdrew this on {withdrawal.At:u}: {withdrawal.Reason}"),
            { } later => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not known yet", detail: $"The board came to know this on {later.Last.KnownFrom:u}, after the moment that was asked for."),
            _ => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: $"The board has nothing at {context.Request.Path}."),
        }).ExecuteAsync(context);
    }
}
