using System.Net;
using System.Text.Json.Nodes;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Api;

/// <summary>Reads the API as a program would.</summary>
public static class ApiReader
{
    /// <summary>Every list, with the parameters that give all of it.</summary>
    public static readonly string[] Lists = ["countries", "actors", "engagements", "claims", "sources", "money", "totals?by=pair", "moves", "indicators", "changes", "changes/1/records"];

    /// <summary>A moment before the board knew anything.</summary>
    public const string Before = "2001-01-01";

    /// <summary>Asks an address below the API, or an absolute one.</summary>
    public static Task<HttpResponseMessage> AskAsync(this BoardServer server, string address, HttpMethod? method = null, params IEnumerable<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : "/api/v1" + (address is "" or ['/' or '?', ..] ? address : "/" + address));
        foreach (var (name, value) in headers) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer of an address.</summary>
    public static async Task<JsonNode> ReadAsync(this BoardServer server, string address)
    {
        using var response = await server.AskAsync(address);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The problem with which an address answers.</summary>
    public static async Task<JsonNode> ProblemAsync(this BoardServer server, string address, HttpStatusCode status, HttpMethod? method = null)
    {
        using var response = await server.AskAsync(address, method);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{address}: {(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int)problem["status"]!);
        foreach (var member in new[] { "type", "title", "detail", "instance" }) Assert.False(string.IsNullOrWhiteSpace((string?)problem[member]), $"{address}: no {member}");
        return problem;
    }

    /// <summary>Every page of a list, from an address to the last.</summary>
    public static async Task<List<JsonNode>> PagesAsync(this BoardServer server, string address)
    {
        var pages = new List<JsonNode>();
        for (var next = address; next is not null; next = (string?)pages[^1]["next"])
        {
            Assert.True(pages.Count < 3000, "The list does not end.");
            pages.Add(await server.ReadAsync(next));
        }
        return pages;
    }

    /// <summary>What tells an item of a list from the others.</summary>
    public static string KeyOf(JsonNode item) => $"{item["kind"]} {item["id"]}";
}
