using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Cards;

/// <summary>What the card of a page says, out of the page as data.</summary>
public sealed class CardContent(HttpContext context)
{
    private readonly Reading reading = context.RequestServices.GetRequiredService<Reading>();
    private readonly FilterWords words = context.RequestServices.GetRequiredService<FilterWords>();
    private readonly IStringLocalizer<CardTexts> L = context.RequestServices.GetRequiredService<IStringLocalizer<CardTexts>>();
    private readonly IStringLocalizer<Texts> T = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>Reads the card of a page.</summary>
    public async Task<Card> ReadAsync(PageDocument page, PageScope scope)
    {
        IReadOnlyList<PageFact> all = page.MoreFacts is { } more ? [.. page.Facts, .. await more()] : page.Facts;
        var sources = all.FirstOrDefault(f => f.Label == T["fact.sources"]);
        var facts = all.Where(f => all.Count <= 2 || f != sources).Select(f => (f.Label, f.Value)).ToList();
        string moment = L["asof", reading.Moment is { } m && !reading.IsAhead ? Format.Moment(m) : Format.Day(reading.Today)];
        var count = sources is null || facts.Count == all.Count ? null : sources.Value == "1" ? (string)L["sources.one"] : L["sources", sources.Value];
        var sentence = reading.Filter.IsEmpty || words.Sentence(reading.Filter) is var said && page.Title.Contains(said.TrimEnd('.', '。'), StringComparison.Ordinal) ? Rest(page) : words.Sentence(reading.Filter);
        // Titles of engagements and sources are English on every page.
        var title = new CardText(page.Title, reading.Path.StartsWith("/engagements/", StringComparison.Ordinal) || reading.Path.StartsWith("/sources/", StringComparison.Ordinal) ? "en" : reading.Language);
        return new Card(T["board.name"], Upper(Kind()), title, sentence, facts, (Foot(), count is null ? moment : $"{count} · {moment}"), reading.Language)
        {
            Originals = await OriginalsAsync(page),
            Picture = await new CardViews(reading, L, T, context.RequestAborted).OfAsync(page, scope),
        };
    }

    private string Foot() => new Uri(reading.Origin).Authority + (reading.Path == "/" ? "" : Uri.UnescapeDataString(reading.Path));

    // The description without the title that it begins with.
    private static string Rest(PageDocument page) =>
        page.Description.StartsWith(page.Title, StringComparison.Ordinal) ? Upper(page.Description[page.Title.Length..].TrimStart(' ', ',', '，', ':', '：', '.', '。', ';', '；', '·', '—', '–')) : page.Description;

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];

    private string Kind() => reading.Path.Trim('/').Split('/') switch
    {
        [""] => T["nav.overview"],
        ["countries", _] => T["filter.country"],
        ["actors", _] => T["filter.actor"],
        ["engagements", _] => T["kind.engagement"],
        ["people", _] => T["kind.person"],
        ["organisations", _] => T["kind.organisation"],
        ["places", _] => T["kind.place"],
        ["sources", _] => T["kind.source"],
        [var list] when !T["nav." + list].ResourceNotFound => T["nav." + list],
        _ => T["board.name"],
    };

    // People, institutions and places have their names in their own languages: "ja: 野田佳彦".
    private async Task<IReadOnlyList<CardText>> OriginalsAsync(PageDocument page)
    {
        if (reading.Path.Trim('/').Split('/') is not ["people" or "organisations" or "places", _]) return [];
        foreach (var table in page.Tables.Where(t => t.Columns.Any(c => c.Name == "names")))
            await foreach (var row in table.Rows.WithCancellation(context.RequestAborted))
            {
                if (row[table.At("id")] as string != reading.Path[(reading.Path.LastIndexOf('/') + 1)..]) continue;
                return [.. (row[table.At("names")] as string[] ?? []).Select(n => n.Split(": ", 2)).Where(n => n.Length == 2 && n[1] != page.Title).Select(n => new CardText(n[1], n[0])).DistinctBy(n => n.Text)];
            }
        return [];
    }
}
