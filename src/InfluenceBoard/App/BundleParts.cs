using System.Text.RegularExpressions;

namespace InfluenceBoard.App;

/// <summary>Parts of the browser code that are loaded on demand. The bundler names them after their content, and modules name each other by these names, so browsers may keep them for good like every other named file.</summary>
public static partial class BundleParts
{
    /// <summary>Lets browsers keep them.</summary>
    public static void UseBundleParts(this WebApplication app) => app.Use((context, next) =>
    {
        if (Name().IsMatch(context.Request.Path.Value ?? ""))
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified) context.Response.Headers.CacheControl = "max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        return next(context);
    });

    [GeneratedRegex("^/dist/[a-z-]+-[A-Z0-9]{8}\\.js$")]
    private static partial Regex Name();
}
