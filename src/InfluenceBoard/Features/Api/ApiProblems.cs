using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>The problems that the API tells, each with an explanation on its page.</summary>
public static class ApiProblems
{
    /// <summary>Media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Words that stand for the problems, in addresses of the page: <c>/api#problem-bad-parameter</c>.</summary>
    public const string BadParameter = "bad-parameter", NotFound = "not-found", Withdrawn = "withdrawn", NoMethod = "method", Failed = "failed";

    /// <summary>Every problem with its status.</summary>
    public static readonly IReadOnlyList<(string Word, int Status)> All = [(BadParameter, StatusCodes.Status400BadRequest), (NotFound, StatusCodes.Status404NotFound), (Withdrawn, StatusCodes.Status410Gone), (NoMethod, StatusCodes.Status405MethodNotAllowed), (Failed, StatusCodes.Status500InternalServerError)];

    /// <summary>Values that mean nothing.</summary>
    public static IResult Refused(HttpContext context, IReadOnlyList<ApiFault> faults) => Of(context, BadParameter, "A parameter means nothing",
        $"{string.Join(" ", faults.Select(f => $"'{f.Parameter}': {f.Detail}").Distinct())} What is accepted stands in 'errors'.", faults);

    /// <summary>No such item.</summary>
    public static IResult Missing(HttpContext context, string? asOf) => Of(context, NotFound, "Not found",
        asOf is null ? "The board has no such item. The lists name every id." : $"The board had no such item at {asOf}. The lists with the same 'asOf' name every id.");

    /// <summary>An item that the board withdrew, which is something else than unknown.</summary>
    public static IResult Gone(HttpContext context, Change withdrawal) => Of(context, Withdrawn, "Withdrawn", $"The board withdrew this on {withdrawal.At:u}: {withdrawal.Reason} With an earlier 'asOf' it can be read.");

    /// <summary>An address that is none of the API's, or a method that it does not answer.</summary>
    public static IResult Unknown(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method)) return Of(context, NotFound, "Not found", $"The API has nothing here. It begins at {OpenData.Api} and is described at {OpenData.Document}.");
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        return HttpMethods.IsOptions(context.Request.Method) ? Results.NoContent() : Of(context, NoMethod, "Method not allowed", "The API only reads: it answers GET, HEAD and OPTIONS.");
    }

    private static IResult Of(HttpContext context, string word, string title, string detail, IReadOnlyList<ApiFault>? faults = null)
    {
        var status = All.First(p => p.Word == word).Status;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new ApiProblem
        {
            Type = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}{OpenData.Reference}#problem-{word}",
            Title = title, Status = status, Detail = detail, Instance = context.Request.PathBase + context.Request.Path.ToUriComponent(), Errors = faults ?? [],
        }, contentType: MediaType, statusCode: status);
    }
}
