using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Compare;

/// <summary>What the cells of the comparison say.</summary>
public enum CompareMeasure { Engagements, Pledged, Latest }

/// <summary>One actor with one host.</summary>
/// <param name="Value">The measure as a number to shade by: a count, US dollars, the number of a day; null when there is none.</param>
/// <param name="Text">The measure in words; null when there is none.</param>
/// <param name="Href">Address of the rows that it is made of; null when there are none.</param>
/// <param name="Searched">Whether the pair was searched: what an empty cell means.</param>
/// <param name="IsOutside">Whether the filter leaves the pair out.</param>
public sealed record CompareCell(string ActorId, string HostId, decimal? Value, string? Text, string? Href, SearchedCell Searched, bool IsOutside)
{
    /// <summary>Whether engagements are recorded, but all of them only intended: there is no latest.</summary>
    public bool IsOnlyIntended { get; init; }

    /// <summary>Shade, from 0 for the least value of the grid to 4 for the most; null when there is none.</summary>
    public int? Level { get; init; }
}

/// <summary>Actors against hosts: feeds the heat map and its table alike.</summary>
/// <param name="Hosts">Ids of the focus countries, then of the regions that have anything.</param>
/// <param name="Actors">Ids of the actors, in the fixed order.</param>
/// <param name="Cells">One line for each host, one cell for each actor.</param>
public sealed record CompareGrid(CompareMeasure Measure, IReadOnlyList<string> Hosts, IReadOnlyList<string> Actors, IReadOnlyList<IReadOnlyList<CompareCell>> Cells)
{
    private const int Shades = 5;

    /// <summary>Gives each cell its shade, by the same rule as the chart (chart-heat.js): counts and amounts from nought, on a logarithmic scale when the most is over 50 times the least;
    /// days, which have no nought, from the earliest to the latest.</summary>
    public CompareGrid Shaded()
    {
        var known = Cells.SelectMany(l => l).Select(c => c.Value).Where(v => v > 0).Select(v => (double)v!.Value).ToList();
        if (known.Count == 0) return this;
        var (least, most) = (known.Min(), known.Max());
        var isDay = Measure == CompareMeasure.Latest;
        double Scale(double value) => isDay ? value - least : most / least > 50 ? Math.Log(value / least) : value;
        int Level(double value) => Scale(most) is > 0 and var span ? Math.Clamp((int)Math.Ceiling(Scale(value) / span * Shades) - 1, 0, Shades - 1) : Shades - 1;
        return this with { Cells = [.. Cells.Select(l => (IReadOnlyList<CompareCell>)[.. l.Select(c => c with { Level = c.Value is > 0 and var v ? Level((double)v) : null })])] };
    }

    /// <summary>Whether no cell has a value.</summary>
    public bool IsEmpty => Cells.All(l => l.All(c => c.Value is null or 0));

    /// <summary>The cell with the most; null when there is none.</summary>
    public CompareCell? Most => Cells.SelectMany(l => l).Where(c => c.Value > 0).MaxBy(c => c.Value);

    /// <summary>The text alternative: it says what the shades say.</summary>
    public string Finding(PartyDirectory parties, IStringLocalizer<CompareTexts> own) =>
        Most is { } most ? own["finding", own["measure." + Word.Of(Measure)], parties.Name(most.ActorId), parties.Name(most.HostId), most.Text!] : "";

    /// <summary>The series object of the chart element: a row for each actor, a column for each host.</summary>
    public string ToJson(PartyDirectory parties, IStringLocalizer<Texts> texts) => JsonSerializer.Serialize(new
    {
        kind = "heat",
        unit = Measure switch { CompareMeasure.Pledged => "USD", CompareMeasure.Latest => "day", _ => null },
        categories = Hosts.Select(parties.Name),
        series = Actors.Select((a, i) => new { name = parties.Name(a), actor = a, values = Cells.Select(l => l[i]).Select(c => c.Value is > 0 ? new { low = c.Value, text = c.Text, href = c.Href } : null) }),
        empty = (string)texts["empty.filtered"],
    }, JsonSerializerOptions.Web);
}
