namespace InfluenceBoard.Domain;

/// <summary>Numbers of the texts for search, from the highest bits: kind of the record, day on which its version ended, day on which it began, number of the version. So those of a kind that stand are one range, those that stood at a moment two,
/// and the index of texts, which knows nothing but numbers, counts them without reading the texts.</summary>
/// <remarks>The order of <see cref="RecordKind"/> is kept in the numbers. A day tells before or after but for moments of the same day; for those the text itself is asked.</remarks>
public static class SearchNumber
{
    private const int VersionBits = 29, DayBits = 15;
    private static readonly long FirstDay = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks / TimeSpan.TicksPerDay;

    /// <summary>In place of the day of the end, for versions that stand.</summary>
    public const int Stands = (1 << DayBits) - 1;

    /// <summary>The number of a version's text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version's number has no place in it.</exception>
    public static long Of(RecordKind kind, DateTimeOffset from, DateTimeOffset to, long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(version, 1L << VersionBits);
        return First(kind, Day(to), Day(from)) | version;
    }

    /// <summary>The lowest number of a kind that ended and began on these days.</summary>
    public static long First(RecordKind kind, int to, int from) => (((((long)kind << DayBits) | (uint)to) << DayBits) | (uint)from) << VersionBits;

    /// <summary>The highest.</summary>
    public static long Last(RecordKind kind, int to, int from) => First(kind, to, from) | ((1L << VersionBits) - 1);

    /// <summary>Number of a day; days beyond those that have one share the first or the last.</summary>
    public static int Day(DateTimeOffset moment) => moment >= Versioned.Open ? Stands : (int)Math.Clamp(moment.UtcTicks / TimeSpan.TicksPerDay - FirstDay, 0, Stands - 1);

    /// <summary>The kind that a number is of.</summary>
    public static RecordKind KindOf(long number) => (RecordKind)(number >> (VersionBits + 2 * DayBits));

    /// <summary>SQL that takes the day of the beginning out of a number.</summary>
    public static string From(string number) => $"(({number} >> {VersionBits}) & {Stands})";

    /// <summary>SQL that takes the day of the end out of a number.</summary>
    public static string To(string number) => $"(({number} >> {VersionBits + DayBits}) & {Stands})";

    /// <summary>SQL that takes what orders versions by their beginning out of a number: it stays when a version ends.</summary>
    public static string Place(string number) => $"({number} & {(1L << (VersionBits + DayBits)) - 1})";
}
