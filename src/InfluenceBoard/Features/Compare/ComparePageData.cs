using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Compare;

/// <summary>The comparison as data: its cells, or its sides.</summary>
public sealed class ComparePageData(CompareQuery query, Reading reading, FilterWords words, Format format, IStringLocalizer<CompareTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = reading.Filter };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var (measure, by) = ComparePage.ViewOf(reading);
        IReadOnlyList<CompareSide> sides = [];
        CompareGrid? grid = null;
        if (by == "") grid = await query.GridAsync(reading.Filter, measure, reading.Urls, reading.AsOf, cancel);
        else sides = await query.SidesAsync(reading.Filter, by == FilterQuery.Actor, [.. (by == FilterQuery.Actor ? reading.Filter.Actors : reading.Filter.Countries).Take(ComparePage.Most)], reading.AsOf, cancel);
        var tables = new DataTables(reading);
        return new PageDocument(ComparePage.TitleOf(measure, by, sides, reading, words, L, T), L["description", words.Sentence(reading.Filter)])
        {
            Keep = ComparePage.Own(measure, by),
            Facts = grid is null ? [.. sides.Select(s => new PageFact(reading.Parties.Name(s.PartyId), T.Count("count.engagements", s.Rows.Count)))]
                : grid.Most is { } most ? [new PageFact($"{reading.Parties.Name(most.ActorId)} – {reading.Parties.Name(most.HostId)}", most.Text!)] : [],
            Tables = grid is not null
                ? [DataTable.Of("cells", grid.Cells.SelectMany(l => l).Where(c => !c.IsOutside && c.Searched.State != Searched.NotApplicable), new DataColumn<CompareCell>("actor", DataType.Text, c => c.ActorId), new("host", DataType.Text, c => c.HostId),
                    new("measure", DataType.Text, _ => Word.Of(measure)), new("value", measure == CompareMeasure.Latest ? DataType.Day : DataType.Number, c => Value(measure, c)), new("text", DataType.Text, c => c.Text),
                    new("searched", DataType.Text, c => Word.Of(c.Searched.State)), new("url", DataType.Address, c => c.Href is null ? null : reading.Origin + c.Href))]
                : [
                    DataTable.Of("sides", sides, new DataColumn<CompareSide>("party", DataType.Text, s => s.PartyId), new("name", DataType.Text, s => reading.Parties.Name(s.PartyId)), new("engagements", DataType.Whole, s => s.Rows.Count),
                        new("pledged", DataType.Text, s => format.Total(s.Money.Total()))),
                    DataTables.Totals(sides.Select(s => by == FilterQuery.Actor ? ((string?)s.PartyId, (string?)null, s.Money) : (null, s.PartyId, s.Money))),
                    .. sides.Select(s => tables.Engagements(s.Rows, "engagements_" + reading.Parties[s.PartyId].Slug.Replace('-', '_'))),
                ],
        };
    }

    // A day stands as a day, a pledged total by the end that shades it.
    private static object? Value(CompareMeasure measure, CompareCell cell) => (measure, cell.Value) switch
    {
        (_, null) => null,
        (CompareMeasure.Latest, { } day) => DateOnly.FromDayNumber((int)day),
        (_, { } value) => value,
    };
}
