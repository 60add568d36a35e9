using System.Globalization;
using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Feeds;

/// <summary>The engagements of a page as a JSON Feed (version 1.1), those that changed last first.</summary>
public sealed class JsonFeedFormat : PageFormat
{
    public override string Extension => "jsonfeed";
    public override string MediaType => "application/feed+json; charset=utf-8";
    public override string? Group => "feed";

    public override bool Suits(Type page, PageScope scope) => scope.Filter is not null;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var words = new FeedWords(context);
        var entries = await context.RequestServices.GetRequiredService<FeedQuery>().ReadAsync(scope.Filter!, reading.AsOf, AtomFormat.Most, context.RequestAborted);
        await JsonSerializer.SerializeAsync(context.Response.Body, new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = $"{page.Title} · {words.Board}",
            home_page_url = reading.Address(page.Keep),
            feed_url = reading.Origin + reading.Urls.Same(Path(reading.Path, Extension), reading.Filter, page.Keep),
            description = page.Description,
            language = reading.Language,
            authors = new[] { new { name = words.Board, url = reading.Origin + "/" } },
            items = entries.Select(e => new
            {
                id = FeedWords.IdOf(e.Row.Id),
                url = words.Address(e),
                title = words.Title(e),
                content_html = words.Html(e),
                summary = string.Join(" ", words.Lines(e).Take(3)),
                date_published = e.First.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                date_modified = e.Last.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                tags = e.Row.Topics.Select(Word.Of).Prepend(Word.Of(e.Row.Type)),
                _board = new { frozen = words.Frozen(e), withdrawn = e.IsWithdrawn, changes = e.Times },
            }),
        }, cancellationToken: context.RequestAborted);
    }
}
