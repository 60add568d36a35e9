using System.Net;
using System.Text.Json.Nodes;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Api;

/// <summary>The API as the board stood, and as the board changes.</summary>
public sealed class ApiMomentTests(BoardServer server)
{
    [Fact]
    public async Task Lists_BeforeTheFirstLoad_AreEmpty()
    {
        foreach (var list in ApiReader.Lists.Where(l => l is not "changes/1/records" and not "totals?by=pair").Append("totals?by=pair"))
        {
            var answer = await server.ReadAsync($"{list}{(list.Contains('?') ? '&' : '?')}asOf={ApiReader.Before}");
            Assert.Empty(answer["items"]!.AsArray());
            Assert.Equal(0, (int)answer["total"]!);
            Assert.Equal(ApiReader.Before, (string)answer["board"]!["asOf"]!);
            Assert.Null(answer["board"]!["change"]);
            Assert.Null(answer["board"]!["frozen"]);
        }
        foreach (var item in new[] { "countries/japan", "actors/china", "engagements/tokyo-summit-2025", "sources/tokyo-summit-article", "changes/1", "changes/1/records", "claims/engagement/tokyo-summit-2025/happened" })
            await server.ProblemAsync($"{item}?asOf={ApiReader.Before}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Board_ThatChanges_ChangesTagsAndAnswersAtOnceAndKeepsWhatWas()
    {
        await using var own = new BoardServer();
        await own.InitializeAsync();
        var cancel = TestContext.Current.CancellationToken;
        const string Edited = "tokyo-summit-2025", Gone = "koizumi-talks-respond-to-carrier-passage";
        using var before = await own.AskAsync("engagements/" + Edited);
        var frozen = (string)JsonNode.Parse(await before.Content.ReadAsStringAsync(cancel))!["board"]!["frozen"]!;
        var walk = await own.ReadAsync(((string)(await own.ReadAsync("engagements?limit=40"))["board"]!["frozen"]!)!);
        var ids = (await own.PagesAsync("engagements?limit=500")).SelectMany(p => p["items"]!.AsArray()).Select(e => (string)e!["id"]!).ToList();

        await using (var db = await own.OpenAsync())
        {
            var change = new Change { At = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), Editor = "tester", Reason = "To see what changes" };
            db.Add(change);
            await db.SaveChangesAsync(cancel);
            var old = await db.Engagements.AsTracking().Include(e => e.Parties).SingleAsync(e => e.Id == Edited && e.KnownTo == Versioned.Open, cancel);
            var gone = await db.Moves.AsTracking().SingleAsync(m => m.Id == Gone && m.KnownTo == Versioned.Open, cancel);
            foreach (var closed in new Versioned[] { old, gone }) { closed.KnownTo = change.At; closed.ClosedById = change.Id; }
            await db.SaveChangesAsync(cancel);
            db.Add(new Engagement
            {
                Id = Edited, Title = "Another title", Summary = old.Summary, Type = old.Type, Status = old.Status, Date = old.Date, Earliest = old.Earliest, Latest = old.Latest, KnownFrom = change.At, ChangeId = change.Id, Hash = "x",
                Parties = [.. old.Parties.Select(p => new EngagementParty { PartyId = p.PartyId, Role = p.Role, Order = p.Order })],
            });
            db.Add(new Engagement
            {
                Id = "aaa-first", Title = "New", Summary = "New.", Type = old.Type, Status = old.Status, Date = old.Date, Earliest = old.Earliest, Latest = old.Latest, KnownFrom = change.At, ChangeId = change.Id, Hash = "y",
                Parties = [.. old.Parties.Select(p => new EngagementParty { PartyId = p.PartyId, Role = p.Role, Order = p.Order })],
            });
            await db.SaveChangesAsync(cancel);
        }

        using var after = await own.AskAsync("engagements/" + Edited, null, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal("Another title", (string)JsonNode.Parse(await after.Content.ReadAsStringAsync(cancel))!["item"]!["title"]!);
        Assert.NotEqual("Another title", (string)(await own.ReadAsync(frozen))["item"]!["title"]!);

        // The pages that were begun as of a moment go on as if nothing had happened.
        Assert.Equal(ids, (await own.PagesAsync((string)walk["next"]!)).Prepend(walk).SelectMany(p => p["items"]!.AsArray()).Select(e => (string)e!["id"]!));

        Assert.Contains("To see what changes", (string)(await own.ProblemAsync("moves/" + Gone, HttpStatusCode.Gone))["detail"]!, StringComparison.Ordinal);
        var latest = (await own.ReadAsync("changes"))["items"]![0]!;
        Assert.Equal("tester", (string)latest["editor"]!);
        Assert.Equal(["engagement 1 1 0", "move 0 0 1"], latest["counts"]!.AsArray().Select(c => $"{c!["kind"]} {c["opened"]} {c["changed"]} {c["withdrawn"]}"));
        var touched = (await own.ReadAsync((string)latest["records"]!))["items"]!.AsArray();
        Assert.Equal([("aaa-first", "opened"), (Edited, "changed"), (Gone, "withdrawn")], touched.Select(t => ((string)t!["id"]!, (string)t["what"]!)));
        Assert.Equal("New", (string)(await own.ReadAsync((string)touched[0]!["self"]!))["item"]!["title"]!);
        var first = await own.ReadAsync("changes/1");
        Assert.Single((await own.ReadAsync($"changes?since={(string)first["item"]!["at"]!}"))["items"]!.AsArray());
        Assert.Empty((await own.ReadAsync($"changes?since={(string)latest["at"]!}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Names_InChinese_AreChineseAndTitlesStayAsTheyAre()
    {
        var chinese = await server.ReadAsync("engagements/tokyo-summit-2025?lang=zh-Hans");
        var english = await server.ReadAsync("engagements/tokyo-summit-2025");
        Assert.Equal((string)english["item"]!["title"]!, (string)chinese["item"]!["title"]!);
        Assert.Equal("日本", (string)chinese["item"]!["parties"]![0]!["party"]!["name"]!);
        Assert.EndsWith("lang=zh-Hans", (string)chinese["item"]!["url"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_EveryAddressThatTheyName_LeadsSomewhere()
    {
        foreach (var list in ApiReader.Lists.Where(l => !l.StartsWith("changes/", StringComparison.Ordinal)))
            foreach (var item in (await server.ReadAsync($"{list}{(list.Contains('?') ? '&' : '?')}limit=3"))["items"]!.AsArray())
                foreach (var address in new[] { (string?)item!["url"], (string?)item["self"] }.OfType<string>())
                {
                    using var response = await server.Client.GetAsync(address, TestContext.Current.CancellationToken);
                    Assert.True(response.StatusCode == HttpStatusCode.OK, address);
                    var fragment = new Uri(address).Fragment.TrimStart('#');
                    if (fragment != "") Assert.Contains($"id=\"{fragment}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                }
    }
}
