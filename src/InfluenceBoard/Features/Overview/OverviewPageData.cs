using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Overview;

/// <summary>The overview as data.</summary>
public sealed class OverviewPageData(OverviewQuery query, Reading reading, FilterWords words, Format format, IStringLocalizer<OverviewTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = reading.Filter, Kinds = reading.Filter.IsEmpty ? PageScope.Board.Kinds : [] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var model = await query.ReadAsync(reading.Filter, reading.Today, reading.AsOf, cancel);
        // Every amount is read only for what holds them.
        var whole = new Lazy<Task<OverviewModel>>(() => query.ReadAsync(reading.Filter, reading.Today, reading.AsOf, cancel, isWhole: true));
        var tables = new DataTables(reading);
        var pairs = model.Grid.Countries.SelectMany(line => model.Grid.Actors.Where(a => a != line.HostId && model.Grid.Count(a, line) is not null).Select(a => (Line: line, Actor: a))).ToList();
        return new PageDocument(OverviewPage.TitleOf(reading, L, T), OverviewPage.Description(model, reading, words, format, L, T))
        {
            Keep = [(Urls.Measure, OverviewMeasure.Read(reading).InAddress), reading.ZoomPair],
            Facts = [.. PageFact.Leading(T, format, model.Rows.Count, model.Money, model.Sources)],
            Tables =
            [
                DataTable.Of("pairs", pairs, new DataColumn<(OverviewLine Line, string Actor)>("host", DataType.Text, p => p.Line.HostId), new("actor", DataType.Text, p => p.Actor),
                    new("engagements", DataType.Whole, p => model.Grid.Count(p.Actor, p.Line)), new("searched", DataType.Text, p => Word.Of(model.Searched.Of(p.Actor, p.Line.HostId).State))),
                tables.Engagements(query.AllAsync(reading.Filter, reading.AsOf, cancel)),
                DataTables.Totals(async () => Scopes(await whole.Value)), tables.Money(async () => (await whole.Value).Money), tables.Sources(async () => await query.SourcesAsync(reading.Filter, reading.AsOf, cancel)),
            ],
            Map = [.. model.Grid.Countries.Where(l => l.Any is not null).Select(line => new MapFeature(line.HostId, "Country", [], Properties(model.Grid, line)))],
        };
    }

    private static IEnumerable<(string? Actor, string? Host, MoneyScope Money)> Scopes(OverviewModel model) =>
    [
        (null, null, model.Money), .. model.Grid.Actors.Select(a => ((string?)a, (string?)null, model.Money.Of(a))), .. model.Grid.Countries.Select(l => ((string?)null, (string?)l.HostId, l.Money)),
        .. model.Regions.Select(r => ((string?)null, (string?)r.Line.HostId, r.Line.Money)),
    ];

    private Dictionary<string, object?> Properties(OverviewGrid grid, OverviewLine line)
    {
        var total = line.Money.Total();
        return new(StringComparer.Ordinal)
        {
            ["name"] = reading.Parties.Name(line.HostId), ["engagements"] = line.Any, ["by_actor"] = grid.Actors.Where(a => a != line.HostId).ToDictionary(a => a, a => grid.Count(a, line), StringComparer.Ordinal),
            ["pledged_low_usd"] = total.IsEmpty ? null : total.Low, ["pledged_high_usd"] = total.IsEmpty ? null : total.High, ["pledged_open_ended"] = total.OpenEnded,
            ["url"] = reading.Origin + reading.Urls.Country(reading.Parties[line.HostId].Slug, reading.Filter),
        };
    }
}
