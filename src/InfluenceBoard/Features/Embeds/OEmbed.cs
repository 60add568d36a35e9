using System.Globalization;
using System.Text;
using System.Xml;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Embeds;

/// <summary>The protocol oEmbed 1.0: for the address of a page, the frame that shows it elsewhere.</summary>
public static class OEmbed
{
    // Seconds: what is live is asked for again soon, what is frozen never changes. Size of preview cards in pixels.
    private const int Live = 3600, Frozen = 30 * 24 * 3600, CardWidth = 1200, CardHeight = 630;

    public static async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var format = query["format"].LastOrDefault() is { Length: > 0 } asked ? asked.ToLowerInvariant() : "json";
        if (format is not ("json" or "xml")) { await FaultAsync(context, StatusCodes.Status501NotImplemented, "format is json or xml."); return; }
        if (await PairsAsync(context, query["url"].LastOrDefault(), Number(query["maxwidth"]), Number(query["maxheight"])) is not { } pairs)
        {
            await FaultAsync(context, StatusCodes.Status404NotFound, "url is the address of a page of this board that can be embedded.");
            return;
        }
        context.Response.Headers.CacheControl = "public, no-cache";
        if (format == "json") await context.Response.WriteAsJsonAsync(pairs.ToDictionary(p => p.Name, p => p.Value), context.RequestAborted);
        else
        {
            context.Response.ContentType = "text/xml; charset=utf-8";
            await context.Response.WriteAsync(Xml(pairs), context.RequestAborted);
        }
    }

    private static async Task<IReadOnlyList<(string Name, object Value)>?> PairsAsync(HttpContext context, string? url, int? maxWidth, int? maxHeight)
    {
        var request = context.Request;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || !address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)) return null;
        var path = UrlMigrations.Apply(Uri.UnescapeDataString(address.AbsolutePath));
        if (EmbedView.At(path) is not [var view, ..] || PageData.At(path) is not ({ } type, var key)) return null;

        // The page is read as if it were asked for: with its own query, and in a scope of its own.
        var (ownPath, ownQuery) = (request.Path, request.QueryString);
        try
        {
            (request.Path, request.QueryString) = (path, new QueryString(address.Query));
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Reading.LanguageOf(request) ?? Reading.Languages[0]);
            await using var scope = context.RequestServices.CreateAsyncScope();
            var data = (PageData)scope.ServiceProvider.GetRequiredService(type);
            if (await data.ReadAsync(key, context.RequestAborted) is not { } page) return null;
            var reading = scope.ServiceProvider.GetRequiredService<Reading>();
            var width = Math.Min(EmbedView.UsualWidth, maxWidth ?? int.MaxValue);
            var height = Math.Min(view.About.Height, maxHeight ?? int.MaxValue);
            List<(string, object)> pairs =
            [
                ("type", "rich"), ("version", "1.0"), ("title", page.Title), ("provider_name", "InfluenceBoard"), ("provider_url", reading.Origin + "/"), ("cache_age", reading.AsOf is null ? Live : Frozen),
                ("html", new EmbedSnippet(reading.Origin + view.Address(reading, path, page.Keep), page.Title, width, height).Frame), ("width", width), ("height", height),
            ];
            if (maxWidth is null or >= CardWidth && maxHeight is null or >= CardHeight && PageFormat.All.FirstOrDefault(f => f.Extension == "png") is { } card && card.Suits(type, data.Scope(key)))
                pairs.AddRange([("thumbnail_url", reading.Origin + PageFormat.Path(path, card.Extension) + address.Query), ("thumbnail_width", CardWidth), ("thumbnail_height", CardHeight)]);
            return pairs;
        }
        finally { (request.Path, request.QueryString) = (ownPath, ownQuery); }
    }

    private static string Xml(IReadOnlyList<(string Name, object Value)> pairs)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n");
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in pairs) xml.WriteElementString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static Task FaultAsync(HttpContext context, int status, string detail) => Results.Problem(statusCode: status, detail: detail).ExecuteAsync(context);
}
