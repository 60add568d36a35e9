using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.App;

/// <summary>Leads other spellings of an address to the one address: <c>/countries/KZ</c>, <c>/countries/Kazakhstan</c> and <c>/countries/kazakhstan/</c> to
/// <c>/countries/kazakhstan</c>, and addresses of earlier releases to theirs of today. The query is kept.</summary>
public sealed class KnownAddresses(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, PartyDirectory parties)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return next(context);
        var path = context.Request.Path.Value ?? "/";
        var (page, format) = PageFormat.Divide(path.Length > 1 ? path.TrimEnd('/') : path);
        var known = UrlMigrations.Apply(page);
        var parts = known.Split('/');
        if (parts is ["", "countries" or "actors", { Length: > 0 } name] && parties.Find(name) is { } party && (parts[1] == "countries" ? party.IsCountry : party.IsActor))
            known = $"/{parts[1]}/{party.Slug}";
        if (format is not null) known = PageFormat.Path(known, format.Extension);
        if (known == path || known.Length == 0) return next(context);
        context.Response.Redirect(Uri.EscapeDataString(known).Replace("%2F", "/", StringComparison.Ordinal) + context.Request.QueryString, permanent: true);
        return Task.CompletedTask;
    }
}
