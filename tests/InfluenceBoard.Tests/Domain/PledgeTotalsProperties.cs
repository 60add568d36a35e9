using CsCheck;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Tests.Domain;

/// <summary>What holds of every pledged total, whatever the amounts.</summary>
public sealed class PledgeTotalsProperties
{
    private static readonly Gen<MoneyRange> Ranges = Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[0, 5], (a, b, shape) => shape switch
    {
        0 => new MoneyRange(a, null),
        1 => new MoneyRange(null, a),
        2 => new MoneyRange(a, a),
        _ => new MoneyRange(Math.Min(a, b), Math.Max(a, b)),
    });

    private static Gen<TotalItem> Item(int number) => Gen.Select(Gen.Enum<Rung>(), Gen.Enum<MoneyKind>(), Gen.Frequency((4, Gen.Const(Direction.ActorToHost)), (1, Gen.Enum<Direction>())),
        Gen.Frequency((9, Ranges.Select(r => (MoneyRange?)r)), (1, Gen.Const((MoneyRange?)null))), Gen.Int[0, 14], Gen.Int[0, 9].Array[0, 2],
        // A part names an amount before it, so that no amount contains itself.
        (rung, kind, direction, usd, parent, overlaps) => new TotalItem(Id(number), rung, kind, direction, usd, parent < number ? Id(parent) : null, [.. overlaps.Where(o => o != number).Distinct().Select(Id)]));

    private static readonly Gen<TotalItem[]> Scopes = Gen.Int[0, 9].SelectMany(n => Enumerable.Range(0, n).Aggregate(Gen.Const(Array.Empty<TotalItem>()),
        (all, i) => Gen.Select(all, Item(i), (before, next) => (TotalItem[])[.. before, next])));

    private static string Id(int number) => $"amount-{number}";

    private static (decimal, decimal, int) Band(IEnumerable<TotalItem> scope)
    {
        var total = PledgeTotals.Of(scope);
        return (total.Low, total.High, total.OpenEnded);
    }

    [Fact]
    public void Of_AnyScope_LowIsNotAboveHigh() => Scopes.Sample(scope => PledgeTotals.Of(scope) is { } t && 0 <= t.Low && t.Low <= t.High);

    [Fact]
    public void Of_AnyScope_IsNeverMoreThanTheNaiveSum() =>
        Scopes.Sample(scope => PledgeTotals.Of(scope).High <= scope.Where(i => i.Rung is not Rung.Target and not Rung.Lapsed).Sum(i => i.Usd is { } usd ? usd.High ?? usd.Floor : 0));

    [Fact]
    public void Of_AnyScope_NamesEveryAmountOnce() =>
        Scopes.Sample(scope => PledgeTotals.Of(scope).Lines.Select(l => l.Item.Id).Order(StringComparer.Ordinal).SequenceEqual(scope.Select(i => i.Id).Order(StringComparer.Ordinal)));

    [Fact]
    public void Of_AnyOrder_GivesTheSameBandAndRoles() =>
        Gen.Select(Scopes, Gen.Int).Sample((scope, seed) =>
        {
            var shuffled = scope.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (a, b) = (PledgeTotals.Of(scope), PledgeTotals.Of(shuffled));
            return (a.Low, a.High, a.OpenEnded) == (b.Low, b.High, b.OpenEnded) && a.Lines.SequenceEqual(b.Lines) && a.Kinds.SequenceEqual(b.Kinds);
        });

    [Fact]
    public void Of_TargetOrStockOrLapsedAdded_BandStays() =>
        Gen.Select(Scopes, Item(99), Gen.Int[0, 2]).Sample((scope, item, which) => Band(scope) == Band([.. scope, which switch
        {
            0 => item with { Rung = Rung.Target },
            1 => item with { Rung = Rung.Lapsed },
            _ => item with { Kind = MoneyKind.Stock },
        }]));

    [Fact]
    public void Of_PartOfACountedAmountAdded_BandStays() =>
        Gen.Select(Scopes, Item(99), Gen.Int[0, 9]).Sample((scope, item, pick) =>
        {
            var counted = PledgeTotals.Of(scope).Lines.Where(l => l.Role is TotalRole.Counted or TotalRole.HighOnly or TotalRole.InsideParent).ToList();
            return counted.Count == 0 || Band(scope) == Band([.. scope, item with { PartOf = counted[pick % counted.Count].Item.Id }]);
        });

    [Fact]
    public void Of_OverlapAdded_HighStays() =>
        Gen.Select(Scopes, Gen.Int[0, 9], Gen.Int[0, 9]).Sample((scope, a, b) =>
        {
            if (scope.Length < 2 || a % scope.Length == b % scope.Length) return true;
            var linked = scope.ToArray();
            ref var item = ref linked[a % scope.Length];
            item = item with { MayOverlap = [.. item.MayOverlap, scope[b % scope.Length].Id] };
            return Band(linked).Item2 == Band(scope).Item2;
        });

    [Fact]
    public void OnRung_AllRungs_PartitionTheAmounts() =>
        Scopes.Sample(scope => Enum.GetValues<Rung>().Sum(rung => PledgeTotals.OnRung(scope, rung).Lines.Count) == scope.Length);
}
