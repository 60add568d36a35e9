using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.App;

/// <summary>Serves every page that is data in every format that suits it: the page's path with an extension, the query as the page takes it.</summary>
public static class PageFormats
{
    public static void AddPageData(this IServiceCollection services)
    {
        foreach (var data in PageData.All) services.AddScoped(data);
    }

    public static RouteGroupBuilder MapPageFormats(this WebApplication app)
    {
        var group = app.MapGroup("");
        foreach (var data in PageData.All)
        {
            var route = PageData.RouteOf(data);
            var key = route.IndexOf('{', StringComparison.Ordinal) is > 0 and var brace ? route[(brace + 1)..^1] : null;
            foreach (var format in PageFormat.All)
                group.MapGet(PageFormat.Path(route, format.Extension), (HttpContext context) => AnswerAsync(context, data, key, format)).WithMetadata(format).ExcludeFromDescription();
        }
        return group;
    }

    private static async Task AnswerAsync(HttpContext context, Type type, string? key, PageFormat format)
    {
        var data = (PageData)context.RequestServices.GetRequiredService(type);
        var asked = key is null ? null : (string?)context.GetRouteValue(key);
        var scope = data.Scope(asked);
        if (!format.Suits(type, scope) || await data.ReadAsync(asked, context.RequestAborted) is not { } page)
        {
            await MissingAsync(context, scope);
            return;
        }
        context.Response.ContentType = format.MediaType;
        context.Response.Headers.CacheControl = "public, no-cache";
        await format.WriteAsync(context, page, scope);
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
