using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Cards;

/// <summary>Chooses the picture of a page and fills it from the page's tables.</summary>
public sealed class CardViews(Reading reading, IStringLocalizer<CardTexts> L, IStringLocalizer<Texts> T, CancellationToken cancel)
{
    // More engagements than this are not counted for a picture.
    private const int Most = 20_000;

    private PartyDirectory Parties => reading.Parties;

    /// <summary>The picture of a page; null for the mark alone.</summary>
    public async Task<CardPicture?> OfAsync(PageDocument page, PageScope scope) => reading.Path.Trim('/').Split('/') switch
    {
        [""] => Overview(page),
        ["countries", _] when scope.Records is [var country, ..] => await CountryAsync(page, country.Id),
        ["actors", _] => await ActorAsync(page),
        ["engagements", _] => await EngagementAsync(page),
        ["compare"] => await CompareAsync(page),
        ["engagements"] => await CountsAsync(page),
        ["places"] or ["places" or "people" or "organisations", _] when Points(page) is { Count: > 0 } points => new CardMap("", Plain([]), [], points, reading.Path == "/places" ? [] : Focus(points)),
        _ => null,
    };

    private CardMap Overview(PageDocument page)
    {
        var measure = reading.Asked(Urls.Measure)?.ToLowerInvariant();
        var share = Parties.Actors.FirstOrDefault(a => measure == "share-" + a.Slug);
        double? Value(IReadOnlyDictionary<string, object?> p) => measure == "pledged" ? (double?)(p["pledged_low_usd"] as decimal?)
            : share is null ? Number(p["engagements"]) : p["by_actor"] is Dictionary<string, int?> by && by.TryGetValue(share.Id, out var n) && Number(p["engagements"]) is > 0 and { } all ? (n ?? 0) / all : null;
        string? Label(double? value) => value is not { } v ? null : measure == "pledged" ? Format.Money((decimal)v, "USD") : share is null ? Format.Number((decimal)v) : Format.Number((decimal)Math.Round(v * 100)) + " %";
        var values = (page.Map ?? []).ToDictionary(f => f.Id, f => Value(f.Properties), StringComparer.Ordinal);
        var most = share is null ? values.Values.Max() ?? 0 : 1;
        string caption = measure == "pledged" ? L["caption.pledged"] : share is null ? L["caption.countries"] : L["caption.share", PartyDirectory.InSentence(share)];
        return new CardMap(caption, values.ToDictionary(v => v.Key, v => Shape(v.Key, v.Value is { } n && most > 0 ? n / most : 0, Label(v.Value)), StringComparer.Ordinal), [], [], []);
    }

    private async Task<CardMap> CountryAsync(PageDocument page, string country)
    {
        var counts = await CountsAsync(page, "actors", "actor");
        return new CardMap(L["caption.actors"], Plain([country]), Bars(Parties.Actors.Where(a => a.Id != country && counts.ContainsKey(a.Id)), counts), [], [country]);
    }

    private async Task<CardMap> ActorAsync(PageDocument page) => Shaded(L["caption.countries"], await CountsAsync(page, "hosts", "host"), []);

    private async Task<CardMap?> CountsAsync(PageDocument page)
    {
        if (page.Tables.FirstOrDefault(t => t.Name == "engagements") is not { } table) return null;
        var (counts, read) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        await foreach (var row in table.Rows.WithCancellation(cancel))
        {
            if (++read > Most) return null;
            foreach (var id in Ids(row, table, "by").Concat(Ids(row, table, "towards")).Distinct()) counts[id] = counts.GetValueOrDefault(id) + 1;
        }
        return Shaded(L["caption.actors"], Parties.Countries.Where(c => counts.ContainsKey(c.Id)).ToDictionary(c => c.Id, c => counts[c.Id], StringComparer.Ordinal), Bars(Parties.Actors, counts));
    }

    private async Task<CardMap?> EngagementAsync(PageDocument page)
    {
        if (page.Tables.FirstOrDefault(t => t.Name == "engagements") is not { } table || await table.Rows.FirstOrDefaultAsync(cancel) is not { } row) return null;
        var (by, towards, points) = (Ids(row, table, "by"), Ids(row, table, "towards"), Points(page));
        var hosts = towards.Concat(by).SelectMany(id => Parties[id].Kind == "region" ? Parties[id].Members : [id]).Where(id => Parties[id].IsCountry).Distinct().ToList();
        var shapes = hosts.Where(h => !by.Contains(h) || !Parties[h].IsActor).ToDictionary(h => h, h => new CardShape(.55), StringComparer.Ordinal);
        foreach (var actor in by.Where(id => Parties[id].IsActor)) shapes[actor] = new CardShape(null);
        string List(IEnumerable<string> ids) => T.List([.. ids.Select(Parties.Name)]);
        List<CardBar> lines = [new(T.Word(PartyRole.By), List(by), by is [var only] ? only : null, null)];
        if (towards.Length > 0) lines.Add(new CardBar(T.Word(PartyRole.Towards), List(towards), towards is [var other] ? other : null, null));
        return new CardMap(L["caption.parties"], shapes, lines, points, hosts.Count == 0 ? Focus(points) : hosts);
    }

