using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InfluenceBoard.Features.Api;

/// <summary>Makes the OpenAPI document, with real answers of the board as examples.</summary>
public sealed class ApiDocumentQuery([FromKeyedServices(ApiServices.Document)] IOpenApiDocumentProvider provider, ApiSamples samples)
{
    /// <summary>Answers with the document.</summary>
    public static async Task<IResult> WriteAsync(HttpContext context, ApiDocumentQuery query, BoardStamp stamp)
    {
        if (context.Request.Query.Count > 0) return ApiProblems.Refused(context, [.. context.Request.Query.Select(q => new ApiFault { Parameter = FilterNotice.Of("", q.Key, "").Value, Value = FilterNotice.Of("", q.Value.ToString(), "").Value, Detail = "The document takes no parameters.", Accepted = [] })]);
        var tag = ApiGuard.TagOf(context.Request, stamp.Last());
        ApiGuard.Mark(context, tag);
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(h => h.Compare(tag, useStrongComparison: false))) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Json(await query.ReadAsync(context, s => s), contentType: "application/vnd.oai.openapi+json;version=3.1");
    }

    /// <summary>The document as a reader of a request gets it.</summary>
    /// <param name="here">What becomes of the address of a sample, such as that it is read in another language.</param>
    public async Task<JsonObject> ReadAsync(HttpContext context, Func<string, string> here)
    {
        var made = await provider.GetOpenApiDocumentAsync(context.RequestAborted);
        var document = JsonNode.Parse(await made.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted))!.AsObject();
        foreach (var (_, path) in document["paths"]!.AsObject())
        {
            var operation = path!["get"]!;
            var sample = here(samples.Operation((string)operation["operationId"]!).Sample);
            operation["x-sample"] = sample;
            await ShowAsync(operation, "200", sample);
            await ShowAsync(operation, "400", sample.Split('?')[0] + "?lang=xx");
            await ShowAsync(operation, "404", samples.Missing((string)operation["operationId"]!));
        }
        return document;

        async Task ShowAsync(JsonNode operation, string status, string address)
        {
            if (operation["responses"]?[status]?["content"]?.AsObject() is not { } content) return;
            foreach (var (_, media) in content) media!["example"] = JsonNode.Parse(await samples.AnswerAsync(context, address));
        }
    }
}
