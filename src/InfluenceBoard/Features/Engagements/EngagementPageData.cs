using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Engagements;

/// <summary>An engagement page as data: its claims first, because they are what everything else on it rests on.</summary>
public sealed class EngagementPageData(EngagementQuery query, Reading reading, Format format, IStringLocalizer<EngagementTexts> L, IStringLocalizer<Texts> T) : PageData
{
    public override PageScope Scope(string? key) => key is null ? new PageScope() : new PageScope { Records = [new RecordRef(RecordKind.Engagement, key)] };

    public override async Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel)
    {
        if (key is null || await query.ReadAsync(key, reading.AsOf, cancel) is not { } model) return null;
        var tables = new DataTables(reading);
        var claims = model.Claims.SelectMany(g => g.Claims).ToList();
        var e = model.Engagement;
        List<(Place, int?)> places = [.. model.Places.Select(p => (p, (int?)null))];
        return new PageDocument(e.Title, EngagementPage.Description(model, format, L, T))
        {
            Facts =
            [
                new PageFact(T["fact.date"], format.Date(e.Date)), new PageFact(T["fact.status"], T.Word(e.Status)),
                .. model.Money.Rows.Take(1).Select(r => new PageFact(T.Word(r.Item.Rung), format.Money(r.Item))), new PageFact(T["fact.sources"], Format.Number(model.Sources.Count)),
            ],
            Tables =
            [
                tables.Claims(claims, model.Sources), tables.Engagements([Row(model, claims)]), tables.Money(model.Money), tables.People(model.People.Select(p => (p.Record, 1))), tables.Organisations(model.Organisations.Select(o => (o.Record, 1))),
                tables.Places(places), tables.Moves(model.Moves.Links), tables.Sources(model.Sources.Values.Select(s => new SourceLine(s, claims.Count(c => c.SourceId == s.Id)))),
            ],
            Map = places.Count == 0 ? null : tables.Features(places),
        };
    }

    private static EngagementRow Row(EngagementModel model, List<Claim> claims)
    {
        var e = model.Engagement;
        return new EngagementRow(e.Id, e.Title, e.Date, e.Earliest, e.Latest, e.Type, e.Status, e.Parties, [.. e.Topics.Select(t => t.Topic)], [.. model.Money.Rows.Select(r => r.Item)], model.Sources.Count, claims.Any(c => c.Rank != Rank.Normal))
        {
            Confidence = claims.Where(c => c.Rank != Rank.Deprecated).Select(c => new Confidence(model.Sources[c.SourceId].Reliability, c.Credibility)).OrderBy(c => c.Credibility).ThenBy(c => c.Reliability).FirstOrDefault(),
        };
    }
}
