using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>What the API needs beside its queries.</summary>
public static class ApiServices
{
    /// <summary>Name of the document.</summary>
    public const string Document = "v1";

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ApiCall>();
        services.AddScoped<ApiPlaces>();
        services.AddScoped<ApiSamples>();
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new ApiWords());
            o.SerializerOptions.Converters.Add(new ApiInstants());
            // Numbers are numbers, in answers and in what the document says of them.
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // Answers are JSON by their type and nothing else, so that nothing in them need be escaped for HTML.
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddOpenApi(Document, o =>
        {
            o.OpenApiVersion = Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1;
            o.ShouldInclude = d => d.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
            o.CreateSchemaReferenceId = t => ApiSchemas.NameOf(t.Type);
            o.AddSchemaTransformer(ApiSchemas.Describe);
            o.AddOperationTransformer(ApiDescriptions.Describe);
            o.AddDocumentTransformer(ApiDescriptions.Describe);
        });
    }
}
