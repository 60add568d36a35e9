using InfluenceBoard.Domain;

namespace InfluenceBoard.Features.People;

/// <summary>A person, institution or place as a line of a list.</summary>
/// <param name="Record">The record.</param>
/// <param name="Engagements">Number of engagements in which it is named.</param>
/// <param name="With">Number of others of its kind that are named in them.</param>
/// <param name="Met">Number of those of them with whom it is named in a meeting.</param>
public sealed record NamedLine<T>(T Record, int Engagements, int With, int Met);

/// <summary>Makes the lines of lists.</summary>
public static class NamedLine
{
    /// <summary>Lines of records, those with most engagements first, then by name.</summary>
    public static IReadOnlyList<NamedLine<T>> Of<T>(IEnumerable<T> records, NamedCounts counts, Func<T, string> name) where T : Versioned =>
        [.. records.Select(r => counts.Line(r)).OrderByDescending(l => l.Engagements).ThenBy(l => name(l.Record), StringComparer.Ordinal)];
}
