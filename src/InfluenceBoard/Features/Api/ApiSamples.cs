using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace InfluenceBoard.Features.Api;

/// <summary>Asks the API's own operations, so that its document shows what they really answer.</summary>
public sealed class ApiSamples(EndpointDataSource endpoints, IServiceScopeFactory scopes)
{
    /// <summary>The operation of an id.</summary>
    public ApiOperation Operation(string id) => All.First(e => e.Operation.Id == id).Operation;

    /// <summary>Path of an operation for an item that no board has.</summary>
    public string Missing(string id) => string.Join('/', All.First(e => e.Operation.Id == id).Endpoint.RoutePattern.PathSegments.Select(s => s.Parts[0] switch { RoutePatternLiteralPart l => l.Content, _ => "0" }).Prepend(""));

    /// <summary>The body with which an operation answers, as a request from the same place would get it.</summary>
    /// <param name="context">The request that wants to know.</param>
    /// <param name="address">Path and query of the operation.</param>
    public async Task<string> AnswerAsync(HttpContext context, string address)
    {
        var (path, query) = address.Split('?') is [var p, var q] ? (p, "?" + q) : (address, "");
        var values = new RouteValueDictionary();
        var endpoint = All.First(e => new TemplateMatcher(TemplateParser.Parse(e.Endpoint.RoutePattern.RawText!), []).TryMatch(path, values = [])).Endpoint;
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var inner = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = context.RequestAborted };
        inner.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        inner.Request.Method = HttpMethods.Get;
        inner.Request.Scheme = context.Request.Scheme;
        inner.Request.Host = context.Request.Host;
        inner.Request.PathBase = context.Request.PathBase;
        inner.Request.Path = path;
        inner.Request.QueryString = new QueryString(query);
        inner.Request.RouteValues = values;
        inner.SetEndpoint(endpoint);
        // In a flow of its own: the request that is told of in the services must be the inner one there, and stay the outer one here.
        Task running;
        using (ExecutionContext.SuppressFlow())
            running = Task.Run(async () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Shared.Reading.LanguageOf(inner.Request) ?? Shared.Reading.Languages[0]);
                scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = inner;
                await endpoint.RequestDelegate!(inner);
                await inner.Response.CompleteAsync();
            }, context.RequestAborted);
        await running;
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }

    private IEnumerable<(RouteEndpoint Endpoint, ApiOperation Operation)> All =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => (e, e.Metadata.GetMetadata<ApiOperation>()!)).Where(e => e.Item2 is not null);
}
