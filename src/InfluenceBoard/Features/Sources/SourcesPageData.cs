using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Sources;

/// <summary>The list of sources as data.</summary>
public sealed class SourcesPageData(SourcesQuery query, Reading reading, IStringLocalizer<SourceTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Kinds = [RecordKind.Source] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var sources = await query.ReadAsync(reading.AsOf, cancel);
        return new PageDocument(L["list.title"], L["list.description", sources.Count])
        {
            Facts = [new PageFact(T["fact.sources"], Format.Number(sources.Count)), new PageFact(T["fact.claims"], Format.Number(sources.Sum(s => s.Claims)))],
            Tables = [new DataTables(reading).Sources(sources)],
        };
    }
}