    private async Task<CardPicture?> CompareAsync(PageDocument page)
    {
        if (page.Tables.FirstOrDefault(t => t.Name == "sides") is { } sides)
        {
            var rows = await sides.Rows.ToListAsync(cancel);
            var counts = rows.ToDictionary(r => (string)r[sides.At("party")]!, r => (int)(Number(r[sides.At("engagements")]) ?? 0), StringComparer.Ordinal);
            return rows.Count == 0 ? null : new CardBars(L["caption.sides"], Bars(rows.Select(r => Parties[(string)r[sides.At("party")]!]), counts));
        }
        if (page.Tables.FirstOrDefault(t => t.Name == "cells") is not { } cells) return null;
        var all = new Dictionary<(string, string), (double? Value, string Text)>();
        await foreach (var r in cells.Rows.WithCancellation(cancel))
            all[((string)r[cells.At("actor")]!, (string)r[cells.At("host")]!)] = (r[cells.At("value")] is DateOnly day ? day.DayNumber : Number(r[cells.At("value")]), r[cells.At("text")] as string ?? "");
        var (actors, hosts) = (Parties.Actors.Where(a => all.Keys.Any(k => k.Item1 == a.Id)).ToList(), Parties.All.Where(c => all.Keys.Any(k => k.Item2 == c.Id)).Take(9).ToList());
        if (actors.Count == 0) return null;
        var numbers = all.Values.Where(v => v.Value is not null).Select(v => v.Value!.Value).ToList();
        var isDay = reading.Asked(Urls.Measure)?.ToLowerInvariant() == "latest";
        var (least, most) = (isDay && numbers.Count > 0 ? numbers.Min() - 1 : 0, numbers.Count > 0 ? numbers.Max() : 1);
        (double?, string) Cell(string actor, string host) => !all.TryGetValue((actor, host), out var c) ? (null, "–") : (c.Value is { } v ? (v - least) / Math.Max(1, most - least) : null, c.Text.Length == 0 ? "–" : c.Text);
        return new CardGrid(reading.Asked(Urls.Measure)?.ToLowerInvariant() switch { "pledged" => L["caption.pledged.pairs"], "latest" => L["caption.latest"], _ => L["caption.pairs"] },
            [.. actors.Select(a => (a.Id, PartyDirectory.Name(a)))], [.. hosts.Select(h => (PartyDirectory.Name(h), (IReadOnlyList<(double?, string)>)[.. actors.Select(a => Cell(a.Id, h.Id))]))]);
    }

    private CardMap Shaded(string caption, Dictionary<string, int> counts, IReadOnlyList<CardBar> bars)
    {
        var most = counts.Values.DefaultIfEmpty(0).Max();
        return new CardMap(caption, counts.Where(c => Parties[c.Key].IsCountry).ToDictionary(c => c.Key, c => Shape(c.Key, most == 0 ? 0 : (double)c.Value / most, Format.Number(c.Value)), StringComparer.Ordinal), bars, [], []);
    }

    private CardShape Shape(string id, double share, string? label) => new(share, label, (Parties[id].Longitude, Parties[id].Latitude));

    private static Dictionary<string, CardShape> Plain(IEnumerable<string> ids) => ids.ToDictionary(id => id, _ => new CardShape(1), StringComparer.Ordinal);

    private static List<CardBar> Bars(IEnumerable<Party> parties, Dictionary<string, int> counts)
    {
        var most = Math.Max(1, counts.Values.DefaultIfEmpty(0).Max());
        return [.. parties.Select(p => new CardBar(PartyDirectory.Name(p), Format.Number(counts.GetValueOrDefault(p.Id)), p.Id, (double)counts.GetValueOrDefault(p.Id) / most))];
    }

    private async Task<Dictionary<string, int>> CountsAsync(PageDocument page, string name, string key) => page.Tables.FirstOrDefault(t => t.Name == name) is not { } table ? []
        : (await table.Rows.ToListAsync(cancel)).ToDictionary(r => (string)r[table.At(key)]!, r => (int)(Number(r[table.At("engagements")]) ?? 0), StringComparer.Ordinal);

    private static List<(double, double)> Points(PageDocument page) => [.. (page.Map ?? []).Where(f => f.Geometry != "Country").SelectMany(f => f.Path).Where(p => PlaceMap.HasShapes([p.Longitude, p.Latitude]))];

    private static List<string> Focus(List<(double, double)> points) => points.Count == 0 ? [] : [""];

    private static string[] Ids(IReadOnlyList<object?> row, DataTable table, string column) => row[table.At(column)] as string[] ?? [];

    private static double? Number(object? value) => value switch { int n => n, long n => n, decimal n => (double)n, double n => n, _ => null };
}

/// <summary>Columns by name.</summary>
internal static class CardColumns
{
    /// <summary>Place of a column in the rows.</summary>
    public static int At(this DataTable table, string column) => Enumerable.Range(0, table.Columns.Count).First(i => table.Columns[i].Name == column);
}
