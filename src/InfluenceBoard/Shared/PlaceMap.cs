using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>A place with what a map says of it.</summary>
/// <param name="Place">The place.</param>
/// <param name="Href">Where its mark leads; null for a mark that is no link.</param>
/// <param name="Count">Number of its engagements, for the size of its mark; null where all marks are alike.</param>
/// <param name="Label">The number in words.</param>
public sealed record PlaceMark(Place Place, string? Href = null, int? Count = null, string? Label = null);

/// <summary>A point as the map element draws it.</summary>
/// <param name="Lang">BCP 47 tag of the name.</param>
/// <param name="Position">Longitude and latitude.</param>
/// <param name="Weight">Share of the most, 0 to 1; null where all marks are alike.</param>
/// <param name="Short">What stands behind the name on the map.</param>
public sealed record MapPoint(string Name, string Lang, double[] Position, string? Href, string Note, string? Label, string? Short, double? Weight);

/// <summary>A route as the map element draws it.</summary>
/// <param name="Path">Longitudes and latitudes.</param>
public sealed record MapRoute(string Name, string Lang, IReadOnlyList<double[]> Path, string? Href, string Note, string? Label);

/// <summary>A name on the map that is neither shaded nor linked.</summary>
public sealed record MapName(string Code, string Name, double[] Position);

/// <summary>Places and routes as data for the map element.</summary>
/// <param name="Bounds">South-west and north-east corner as latitude and longitude.</param>
public sealed record PlaceMap(IReadOnlyList<MapName> Countries, IReadOnlyList<MapPoint> Points, IReadOnlyList<MapRoute> Routes, double[][] Bounds, bool Interactive, IReadOnlyDictionary<string, string> Texts)
{
    // Degrees around the outermost places, and more in the east where places beyond the map stand at its edge.
    private const double Margin = 4, Beyond = 14;

    // The attribute that holds it is encoded by the page; letters outside ASCII stay readable.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A map of places; null when none of them lies where the map has shapes.</summary>
    /// <param name="marks">The places, those to be named first before others.</param>
    /// <param name="parties">The parties.</param>
    /// <param name="isInteractive">Whether its marks are links and it can be zoomed.</param>
    /// <param name="texts">Words of its buttons, and what is said when it cannot be drawn.</param>
    public static PlaceMap? Of(IReadOnlyList<PlaceMark> marks, PartyDirectory parties, bool isInteractive = false, IReadOnlyDictionary<string, string>? texts = null)
    {
        var most = marks.Where(m => m.Place.Path.Count == 0).Max(m => m.Count) ?? 0;
        var points = marks.Where(m => m.Place is { Longitude: not null, Latitude: not null, Path.Count: 0 }).Select(m => new MapPoint(Name(m.Place).Text, Name(m.Place).Language,
            [m.Place.Longitude!.Value, m.Place.Latitude!.Value], m.Href, m.Place.PositionNote ?? "", m.Label, m.Count is > 0 and { } n ? n.ToString(CultureInfo.CurrentCulture) : null,
            m.Count is { } count ? most == 0 ? 0 : (double)count / most : null)).ToList();
        var routes = marks.Where(m => m.Place.Path.Count > 1).Select(m => new MapRoute(Name(m.Place).Text, Name(m.Place).Language, m.Place.Path, m.Href, m.Place.PositionNote ?? "", m.Label)).ToList();
        var drawn = points.Select(p => p.Position).Concat(routes.SelectMany(r => r.Path)).Where(HasShapes).ToList();
        if (drawn.Count == 0) return null;
        return new PlaceMap([.. parties.Countries.Select(c => new MapName(c.Id, PartyDirectory.Name(c), [c.Longitude, c.Latitude]))], points, routes,
            [[drawn.Min(p => p[1]) - Margin, drawn.Min(p => p[0]) - Margin], [drawn.Max(p => p[1]) + Margin, drawn.Max(p => p[0]) + (points.TrueForAll(p => HasShapes(p.Position)) ? Margin : Beyond)]],
            isInteractive, texts ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>Whether the map has shapes where a place lies; the Americas are not drawn, and their places stand at its edge.</summary>
    public static bool HasShapes(double[] position) => position[0] > -20;

    /// <summary>The map as the element reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static (string Text, string Language) Name(Place place) =>
        CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal) && place.Names.TryGetValue("zh-Hans", out var name) ? (name, "zh-Hans") : (place.Name, "en");
}
