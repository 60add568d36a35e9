using System.Globalization;
using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Overview;

/// <summary>A country on the map.</summary>
/// <param name="Value">The measure: a count, US dollars or per cent; null when there is none.</param>
/// <param name="Level">Shade, from 0 for the least value of the view to 1 for the most; null when there is none.</param>
/// <param name="Label">The measure in words.</param>
/// <param name="Lines">What the card adds: one line for each actor.</param>
public sealed record MapCountry(string Code, string Name, double[] Position, decimal? Value, double? Level, string? Label, IReadOnlyList<string> Lines, string? Href);

/// <summary>An actor on the map.</summary>
public sealed record MapActor(string Code, string Name, double[] Position, string Href);

/// <summary>Activity of an actor in a country; the weight, 0 to 1, is its share of the strongest arc.</summary>
public sealed record MapArc(string Actor, double[] From, double[] To, double Weight, string Label);

/// <summary>The map as data, the contract of the map element.</summary>
/// <param name="Measure">Name of the measure, for the legend.</param>
/// <param name="Legend">The least and the most of the view in words; null when nothing is shaded.</param>
public sealed record OverviewMap(IReadOnlyList<MapCountry> Countries, IReadOnlyList<MapActor> Actors, IReadOnlyList<MapArc> Arcs, string Measure, IReadOnlyList<string>? Legend, string Note, bool Interactive,
    IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Makes the map of a grid.</summary>
    public static OverviewMap Of(OverviewGrid grid, OverviewMeasure measure, PartyDirectory parties, Urls urls, BoardFilter filter, Format format, IStringLocalizer<Texts> texts, IStringLocalizer<OverviewTexts> own)
    {
        var values = grid.Countries.ToDictionary(l => l.HostId, l => Value(grid, l, measure), StringComparer.Ordinal);
        var known = values.Values.OfType<decimal>().ToList();
        var most = grid.Countries.SelectMany(l => l.Counts).Max() ?? 0;
        double[] Position(string id) => [parties[id].Longitude, parties[id].Latitude];

        return new OverviewMap(
            [
                .. grid.Countries.Select(l => new MapCountry(l.HostId, parties.Name(l.HostId), Position(l.HostId), values[l.HostId], Level(values[l.HostId], known),
                    Label(grid, l, measure, values[l.HostId], format, texts, own),
                    [.. grid.Actors.Select((a, i) => (a, n: l.Counts[i])).Where(p => p.n > 0).Select(p => (string)own["map.line", parties.Name(p.a), texts.Count("count.engagements", p.n!.Value)])],
                    urls.Country(parties[l.HostId].Slug, filter))),
            ],
            [.. grid.Actors.Select(a => new MapActor(a, parties.Name(a), Position(a), urls.Actor(parties[a].Slug, filter)))],
            [
                .. grid.Actors.SelectMany((a, i) => grid.Countries.Where(l => l.Counts[i] > 0).Select(l => new MapArc(a, Position(a), Position(l.HostId), (double)l.Counts[i]!.Value / most,
                    own["map.line", parties.Name(l.HostId), texts.Count("count.engagements", l.Counts[i]!.Value)]))),
            ],
            Name(measure, parties, own), known.Count == 0 ? null : [End(known.Min(), measure), End(known.Max(), measure)], texts["footer.boundaries"], true,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["noData"] = own[measure == OverviewMeasure.Pledged ? "map.none.pledged" : "map.none"], ["openCountry"] = own["map.open"], ["zoomIn"] = texts["map.zoomin"], ["zoomOut"] = texts["map.zoomout"], ["reset"] = texts["map.reset"],
            });
    }

    /// <summary>Name of a measure.</summary>
    public static string Name(OverviewMeasure measure, PartyDirectory parties, IStringLocalizer<OverviewTexts> own) =>
        measure.ActorId is { } actor ? own["measure.share", parties.InSentence(actor)] : own["measure." + measure.Word];

    /// <summary>The map as the element reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    private static string End(decimal value, OverviewMeasure measure) =>
        measure == OverviewMeasure.Pledged ? Format.Money(value, "USD") : value.ToString("0", CultureInfo.CurrentCulture) + (measure.ActorId is null ? "" : " %");

    private static decimal? Value(OverviewGrid grid, OverviewLine line, OverviewMeasure measure)
    {
        if (measure == OverviewMeasure.Pledged) return line.Money.Total() is { IsEmpty: false } total ? total.Low : null;
        // Nothing recorded has no shade: it is not the least of an activity.
        if (measure.ActorId is not { } actor) return line.Any is > 0 ? line.Any : null;
        return grid.Count(actor, line) is { } part && line.Any is > 0 and var whole ? Math.Round(100m * part / whole) : null;
    }

    // The ends of the legend are the least and the most of the view; a single value is a middle shade.
    private static double? Level(decimal? value, List<decimal> known) =>
        value is not { } v ? null : known.Max() == known.Min() ? 0.5 : (double)((v - known.Min()) / (known.Max() - known.Min()));

    private static string? Label(OverviewGrid grid, OverviewLine line, OverviewMeasure measure, decimal? value, Format format, IStringLocalizer<Texts> texts, IStringLocalizer<OverviewTexts> own) =>
        measure == OverviewMeasure.Engagements ? line.Any is { } count ? texts.Count("count.engagements", count) : null
        : value is null ? null
        : measure.ActorId is { } actor ? own["map.label.share", value.Value.ToString("0", CultureInfo.CurrentCulture), grid.Count(actor, line)!, line.Any!]
        : format.Total(line.Money.Total());
}
