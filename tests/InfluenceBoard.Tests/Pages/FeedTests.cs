using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CodeHollow.FeedReader;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;
using NJsonSchema;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Feeds and calendars, read by parsers that had no part in writing them.</summary>
public sealed class FeedTests(BoardServer server)
{
    private const string Schema = """
        { "type": "object", "required": ["version", "title", "items"], "properties": {
          "version": { "enum": ["https://jsonfeed.org/version/1.1"] }, "title": { "type": "string", "minLength": 1 }, "home_page_url": { "type": "string", "format": "uri" }, "feed_url": { "type": "string", "format": "uri" },
          "authors": { "type": "array", "items": { "type": "object", "required": ["name"] } }, "language": { "type": "string" },
          "items": { "type": "array", "items": { "type": "object", "required": ["id", "content_html"], "properties": { "id": { "type": "string", "minLength": 1 }, "url": { "type": "string", "format": "uri" }, "title": { "type": "string" },
            "content_html": { "type": "string" }, "summary": { "type": "string" }, "date_published": { "type": "string", "format": "date-time" }, "date_modified": { "type": "string", "format": "date-time" }, "tags": { "type": "array", "items": { "type": "string" } } } } } } }
        """;

    private static readonly string[] Paths = ["/overview.{0}", "/overview.{0}?actor=japan&domain=energy", "/countries/vietnam.{0}", "/actors/united-states.{0}?lang=zh-Hans", "/engagements.{0}?type=visit", "/money.{0}", "/moves.{0}", "/engagements.{0}?from=2030"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => [.. Paths];

    private static string In(string format, string address) => string.Format(System.Globalization.CultureInfo.InvariantCulture, address, format);

    private async Task<List<string>> EngagementsAsync(string address) =>
        [.. JsonNode.Parse(await server.Client.GetStringAsync(In("json", address), Cancel))!["tables"]!["engagements"]!.AsArray().Select(e => e!["id"]!.ToString()).Distinct().Order(StringComparer.Ordinal)];

    private static string Id(string tag) => Uri.UnescapeDataString(tag["tag:influenceboard,2026:engagement/".Length..]);

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Atom_EveryFilter_HoldsItsEngagements(string address)
    {
        var answer = await server.Client.GetAsync(In("atom", address), Cancel);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        var feed = FeedReader.ReadFromString(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(FeedType.Atom, feed.Type);
        Assert.NotEmpty(feed.Title);
        Assert.StartsWith("http", feed.Link, StringComparison.Ordinal);
        var ids = feed.Items.Select(i => Id(i.Id)).Order(StringComparer.Ordinal).ToList();
        if (address.StartsWith("/moves", StringComparison.Ordinal)) return;
        var wanted = address.StartsWith("/money", StringComparison.Ordinal) ? await EngagementsAsync("/engagements.{0}") : await EngagementsAsync(address);
        Assert.Equal(wanted.Count > 100 ? 100 : wanted.Count, ids.Count);
        Assert.Subset(wanted.ToHashSet(), ids.ToHashSet());
        foreach (var item in feed.Items)
        {
            Assert.NotNull(item.PublishingDate);
            Assert.Contains("asOf=", item.Content, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task JsonFeed_EveryFilter_IsByTheSpecificationAndAgreesWithTheAtomFeed(string address)
    {
        var answer = await server.Client.GetAsync(In("jsonfeed", address), Cancel);
        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Empty((await JsonSchema.FromJsonAsync(Schema, Cancel)).Validate(text));
        var atom = FeedReader.ReadFromString(await server.Client.GetStringAsync(In("atom", address), Cancel));
        Assert.Equal(atom.Items.Select(i => (i.Id, i.Title)), JsonNode.Parse(text)!["items"]!.AsArray().Select(i => (i!["id"]!.ToString(), i["title"]!.ToString())));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Calendar_EveryFilter_HoldsWhatIsKnownToTheMonth(string address)
    {
        var text = await server.Client.GetStringAsync(In("ics", address), Cancel);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var calendar = await NodeParser.ReadAsync("ical.mjs", text);
        Assert.NotEmpty(calendar["name"]!.ToString());
        var feed = JsonNode.Parse(await server.Client.GetStringAsync(In("jsonfeed", address), Cancel))!["items"]!.AsArray();
        var events = calendar["events"]!.AsArray();
        if (feed.Count < 100) Assert.Subset(feed.Select(i => i!["id"]!.ToString()).ToHashSet(), events.Select(e => e!["uid"]!.ToString()).ToHashSet());
        foreach (var one in events)
        {
            Assert.True((bool)one!["isDate"]!);
            Assert.True(string.CompareOrdinal(one["start"]!.ToString(), one["end"]!.ToString()) < 0);
            Assert.Contains(one["status"]!.ToString(), new[] { "CONFIRMED", "TENTATIVE", "CANCELLED" });
            Assert.StartsWith("http", one["url"]!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Calendar_SummitAndVisit_StandOnTheirDaysInChineseToo()
    {
        var events = (await NodeParser.ReadAsync("ical.mjs", await server.Client.GetStringAsync("/actors/japan.ics?lang=zh-Hans", Cancel)))["events"]!.AsArray();
        var summit = events.Single(e => Id(e!["uid"]!.ToString()) == "tokyo-summit-2025")!;
        Assert.Equal(("2025-12-19", "2025-12-21", "CONFIRMED", "Tokyo"), (summit["start"]!.ToString(), summit["end"]!.ToString(), summit["status"]!.ToString(), summit["location"]!.ToString()));
        Assert.Contains("哈萨克斯坦", summit["description"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(events, e => e!["status"]!.ToString() == "TENTATIVE");
        Assert.Contains(events, e => e!["status"]!.ToString() == "CANCELLED");
    }

    [Fact]
    public async Task Feeds_AfterAnEditAndAWithdrawal_TellThemAndNothingElse()
    {
        await using var board = new EditedBoard();
        async Task<JsonArray> Items(string query = "") => JsonNode.Parse(await board.TextAsync("/countries/kazakhstan.jsonfeed" + query))!["items"]!.AsArray();
        var before = await Items();
        var (edited, gone) = (Id(before[3]!["id"]!.ToString()), Id(before[5]!["id"]!.ToString()));
        var then = new InfluenceBoard.Shared.Moment(board.Clock.Now);
        board.Clock.Now += TimeSpan.FromDays(1);
        var change = await board.ReviseAsync<Engagement>(edited, e => e.Title = "Edited <b>&]]> \u0001 = title");
        var withdrawal = await board.WithdrawAsync<Engagement>(gone, "The source took it back.");

        var after = await Items();
        Assert.Equal(before.Select(i => i!["id"]!.ToString()).Order(), after.Select(i => i!["id"]!.ToString()).Order());
        Assert.Equal([gone, edited], after.Take(2).Select(i => Id(i!["id"]!.ToString())));
        Assert.Contains("The source took it back.", after[0]!["content_html"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(change.At, DateTimeOffset.Parse(after[1]!["date_modified"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(EditedBoard.Loaded, DateTimeOffset.Parse(after[1]!["date_published"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        string Without(JsonNode? item) => item!.ToJsonString();
        Assert.Equal(before.Where(i => Id(i!["id"]!.ToString()) != edited && Id(i["id"]!.ToString()) != gone).Select(Without), after.Skip(2).Select(Without));
        // As of the moment before, the feed is what it was.
        string Stripped(string json) => System.Text.RegularExpressions.Regex.Replace(json, "(\\?|&|\\\\u0026amp;|\\\\u0026)asOf=[^\"\\\\&]*", "");
        Assert.Equal(before.Select(i => Stripped(i!["title"]!.ToString() + i["summary"])), (await Items("?asOf=" + then)).Select(i => Stripped(i!["title"]!.ToString() + i["summary"])));

        var atom = await board.TextAsync("/countries/kazakhstan.atom");
        var feed = FeedReader.ReadFromString(atom);
        Assert.Equal("Edited <b>&]]>  = title", feed.Items.First().Title);
        Assert.DoesNotContain(feed.Items, i => Id(i.Id) == gone);
        XNamespace at = "http://purl.org/atompub/tombstones/1.0";
        var tombstone = XDocument.Parse(atom).Descendants(at + "deleted-entry").Single();
        Assert.Equal((gone, withdrawal.At), (Id(tombstone.Attribute("ref")!.Value), DateTimeOffset.Parse(tombstone.Attribute("when")!.Value, System.Globalization.CultureInfo.InvariantCulture)));

        var events = (await NodeParser.ReadAsync("ical.mjs", await board.TextAsync("/countries/kazakhstan.ics")))["events"]!.AsArray();
        Assert.All(events, e => Assert.Equal(Id(e!["uid"]!.ToString()) is var id && (id == edited || id == gone) ? 1 : 0, (int)e!["sequence"]!));
        if (events.FirstOrDefault(e => Id(e!["uid"]!.ToString()) == gone) is { } cancelled) Assert.Equal("CANCELLED", cancelled["status"]!.ToString());
    }

    [Theory]
    [InlineData("/sources.atom")]
    [InlineData("/people.ics")]
    [InlineData("/engagements/tokyo-summit-2025.jsonfeed")]
    public async Task Feed_OfAPageThatIsAboutNoFilter_IsNot(string address) => Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(address, Cancel)).StatusCode);
}
