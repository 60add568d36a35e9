using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InfluenceBoard.Features.Api;

/// <summary>How records stand in the document.</summary>
public static class ApiSchemas
{
    /// <summary>Name of a record: <c>Engagement</c>, <c>EngagementList</c>, <c>EngagementAnswer</c>; null for what is written where it is used.</summary>
    public static string? NameOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum) return bare.Namespace?.StartsWith("InfluenceBoard.", StringComparison.Ordinal) == true ? bare.Name : null;
        if (bare.Namespace != typeof(ApiSchemas).Namespace) return null;
        if (!bare.IsGenericType) return bare.Name["Api".Length..];
        var of = bare.GetGenericArguments()[0].Name["Api".Length..];
        return of + (bare.GetGenericTypeDefinition() == typeof(ApiList<>) ? "List" : "Answer");
    }

    /// <summary>Says what the library does not know: words of a vocabulary, and that amounts are decimal.</summary>
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum && NameOf(type) is not null)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. ApiWords.Of(type).Select(w => (JsonNode)w)];
        }
        // A list of words is told by the library as a list of anything.
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.GetGenericArguments()[0] is { IsEnum: true } item)
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ApiWords.Of(item).Select(w => (JsonNode)w)] };
        if (type == typeof(decimal)) schema.Format = "decimal";
        if (type == typeof(DateTimeOffset))
        {
            schema.Type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }
        return Task.CompletedTask;
    }
}
