using System.Globalization;
using System.Text.Json.Nodes;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InfluenceBoard.Features.Api;

/// <summary>Writes what the document says about operations and about the API as a whole.</summary>
public static class ApiDescriptions
{
    private const string About = "Everything that the board records, for programs: read-only, without a key, from any origin. Every number carries the claims that it stands on, each with its source and paragraph. "
        + "`asOf` reads the board as it stood at a moment; every answer names the address at which it stays so. Lists come in pages: follow `next`, or the `Link` header, until there is none. "
        + "Answers carry an `ETag` that changes when the board does: send it back as `If-None-Match` to get 304. A parameter or value that means nothing is refused with 400, never ignored. "
        + "Properties, operations, parameters and words of a vocabulary may be added within a version; none is removed or changes its type.";

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Start", "Where to begin."), ("Countries and actors", "Who acts, and towards whom."), ("Engagements", "What was done."), ("Claims and sources", "How the board knows."),
        ("Money", "Amounts on their rungs, and what they sum up to."), ("Moves", "What answers what, and who says so."), ("Indicators", "Figures that give context."), ("Changes", "What changed on the board."),
    ];

    /// <summary>The document as a whole.</summary>
    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo { Title = "InfluenceBoard", Version = "1", Summary = "Who did what towards Japan, Vietnam and Central Asia, for how much, and how we know.", Description = About, License = new OpenApiLicense { Name = OpenData.LicenseName, Identifier = OpenData.License } };
        document.Servers = [new OpenApiServer { Url = "/", Description = "This board" }];
        document.ExternalDocs = new OpenApiExternalDocs { Description = "The rules of the board", Url = new Uri("/methodology", UriKind.Relative) };
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }));
        document.Security = [];
        return Task.CompletedTask;
    }

    /// <summary>One operation.</summary>
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var told = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
        operation.OperationId = told.Id;
        operation.Summary = told.Summary;
        operation.Description = told.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(told.Tag, context.Document) };
        operation.Parameters ??= [];
        foreach (var key in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path))
        {
            key.Description = told.Keys[key.Name!];
            key.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
        foreach (var parameter in told.Parameters) operation.Parameters.Add(Of(parameter));

        foreach (var (status, response) in operation.Responses!)
        {
            response.Description = status switch { "200" => "The answer.", "400" => "A parameter or value means nothing.", "410" => "The board withdrew the item.", _ => "The board has no such item at the moment of reading." };
            if (status == "200") ((OpenApiResponse)response).Headers = Headers(told.Parameters.Contains(ApiParameter.Cursor));
        }
        operation.Responses["304"] = new OpenApiResponse { Description = "What the reader has is still good: `If-None-Match` named the `ETag` of the answer." };
        operation.Responses["405"] = new OpenApiResponse { Description = "The method is none of GET, HEAD and OPTIONS.", Content = operation.Responses["400"].Content };
        operation.Responses["500"] = new OpenApiResponse { Description = "The board could not make the answer.", Content = operation.Responses["400"].Content };
        return Task.CompletedTask;
    }

    private static OpenApiParameter Of(ApiParameter parameter)
    {
        var one = new OpenApiSchema { Type = JsonSchemaType.String };
        if (!parameter.Words.IsEmpty) one.Enum = [.. parameter.Words.Select(w => (JsonNode)w)];
        if (parameter.Most is { } most) one = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = most.ToString(CultureInfo.InvariantCulture) };
        if (parameter.Default is { } usual) one.Default = parameter.Most is null ? usual : int.Parse(usual, CultureInfo.InvariantCulture);
        return new OpenApiParameter
        {
            Name = parameter.Name, In = ParameterLocation.Query, Description = parameter.Description, Required = false,
            Schema = parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
            Style = parameter.IsRepeatable ? ParameterStyle.Form : null, Explode = parameter.IsRepeatable,
            Example = parameter.Example == "" ? null : parameter.IsRepeatable ? new JsonArray(parameter.Example) : parameter.Most is null ? parameter.Example : int.Parse(parameter.Example, CultureInfo.InvariantCulture),
        };
    }

    private static Dictionary<string, IOpenApiHeader> Headers(bool hasPages)
    {
        static OpenApiHeader Text(string description) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return new()
        {
            ["ETag"] = Text("Changes when the board does."),
            ["Link"] = Text(hasPages ? "`rel=\"next\"`: the next page, where there is one; `rel=\"original\"`: the address without its moment; `rel=\"service-desc\"`: this document." : "`rel=\"original\"`: the address without its moment; `rel=\"service-desc\"`: this document."),
            ["Memento-Datetime"] = Text("The moment of reading, when `asOf` names one that has come (RFC 7089)."),
        };
    }
}
