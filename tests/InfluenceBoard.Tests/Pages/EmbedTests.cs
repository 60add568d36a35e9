using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Views for frames of other sites, the snippets that put them there, and oEmbed.</summary>
public sealed partial class EmbedTests(BoardServer server)
{
    // The fields that every answer of type "rich" must have, by the specification 1.0.
    private static readonly string[] Required = ["type", "version", "html", "width", "height"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Embeds => [.. Samples.Embeds];

    public static TheoryData<string> Pages => [.. Samples.OneOfEach, "/nowhere", "/countries/atlantis", "/embed.json", "/oembed?url=x", "/embedded/map"];

    public static TheoryData<string, string> Missing => new([("/embed/countries/atlantis", "/countries/atlantis"), ("/embed/actors/vietnam", "/actors/vietnam"), ("/embed/engagements/none", "/engagements/none"), ("/embed/nothing/at/all", "/")]);

    private static string Policy(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

    private async Task<IDocument> ParseAsync(string address) => PageRules.Parse(await server.Client.GetStringAsync(address, Cancel));

    private async Task<string> OEmbedAsync(string path, string more = "") =>
        await server.Client.GetStringAsync($"/oembed?url={Uri.EscapeDataString(new Uri(server.Client.BaseAddress!, path).ToString())}{more}", Cancel);

    [Theory]
    [MemberData(nameof(Embeds))]
    public async Task Embed_InEitherLanguage_KeepsTheRulesOfPagesAndLeadsBack(string address)
    {
        foreach (var language in new[] { "en", "zh-Hans" })
        {
            var page = await ParseAsync(address + (language == "en" ? "" : (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=zh-Hans"));
            Faults.None(PageRules.Broken(page, language, isListed: true));
            Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
            Assert.Equal("_blank", page.QuerySelector("base")!.GetAttribute("target"));
            var back = page.QuerySelector("footer a.back")!;
            Assert.Equal("noopener", back.GetAttribute("rel"));
            var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
            Assert.Equal(canonical, back.GetAttribute("href")!.Split('#')[0]);
            // The whole page is there, says itself to be the one, and has the place that the link names.
            var whole = await ParseAsync(canonical);
            Assert.Equal(canonical, whole.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            if (back.GetAttribute("href")!.Split('#') is [_, var place]) Assert.NotNull(whole.GetElementById(place));
            Assert.Empty(page.QuerySelectorAll("script:not([src$='frame.js'])"));
        }
    }

    [Theory]
    [MemberData(nameof(Embeds))]
    public async Task Embed_EveryNumberOfSources_IsThatOfItsEngagements(string address)
    {
        var text = (await ParseAsync(address)).QuerySelector("footer")!.TextContent;
        Assert.Matches(@"\d+ source", text);
        Assert.Contains("live, as of", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Embeds))]
    public async Task Framing_Embed_IsAllowedToEveryoneAndTheRestIsAsStrict(string address)
    {
        using var response = await server.Client.GetAsync(address, Cancel);
        Assert.EndsWith("; frame-ancestors *", Policy(response), StringComparison.Ordinal);
        Assert.Contains("script-src 'self'; style-src 'self';", Policy(response), StringComparison.Ordinal);
        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(response.Headers.Contains("X-Frame-Options"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Framing_EverythingElse_IsRefused(string address)
    {
        using var response = await server.Client.GetAsync(address, Cancel);
        Assert.EndsWith("; frame-ancestors 'none'", Policy(response), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Cross-Origin-Resource-Policy"));
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task Embed_UnknownThing_Is404InAFrameWithAWayBack(string address, string page)
    {
        using var response = await server.Client.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.EndsWith("frame-ancestors *", Policy(response), StringComparison.Ordinal);
        var document = PageRules.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(new Uri(server.Client.BaseAddress!, page).ToString(), document.QuerySelector("footer a.back")!.GetAttribute("href"));
        Assert.Null(document.QuerySelector("header nav"));
    }

    [Theory]
    [InlineData("light", "light")]
    [InlineData("DARK", "dark")]
    [InlineData("auto", null)]
    [InlineData("neon", null)]
    [InlineData("\"><script>alert(1)</script>", null)]
    public async Task Theme_Parameter_AloneDecides(string asked, string? theme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/embed/map?theme={Uri.EscapeDataString(asked)}");
        request.Headers.Add("Cookie", "theme=light");
        var text = await (await server.Client.SendAsync(request, Cancel)).Content.ReadAsStringAsync(Cancel);
        Assert.Equal(theme, PageRules.Parse(text).DocumentElement.GetAttribute("data-theme"));
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_Off_LeavesItToThoseWhoHearThePage()
    {
        Assert.False((await ParseAsync("/embed/map")).QuerySelector("main > header")!.ClassList.Contains("ib-hide"));
        Assert.True((await ParseAsync("/embed/map?title=off")).QuerySelector("main > header")!.ClassList.Contains("ib-hide"));
    }

    [Fact]
    public async Task Country_Card_SaysWhatThePageSays()
    {
        var card = await ParseAsync("/embed/countries/KZ?actor=japan&domain=minerals");
        var page = await ParseAsync("/countries/kazakhstan?actor=japan&domain=minerals");
        Assert.Equal(page.QuerySelector("#actor-japan a.ib-number")!.TextContent, card.QuerySelector("[data-actor=JP] a.ib-number")!.TextContent);
        Assert.Equal(4, card.QuerySelectorAll(".ib-card").Length);
        Assert.Equal("Engagements of Japan about minerals.", card.QuerySelector("main > header p")!.TextContent);
    }

    [Fact]
    public async Task Frozen_Embed_StaysTheSameAfterAnEdit()
    {
        await using var board = new EditedBoard();
        var moment = new Moment(board.Clock.Now += TimeSpan.FromHours(1));
        string[] addresses = [.. Samples.Embeds.Select(a => a + (a.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asOf=" + moment)];
        var before = await Task.WhenAll(addresses.Select(board.TextAsync));
        board.Clock.Now += TimeSpan.FromHours(1);
        await board.ReviseAsync<Engagement>("tokyo-summit-2025", e => { e.Title = "Edited title"; e.Parties.RemoveAt(0); e.Topics.Clear(); });
        Assert.Contains("Edited title", await board.TextAsync("/embed/engagements/tokyo-summit-2025"), StringComparison.Ordinal);
        Assert.Equal(before, await Task.WhenAll(addresses.Select(board.TextAsync)));
        Assert.All(before, text => Assert.Contains("as it stood on", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/embed", "/embed/map")]
    [InlineData("/embed?of=/countries/kazakhstan&actor=japan&domain=energy", "/embed/countries/kazakhstan?actor=japan&domain=energy")]
    [InlineData("/embed?of=/countries/kazakhstan&view=ladder", "/embed/chart?country=kazakhstan&kind=ladder")]
    [InlineData("/embed?of=/actors/china&view=timeline&zoom=day&theme=dark", "/embed/timeline?actor=china&zoom=day&theme=dark")]
    [InlineData("/embed?of=/engagements/tokyo-summit-2025&title=off&lang=zh-Hans", "/embed/engagements/tokyo-summit-2025?title=off&lang=zh-Hans")]
    [InlineData("/embed?of=/compare&measure=pledged&asOf=2026-01-15", "/embed/chart?kind=heat&measure=pledged&asOf=2026-01-15")]
    [InlineData("/embed?of=//evil.example/&view=<b>&theme=x&width=9", "/embed/map")]
    [InlineData("/embed?of=/methodology", "/embed/map")]
    public async Task Snippet_OfAView_FramesItsEmbed(string address, string embed)
    {
        var page = await ParseAsync(address);
        var snippet = PageRules.Parse(page.QuerySelector("#embed-snippet")!.TextContent);
        var frame = Assert.Single(snippet.QuerySelectorAll("iframe"));
        Assert.Equal(new Uri(server.Client.BaseAddress!, embed).ToString(), frame.GetAttribute("src"));
        Assert.Equal(embed, page.QuerySelector("#embed-preview iframe")!.GetAttribute("src"));
        Assert.False(string.IsNullOrWhiteSpace(frame.GetAttribute("title")));
        Assert.Contains("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(frame.GetAttribute("src"), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(Assert.Single(snippet.QuerySelectorAll("script")).GetAttribute("src"), Cancel)).StatusCode);
    }

    [Fact]
    public void Snippet_HostileValues_StayInsideTheirAttributes()
    {
        const string hostile = "\"><script>alert('1')</script>&amp; 蘇林";
        var html = new EmbedSnippet("https://board.example/embed/map?q=" + hostile, hostile, null, 480).WithScript("https://board.example/\"><b>");
        var body = PageRules.Parse(html).Body!;
        Assert.Equal(["IFRAME", "SCRIPT"], body.Children.Select(c => c.TagName));
        Assert.Equal(hostile, body.Children[0].GetAttribute("title"));
        Assert.EndsWith(hostile, body.Children[0].GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("蘇林", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/countries/kazakhstan?actor=japan&asOf=2026-01-15&lang=zh-Hans")]
    [InlineData("/engagements/tokyo-summit-2025")]
    [InlineData("/?measure=pledged&country=vietnam")]
    [InlineData("/money?actor=china")]
    public async Task OEmbed_JsonAndXml_HaveWhatTheSpecificationAsksForAndAgree(string address)
    {
        var page = await ParseAsync(address);
        var discovery = page.QuerySelector("link[rel=alternate][type='application/json+oembed']")!;
        var json = JsonNode.Parse(await server.Client.GetStringAsync(discovery.GetAttribute("href"), Cancel))!.AsObject();
        Assert.Equal([], Required.Except(json.Select(p => p.Key)));
        Assert.Equal(("rich", "1.0"), (json["type"]!.ToString(), json["version"]!.ToString()));
        Assert.StartsWith(json["title"]!.ToString() + " · ", page.Title, StringComparison.Ordinal);
        var frame = Assert.Single(PageRules.Parse(json["html"]!.ToString()).QuerySelectorAll("iframe"));
        Assert.Equal((json["width"]!.ToString(), json["height"]!.ToString()), (frame.GetAttribute("width"), frame.GetAttribute("height")));
        var shown = await ParseAsync(frame.GetAttribute("src")!);
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), shown.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        if (json["thumbnail_url"] is { } card) Assert.Equal("image/png", (await server.Client.GetAsync(card.ToString(), Cancel)).Content.Headers.ContentType?.MediaType);

        var xml = XDocument.Parse(await server.Client.GetStringAsync(discovery.GetAttribute("href")!.Replace("format=json", "format=xml", StringComparison.Ordinal), Cancel)).Root!;
        Assert.Equal("oembed", xml.Name.LocalName);
        Assert.Equal(json.Select(p => (p.Key, p.Value!.ToString())), xml.Elements().Select(e => (e.Name.LocalName, e.Value)));
    }

    [Fact]
    public async Task OEmbed_Bounds_AreKept()
    {
        var json = JsonNode.Parse(await OEmbedAsync("/countries/vietnam", "&maxwidth=300&maxheight=200"))!;
        Assert.Equal((300, 200), ((int)json["width"]!, (int)json["height"]!));
        Assert.Null(json["thumbnail_url"]);
        Assert.Equal(800, (int)JsonNode.Parse(await OEmbedAsync("/countries/vietnam", "&maxwidth=wide&maxheight=-1"))!["width"]!);
    }

    [Theory]
    [InlineData("?url=https://other.example/countries/japan", HttpStatusCode.NotFound)]
    [InlineData("?url=javascript:alert(1)", HttpStatusCode.NotFound)]
    [InlineData("?url=", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    [InlineData("?url={}/countries/atlantis", HttpStatusCode.NotFound)]
    [InlineData("?url={}/engagements/none", HttpStatusCode.NotFound)]
    [InlineData("?url={}/methodology", HttpStatusCode.NotFound)]
    [InlineData("?url={}/embed/map", HttpStatusCode.NotFound)]
    [InlineData("?url={}/countries/japan.json", HttpStatusCode.NotFound)]
    [InlineData("?url={}/countries/japan&format=yaml", HttpStatusCode.NotImplemented)]
    [InlineData("?url={}/countries/japan%00", HttpStatusCode.NotFound)]
    public async Task OEmbed_NotAPageOrAFormatOfTheBoard_SaysSo(string query, HttpStatusCode status) =>
        Assert.Equal(status, (await server.Client.GetAsync("/oembed" + query.Replace("{}", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal), Cancel)).StatusCode);

    [Fact]
    public async Task Discovery_Pages_OfferWhatTheyHave()
    {
        foreach (var address in Samples.OneOfEach)
        {
            var page = await ParseAsync(address);
            var has = EmbedView.At(address).Count > 0;
            Assert.Equal(has, page.QuerySelector("link[type='application/json+oembed']") is not null);
            Assert.Equal(has, page.QuerySelector("ib-embed a[href^='/embed']") is not null);
        }
        Assert.Equal(8, EmbedView.All.Count);
        Assert.Equal(EmbedView.All.Select(v => v.About.Name).Order(), Samples.Embeds.Select(NameOf).Distinct().Order());
    }

    [Fact]
    public void Documents_EveryEmbed_HasAnEntry()
    {
        var text = Repository.Read("docs", "embeds.md");
        Faults.None(EmbedView.All.Select(v => v.About.Route).Concat(EmbedView.All.Select(v => v.About.Kind).OfType<string>()).Append("influenceboard:height").Where(word => !text.Contains($"`{word}`", StringComparison.Ordinal) && !text.Contains($"'{word}'", StringComparison.Ordinal)));
    }

    // The embed of an address: by its kind, or by the first word of its path.
    private static string NameOf(string address) => Kind().Match(address) is { Success: true } kind ? kind.Groups[1].Value
        : address["/embed/".Length..].Split('/', '?')[0] switch { "countries" => "country", "actors" => "actor", "engagements" => "engagement", var name => name };

    [GeneratedRegex(@"kind=(\w+)")]
    private static partial Regex Kind();
}
