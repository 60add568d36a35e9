using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>One bar: a label and how many.</summary>
/// <param name="ActorId">Actor whose colour and shape it has; null for none.</param>
public sealed record CountBar(string Label, int Count, string? ActorId = null);

/// <summary>Counts as bars: feeds the chart and its table alike.</summary>
public sealed record CountBars(IReadOnlyList<CountBar> Bars)
{
    /// <summary>The series object of the chart element: one bar for each count, one series for each colour, so that a bar keeps its actor's.</summary>
    public string ToJson(IStringLocalizer<Texts> texts) => JsonSerializer.Serialize(new
    {
        kind = "stacked",
        categories = Bars.Select(b => b.Label),
        series = Bars.Any(b => b.ActorId is not null)
            ? Bars.Select((b, i) => new { name = b.Label, actor = b.ActorId, values = Bars.Select((_, j) => i == j ? b.Count : (int?)null) })
            : [new { name = (string)texts["column.engagements"], actor = (string?)null, values = Bars.Select(b => (int?)b.Count) }],
        empty = (string)texts["empty.filtered"],
    }, JsonSerializerOptions.Web);
}
