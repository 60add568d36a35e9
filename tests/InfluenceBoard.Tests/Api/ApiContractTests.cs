using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Api;

/// <summary>What programs rely on stays. The promise is the committed document; what is added to it is written down there with the change that adds it.</summary>
public sealed class ApiContractTests(BoardServer server)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonNode Promised() => JsonNode.Parse(Repository.Read("tests", "InfluenceBoard.Tests", "Api", "openapi.v1.json"))!;

    private async Task<JsonNode> CurrentAsync()
    {
        var document = await server.ReadAsync("openapi.json");
        foreach (var (_, path) in document["paths"]!.AsObject())
            foreach (var (_, response) in path!["get"]!["responses"]!.AsObject())
                foreach (var (_, media) in response!["content"]?.AsObject() ?? []) media!.AsObject().Remove("example");
        return document;
    }

    [Fact]
    public async Task Document_ComparedWithTheCommittedOne_BreaksNothing() => Faults.None(ApiContract.Breaks(Promised(), await CurrentAsync()));

    [Fact]
    public async Task CommittedDocument_IsThatOfToday_SoThatAdditionsArePromisedToo()
    {
        var current = (await CurrentAsync()).ToJsonString(Indented) + "\n";
        var file = Path.Combine(Path.GetTempPath(), "openapi.v1.json");
        if (current != Promised().ToJsonString(Indented) + "\n")
        {
            await File.WriteAllTextAsync(file, current, TestContext.Current.CancellationToken);
            Assert.Fail($"The document changed. If nothing that programs rely on is broken, put {file} in the place of tests/InfluenceBoard.Tests/Api/openapi.v1.json and name the addition in CHANGELOG.md.");
        }
    }

    public static TheoryData<string, Action<JsonNode>, string> Broken => new()
    {
        { "path removed", d => d["paths"]!.AsObject().Remove("/api/v1/money"), "get /api/v1/money: removed" },
        { "parameter removed", d => Parameters(d).RemoveAt(0), "parameter query country removed" },
        { "parameter renamed", d => Parameters(d)[0]!["name"] = "land", "parameter query country removed" },
        { "parameter required", d => Parameters(d)[0]!["required"] = true, "parameter query country is required now" },
        { "new required parameter", d => Parameters(d).Add(JsonNode.Parse("""{"name":"key","in":"query","required":true,"schema":{"type":"string"}}""")), "new parameter query key is required" },
        { "parameter of another type", d => Parameter(d, "limit")["schema"]!["type"] = "string", "parameter query limit: type integer became string" },
        { "parameter takes less", d => Parameter(d, "limit")["schema"]!["maximum"] = 50, "parameter query limit takes less" },
        { "another default", d => Parameter(d, "limit")["schema"]!["default"] = 10, "parameter query limit has another default" },
        { "word of a parameter removed", d => Parameter(d, "rung")["schema"]!["items"]!["enum"]!.AsArray().RemoveAt(0), "word target removed" },
        { "response removed", d => Operation(d)["responses"]!.AsObject().Remove("400"), "response 400 removed" },
        { "media type changed", d => { var content = Operation(d)["responses"]!["200"]!["content"]!.AsObject(); var media = content["application/json"]!.DeepClone(); content.Clear(); content["text/json"] = media; }, "200 is no longer application/json" },
        { "property removed", d => { Schema(d, "Money")["properties"]!.AsObject().Remove("currency"); }, ".currency: removed" },
        { "property of a nested record removed", d => Schema(d, "Claim")["properties"]!.AsObject().Remove("paragraph"), ".paragraph: removed" },
        { "property may be missing", d => Schema(d, "Money")["required"]!.AsArray().RemoveAt(0), ".id: may be missing now" },
        { "property of another type", d => Schema(d, "Money")["properties"]!["currency"]!["type"] = "number", ".currency: type string became number" },
        { "property may be null", d => Schema(d, "Money")["properties"]!["currency"]!["type"] = new JsonArray("null", "string"), ".currency: type string became null|string" },
        { "record becomes null", d => Schema(d, "Money")["properties"]!["date"] = JsonNode.Parse("""{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Date"}]}"""), ".date" },
        { "another format", d => Schema(d, "Band")["properties"]!["low"]!["format"] = "double", ".low: format decimal became double" },
        { "word removed", d => Schema(d, "Rung")["enum"]!.AsArray().RemoveAt(1), "word pledge removed" },
        { "items of another type", d => Schema(d, "Money")["properties"]!["mayOverlap"]!["items"]!["type"] = "integer", "mayOverlap[]: type string became integer" },
        { "operation renamed", d => Operation(d)["operationId"] = "money", "operationId changed" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Comparer_BrokenPromise_IsFound(string what, Action<JsonNode> broken, string told)
    {
        var after = Promised();
        broken(after);
        var breaks = ApiContract.Breaks(Promised(), after);
        Assert.True(breaks.Any(b => b.Contains(told, StringComparison.Ordinal)), $"{what}: {string.Join("; ", breaks)}");
    }

    public static TheoryData<string, Action<JsonNode>> Added => new()
    {
        { "nothing", _ => { } },
        { "path", d => d["paths"]!["/api/v1/more"] = d["paths"]!["/api/v1/money"]!.DeepClone() },
        { "optional parameter", d => Parameters(d).Add(JsonNode.Parse("""{"name":"more","in":"query","schema":{"type":"string"}}""")) },
        { "property", d => Schema(d, "Money")["properties"]!["more"] = JsonNode.Parse("""{"type":"string"}""") },
        { "word", d => Schema(d, "Rung")["enum"]!.AsArray().Add("cleared") },
        { "response", d => Operation(d)["responses"]!["429"] = JsonNode.Parse("""{"description":"Too many."}""") },
        { "larger pages", d => Parameter(d, "limit")["schema"]!["maximum"] = 1000 },
        { "other descriptions", d => Operation(d)["description"] = "Other words." },
    };

    [Theory]
    [MemberData(nameof(Added))]
    public void Comparer_Addition_BreaksNothing(string what, Action<JsonNode> added)
    {
        var after = Promised();
        added(after);
        Assert.True(ApiContract.Breaks(Promised(), after) is [], what);
    }

    private static JsonNode Operation(JsonNode document) => document["paths"]!["/api/v1/money"]!["get"]!;

    private static JsonArray Parameters(JsonNode document) => Operation(document)["parameters"]!.AsArray();

    private static JsonNode Parameter(JsonNode document, string name) => Parameters(document).Single(p => (string)p!["name"]! == name)!;

    private static JsonNode Schema(JsonNode document, string name) => document["components"]!["schemas"]![name]!;
}
