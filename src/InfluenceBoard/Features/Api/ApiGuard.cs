using System.Security.Cryptography;
using System.Text;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace InfluenceBoard.Features.Api;

/// <summary>Stands around every operation: refuses what means nothing, answers 304 for what a reader has already, and adds the headers of an answer.</summary>
public sealed class ApiGuard : IEndpointFilter
{
    private static readonly string Build = typeof(ApiGuard).Module.ModuleVersionId.ToString("N");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var call = context.RequestServices.GetRequiredService<ApiCall>();
        if (call.Faults.Count > 0) return ApiProblems.Refused(context, call.Faults);
        ApiBoard board;
        var factory = context.RequestServices.GetRequiredService<IDbContextFactory<BoardDb>>();
        await using (var db = await factory.CreateDbContextAsync(context.RequestAborted))
            board = await call.OpenAsync(db, context.RequestAborted);

        var tag = TagOf(context.Request, board.Change);
        var had = context.Request.GetTypedHeaders().IfNoneMatch;
        if (had.Any(h => h.Compare(tag, useStrongComparison: false))) return NotModified(context, tag, call);
        var answer = await next(invocation);
        // The handler can find what the parameters alone do not show.
        if (call.Faults.Count > 0) return ApiProblems.Refused(context, call.Faults);
        if (answer is null) return await MissingAsync(context, call, factory);
        if (had.Any(h => h.Equals(EntityTagHeaderValue.Any))) return NotModified(context, tag, call);
        Mark(context, tag, call);
        if (answer.GetType().GetProperty(nameof(ApiList<>.Next))?.GetValue(answer) is string following) context.Response.Headers.Append(HeaderNames.Link, $"<{following}>; rel=\"next\"");
        return answer;
    }

    /// <summary>Tag of an answer: of the last change that it knows, its address with host and language, and the build that made it. Weak, because compressed and plain answers share it.</summary>
    public static EntityTagHeaderValue TagOf(HttpRequest request, long? change) =>
        new($"\"{change ?? 0}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Build} {request.Scheme}://{request.Host}{request.PathBase}{request.Path}{request.QueryString}")))[..16]}\"", isWeak: true);

    /// <summary>Headers of an answer.</summary>
    public static void Mark(HttpContext context, EntityTagHeaderValue tag, ApiCall? call = null)
    {
        context.Response.GetTypedHeaders().ETag = tag;
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers.Append(HeaderNames.Link, $"<{OpenData.Document}>; rel=\"service-desc\"");
        if (call?.AsOf is not { } moment) return;
        context.Response.Headers["Memento-Datetime"] = Moment.Header(moment);
        context.Response.Headers.Append(HeaderNames.Link, $"<{call.Now}>; rel=\"original\"");
    }

    private static async Task<IResult> MissingAsync(HttpContext context, ApiCall call, IDbContextFactory<BoardDb> factory)
    {
        await using var db = await factory.CreateDbContextAsync(context.RequestAborted);
        var tombstone = call.Operation.Kind is { } kind && context.GetRouteValue("id") is string id ? await Tombstone.ReadAsync(db, new RecordRef(kind, id), call.AsOf, context.RequestAborted) : null;
        return tombstone?.Withdrawal is { } withdrawal ? ApiProblems.Gone(context, withdrawal) : ApiProblems.Missing(context, call.Board.AsOf);
    }

    private static IResult NotModified(HttpContext context, EntityTagHeaderValue tag, ApiCall call)
    {
        Mark(context, tag, call);
        return Results.StatusCode(StatusCodes.Status304NotModified);
    }
}
