using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Sources;

/// <summary>A source page as data: every claim drawn from it.</summary>
public sealed class SourcePageData(SourceQuery query, Reading reading, IStringLocalizer<SourceTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => key is null ? new PageScope() : new PageScope { Records = [new RecordRef(RecordKind.Source, key)] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        if (key is null || await query.ReadAsync(key, reading.AsOf, cancel) is not { } model) return null;
        var (source, tables) = (model.Source, new DataTables(reading));
        return new PageDocument(source.Title, L["lead", source.Title, T[$"reliability.{Word.Of(source.Reliability)}"]])
        {
            Facts = [new PageFact(T["fact.reliability"], Word.Of(source.Reliability)), new PageFact(T["fact.claims"], Format.Number(model.Claims.Count))],
            Tables = [tables.Claims(model.Claims.Select(c => c.Claim), new Dictionary<string, Source>(StringComparer.Ordinal) { [source.Id] = source }), tables.Sources([new SourceLine(source, model.Claims.Count)])],
        };
    }
}
