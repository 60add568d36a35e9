using CsCheck;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Totals added up from prepared sums, against the rule that makes them of every amount.</summary>
public sealed class MoneyTallyTests(BoardServer server)
{
    private static readonly string?[] Actors = [null, "CN", "RU"], Hosts = [null, "KZ", "UZ", "VN"];

    // Amounts of a few engagements, some of them parts of others or perhaps the same, across actors, hosts, rungs and engagements too.
    private static readonly Gen<TalliedAmount[]> Amounts = Gen.Select(Gen.Int[0, 800].Array[5], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 1].Select(n => Actors[n + 1]!), Gen.Int[0, 2].Select(n => Hosts[n + 1]!),
            Gen.Select(Gen.Enum<Rung>(), Gen.Enum<MoneyKind>(), Gen.Enum<Direction>()), Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]), Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12])).Array[1, 12], Gen.Bool)
        .Select((days, all, isOne) => all.Select((a, i) =>
        {
            // Half of the boards have one engagement, whose amounts belong together without any others.
            var engagement = isOne ? 0 : a.Item1;
            var day = new DateOnly(2024, 1, 1).AddDays(days[engagement]);
            var (low, high) = a.Item6;
            MoneyRange? usd = low == 5 && high == 5 ? null : new MoneyRange(low == 5 ? null : low * 1_000_000.25m, high == 5 ? null : Math.Max(low, high) * 1_000_000.25m);
            // Only earlier amounts are named, so that nothing contains itself.
            string? Named(int n) => n < i ? $"m{n}" : null;
            return new TalliedAmount(i, $"e{engagement}", engagement % 4, day, day.AddDays(engagement * 100), a.Item3, a.Item4,
                new TotalItem($"m{i}", a.Item5.Item1, a.Item5.Item2, a.Item5.Item3, usd, a.Item2 == 0 ? Named(a.Item7.Item1) : null, a.Item2 == 1 && Named(a.Item7.Item2) is { } other ? [other] : []));
        }).ToArray());

    [Fact]
    public void Sums_AnyAmountsAndFilter_AreTheTotalsOfTheAmounts() => Gen.Select(Amounts, Filters.Any, Gen.Bool.Array[4]).Sample((amounts, filter, passes) => Agree(amounts, new MoneyTally(amounts).Sum(passes, filter, 1, 1), filter, passes), iter: 2000, threads: 1);

    [Fact]
    public void Sums_AmountsOfAnEngagementReplaced_AreTheTotalsOfTheAmounts() => Gen.Select(Amounts, Amounts, Filters.Any, Gen.Bool.Array[4]).Sample((before, after, filter, passes) =>
    {
        // Amounts whose links leave the engagements that are replaced are replaced with them.
        var replaced = new HashSet<string>(StringComparer.Ordinal) { "e0", "e1" };
        TalliedAmount[] Named(TalliedAmount[] amounts, string of) => [.. amounts.Select(a => a with { Version = a.Version + (of == "n" ? 100 : 0), Item = a.Item with { Id = of + a.Item.Id, PartOf = a.Item.PartOf is { } p ? of + p : null, MayOverlap = [.. a.Item.MayOverlap.Select(o => of + o)] } })];
        var (old, now) = (Named(before, "o"), Named(after, "n"));
        var tally = new MoneyTally(old);
        while (true)
        {
            var own = old.Where(a => replaced.Contains(a.EngagementId)).Select(a => a.Item.Id).ToHashSet(StringComparer.Ordinal);
            var more = tally.Beside(replaced, own).ToList();
            if (more.Count == 0) break;
            replaced.UnionWith(more);
        }
        TalliedAmount[] removed = [.. old.Where(a => replaced.Contains(a.EngagementId))], added = [.. now.Where(a => replaced.Contains(a.EngagementId))];
        // What is added names only what is added.
        var ids = added.Select(a => a.Item.Id).ToHashSet(StringComparer.Ordinal);
        added = [.. added.Select(a => a with { Item = a.Item with { PartOf = a.Item.PartOf is { } p && ids.Contains(p) ? p : null, MayOverlap = [.. a.Item.MayOverlap.Where(ids.Contains)] } })];
        TalliedAmount[] all = [.. old.Except(removed), .. added];
        var followed = tally.With(replaced, removed, added)!;
        Assert.Empty(followed.Differences(new MoneyTally(all)));
        Agree(all, followed.Sum(passes, filter, 1, 1), filter, passes);
        Assert.Equal(new MoneyTally(all).Sum(passes, filter, 1, 2).Largest.Order(), followed.Sum(passes, filter, 1, 2).Largest.Order());
    }, iter: 1000, threads: 1);

    private static void Agree(TalliedAmount[] amounts, MoneySums sums, BoardFilter filter, bool[] passes)
    {
        var scope = amounts.Where(a => passes[a.Rest] && (filter.Actors.IsEmpty || filter.Actors.Contains(a.ActorId)) && (filter.Countries.IsEmpty || filter.Countries.Contains(a.HostId))
            && (filter.Rungs.IsEmpty || filter.Rungs.Contains(a.Item.Rung)) && !(a.Latest < filter.From) && !(a.Earliest > filter.To)).ToList();
        foreach (var actor in Actors)
            foreach (var host in Hosts)
            {
                var own = scope.Where(a => (actor ?? a.ActorId) == a.ActorId && (host ?? a.HostId) == a.HostId).Select(a => a.Item).ToList();
                Assert.Equal(own.Count, sums.Count(actor, host, null));
                foreach (var direction in Enum.GetValues<Direction>())
                {
                    Equal(PledgeTotals.Of(own, direction), sums.Sum(MoneyTally.SlotOf(direction), actor, host, items => PledgeTotals.Of(items, direction)).ToTotal([]));
                    foreach (var rung in Enum.GetValues<Rung>())
                        Equal(PledgeTotals.OnRung(own, rung, direction), sums.Sum(MoneyTally.SlotOf(rung, direction), actor, host, items => PledgeTotals.OnRung(items, rung, direction)).ToTotal([]));
                }
            }
    }

    [Fact]
    public Task Scope_AnyFilterOverTheSeeds_HoldsTheAmountsThatPass() => Filters.Any.SampleAsync(async filter =>
    {
        await using var db = await server.OpenAsync();
        var tally = await server.Services.GetRequiredService<Tallies>().AtAsync(null, TestContext.Current.CancellationToken);
        var scope = await MoneyScope.ReadAsync(db, tally, filter, null, TestContext.Current.CancellationToken);
        Assert.Equal((await db.MoneyItems(filter, null).Select(m => m.Id).ToListAsync()).Order(StringComparer.Ordinal), scope.Rows.Select(r => r.Item.Id).Order(StringComparer.Ordinal));
    }, iter: 60, threads: 1);

    private static void Equal(PledgeTotal wanted, PledgeTotal made) =>
        Assert.Equal((wanted.Low, wanted.High, wanted.OpenEnded, wanted.Items, string.Join(',', wanted.Kinds)), (made.Low, made.High, made.OpenEnded, made.Items, string.Join(',', made.Kinds)));
}
