using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Feeds;

/// <summary>The engagements of a page as an Atom feed (RFC 4287), those that changed last first. What was withdrawn is told by tombstones (RFC 6721).</summary>
public sealed class AtomFormat : PageFormat
{
    /// <summary>Most entries of a feed.</summary>
    public const int Most = 100;

    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public override string Extension => "atom";
    public override string MediaType => "application/atom+xml; charset=utf-8";
    public override string? Group => "feed";

    public override bool Suits(Type page, PageScope scope) => scope.Filter is not null;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var words = new FeedWords(context);
        var entries = await context.RequestServices.GetRequiredService<FeedQuery>().ReadAsync(scope.Filter!, reading.AsOf, Most, context.RequestAborted);
        var feed = new SyndicationFeed(CleanText.Of($"{page.Title} · {words.Board}"), CleanText.Of(page.Description), null, words.FeedId(page), entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries[0].Last.At)
        {
            Language = reading.Language, Generator = "InfluenceBoard",
            Items = [.. entries.Where(e => !e.IsWithdrawn).Select(e => Item(e, words))],
        };
        feed.Authors.Add(new SyndicationPerson { Name = words.Board, Uri = reading.Origin + "/" });
        feed.Links.Add(new SyndicationLink(new Uri(reading.Address(page.Keep)), "alternate", null, "text/html", 0));
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(reading.Origin + reading.Urls.Same(Path(reading.Path, Extension), reading.Filter, page.Keep)), "application/atom+xml"));
        foreach (var gone in entries.Where(e => e.IsWithdrawn))
            feed.ElementExtensions.Add(new XElement(Tombstones + "deleted-entry", new XAttribute(XNamespace.Xmlns + "at", Tombstones), new XAttribute("ref", FeedWords.IdOf(gone.Row.Id)), new XAttribute("when", gone.Last.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
                new XElement(Tombstones + "comment", CleanText.Of($"{words.Title(gone)}: {gone.Last.Reason}"))).CreateReader());
        using var buffer = new MemoryStream();
        await using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true })) feed.SaveAsAtom10(xml);
        await context.Response.BodyWriter.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
    }

    private static SyndicationItem Item(FeedEntry entry, FeedWords words)
    {
        var item = new SyndicationItem(words.Title(entry), SyndicationContent.CreateHtmlContent(words.Html(entry)), null, FeedWords.IdOf(entry.Row.Id), entry.Last.At)
        {
            PublishDate = entry.First.At, Summary = new TextSyndicationContent(string.Join("\n", words.Lines(entry))),
        };
        item.Links.Add(new SyndicationLink(new Uri(words.Address(entry)), "alternate", null, "text/html", 0));
        item.Links.Add(new SyndicationLink(new Uri(words.Frozen(entry)), "memento", null, "text/html", 0));
        item.Categories.Add(new SyndicationCategory(Word.Of(entry.Row.Type)));
        foreach (var topic in entry.Row.Topics) item.Categories.Add(new SyndicationCategory(Word.Of(topic)));
        return item;
    }
}
