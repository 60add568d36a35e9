using System.Text.Json;
using InfluenceBoard.Domain;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>One cell of a ladder: the band of one series on one rung.</summary>
/// <param name="Total">The band, made by the rules of the pledged total.</param>
/// <param name="Text">The band in words; null when nothing is recorded.</param>
public sealed record LadderCell(PledgeTotal Total, string? Text);

/// <summary>One series of a ladder: an actor, or a host.</summary>
public sealed record LadderSeries(string Name, string? ActorId, IReadOnlyList<LadderCell> Cells);

/// <summary>The money ladder of a scope as data: it feeds the chart and its table alike.</summary>
/// <param name="Rungs">The rungs, lowest first; lapsed last.</param>
/// <param name="Series">Actors or hosts that have any amount.</param>
public sealed record MoneyLadder(IReadOnlyList<Rung> Rungs, IReadOnlyList<LadderSeries> Series)
{
    /// <summary>Whether no series has an amount on any rung.</summary>
    public bool IsEmpty => Series.Count == 0;

    /// <summary>Makes the ladder of named scopes, in US dollars, direction actor to host.</summary>
    public static MoneyLadder Of(IEnumerable<(string Name, string? ActorId, MoneyScope Money)> scopes, Format format) =>
        new(Enum.GetValues<Rung>(),
        [
            .. scopes.Select(s => new LadderSeries(s.Name, s.ActorId, [.. Enum.GetValues<Rung>().Select(rung => Cell(s.Money, rung, format))])).Where(s => s.Cells.Any(c => !c.Total.IsEmpty)),
        ]);

    /// <summary>The series object that the chart element draws.</summary>
    public string ToJson(IStringLocalizer<Texts> texts) => JsonSerializer.Serialize(new
    {
        kind = "ladder",
        unit = "USD",
        categories = Rungs.Select(r => texts.Word(r)),
        series = Series.Select(s => new
        {
            name = s.Name,
            actor = s.ActorId,
            values = s.Cells.Select(c => c.Total.IsEmpty ? null : new { low = c.Total.Low, high = c.Total.OpenEnded > 0 ? (decimal?)null : c.Total.High, open = c.Total.OpenEnded > 0, text = c.Text, n = c.Total.Items }),
        }),
        empty = (string)texts["total.none"],
    }, JsonSerializerOptions.Web);

    private static LadderCell Cell(MoneyScope money, Rung rung, Format format)
    {
        var total = money.OnRung(rung);
        return new LadderCell(total, total.IsEmpty ? null : format.Total(total));
    }
}
