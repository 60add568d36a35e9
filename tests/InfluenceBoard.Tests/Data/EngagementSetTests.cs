using System.Collections.Immutable;
using CsCheck;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Data;

/// <summary>The filter as SQL against the filter as plain words over the same rows in memory.</summary>
public sealed class EngagementSetTests(BoardServer server)
{
    [Fact]
    public async Task Latest_AllEngagements_StandAsTheRowsSayAndWithoutMereIntentions()
    {
        await using var db = await server.OpenAsync();
        var ids = await db.Engagements.KnownAt(null).Latest().Select(e => e.Id).ToListAsync(TestContext.Current.CancellationToken);
        var rows = await db.Engagements.KnownAt(null).ToRowsAsync(db, null, TestContext.Current.CancellationToken);
        Assert.Equal(rows.Where(r => !r.IsIntended).OrderByDescending(r => r.Middle).ThenByDescending(r => r.Latest).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id), ids);
        // A rough date does not lead by its last day, and what goes on does not lead for ever.
        Assert.True(ids.IndexOf("china-central-asia-support-2023") > ids.IndexOf("tokyo-summit-2025"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Engagements_NoFilter_IsEveryStandingRecord()
    {
        await using var db = await server.OpenAsync();
        Assert.Equal((await RealSeeds.ReadAsync()).Engagements.Count, await db.Engagements(BoardFilter.None, null).CountAsync(Cancel));
        Assert.Equal((await RealSeeds.MoneyAsync()).Count, await db.MoneyItems(BoardFilter.None, null).CountAsync(Cancel));
    }

    [Fact]
    public async Task Engagements_BeforeTheBoardKnewAnything_IsEmpty()
    {
        await using var db = await server.OpenAsync();
        var before = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.False(await db.Engagements(BoardFilter.None, before).AnyAsync(Cancel) || await db.MoneyItems(BoardFilter.None, before).AnyAsync(Cancel));
    }

    [Fact]
    public async Task Engagements_AnyFilter_AreThoseOfTheOracle()
    {
        await using var db = await server.OpenAsync();
        var oracle = await Oracle.ReadAsync(db);
        await Filters.Any.SampleAsync(async filter =>
        {
            await using var mine = await server.OpenAsync();
            var found = await mine.Engagements(filter, null).Select(e => e.Id).ToListAsync();
            Assert.Equal(oracle.Engagements(filter), found.Order(StringComparer.Ordinal));
            var money = await mine.MoneyItems(filter, null).Select(m => m.Id).ToListAsync();
            Assert.Equal(oracle.Money(filter), money.Order(StringComparer.Ordinal));
        }, iter: 150, threads: 1);
    }

    [Fact]
    public async Task Engagements_EachActorAndCountry_AddUpToWhatTakesPart()
    {
        await using var db = await server.OpenAsync();
        foreach (var country in server.Parties.Countries)
        {
            var rows = await db.Engagements(BoardFilter.None with { Countries = [country.Id] }, null).ToRowsAsync(db, null, Cancel);
            Assert.All(rows, r => Assert.True(r.TakesPart(country.Id)));
            foreach (var actor in server.Parties.Actors)
            {
                var between = await db.Engagements(BoardFilter.None with { Countries = [country.Id], Actors = [actor.Id] }, null).Select(e => e.Id).ToListAsync(Cancel);
                Assert.Equal(rows.Where(r => r.IsBetween(actor.Id, country.Id)).Select(r => r.Id).Order(StringComparer.Ordinal), between.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Rows_Order_IsLatestFirst()
    {
        await using var db = await server.OpenAsync();
        var rows = await db.Engagements(BoardFilter.None, null).ToRowsAsync(db, null, Cancel);
        Assert.Equal(rows.OrderByDescending(r => r.Latest).ThenByDescending(r => r.Earliest).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id), rows.Select(r => r.Id));
        Assert.All(rows, r => Assert.True(r.Sources > 0, r.Id));
    }

    [Fact]
    public async Task MoneyItems_Country_LeaveTheRegionsAmountsOut()
    {
        await using var db = await server.OpenAsync();
        Assert.All(await db.MoneyItems(BoardFilter.None with { Countries = ["KZ"] }, null).ToListAsync(Cancel), m => Assert.Equal("KZ", m.HostId));
        Assert.Contains(await db.MoneyItems(BoardFilter.None with { Countries = ["central-asia"] }, null).ToListAsync(Cancel), m => m.Rung == Rung.Target);
    }

    private sealed class Oracle
    {
        private List<Engagement> engagements = [];
        private List<MoneyItem> money = [];
        private ILookup<string, Reliability> ratings = null!;

        public static async Task<Oracle> ReadAsync(BoardDb db)
        {
            var sources = await db.Sources.KnownAt(null).ToDictionaryAsync(s => s.Id, s => s.Reliability, Cancel);
            return new Oracle
            {
                engagements = await db.Engagements.KnownAt(null).Include(e => e.Parties).Include(e => e.Topics).ToListAsync(Cancel),
                money = await db.Money.KnownAt(null).ToListAsync(Cancel),
                ratings = (await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement).ToListAsync(Cancel)).ToLookup(c => c.RecordId, c => sources[c.SourceId]),
            };
        }

        public IEnumerable<string> Engagements(BoardFilter f) => engagements.Where(e => Parties(e, f) && Rest(e, f) && (f.Rungs.IsEmpty || money.Any(m => m.EngagementId == e.Id && f.Rungs.Contains(m.Rung))))
            .Select(e => e.Id).Order(StringComparer.Ordinal);

        public IEnumerable<string> Money(BoardFilter f) => money.Where(m => Rest(engagements.Single(e => e.Id == m.EngagementId), f) && (f.Actors.IsEmpty || f.Actors.Contains(m.ActorId))
            && (f.Countries.IsEmpty || f.Countries.Contains(m.HostId)) && (f.Rungs.IsEmpty || f.Rungs.Contains(m.Rung))).Select(m => m.Id).Order(StringComparer.Ordinal);

        private static bool Parties(Engagement e, BoardFilter f)
        {
            var by = e.Parties.Where(p => p.Role == PartyRole.By).Select(p => p.PartyId).ToHashSet();
            var takePart = e.Parties.Where(p => p.Role != PartyRole.About).Select(p => p.PartyId).ToHashSet();
            if (f.Actors.IsEmpty || f.Countries.IsEmpty) return f.Actors.Concat(f.Countries).ToList() is not { Count: > 0 } any || any.Any(takePart.Contains);
            return f.Actors.Any(a => f.Countries.Any(c => a != c && takePart.Contains(a) && takePart.Contains(c) && (by.Contains(a) || by.Contains(c))));
        }

        private bool Rest(Engagement e, BoardFilter f) => (f.Topics.IsEmpty || e.Topics.Any(t => f.Topics.Contains(t.Topic))) && (f.Types.IsEmpty || f.Types.Contains(e.Type))
            && (f.Statuses.IsEmpty || f.Statuses.Contains(e.Status)) && EdtfDate.Parse(e.Date).Overlaps(f.From, f.To) && (f.Reliability is not { } worst || ratings[e.Id].Any(r => r <= worst));
    }
}
