using InfluenceBoard.Shared;

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
            await Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: $"The board has nothing at {context.Request.Path}.").ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = format.MediaType;
        context.Response.Headers.CacheControl = "public, no-cache";
        await format.WriteAsync(context, page, scope);
    }
}
