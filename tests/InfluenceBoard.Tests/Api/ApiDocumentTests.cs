using System.Net;
using System.Text.Json.Nodes;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Api;

/// <summary>The OpenAPI document, and whether the API does what it says.</summary>
public sealed class ApiDocumentTests(BoardServer server)
{
    private Task<JsonNode> DocumentAsync() => server.ReadAsync("openapi.json");

    private static IEnumerable<(string Path, JsonNode Operation)> Operations(JsonNode document) => document["paths"]!.AsObject().Select(p => (p.Key, p.Value!["get"]!));

    [Fact]
    public async Task Document_ByAnIndependentValidator_IsOpenApi31()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var result = await NodeParser.ReadAsync("openapi.mjs", document.ToJsonString());
        Assert.Equal("3.1", (string)result["version"]!);
        Assert.True((bool)result["valid"]!, result["errors"]!.ToJsonString());
    }

    [Fact]
    public async Task Document_EveryOperation_IsDescribedWithAnExampleAndProblems()
    {
        var document = await DocumentAsync();
        Assert.True(Operations(document).Count() >= 20);
        var faults = new List<string>();
        foreach (var (path, operation) in Operations(document))
        {
            foreach (var member in new[] { "summary", "description", "operationId" }) if (string.IsNullOrWhiteSpace((string?)operation[member])) faults.Add($"{path}: no {member}");
            foreach (var parameter in operation["parameters"]!.AsArray()) if (string.IsNullOrWhiteSpace((string?)parameter!["description"]) || parameter["schema"]?["type"] is null) faults.Add($"{path}: {parameter["name"]} is not described");
            foreach (var status in new[] { "200", "304", "400", "405", "500" }) if (string.IsNullOrWhiteSpace((string?)operation["responses"]![status]?["description"])) faults.Add($"{path}: no {status}");
            if (operation["responses"]!["200"]!["content"]!["application/json"]!["example"] is null) faults.Add($"{path}: no example");
            if ((string?)operation["responses"]!["400"]!["content"]!["application/problem+json"]!["example"]!["title"] is null) faults.Add($"{path}: no example of a problem");
            if (path.Contains('{') && operation["responses"]!["404"]?["content"]!["application/problem+json"]!["example"] is null) faults.Add($"{path}: no 404");
        }
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            faults.AddRange(schema!["properties"]?.AsObject().Where(p => p.Value!["description"] is null && p.Value["oneOf"]?.AsArray().Any(o => o!["description"] is not null) != true).Select(p => $"{name}.{p.Key} is not described") ?? []);
        Faults.None(faults);
        Assert.Equal("CC-BY-4.0", (string)document["info"]!["license"]!["identifier"]!);
        Assert.Equal("/", (string)document["servers"]![0]!["url"]!);
    }

    [Fact]
    public async Task Document_EveryExample_IsWhatTheBoardAnswers()
    {
        foreach (var (path, operation) in Operations(await DocumentAsync()))
            Assert.True(JsonNode.DeepEquals(await server.ReadAsync(((string)operation["x-sample"]!)["/api/v1".Length..]), operation["responses"]!["200"]!["content"]!["application/json"]!["example"]), path);
    }

    [Fact]
    public async Task Answers_EveryItemOfEveryOperation_FitTheirSchemas()
    {
        var document = await DocumentAsync();
        var values = new JsonArray();
        async Task AddAsync(string operation, string address, int status = 200) => values.Add(new JsonObject
        {
            ["name"] = address, ["value"] = status == 200 ? await server.ReadAsync(address) : await server.ProblemAsync(address, (HttpStatusCode)status),
            ["pointer"] = $"/paths/{operation.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/get/responses/{status}/content/application~1{(status == 200 ? "json" : "problem+json")}/schema",
        });
        foreach (var (path, operation) in Operations(document))
        {
            var below = path["/api/v1".Length..];
            await AddAsync(path, ((string)operation["x-sample"]!)["/api/v1".Length..]);
            await AddAsync(path, below.Replace("{id}", "1", StringComparison.Ordinal).Replace("{kind}", "move", StringComparison.Ordinal).Replace("{record}", "x", StringComparison.Ordinal).Replace("{key}", "x", StringComparison.Ordinal) + "?nothing=1", 400);
            if (!path.Contains('{')) { await AddAsync(path, below + (below == "" ? "" : "?limit=500")); await AddAsync(path, below + "?asOf=" + ApiReader.Before); await AddAsync(path, below + "?lang=zh-Hans"); }
            else if (path.EndsWith("{id}", StringComparison.Ordinal)) await AddAsync(path, below.Replace("{id}", "no-such-thing", StringComparison.Ordinal), 404);
        }
        // Every item by its own address too.
        foreach (var list in new[] { "countries", "actors", "engagements", "sources", "money", "moves", "indicators", "changes" })
            foreach (var item in (await server.ReadAsync(list + "?limit=500"))["items"]!.AsArray()) await AddAsync($"/api/v1/{list}/{{id}}", (string)item!["self"]!);
        foreach (var by in new[] { "all", "actor", "host", "pair" }) await AddAsync("/api/v1/totals", "totals?by=" + by);
        Assert.True(values.Count > 300);
        Faults.None((await NodeParser.ReadAsync("json-schema.mjs", new JsonObject { ["document"] = document.DeepClone(), ["values"] = values }.ToJsonString())).AsArray().Select(f => (string?)f));
    }

    [Fact]
    public async Task Answers_ThatDoNotFit_AreFound()
    {
        var broken = await server.ReadAsync("money?limit=1");
        broken["items"]![0]!["rung"] = "promise";
        broken["items"]![0]!["surplus"] = 1;
        broken["items"]![0]!.AsObject().Remove("currency");
        var faults = await NodeParser.ReadAsync("json-schema.mjs", new JsonObject
        {
            ["document"] = await DocumentAsync(), ["values"] = new JsonArray(new JsonObject { ["name"] = "money", ["pointer"] = "/components/schemas/MoneyList", ["value"] = broken }),
        }.ToJsonString());
        Assert.Equal(3, faults.AsArray().Count);
    }

    [Fact]
    public async Task Document_AskedForAgain_Is304()
    {
        using var first = await server.AskAsync("openapi.json");
        using var again = await server.AskAsync("openapi.json", null, ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("application/vnd.oai.openapi+json", first.Content.Headers.ContentType!.MediaType);
        await server.ProblemAsync("openapi.json?x=1", HttpStatusCode.BadRequest);
    }
}
