using System.Collections.Immutable;
using CsCheck;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Makes filters as the board itself makes them: values once each, in the fixed order, the range not turned around.</summary>
public static class Filters
{
    private static readonly string[] Countries = ["JP", "VN", "KZ", "UZ", "KG", "TJ", "TM"], Actors = ["CN", "RU", "JP", "US"];

    private static readonly Gen<DateOnly?> Day = Gen.Frequency((2, Gen.Const((DateOnly?)null)), (1, Gen.Int[0, 900].Select(d => (DateOnly?)new DateOnly(2024, 1, 1).AddDays(d))));

    /// <summary>Any filter; most let something through.</summary>
    public static readonly Gen<BoardFilter> Any = Gen.Select(Some(Countries), Some(Actors), Some(Enum.GetValues<Topic>()), Some(Enum.GetValues<EngagementType>()),
            Gen.Select(Some(Enum.GetValues<Status>()), Some(Enum.GetValues<Rung>())), Gen.Select(Day, Day), Gen.Frequency((3, Gen.Const((Reliability?)null)), (1, Gen.Enum<Reliability>().Select(r => (Reliability?)r))))
        .Select((countries, actors, topics, types, more, days, reliability) => new BoardFilter
        {
            Countries = countries, Actors = actors, Topics = topics, Types = types, Statuses = more.Item1, Rungs = more.Item2,
            From = days.Item1 > days.Item2 ? days.Item2 : days.Item1, To = days.Item1 > days.Item2 ? days.Item1 : days.Item2, Reliability = reliability,
        });

    private static Gen<ImmutableArray<T>> Some<T>(T[] values) => Gen.Frequency((3, Gen.Const(ImmutableArray<T>.Empty)),
        (2, Gen.Bool.Array[values.Length].Select(chosen => values.Where((_, i) => chosen[i]).ToImmutableArray())));
}
