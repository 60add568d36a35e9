using System.Net;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Search;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Seeds;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>Search over the board's own records, in every script, by readers who mean well and by others.</summary>
public sealed class SearchTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<SearchModel> SearchAsync(string? text, RecordKind? kind = null, int page = 1, DateTimeOffset? asOf = null)
    {
        await using var scope = server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SearchQuery>().ReadAsync(text, kind, page, asOf, Cancel);
    }

    private static string[] Ids(SearchModel model, RecordKind kind) => [.. model.Groups.Where(g => g.Kind == kind).SelectMany(g => g.Hits).Select(h => h.Id)];

    [Theory]
    [InlineData("苏林", "to-lam")]
    [InlineData("蘇林", "to-lam")]
    [InlineData("Tô Lâm", "to-lam")]
    [InlineData("To Lam", "to-lam")]
    [InlineData("to lam", "to-lam")]
    [InlineData("托卡耶夫", "tokayev")]
    [InlineData("Токаев", "tokayev")]
    [InlineData("Тоқаев", "tokayev")]
    [InlineData("Tokayev", "tokayev")]
    [InlineData("Toqaev", "tokayev")]
    [InlineData("トカエフ", "tokayev")]
    [InlineData("高市", "takaichi")]
    public async Task Search_PersonInAnyScript_IsTheFirstPersonFound(string typed, string id) => Assert.Equal(id, Ids(await SearchAsync(typed), RecordKind.Person)[0]);

    [Fact]
    public async Task Search_EveryNameOfEveryPersonInstitutionAndPlace_FindsIt()
    {
        var seeds = await RealSeeds.ReadAsync();
        var missed = new List<string>();
        foreach (var (kind, id, names) in seeds.People.Select(p => (RecordKind.Person, p.Id, p.Names.Values.Append(p.Name)))
                     .Concat(seeds.Organisations.Select(o => (RecordKind.Organisation, o.Id, o.Names.Values.Append(o.Name)))).Concat(seeds.Places.Select(p => (RecordKind.Place, p.Id, p.Names.Values.Append(p.Name)))))
            foreach (var name in names.Distinct())
                if (!Ids(await SearchAsync(name, kind), kind).Contains(id)) missed.Add($"{Word.Of(kind)} {id} by {name}");
        Faults.None(missed);
    }

    [Fact]
    public async Task Search_EveryTwoCharactersOfEveryChineseName_FindIt()
    {
        var missed = new List<string>();
        foreach (var person in (await RealSeeds.ReadAsync()).People.Where(p => p.Names.ContainsKey("zh-Hant")))
        {
            var name = person.Names["zh-Hant"];
            for (var i = 0; i + 2 <= name.Length; i++)
                if (name[i] != '·' && name[i + 1] != '·' && !Ids(await SearchAsync(name.Substring(i, 2), RecordKind.Person), RecordKind.Person).Contains(person.Id)) missed.Add($"{person.Id} by {name.Substring(i, 2)}");
        }
        Faults.None(missed);
    }

    [Theory]
    [InlineData("azakhsta", RecordKind.Party, "KZ")]
    [InlineData("KAZ", RecordKind.Party, "KZ")]
    [InlineData("us", RecordKind.Party, "US")]
    [InlineData("越南", RecordKind.Party, "VN")]
    [InlineData("CSTO", RecordKind.Organisation, "csto")]
    [InlineData("okinawa hanoi commentary carrier", RecordKind.Source, "okinawa-hanoi-article")]
    [InlineData("tokyo declaration", RecordKind.Engagement, "tokyo-declaration-2025")]
    public async Task Search_PartOfAWordOrSeveralWords_FindsTheRecord(string typed, RecordKind kind, string id) => Assert.Contains(id, Ids(await SearchAsync(typed), kind));

    [Fact]
    public async Task Search_ExactName_StandsBeforeThoseThatHoldItInsideAWord()
    {
        var found = Ids(await SearchAsync("Lam"), RecordKind.Person);
        Assert.Equal("to-lam", found[0]);
    }

    [Fact]
    public async Task Search_TermOfTheOriginal_FindsTheClaimByEitherScript()
    {
        var (simple, traditional) = (await SearchAsync("雷达", RecordKind.Claim), await SearchAsync("雷達", RecordKind.Claim));
        Assert.NotEmpty(Ids(simple, RecordKind.Claim));
        Assert.Equal(Ids(simple, RecordKind.Claim), Ids(traditional, RecordKind.Claim));
    }

    [Fact]
    public async Task Search_PagesOfOneKind_HoldEveryHitOnce()
    {
        var all = (await SearchAsync("japan")).Counts[RecordKind.Engagement];
        Assert.True(all > SearchQuery.Many, "the word must fill more than a page");
        var found = new List<string>();
        for (var page = 1; found.Count < all && page < 20; page++) found.AddRange(Ids(await SearchAsync("japan", RecordKind.Engagement, page), RecordKind.Engagement));
        Assert.Equal((all, all), (found.Count, found.Distinct().Count()));
    }

    [Fact]
    public async Task Search_NoRecordWithAllWords_FindsThoseWithAny()
    {
        var model = await SearchAsync("Tokayev xyzzyq");
        Assert.True(model.Phrase.IsAny);
        Assert.Contains("tokayev", Ids(model, RecordKind.Person));
    }

    [Fact]
    public async Task Search_BeforeTheFirstLoad_FindsNothing() => Assert.Equal(0, (await SearchAsync("Tokayev", asOf: DateTimeOffset.UnixEpoch)).Total);

    [Fact]
    public async Task Search_RecordThatWasChanged_IsFoundAsItWasAndAsItIs()
    {
        using var seeds = new SmallSeeds();
        await using var board = await TempBoard.CreateAsync();
        await board.Loader.LoadAsync(seeds.Path, Cancel);
        var before = board.Clock.GetUtcNow().AddMinutes(1);
        board.Clock.Now += TimeSpan.FromHours(1);
        seeds.Replace("engagements.yaml", "Japan and Tajikistan meet", "Japan and Tajikistan confer");
        await board.Loader.LoadAsync(seeds.Path, Cancel);
        var parties = board.Parties;
        var query = new SearchQuery(board.Factory, parties);
        Assert.Equal(["japan-tajikistan-meeting-2025"], Ids(await query.ReadAsync("confer", null, 1, null, Cancel), RecordKind.Engagement));
        // No record holds both words any more, so those with either are found instead.
        Assert.True((await query.ReadAsync("Tajikistan meet", RecordKind.Engagement, 1, null, Cancel)).Phrase.IsAny);
        Assert.Equal(["japan-tajikistan-meeting-2025"], Ids(await query.ReadAsync("Tajikistan meet", null, 1, before, Cancel), RecordKind.Engagement));
        Assert.Equal(0, (await query.ReadAsync("confer", null, 1, before, Cancel)).Total);
    }

    [Fact]
    public async Task SearchTexts_Lost_AreMadeAnewAtTheNextStart()
    {
        using var seeds = new SmallSeeds();
        await using var board = await TempBoard.CreateAsync();
        await board.Loader.LoadAsync(seeds.Path, Cancel);
        await using (var db = await board.Factory.CreateDbContextAsync(Cancel))
        {
            var before = await db.SearchTexts.CountAsync(Cancel);
            await db.SearchTexts.ExecuteUpdateAsync(s => s.SetProperty(t => t.Folded, 0).SetProperty(t => t.Title, " spoilt "), Cancel);
            await board.Factory.MakeSearchTextsAsync(Cancel);
            Assert.Equal(before, await db.SearchTexts.CountAsync(t => t.Folded == Folding.Release && t.Title != " spoilt ", Cancel));
        }
        var query = new SearchQuery(board.Factory, board.Parties);
        Assert.Equal(0, (await query.ReadAsync("spoilt", null, 1, null, Cancel)).Total);
        Assert.NotEmpty(Ids(await query.ReadAsync("Tajikistan", null, 1, null, Cancel), RecordKind.Engagement));
    }

    public static TheoryData<string> Hostile =>
    [
        "\"", "\"\"\"", "'; DROP TABLE SearchTexts; --", "a AND", "NEAR(a b, 3)", "Title:x", "a* OR b*", "^a", "-a", "(((", "a\0b", "\0", "%", "😀😀", "👩‍👩‍👧‍👦", "\u202Eabc\u202C", "\uFFFF", new string('a', 10_000), new string('蘇', 10_000),
        string.Join(' ', Enumerable.Range(0, 2000)), "<script>alert(1)</script>", "a\u0001b", "\u0001", "苏\u0001林", "ä".Normalize(System.Text.NormalizationForm.FormD), "a\tb\nc", "____", "*", "SearchIndex MATCH", "\uD83D",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Search_HostileText_IsAnAnswerOrAClearSentence(string typed)
    {
        var escaped = string.Concat(typed.EnumerateRunes().Select(r => Uri.EscapeDataString(r.ToString())));
        foreach (var path in new[] { "/search?q=", "/search?kind=claim&page=3&q=", "/search/suggest?q=" })
        {
            using var response = await server.Client.GetAsync(path + escaped, Cancel);
            var text = await response.Content.ReadAsStringAsync(Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
            if (path.Contains("suggest", StringComparison.Ordinal)) { Assert.StartsWith("[", text, StringComparison.Ordinal); continue; }
            var page = PageRules.Parse(text);
            Faults.None(PageRules.Broken(page, "en", isListed: true));
            Assert.NotEmpty(page.QuerySelector("section[aria-labelledby=found] [role=status], main p.ib-empty")!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Suggest_AFewLetters_OfferNamesWithTheirAddresses()
    {
        var items = System.Text.Json.JsonDocument.Parse(await server.Client.GetStringAsync("/search/suggest?q=toka&lang=zh-Hans", Cancel)).RootElement.EnumerateArray().ToList();
        var tokayev = items.First(i => i.GetProperty("href").GetString()!.StartsWith("/people/tokayev", StringComparison.Ordinal));
        Assert.Equal("/people/tokayev?lang=zh-Hans", tokayev.GetProperty("href").GetString());
        Assert.Equal("人物", tokayev.GetProperty("kind").GetString());
        Assert.NotEmpty(System.Text.Json.JsonDocument.Parse(await server.Client.GetStringAsync("/search/suggest?q=to%20la", Cancel)).RootElement.EnumerateArray());
    }
}
