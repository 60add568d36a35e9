using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Overview;

/// <summary>What the map's shades stand for.</summary>
/// <param name="Word">Word of the address: <c>engagements</c>, <c>pledged</c>, <c>share-china</c> …</param>
/// <param name="ActorId">The actor of a share, else null.</param>
public sealed record OverviewMeasure(string Word, string? ActorId = null)
{
    /// <summary>Number of engagements; the default, left out of addresses.</summary>
    public static readonly OverviewMeasure Engagements = new("engagements");
    /// <summary>Low end of the pledged total, in US dollars.</summary>
    public static readonly OverviewMeasure Pledged = new("pledged");

    /// <summary>Word for links: null for the default.</summary>
    public string? InAddress => this == Engagements ? null : Word;

    /// <summary>Every measure, in the order in which they are offered.</summary>
    public static IReadOnlyList<OverviewMeasure> All(PartyDirectory parties) => [Engagements, Pledged, .. parties.Actors.Select(a => new OverviewMeasure("share-" + a.Slug, a.Id))];

    /// <summary>The measure of an address; a word that means nothing is noted and ignored.</summary>
    public static OverviewMeasure Read(Reading reading)
    {
        var asked = reading.Asked(Urls.Measure);
        if (Parse(asked, reading.Parties) is { } known) return known;
        reading.Ignore(Urls.Measure, asked!, string.Join(", ", All(reading.Parties).Select(m => m.Word)));
        return Engagements;
    }

    /// <summary>Reads a measure: the default when nothing is asked for, null when the word means nothing.</summary>
    public static OverviewMeasure? Parse(string? word, PartyDirectory parties) =>
        string.IsNullOrWhiteSpace(word) ? Engagements : All(parties).FirstOrDefault(m => m.Word.Equals(word.Trim(), StringComparison.OrdinalIgnoreCase));
}
