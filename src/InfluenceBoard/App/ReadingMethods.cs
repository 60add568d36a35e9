using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace InfluenceBoard.App;

/// <summary>Reading pages answer GET and HEAD. Component endpoints know no HEAD, which link checkers send, and take POST for forms that reading pages do not have.</summary>
public static class ReadingMethods
{
    /// <summary>Answers HEAD like GET; the server leaves the body out. Stands before routing.</summary>
    public static void UseHead(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method)) { await next(context); return; }
        context.Request.Method = HttpMethods.Get;
        try { await next(context); }
        finally { context.Request.Method = HttpMethods.Head; }
    });

    /// <summary>Refuses other methods on reading pages with 405. Stands after routing.</summary>
    public static void UseReadingMethods(this WebApplication app) => app.Use((context, next) =>
    {
        var isReader = context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false }
            && context.GetEndpoint()!.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isReader || HttpMethods.IsGet(context.Request.Method)) return next(context);
        // The error page answers whatever failed.
        if (context.Features.Get<IExceptionHandlerFeature>() is not null) { context.Request.Method = HttpMethods.Get; return next(context); }
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return context.Response.WriteAsync("This page is for reading: it answers GET and HEAD only.");
    });
}
