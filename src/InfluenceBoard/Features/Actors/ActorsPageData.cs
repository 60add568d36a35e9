using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Actors;

/// <summary>The index of the actors as data.</summary>
public sealed class ActorsPageData(ActorsQuery query, Reading reading, IStringLocalizer<ActorTexts> L) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = BoardFilter.None with { Actors = [.. reading.Parties.Actors.Select(c => c.Id)] }, Records = [.. reading.Parties.Actors.Select(c => new RecordRef(RecordKind.Party, c.Id))] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var lines = await query.ReadAsync(reading.AsOf, cancel);
        return new PageDocument(L["list.title"], L["list.lead"]) { Tables = [PartyIndexLine.Table(lines)] };
    }
}
