using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Formats;

/// <summary>What a page has on a map as GeoJSON by RFC 7946: longitude and latitude in degrees (WGS 84).</summary>
public sealed class GeoJsonFormat : PageFormat
{
    private const string Shapes = "dist/geo/region.json";

    public override string Extension => "geojson";
    public override string MediaType => "application/geo+json; charset=utf-8";
    public override string? Group => "data";
    public override bool IsFile => true;

    // Which pages have a map is told by what they are, so that a link to it never misleads; a page of such a kind without a place has an empty one.
    public override bool Suits(Type page, PageScope scope) => PageData.RouteOf(page) is "/" or "/engagements/{Id}" or "/people/{Id}" or "/organisations/{Id}" or "/places" or "/places/{Id}";

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var features = page.Map ?? [];
        var shapes = features.Any(f => f.Geometry == Country) ? await ShapesAsync(context) : [];
        var collection = new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["title"] = page.Title, ["description"] = page.Description, ["url"] = reading.Address(page.Keep), ["frozen"] = reading.Frozen(page.Keep), ["licence"] = Licences.Data,
            ["features"] = new JsonArray([.. features.Select(f => Feature(f, shapes))]),
        };
        await context.Response.WriteAsync(collection.ToJsonString(Licences.Json), context.RequestAborted);
    }

    private const string Country = "Country";

    private static JsonObject Feature(MapFeature feature, IReadOnlyDictionary<string, JsonNode> shapes) => new()
    {
        ["type"] = "Feature",
        ["id"] = feature.Id,
        ["geometry"] = feature.Geometry switch
        {
            Country => shapes.GetValueOrDefault(feature.Id)?.DeepClone(),
            "Point" => new JsonObject { ["type"] = "Point", ["coordinates"] = Position(feature.Path[0]) },
            _ => new JsonObject { ["type"] = feature.Geometry, ["coordinates"] = new JsonArray([.. feature.Path.Select(Position)]) },
        },
        ["properties"] = JsonSerializer.SerializeToNode(feature.Properties, JsonSerializerOptions.Web),
    };

    private static JsonArray Position((double Longitude, double Latitude) at) => [at.Longitude, at.Latitude];

    private static async Task<Dictionary<string, JsonNode>> ShapesAsync(HttpContext context)
    {
        await using var file = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo(Shapes).CreateReadStream();
        var shapes = await JsonNode.ParseAsync(file, cancellationToken: context.RequestAborted);
        return shapes!["features"]!.AsArray().Where(f => f!["properties"]!["code"] is not null).ToDictionary(f => f!["properties"]!["code"]!.ToString(), f => f!["geometry"]!, StringComparer.Ordinal);
    }
}
