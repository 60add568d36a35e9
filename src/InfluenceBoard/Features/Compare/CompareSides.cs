using System.Globalization;
using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Compare;

/// <summary>One country or actor beside others.</summary>
/// <param name="PartyId">Who it is.</param>
/// <param name="Filter">The filter that lets through what is its.</param>
/// <param name="Rows">Its engagements, latest first.</param>
/// <param name="Money">Its amounts.</param>
public sealed record CompareSide(string PartyId, BoardFilter Filter, IReadOnlyList<EngagementRow> Rows, MoneyScope Money);

/// <summary>Counts of several sides on one scale: feeds a chart and its table alike.</summary>
/// <param name="Categories">What is counted.</param>
/// <param name="Series">For each side, how many of each.</param>
public sealed record CompareBars(IReadOnlyList<(string Word, string Label)> Categories, IReadOnlyList<(CompareSide Side, IReadOnlyList<int> Counts)> Series)
{
    /// <summary>Counts the engagements of each side by a property.</summary>
    public static CompareBars Of(IReadOnlyList<CompareSide> sides, IEnumerable<(string Word, string Label)> categories, Func<CompareSide, EngagementRow, string, bool> has)
    {
        var all = categories.ToList();
        var series = sides.Select(s => (Side: s, Counts: (IReadOnlyList<int>)[.. all.Select(c => s.Rows.Count(r => has(s, r, c.Word)))])).ToList();
        // What no side has takes no room.
        var kept = Enumerable.Range(0, all.Count).Where(i => series.Any(s => s.Counts[i] > 0)).ToList();
        return new CompareBars([.. kept.Select(i => all[i])], [.. series.Select(s => (s.Side, (IReadOnlyList<int>)[.. kept.Select(i => s.Counts[i])]))]);
    }

    /// <summary>Years in which an engagement can have happened.</summary>
    public static IEnumerable<int> Years(IEnumerable<EngagementRow> rows)
    {
        var named = rows.SelectMany(r => new[] { r.Earliest, r.Latest }).Where(d => d != DateOnly.MinValue && d != DateOnly.MaxValue).Select(d => d.Year).ToList();
        return named.Count == 0 ? [] : Enumerable.Range(named.Min(), named.Max() - named.Min() + 1);
    }

    /// <summary>Whether an engagement can have happened in a year.</summary>
    public static bool IsIn(EngagementRow row, string year) => int.Parse(year, CultureInfo.InvariantCulture) is var y && row.Earliest.Year <= y && row.Latest.Year >= y;

    /// <summary>The series object of the chart element: a group of bars for each category, a bar for each side, all on one scale.</summary>
    public string ToJson(PartyDirectory parties, IStringLocalizer<Texts> texts) => JsonSerializer.Serialize(new
    {
        kind = "bars",
        categories = Categories.Select(c => c.Label),
        series = Series.Select(s => new { name = parties.Name(s.Side.PartyId), actor = parties[s.Side.PartyId].IsActor && !s.Side.Filter.Actors.IsEmpty && s.Side.Filter.Actors.Contains(s.Side.PartyId) ? s.Side.PartyId : null, values = s.Counts.Select(n => n == 0 ? (int?)null : n) }),
        empty = (string)texts["empty.filtered"],
    }, JsonSerializerOptions.Web);
}
