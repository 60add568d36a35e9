namespace InfluenceBoard.Bench.Generation;

/// <summary>One version of a record: the change that opened it and the one that replaced it, null while it stands.</summary>
public readonly record struct Span(long From, long? To);

/// <summary>The changes of a generated board, one after another over three years, and when in them a record was written and changed.</summary>
public sealed class History(BoardShape shape)
{
    /// <summary>When the seed files were loaded, before everything else.</summary>
    public static readonly DateTimeOffset Began = new(2023, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly long Length = 3L * 365 * 24 * 3600 * 1000;

    /// <summary>Number of the change that loaded the seed files.</summary>
    public const long Seeds = 1;

    /// <summary>Changes after the first.</summary>
    public int Count { get; } = Math.Clamp(shape.Engagements / 50, 20, 20_000);

    /// <summary>When a change was made.</summary>
    public DateTimeOffset At(long change) => Began.AddMilliseconds(change == Seeds ? 0 : Length * (change - Seeds) / Count);

    /// <summary>The change that first wrote a record.</summary>
    public long First(ref Rng rng) => Seeds + 1 + rng.Below(shape.Versions > 1 ? Count / 2 : Count);

    /// <summary>Versions of a record, from the first to the one that stands; between one and twice the mean, less one.</summary>
    public IReadOnlyList<Span> Versions(ref Rng rng, long first)
    {
        var more = (int)((shape.Versions - 1) * 2 * rng.Share() + 0.5);
        if (more == 0) return [new Span(first, null)];
        var changes = new SortedSet<long> { first };
        var left = (int)(Seeds + Count - first);
        for (var i = 0; i < more && left > 0; i++) changes.Add(first + 1 + rng.Below(left));
        var all = changes.ToList();
        return [.. all.Select((c, i) => new Span(c, i + 1 < all.Count ? all[i + 1] : null))];
    }

    /// <summary>A moment by which so large a share of the history has passed.</summary>
    public DateTimeOffset Moment(double share) => At(Seeds + (long)(Count * share)).AddMilliseconds(1);
}
