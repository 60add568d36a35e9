using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace InfluenceBoard.Features.Api;

/// <summary>A property or parameter of the reference.</summary>
/// <param name="Type">What its values are; the name of a record where it holds one.</param>
/// <param name="Record">Name of the record that it holds, or a list of.</param>
/// <param name="Words">The words that it takes.</param>
public sealed record ApiReferenceField(string Name, string Type, string? Record, IReadOnlyList<string> Words, string? Description)
{
    /// <summary>The value that stands for none.</summary>
    public string? Default { get; init; }
    /// <summary>Least and most.</summary>
    public string? Range { get; init; }
}

/// <summary>An operation of the reference.</summary>
/// <param name="Sample">A request that shows it.</param>
/// <param name="Answer">What the board answers to it.</param>
/// <param name="Record">Name of the record that it answers with.</param>
public sealed record ApiReferenceOperation(string Id, string Path, string Summary, string Description, IReadOnlyList<ApiReferenceField> Parameters, string Sample, string Answer, string Record);

/// <summary>Operations of one group.</summary>
public sealed record ApiReferenceGroup(string Name, string Description, IReadOnlyList<ApiReferenceOperation> Operations);

/// <summary>A record of the reference; a vocabulary has words and no fields.</summary>
public sealed record ApiReferenceRecord(string Name, string? Description, IReadOnlyList<ApiReferenceField> Fields, IReadOnlyList<string> Words);

/// <summary>The document of the API for readers.</summary>
public sealed record ApiReferenceModel(string Title, string About, string License, IReadOnlyList<ApiReferenceGroup> Groups, IReadOnlyList<ApiReferenceRecord> Records);

/// <summary>Reads the reference from the OpenAPI document, so that the two cannot differ.</summary>
public sealed class ApiReferenceQuery(ApiDocumentQuery documents, Reading reading)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the reference as a request from this place gets it, its samples in the language and as of the moment of the page.</summary>
    public async Task<ApiReferenceModel> ReadAsync(HttpContext context)
    {
        var document = await documents.ReadAsync(context, Here);
        var operations = document["paths"]!.AsObject().Select(p => (Tag: (string)p.Value!["get"]!["tags"]![0]!, Operation: Operation(p.Key, p.Value!["get"]!))).ToList();
        return new ApiReferenceModel((string)document["info"]!["title"]!, (string)document["info"]!["description"]!, (string)document["info"]!["license"]!["name"]!,
            [.. document["tags"]!.AsArray().Select(t => new ApiReferenceGroup((string)t!["name"]!, (string)t["description"]!, [.. operations.Where(o => o.Tag == (string)t["name"]!).Select(o => o.Operation)]))],
            [.. document["components"]!["schemas"]!.AsObject().Select(s => new ApiReferenceRecord(s.Key, (string?)s.Value!["description"], [.. s.Value["properties"]?.AsObject().Select(p => Field(p.Key, p.Value!, null)) ?? []], Words(s.Value)))]);
    }

    private string Here(string sample) => sample.Split('?') is [var path, var query]
        ? reading.Urls.Build(path, null, [.. QueryHelpers.ParseQuery(query).SelectMany(p => p.Value.Select(v => (p.Key, v)))]) : reading.Urls.Build(sample);

    private static ApiReferenceOperation Operation(string path, JsonNode operation)
    {
        var answer = operation["responses"]!["200"]!["content"]!.AsObject().First().Value!;
        return new ApiReferenceOperation((string)operation["operationId"]!, path, (string)operation["summary"]!, (string)operation["description"]!,
            [.. operation["parameters"]!.AsArray().Select(p => Field((string)p!["name"]!, p["schema"]!, (string?)p["description"]))], (string)operation["x-sample"]!, answer["example"]!.ToJsonString(Indented), Named(answer["schema"]!)!);
    }

    private static ApiReferenceField Field(string name, JsonNode schema, string? description)
    {
        // "null or a record" is the record; a list is told by what it holds.
        var choice = schema["oneOf"]?.AsArray().FirstOrDefault(s => (string?)s!["type"] != "null");
        var bare = choice ?? schema;
        var isList = Types(bare).Contains("array");
        var one = isList ? bare["items"]! : bare;
        var record = Named(one);
        var type = record ?? ((string?)one["format"] is { } format ? $"{Types(one).First(t => t != "null")} ({format})" : string.Join(", ", Types(one).Where(t => t != "null")));
        var isNullable = choice is not null || Types(schema).Contains("null");
        return new ApiReferenceField(name, type + (isList ? "[]" : "") + (isNullable ? " | null" : ""), record, Words(one), description ?? (string?)schema["description"] ?? (string?)bare["description"])
        {
            Default = schema["default"]?.ToString(), Range = schema["maximum"] is { } most ? $"{schema["minimum"]}–{most}" : null,
        };
    }

    private static string? Named(JsonNode schema) => ((string?)schema["$ref"])?.Split('/')[^1];

    private static IReadOnlyList<string> Words(JsonNode schema) => [.. schema["enum"]?.AsArray().Select(w => (string)w!) ?? []];

    private static IReadOnlyList<string> Types(JsonNode schema) => schema["type"] switch { JsonArray several => [.. several.Select(t => (string)t!)], { } one => [(string)one!], _ => [] };
}
