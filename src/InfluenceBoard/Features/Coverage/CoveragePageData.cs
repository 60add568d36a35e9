using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Coverage;

/// <summary>What was searched, as data.</summary>
public sealed class CoveragePageData(CoverageQuery query, Reading reading, IStringLocalizer<CoverageTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Kinds = [RecordKind.Survey] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var model = await query.ReadAsync(reading.AsOf, cancel);
        return new PageDocument(L["title"], L["description", model.Pairs.Searched, model.Pairs.All])
        {
            Facts = [new PageFact(T["fact.searched"], $"{Format.Number(model.Pairs.Searched)} / {Format.Number(model.Pairs.All)}")],
            Tables =
            [
                DataTable.Of("pairs", model.Hosts.SelectMany(h => h.Cells), new DataColumn<CoverageCell>("actor", DataType.Text, c => c.Searched.ActorId), new("host", DataType.Text, c => c.Searched.HostId), new("searched", DataType.Text, c => Word.Of(c.Searched.State)),
                    new("date", DataType.Day, c => c.Searched.Date), new("surveys", DataType.List, c => c.Searched.Surveys.Select(s => s.Id).ToArray()), new("sources", DataType.List, c => c.Searched.Sources.ToArray()), new("engagements", DataType.Whole, c => c.Engagements)),
                DataTable.Of("surveys", model.Surveys, new DataColumn<Survey>("id", DataType.Text, s => s.Id), new("date", DataType.Day, s => s.Date), new("scope", DataType.Text, s => s.Scope), new("actors", DataType.List, s => s.Actors.ToArray()),
                    new("hosts", DataType.List, s => s.Hosts.ToArray()), new("sources", DataType.List, s => s.Sources.ToArray())),
            ],
        };
    }
}
