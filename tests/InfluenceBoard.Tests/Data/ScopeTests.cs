using System.Text.Json;
using CsCheck;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>What is kept beside the records for speed, against the records themselves.</summary>
public sealed class ScopeTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Scope_AnyFilter_CountsAndListsWhatTheRecordsSay() => Shared.Filters.Any.SampleAsync(filter => AgreeAsync(server.Services, filter, null), iter: 150, threads: 1);

    [Fact]
    public async Task Scope_AfterAnyEdits_CountsAndListsWhatTheRecordsSayNowAndThen()
    {
        await using var board = new EditedBoard();
        var random = new Random(20260115);
        var moments = new List<DateTimeOffset?> { null };
        await using (var db = await board.OpenAsync())
        {
            var engagements = await db.Engagements.KnownAt(null).Select(e => e.Id).ToListAsync(Cancel);
            var amounts = await db.Money.KnownAt(null).Select(m => m.Id).ToListAsync(Cancel);
            var claims = await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement).Select(c => c.Id).ToListAsync(Cancel);
            var sources = await db.Sources.KnownAt(null).Select(s => s.Id).ToListAsync(Cancel);
            for (var i = 0; i < 40; i++)
            {
                moments.Add(board.Clock.Now);
                switch (i % 8)
                {
                    case 0: await board.ReviseAsync<Engagement>(Any(engagements), e => { e.Status = Any(Enum.GetValues<Status>()); e.Title += " again"; }); break;
                    case 1: await board.ReviseAsync<Engagement>(Any(engagements), e => { e.Earliest = new DateOnly(2024, 1, 1).AddDays(random.Next(700)); e.Latest = e.Earliest.AddDays(random.Next(60)); }); break;
                    case 2: await board.ReviseAsync<Engagement>(Any(engagements), e => { e.Parties.Clear(); e.Parties.Add(new EngagementParty { PartyId = Any(["CN", "JP", "US", "RU"]) }); e.Parties.Add(new EngagementParty { PartyId = Any(["KZ", "UZ", "VN"]), Role = PartyRole.Towards, Order = 1 }); }); break;
                    case 3: await board.ReviseAsync<MoneyItem>(Any(amounts), m => { m.Rung = Any(Enum.GetValues<Rung>()); m.UsdLow = random.Next(1, 900) * 1_000_000m; m.HasUsd = true; }); break;
                    case 4: await board.ReviseAsync<Claim>(Any(claims), c => { c.Rank = Any(Enum.GetValues<Rank>()); c.SourceId = Any(sources); }); break;
                    case 5: await board.ReviseAsync<Source>(Any(sources), s => s.Reliability = Any(Enum.GetValues<Reliability>())); break;
                    case 6: var gone = Any(amounts); amounts.Remove(gone); await board.WithdrawAsync<MoneyItem>(gone, "Counted twice"); break;
                    default: var id = engagements[^1]; if (i < 20) { engagements.Remove(id); amounts.RemoveAll(a => !db.Money.KnownAt(null).Any(m => m.Id == a && m.EngagementId != id)); await board.WithdrawAsync<Engagement>(id, "Never happened"); claims = await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement).Select(c => c.Id).ToListAsync(Cancel); } break;
                }
            }
        }
        var filters = Gen.Select(Shared.Filters.Any, Gen.Int[0, moments.Count - 1]);
        await filters.SampleAsync((filter, i) => AgreeAsync(board.Services, filter, moments[i]), iter: 80, threads: 1);

        // What was kept with every edit is what would be made of the records now.
        await using var again = await board.OpenAsync();
        var kept = await LinesAsync(again);
        await again.EngagementLines.ExecuteDeleteAsync(Cancel);
        await board.Services.GetRequiredService<IDbContextFactory<BoardDb>>().MakeLinesAsync(Cancel);
        Assert.Equal(kept, await LinesAsync(again));
        Assert.True(kept.Count > 150, "the edits left few past lines");

        T Any<T>(IReadOnlyList<T> some) => some[random.Next(some.Count)];
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(BoardDb db) =>
        [.. (await db.EngagementLines.OrderBy(l => l.EngagementId).ThenBy(l => l.KnownFrom).ToListAsync(Cancel)).Select(l => { l.Id = 0; return JsonSerializer.Serialize(l); })];

    private static async Task AgreeAsync(IServiceProvider services, BoardFilter filter, DateTimeOffset? asOf)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(Cancel);
        var scope = Scope.Of(await services.GetRequiredService<Tallies>().AtAsync(asOf, Cancel), filter);
        var plain = await db.Engagements(filter, asOf).ToRowsAsync(db, asOf, Cancel);
        Assert.Equal(plain.Count, scope.Total);
        foreach (var (skip, take) in new[] { (0, 5), (3, 20), (17, 400), (plain.Count / 2, 7) })
        {
            Assert.Equal(plain.Skip(skip).Take(take).Select(Text), (await scope.RowsAsync(db, asOf, skip, take, Cancel)).Select(Text));
            var backwards = plain.OrderBy(r => r.Latest).ThenBy(r => r.Earliest).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id);
            Assert.Equal(backwards.Skip(skip).Take(take), (await scope.RowsAsync(db, asOf, skip, take, Cancel, isAscending: true)).Select(r => r.Id));
        }
    }

    // Everything a row shows; the number of the order does not.
    private static string Text(EngagementRow row) => JsonSerializer.Serialize(row with { Parties = [.. row.Parties.Select((p, i) => new EngagementParty { Role = p.Role, PartyId = p.PartyId, Order = i })] });
}
