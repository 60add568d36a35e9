using Microsoft.AspNetCore.Diagnostics;

namespace InfluenceBoard.App;

/// <summary>Response headers of every page. Scripts and styles come from the board alone; no page holds an inline script.</summary>
public static class SecurityHeaders
{
    // Pages that may be framed, and by any site: the embeds, and what is said when one of them fails.
    private const string Framed = "/embed/";

    /// <summary>The policy, all but who may frame the page. Style attributes are allowed because map and charts place their parts with them; style elements and inline scripts are not.</summary>
    public const string Policy = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var mayBeFramed = MayBeFramed(context);
            headers.ContentSecurityPolicy = Policy + (mayBeFramed ? "*" : "'none'");
            if (mayBeFramed) headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            // No Cross-Origin-Opener-Policy: out of a frame whose sandbox holds for what it opens, browsers refuse to open a page that has one, and the way back from an embed would be closed.
            // Pages may be kept but are asked for again each time: the theme cookie and new data show at once.
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true && string.IsNullOrEmpty(headers.CacheControl))
            {
                headers.CacheControl = "public, no-cache";
                headers.Append("Vary", "Cookie");
            }
            return Task.CompletedTask;
        });
        return next(context);
    });

    // An error page stands at its own path, for the one that was asked for.
    private static bool MayBeFramed(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Request.Path.Value)?.StartsWith(Framed, StringComparison.OrdinalIgnoreCase) == true;
}
