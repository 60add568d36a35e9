using System.Globalization;
using System.Text;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Builds every link of the board: named parameters in one order, defaults left out, so that equal states have equal addresses.
/// The language and the moment of reading are carried along, so that a shared page says the same elsewhere.</summary>
/// <param name="parties">To write parties as slugs.</param>
/// <param name="language">Language of the page; null for the default.</param>
/// <param name="asOf">Day that the page is read as of; null for now.</param>
public sealed class Urls(PartyDirectory parties, string? language, DateOnly? asOf)
{
    public const string Language = "lang", AsOf = "asOf", Measure = "measure";

    /// <summary>The overview.</summary>
    public string Overview(BoardFilter? filter = null, string? measure = null) => Build("/", filter, (Measure, measure));

    /// <summary>A country page.</summary>
    public string Country(string slug, BoardFilter? filter = null) => Build($"/countries/{Escape(slug)}", filter is null ? null : filter with { Countries = [] });

    /// <summary>An actor page.</summary>
    public string Actor(string slug, BoardFilter? filter = null) => Build($"/actors/{Escape(slug)}", filter is null ? null : filter with { Actors = [] });

    /// <summary>The country page of a focus country, else the actor page of an actor, else null: other parties have no page.</summary>
    public string? Party(Party party) => party.IsCountry ? Country(party.Slug) : party.IsActor ? Actor(party.Slug) : null;

    /// <summary>An engagement page, or a place on it.</summary>
    public string Engagement(string id, string? fragment = null) => Build($"/engagements/{Escape(id)}") + Fragment(fragment);

    /// <summary>A source page, or a paragraph on it.</summary>
    public string Source(string id, string? fragment = null) => Build($"/sources/{Escape(id)}") + Fragment(fragment);

    /// <summary>All sources.</summary>
    public string Sources() => Build("/sources");

    /// <summary>The methodology, or one rule of it.</summary>
    public string Methodology(string? rule = null) => Build("/methodology") + Fragment(rule);

    /// <summary>The same path with another filter.</summary>
    public string Same(string path, BoardFilter filter, string? measure = null) => Build(path, filter, (Measure, measure));

    /// <summary>A path with its query, this page's language and moment included.</summary>
    public string Build(string path, BoardFilter? filter = null, params IEnumerable<(string Name, string? Value)> more) =>
        path + Query([.. filter?.Query(parties).Select(p => (p.Name, (string?)p.Value)) ?? [], .. more,
            (AsOf, asOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (Language, language)]);

    /// <summary>A query string from pairs; pairs without a value are left out.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> pairs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs.Where(p => !string.IsNullOrEmpty(p.Value)))
            text.Append(text.Length == 0 ? '?' : '&').Append(Escape(name)).Append('=').Append(Escape(value!));
        return text.ToString();
    }

    private static string Fragment(string? fragment) => fragment is null ? "" : "#" + Escape(fragment);

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
