using CsCheck;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace InfluenceBoard.Tests.Shared;

public sealed class UrlsTests : IAsyncLifetime
{
    private PartyDirectory parties = null!;
    private Urls urls = null!, chinese = null!;

    public async ValueTask InitializeAsync()
    {
        parties = await RealSeeds.PartiesAsync();
        urls = new Urls(parties, null, null);
        chinese = new Urls(parties, "zh-Hans", new Moment(new DateOnly(2026, 1, 15)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Pages_Defaults_AreLeftOut() =>
        Assert.Equal(["/", "/countries/kazakhstan", "/actors/china", "/engagements/tokyo-summit-2025", "/sources/tokyo-summit-article", "/sources", "/methodology"],
            [urls.Overview(), urls.Country("kazakhstan"), urls.Actor("china"), urls.Engagement("tokyo-summit-2025"), urls.Source("tokyo-summit-article"), urls.Sources(), urls.Methodology()]);

    [Fact]
    public void Pages_LanguageAndMoment_AreCarriedInFixedOrderBeforeTheFragment()
    {
        Assert.Equal("/methodology?asOf=2026-01-15&lang=zh-Hans#totals", chinese.Methodology("totals"));
        Assert.Equal("/?actor=china&type=loan&measure=pledged&asOf=2026-01-15&lang=zh-Hans", chinese.Overview(BoardFilter.None with { Actors = ["CN"], Types = [EngagementType.Loan] }, "pledged"));
    }

    [Fact]
    public void PartyPages_Filter_LeavesOutWhatThePageStandsFor()
    {
        var filter = BoardFilter.None with { Countries = ["KZ"], Actors = ["CN"] };
        Assert.Equal("/countries/kazakhstan?actor=china", urls.Country("kazakhstan", filter));
        Assert.Equal("/actors/china?country=kazakhstan", urls.Actor("china", filter));
    }

    [Fact]
    public void Same_OwnParameters_StandBetweenFilterAndMomentWithoutTheEmptyOnes() =>
        Assert.Equal("/moves?actor=china&relation=counters&relation=follows-up&asOf=2026-01-15&lang=zh-Hans",
            chinese.Same("/moves", BoardFilter.None with { Actors = ["CN"] }, ("relation", "counters"), ("asserted", null), ("relation", "follows-up")));

    [Fact]
    public void Party_WithoutAPage_HasNoAddress() =>
        Assert.Equal(["/countries/japan", "/actors/china", null, null], new[] { "JP", "CN", "central-asia", "LA" }.Select(id => urls.Party(parties[id])));

    [Fact]
    public void Query_NastyNamesAndValues_RoundTrip() =>
        Gen.Select(Gen.String, Gen.OneOf(Gen.String, Gen.OneOf("a&b=c", "100% #1", "日本 + 越南", "\u202E", "😀", "\r\nSet-Cookie: a=b", "\"><script>"))).Array[0, 5].Sample(pairs =>
        {
            var text = Urls.Query(pairs.Select(p => (p.Item1, (string?)p.Item2)));
            Assert.DoesNotContain(text, c => c > 126 || c < 33 || c is '"' or '<' or '>' or '#' or '\\');
            var read = QueryHelpers.ParseQuery(text).SelectMany(p => p.Value.Select(v => (p.Key, v!))).Order();
            Assert.Equal(pairs.Where(p => p.Item2 != "").Select(p => (Clean(p.Item1), Clean(p.Item2))).Order(), read);
        });

    [Fact]
    public void Pages_NastyIds_StayOnePathPart() =>
        Gen.OneOf(Gen.String[1, 20], Gen.OneOf("../../etc", "a/b?c#d", "%2F", "//evil.example")).Sample(id =>
            urls.Engagement(id).StartsWith("/engagements/", StringComparison.Ordinal) && urls.Engagement(id).Count(c => c == '/') == 2 && !urls.Country(id).AsSpan(1).ContainsAny("?#\\"));

    // Half of a surrogate pair is no text; it becomes the replacement character.
    private static string Clean(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
