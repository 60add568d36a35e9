using System.Net;
using System.Text;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Feeds;

/// <summary>The words of feeds and calendars, and the names by which programs tell their entries apart.</summary>
public sealed class FeedWords(HttpContext context)
{
    private readonly Reading reading = context.RequestServices.GetRequiredService<Reading>();
    private readonly Format format = context.RequestServices.GetRequiredService<Format>();
    private readonly IStringLocalizer<FeedTexts> L = context.RequestServices.GetRequiredService<IStringLocalizer<FeedTexts>>();
    private readonly IStringLocalizer<Texts> T = context.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>The board's name.</summary>
    public string Board => T["board.name"];

    /// <summary>Name of an engagement (RFC 4151), the same on every machine, in every language and for every version.</summary>
    public static string IdOf(string engagement) => "tag:influenceboard,2026:engagement/" + Uri.EscapeDataString(engagement);

    /// <summary>Name of the feed: the page, its filter and its language.</summary>
    public string FeedId(PageDocument page) => "tag:influenceboard,2026:feed" + new Urls(reading.Parties, reading.Language, null).Same(reading.Path, reading.Filter, page.Keep);

    /// <summary>Title of an entry.</summary>
    public string Title(FeedEntry entry) => CleanText.Of(entry.IsWithdrawn ? L["withdrawn", entry.Row.Title] : entry.Row.Title);

    /// <summary>Address of the engagement's page.</summary>
    public string Address(FeedEntry entry) => reading.Origin + reading.Urls.Engagement(entry.Row.Id);

    /// <summary>Address of what the entry tells, which never changes: the page as of its last change; of a withdrawn engagement, as of the moment before.</summary>
    public string Frozen(FeedEntry entry) => reading.Origin
        + new Urls(reading.Parties, reading.Language == Reading.Languages[0] ? null : reading.Language, new Moment(entry.IsWithdrawn ? entry.Last.At.AddMilliseconds(-1) : entry.Last.At)).Engagement(entry.Row.Id);

    /// <summary>What an entry says, line by line, as plain text.</summary>
    public IReadOnlyList<string> Lines(FeedEntry entry)
    {
        var row = entry.Row;
        var lines = new List<string> { T["list.then", format.Date(row.Date), T.Word(row.Status)], T.List([.. row.Parties.Where(p => p.Role != PartyRole.About).Select(p => p.PartyId).Distinct().Select(reading.Parties.Name)]), entry.Summary };
        lines.AddRange(row.Money.Select(m => (string)T["list.with", format.Money(m), T.Word(m.Rung)]));
        if (entry.IsWithdrawn) lines.Add(T["gone.reason", entry.Last.Reason]);
        else if (entry.Times > 1) lines.Add(L["changed", Format.Instant(entry.Last.At), string.Join(T["list.semicolon"], entry.Steps.Select(s => s.Fields.Count == 0 ? $"{s.RecordId} ({T["history." + Word.Of(s.Kind)]})" : $"{s.RecordId} ({string.Join(", ", s.Fields.Select(f => f.Name))})"))]);
        return [.. lines.Where(l => l.Length > 0).Select(CleanText.Of)];
    }

    /// <summary>What an entry says as HTML: its lines, then its sources with their addresses. Everything is encoded.</summary>
    public string Html(FeedEntry entry)
    {
        var html = new StringBuilder();
        foreach (var line in Lines(entry)) html.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>");
        html.Append("<p>").Append(WebUtility.HtmlEncode(T["fact.sources"])).Append("</p><ul>");
        foreach (var source in entry.Sources)
        {
            var address = reading.Origin + reading.Urls.Source(source.Id);
            html.Append("<li><a href=\"").Append(WebUtility.HtmlEncode(source.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var own) && own.Scheme.StartsWith("http", StringComparison.Ordinal) ? url : address)).Append("\">")
                .Append(WebUtility.HtmlEncode(CleanText.Of(source.Title))).Append("</a>, ").Append(WebUtility.HtmlEncode(CleanText.Of(source.Publisher))).Append("</li>");
        }
        return html.Append("</ul><p><a href=\"").Append(WebUtility.HtmlEncode(Frozen(entry))).Append("\">").Append(WebUtility.HtmlEncode(L["frozen"])).Append("</a></p>").ToString();
    }
}
