using System.Net.Mime;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Site;

/// <summary>What the board says to crawlers: which pages there are, and which addresses are for readers only.</summary>
public static class SiteEndpoints
{
    private const string Xml = "application/xml; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sitemap.xml", async (HttpContext context, SitemapQuery query, Reading reading) =>
        {
            context.Response.ContentType = Xml;
            var files = Sitemap.Files(await query.CountAsync(context.RequestAborted));
            if (files > 1) await Sitemap.WriteIndexAsync(context.Response.BodyWriter.AsStream(), reading.Origin, files);
            else await PagesAsync(context, query, reading, 1);
        }).ExcludeFromDescription();
        app.MapGet("/sitemap-{file:int:min(1)}.xml", async (HttpContext context, SitemapQuery query, Reading reading, int file) =>
        {
            if (file > Sitemap.Files(await query.CountAsync(context.RequestAborted))) { context.Response.StatusCode = StatusCodes.Status404NotFound; return; }
            context.Response.ContentType = Xml;
            await PagesAsync(context, query, reading, file);
        }).ExcludeFromDescription();
        app.MapGet("/robots.txt", (Reading reading) => Results.Text($"""
            # Pages as of a moment say noindex themselves, so that crawlers can read it.
            User-agent: *
            Disallow: /embed/
            Disallow: /preferences/
            Disallow: /search/suggest
            Allow: /

            Sitemap: {reading.Origin}/sitemap.xml

            """, MediaTypeNames.Text.Plain, System.Text.Encoding.UTF8)).ExcludeFromDescription();
    }

    private static Task PagesAsync(HttpContext context, SitemapQuery query, Reading reading, int file) => Sitemap.WritePagesAsync(context.Response.BodyWriter.AsStream(), reading.Origin, reading.Parties,
        query.ReadAsync((file - 1) * Sitemap.PerFile(), Sitemap.PerFile(), context.RequestAborted), context.RequestAborted);
}
