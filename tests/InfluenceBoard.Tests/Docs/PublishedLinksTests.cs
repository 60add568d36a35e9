using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Docs;

/// <summary>Share links are a public contract: every link ever published still answers.</summary>
public sealed partial class PublishedLinksTests(BoardServer server)
{
    // SHA-256 of the links of each release that is out. A release that is out is never edited: a new link stands under a new heading.
    private static readonly Dictionary<string, string> Sealed = new() { ["v1"] = "3e2eefa3881bd2e019550df9cfb2e95f60ae5514ed5d955b4593b010eff7e8ea" };

    private static IEnumerable<(string Release, string Links)> Releases => Heading().Split(Repository.Read("docs", "published-links.txt")).Skip(1).Chunk(2).Select(p => (p[0], p[1].Trim()));

    private static IEnumerable<string> Links => Releases.SelectMany(r => r.Links.Split('\n'));

    public static TheoryData<string> Addresses => [.. Links.Select(l => l.Split('#')[0]).Distinct()];

    [Fact]
    public void Releases_ThatAreOut_AreAsTheyWere() =>
        Assert.Equal(Sealed, Releases.Where(r => Sealed.ContainsKey(r.Release)).ToDictionary(r => r.Release, r => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(r.Links)))));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Link_OncePublished_StillAnswersAndMeansWhatItSays(string address)
    {
        var answer = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.MovedPermanently) answer = await server.Client.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        // As of a moment before the board knew a record, its page says that it was not known yet.
        var isEarlier = address.Contains("asOf=", StringComparison.Ordinal) && address.Contains("/engagements/", StringComparison.Ordinal);
        Assert.Equal(isEarlier ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            Assert.DoesNotContain("Part of the address was ignored", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anchors_OfPublishedLinks_AreThere()
    {
        foreach (var link in Links.Where(l => l.Contains('#', StringComparison.Ordinal)))
            Assert.NotNull(PageRules.Parse(await server.Client.GetStringAsync(link.Split('#')[0], TestContext.Current.CancellationToken)).GetElementById(link.Split('#')[1]));
    }

    [Fact]
    public void Parameters_OfTheContract_EachStandInALink()
    {
        var table = Repository.Read("docs", "url-state.md").Split("## Parameters")[1].Split("## ")[0];
        var names = Name().Matches(table).SelectMany(row => Word().Matches(row.Groups[1].Value).Select(m => m.Groups[1].Value)).Except(["url", "format", "maxwidth", "maxheight"]);
        Faults.None(names.Where(n => !Links.Any(l => Regex.IsMatch(l, $"[?&]{n}="))));
    }

    [GeneratedRegex(@"^# (v\d+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| (`[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Name();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Word();
}
