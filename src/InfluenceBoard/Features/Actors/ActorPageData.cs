using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Actors;

/// <summary>An actor page as data.</summary>
public sealed class ActorPageData(ActorQuery query, Reading reading, Format format, IStringLocalizer<ActorTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => Actor(key) is not { } actor ? new PageScope() : new PageScope
    {
        Filter = reading.Filter with { Actors = [actor.Id] },
        Records = [new RecordRef(RecordKind.Party, actor.Id)],
    };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        if (Actor(key) is not { } actor) return null;
        var model = await query.ReadAsync(actor, reading.Filter, reading.AsOf, cancel);
        // Every amount is read only for what holds them.
        var whole = new Lazy<Task<ActorModel>>(() => query.ReadAsync(actor, reading.Filter, reading.AsOf, cancel, isWhole: true));
        var tables = new DataTables(reading);
        var hosts = model.Countries.Concat(model.Others).ToList();
        return new PageDocument(L["title", PartyDirectory.Name(actor)], ActorPage.Description(model, format, L, T))
        {
            Keep = [reading.ZoomPair],
            Facts = [.. PageFact.Leading(T, format, model.Rows.Count, model.Money, model.Profile.Sources.Count)],
            Tables =
            [
                tables.Engagements(query.AllAsync(actor, reading.Filter, reading.AsOf, cancel)),
                DataTables.Totals(async () => Scopes(actor, await whole.Value)), tables.Money(async () => (await whole.Value).Money),
                DataTable.Of("hosts", hosts, new DataColumn<HostLine>("host", DataType.Text, h => h.Host.Id), new("name", DataType.Text, h => PartyDirectory.Name(h.Host)), new("engagements", DataType.Whole, h => h.Rows.Count)),
                DataTable.Of("answers", model.Answers, new DataColumn<Answer>("move", DataType.Text, a => a.Move.Id), new("from", DataType.Text, a => a.Move.FromId), new("relation", DataType.Text, a => Word.Of(a.Move.Relation)),
                    new("to", DataType.Text, a => a.Move.ToId), new("asserted_by", DataType.Text, a => Word.Of(a.Move.AssertedBy))),
                .. model.Profile.Tables(tables),
            ],
        };
    }

    private static IEnumerable<(string? Actor, string? Host, MoneyScope Money)> Scopes(Party actor, ActorModel model) =>
        [(actor.Id, null, model.Money), .. model.Countries.Concat(model.Others).Select(h => ((string?)actor.Id, (string?)h.Host.Id, h.Money))];

    private Party? Actor(string? key) => reading.Parties.Find(key) is { IsActor: true } actor ? actor : null;
}
