using System.Globalization;
using System.Xml;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Site;

/// <summary>Writes site maps (sitemaps.org): every page once in each language, with the addresses of the other languages beside it.</summary>
public static class Sitemap
{
    /// <summary>Addresses that one file may hold.</summary>
    public const int MostAddresses = 50_000;

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9", Html = "http://www.w3.org/1999/xhtml";

    // Entries after which what is written goes out.
    private const int Flush = 200;

    /// <summary>How many files a number of pages takes.</summary>
    public static int Files(int entries, int most = MostAddresses) => (entries + PerFile(most) - 1) / PerFile(most);

    /// <summary>How many pages a file holds: each is in it once in each language.</summary>
    public static int PerFile(int most = MostAddresses) => most / Reading.Languages.Count;

    /// <summary>Writes a file of pages.</summary>
    public static async Task WritePagesAsync(Stream stream, string origin, PartyDirectory parties, IAsyncEnumerable<SitemapEntry> entries, CancellationToken cancel)
    {
        await using var xml = Open(stream);
        await xml.WriteStartElementAsync(null, "urlset", Space);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Html);
        var languages = Reading.Languages.Select(l => (Language: l, Urls: new Urls(parties, l == Reading.Languages[0] ? null : l, null))).ToList();
        var written = 0;
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            foreach (var (_, urls) in languages)
            {
                await xml.WriteStartElementAsync(null, "url", Space);
                await xml.WriteElementStringAsync(null, "loc", Space, origin + urls.Build(entry.Path));
                await xml.WriteElementStringAsync(null, "lastmod", Space, Iso(entry.Changed));
                foreach (var (language, others) in languages) await AlternateAsync(xml, language, origin + others.Build(entry.Path));
                await AlternateAsync(xml, "x-default", origin + languages[0].Urls.Build(entry.Path));
                await xml.WriteEndElementAsync();
            }
            if (++written % Flush == 0) await xml.FlushAsync();
        }
        await xml.WriteEndElementAsync();
    }

    /// <summary>Writes the index of several files.</summary>
    public static async Task WriteIndexAsync(Stream stream, string origin, int files)
    {
        await using var xml = Open(stream);
        await xml.WriteStartElementAsync(null, "sitemapindex", Space);
        for (var file = 1; file <= files; file++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Space);
            await xml.WriteElementStringAsync(null, "loc", Space, string.Create(CultureInfo.InvariantCulture, $"{origin}/sitemap-{file}.xml"));
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task AlternateAsync(XmlWriter xml, string language, string address)
    {
        await xml.WriteStartElementAsync("xhtml", "link", Html);
        await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
        await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
        await xml.WriteAttributeStringAsync(null, "href", null, address);
        await xml.WriteEndElementAsync();
    }

    private static XmlWriter Open(Stream stream) => XmlWriter.Create(stream, new XmlWriterSettings { Async = true, Encoding = new System.Text.UTF8Encoding(false) });

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
