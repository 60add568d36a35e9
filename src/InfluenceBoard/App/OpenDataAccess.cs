using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace InfluenceBoard.App;

/// <summary>Lets scripts of other sites read what is meant for programs, and nothing else.</summary>
public static class OpenDataAccess
{
    public static void AddOpenDataAccess(this IServiceCollection services) => services.AddCors(o => o.AddPolicy(OpenData.Cors, p => p
        .AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Options).AllowAnyHeader().WithExposedHeaders(OpenData.Exposed).SetPreflightMaxAge(TimeSpan.FromDays(1))));

    /// <summary>Answers preflights and marks what may be read. Stands after routing and before pages are kept.</summary>
    public static void UseOpenDataAccess(this WebApplication app)
    {
        app.UseCors();
        // The library marks only answers to requests that name an origin. A copy that a cache kept of another answer would then be refused to scripts.
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<IEnableCorsAttribute>()?.PolicyName == OpenData.Cors)
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.AccessControlAllowOrigin = CorsConstants.AnyOrigin;
                    context.Response.Headers.AccessControlExposeHeaders = string.Join(',', OpenData.Exposed);
                    return Task.CompletedTask;
                });
            return next(context);
        });
    }

    /// <summary>A failure below the API is told as a problem, not as a page. Stands behind the error page, which it keeps from answering.</summary>
    public static void UseProblems(this WebApplication app) => app.UseWhen(c => c.Request.Path.StartsWithSegments(OpenData.Api, StringComparison.OrdinalIgnoreCase), api => api.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = context => Results.Json(new
        {
            type = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{OpenData.Reference}#problem-failed", title = "The board failed", status = StatusCodes.Status500InternalServerError,
            detail = "The board could not make this answer. The fault is not in the request; it can be sent again.", instance = context.Request.Path.Value, errors = Array.Empty<string>(),
        }, contentType: "application/problem+json", statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(context),
    }));
}
