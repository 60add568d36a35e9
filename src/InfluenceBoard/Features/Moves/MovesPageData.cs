using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Moves;

/// <summary>The page of moves as data.</summary>
public sealed class MovesPageData(MovesQuery query, Reading reading, FilterWords words, IHttpContextAccessor http, IStringLocalizer<MovesTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => new() { Filter = reading.Filter, Kinds = reading.Filter.IsEmpty ? [RecordKind.Move] : [] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        var view = MovesView.Read(http.HttpContext!.Request.Query, reading.Notices);
        var model = await query.ReadAsync(reading.Filter, view, reading.AsOf, cancel, isWhole: true);
        var tables = new DataTables(reading);
        var chains = model.Chains.SelectMany((c, i) => c.Links.Select(l => (Move: l.Move.Id, Chain: i + 1))).ToList();
        return new PageDocument(L["title"], MovesPage.Description(model, words.Sentence(reading.Filter), L))
        {
            Keep = view.Keep,
            Facts = [new PageFact(T["fact.links"], Format.Number(model.Links.Count)), new PageFact(T["fact.chains"], Format.Number(model.Chains.Count))],
            Tables =
            [
                tables.Moves(model.Links), DataTable.Of("chains", chains, new DataColumn<(string Move, int Chain)>("chain", DataType.Whole, c => c.Chain), new("move", DataType.Text, c => c.Move)),
                tables.Engagements(model.Links.SelectMany(l => new[] { l.From, l.To }).DistinctBy(r => r.Id)), tables.Claims(model.Links.SelectMany(l => l.Claims), model.Sources),
            ],
        };
    }
}
