using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace InfluenceBoard.App;

/// <summary>A form that is sent without scripts names its empty fields too: <c>?from=&amp;to=&amp;type=visit</c>. Leads a reading page to the address without them.</summary>
public static class EmptyFields
{
    /// <summary>Redirects reading pages whose query holds empty values. Stands after routing.</summary>
    public static void UseEmptyFields(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null) return next(context);
        var query = request.QueryString.Value ?? "";
        var filled = Filled(query);
        // Two slashes would name another host.
        if (filled == query || request.Path.Value is not ['/', .. var rest] || rest is ['/' or '\\', ..]) return next(context);
        context.Response.Redirect(request.PathBase + request.Path.ToUriComponent() + filled);
        return Task.CompletedTask;
    });

    /// <summary>A query without the pairs that have a name and no value; what is no pair stays.</summary>
    public static string Filled(string query)
    {
        var pairs = query.TrimStart('?').Split('&');
        string[] filled = [.. pairs.Where(p => p.IndexOf('=', StringComparison.Ordinal) is var at && (at < 1 || at < p.Length - 1))];
        return filled.Length == pairs.Length ? query : filled.Length == 0 ? "" : "?" + string.Join('&', filled);
    }
}
