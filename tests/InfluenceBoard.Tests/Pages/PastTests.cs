using System.Text.RegularExpressions;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Pages;

/// <summary>A page as of a moment never changes, whatever is done to the board after it.</summary>
public sealed partial class PastTests
{
    private static readonly Random Choice = new(4711);

    // What a page as of the past says of later changes is meant to change.
    [GeneratedRegex(@"<p data-since.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Since();

    // The framework protects its own state with a nonce.
    [GeneratedRegex(@"<!--Blazor-(Server|Web)[^>]*-->")]
    private static partial Regex Framework();

    private static string As(string address, Moment moment) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "asOf=" + moment;

    private static async Task<string> PageAsync(EditedBoard board, string address, Moment moment)
    {
        var page = await board.Client.GetAsync(As(address, moment), TestContext.Current.CancellationToken);
        return (int)page.StatusCode + "\n" + Framework().Replace(Since().Replace(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), ""), "");
    }

    [Fact]
    public async Task Pages_AsOfMomentsBeforeAnyEdits_StayTheSameByteForByte()
    {
        await using var board = new EditedBoard();
        var addresses = Samples.Addresses.Where(a => !a.Contains("page=", StringComparison.Ordinal)).ToList();
        var kept = new List<(string Address, Moment Moment, string Text)>();
        for (var round = 0; round < 4; round++)
        {
            board.Clock.Now += TimeSpan.FromHours(Choice.Next(1, 2000));
            var moment = round % 2 == 0 ? new Moment(board.Clock.Now) : new Moment(DateOnly.FromDateTime(board.Clock.Now.UtcDateTime));
            if (moment.Day is { } day) board.Clock.Now = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            // Every page before the first edits, a choice of them later.
            foreach (var address in round == 0 ? addresses : Sample(addresses, 12)) kept.Add((address, moment, await PageAsync(board, address, moment)));
            foreach (var edit in Edits(round)) await edit(board);
        }
        var changed = new List<string>();
        foreach (var (address, moment, text) in kept)
            if (await PageAsync(board, address, moment) is var now && now != text) changed.Add($"{As(address, moment)}: {Difference(text, now)}");
        Faults.None(changed);
        // The edits were seen: the present differs.
        Assert.Contains("Edited title", await board.TextAsync("/engagements?size=100&sort=title"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sample(List<string> addresses, int count) => Enumerable.Range(0, count).Select(_ => addresses[Choice.Next(addresses.Count)]).Distinct();

    private static string Difference(string before, string now)
    {
        var at = before.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 120)].ReplaceLineEndings(" ");
        return $"\n  was …{Around(before)}…\n  is  …{Around(now)}…";
    }

    // A few edits of each kind of record, drawn anew each round.
    private static IEnumerable<Func<EditedBoard, Task>> Edits(int round)
    {
        var draw = new Random(round);
        for (var i = 0; i < 6; i++) yield return b => OnAnyAsync<Engagement>(b, draw, e => { e.Title = $"Edited title {draw.Next()} <b>"; e.Status = Status.Disputed; e.Date = "2024-03"; e.Earliest = new DateOnly(2024, 3, 1); e.Latest = new DateOnly(2024, 3, 31); });
        yield return b => OnAnyAsync<Engagement>(b, draw, e => { e.Parties.RemoveAt(e.Parties.Count - 1); e.Topics.Clear(); e.People.Clear(); });
        for (var i = 0; i < 3; i++) yield return b => OnAnyAsync<MoneyItem>(b, draw, m => { m.Low = m.High = m.UsdLow = m.UsdHigh = draw.Next(1, 1000) * 1_000_000m; m.Rung = Rung.Signed; });
        for (var i = 0; i < 6; i++) yield return b => OnAnyAsync<Claim>(b, draw, c => { c.Value = $"Edited {draw.Next()}"; c.Credibility = draw.Next(1, 7); c.Rank = Rank.Preferred; c.RankReason = "Checked"; });
        yield return b => OnAnyAsync<Source>(b, draw, s => { s.Title = "Edited source"; s.Reliability = Reliability.E; });
        yield return b => OnAnyAsync<Person>(b, draw, p => { p.Name = $"Edited person {draw.Next()}"; p.Role = "Edited role"; });
        yield return b => OnAnyAsync<Place>(b, draw, p => { p.Name = "Edited place"; p.Longitude = 1; });
        yield return b => OnAnyAsync<Indicator>(b, draw, x => { x.Low = x.High = draw.Next(); });
        yield return b => OnAnyAsync<Stance>(b, draw, x => x.Summary = "Edited position");
        yield return b => OnAnyAsync<Move>(b, draw, x => { x.Relation = Relation.Counters; x.AssertedBy = AssertedBy.Editor; });
        yield return b => OnAnyAsync<Survey>(b, draw, x => x.Scope = "Edited scope");
        yield return b => b.ReviseAsync<Party>(round % 2 == 0 ? "KZ" : "RU", p => { p.NameEn = $"Edited party {round}"; p.NameZhHans = "改名"; p.Slug = round % 2 == 0 ? "kazakhstan" : "russia"; });
        yield return async b =>
        {
            await using var db = await b.OpenAsync();
            var ids = await db.Engagements.KnownAt(null).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync();
            await b.WithdrawAsync<Engagement>(ids[draw.Next(ids.Count)], "The source took it back.");
        };
        yield return b => b.RecordAsync(new Engagement
        {
            Id = $"new-{round}", Title = $"New {round}", Summary = "New.", Type = EngagementType.Visit, Status = Status.Planned, Date = "2026", Earliest = new DateOnly(2026, 1, 1), Latest = new DateOnly(2026, 12, 31),
            Parties = [new EngagementParty { PartyId = "CN", Role = PartyRole.By }, new EngagementParty { PartyId = "KZ", Role = PartyRole.Towards, Order = 1 }], Topics = [new EngagementTopic { Topic = Topic.Energy }],
        });
    }

    private static async Task OnAnyAsync<T>(EditedBoard board, Random draw, Action<T> edit) where T : Versioned
    {
        await using var db = await board.OpenAsync();
        var ids = await db.Set<T>().KnownAt(null).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync();
        await board.ReviseAsync(ids[draw.Next(ids.Count)], edit);
    }
}
