using System.Globalization;
using System.Text;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Builds every link of the board: named parameters in one order, defaults left out, so that equal states have equal addresses.
/// The language and the moment of reading are carried along, so that a shared page says the same elsewhere.</summary>
/// <param name="parties">To write parties as slugs.</param>
/// <param name="language">Language of the page; null for the default.</param>
/// <param name="asOf">Moment that the page is read as of; null for now.</param>
public sealed class Urls(PartyDirectory parties, string? language, Moment? asOf)
{
    public const string Language = "lang", AsOf = "asOf", Measure = "measure", Text = "q", Kind = "kind", Page = "page", By = "by", Zoom = "zoom", Asserted = "asserted", Relation = "relation", Around = "around", OfParty = "party", Since = "since", Of = "of", Table = "table", After = "after", EventsPath = "/events";

    /// <summary>The overview.</summary>
    public string Overview(BoardFilter? filter = null, string? measure = null) => Build("/", filter, (Measure, measure));

    /// <summary>All countries.</summary>
    public string Countries() => Build("/countries");

    /// <summary>All actors.</summary>
    public string Actors() => Build("/actors");

    /// <summary>A country page.</summary>
    public string Country(string slug, BoardFilter? filter = null) => Build($"/countries/{Escape(slug)}", filter is null ? null : filter with { Countries = [] });

    /// <summary>An actor page.</summary>
    public string Actor(string slug, BoardFilter? filter = null) => Build($"/actors/{Escape(slug)}", filter is null ? null : filter with { Actors = [] });

    /// <summary>The country page of a focus country, else the actor page of an actor, else null: other parties have no page.</summary>
    public string? Party(Party party) => party.IsCountry ? Country(party.Slug) : party.IsActor ? Actor(party.Slug) : null;

    /// <summary>The explorer of engagements; its own parameters are added by name.</summary>
    public string Engagements(BoardFilter? filter = null, params IEnumerable<(string Name, string? Value)> more) => Build("/engagements", filter, more);

    /// <summary>An engagement page, or a place on it.</summary>
    public string Engagement(string id, string? fragment = null) => Build($"/engagements/{Escape(id)}") + Fragment(fragment);

    /// <summary>A source page, or a paragraph on it.</summary>
    public string Source(string id, string? fragment = null) => Build($"/sources/{Escape(id)}") + Fragment(fragment);

    /// <summary>All sources.</summary>
    public string Sources() => Build("/sources");

    /// <summary>Search: a query, one kind of record, a page of its hits.</summary>
    public string Search(string? text = null, string? kind = null, int page = 1) => Build("/search", null, (Text, text), (Kind, kind), (Page, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Suggestions for the search box; what is typed is added to it as <c>q</c>.</summary>
    public string Suggest => Build("/search/suggest");

    /// <summary>The comparison; its own parameters are added by name.</summary>
    public string Compare(BoardFilter? filter = null, params IEnumerable<(string Name, string? Value)> more) => Build("/compare", filter, more);

    /// <summary>Moves and counter-moves, or a place on the page.</summary>
    public string Moves(BoardFilter? filter = null, string? fragment = null, params IEnumerable<(string Name, string? Value)> more) => Build("/moves", filter, more) + Fragment(fragment);

    /// <summary>A link on the page of moves.</summary>
    public string Move(string id) => Moves(null, "move-" + id, (Around, id));

    /// <summary>The money page, or a place on it.</summary>
    public string Money(BoardFilter? filter = null, string? fragment = null) => Build("/money", filter) + Fragment(fragment);

    /// <summary>All people.</summary>
    public string People() => Build("/people");

    /// <summary>A person's page.</summary>
    public string Person(string id) => Build($"/people/{Escape(id)}");

    /// <summary>All institutions.</summary>
    public string Organisations() => Build("/organisations");

    /// <summary>An institution's page.</summary>
    public string Organisation(string id) => Build($"/organisations/{Escape(id)}");

    /// <summary>All places, on a map and as a table.</summary>
    public string Places() => Build("/places");

    /// <summary>A place's page.</summary>
    public string Place(string id) => Build($"/places/{Escape(id)}");

    /// <summary>Path of the whole board as a data package.</summary>
    public static string PackagePath => "/data/board.zip";

    /// <summary>The whole board as a data package, as of this page's moment.</summary>
    public string Package() => Build(PackagePath);

    /// <summary>What was searched, and when.</summary>
    public string Coverage() => Build("/coverage");

    /// <summary>What changed since a moment, all over the board or on a page of it.</summary>
    public string Changes(Moment? since = null, string? of = null, BoardFilter? filter = null, int page = 1) =>
        Build("/changes", filter, (Since, since?.ToString()), (Of, of), (Page, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Where an open page hears of changes to its records.</summary>
    /// <param name="after">Number of the last change that the page knows.</param>
    public string Events(string of, BoardFilter filter, long after) => Build(EventsPath, filter, (Of, of), (After, after.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The page that makes a snippet of a page's embeds.</summary>
    public string Embed(string? of = null, BoardFilter? filter = null, params IEnumerable<(string Name, string? Value)> more) => Build("/embed", filter, [(Of, of), .. more]);

    /// <summary>What other sites ask to show a page in a frame, by the protocol oEmbed.</summary>
    /// <param name="address">Absolute address of the page.</param>
    public static string OEmbed(string address) => "/oembed" + Query([("url", address), ("format", "json")]);

    /// <summary>The methodology, or one rule of it.</summary>
    public string Methodology(string? rule = null) => Build("/methodology") + Fragment(rule);

    /// <summary>The reference of the API, or a place on it.</summary>
    public string Api(string? fragment = null) => Build(OpenData.Reference) + Fragment(fragment);

    /// <summary>Everything that can be reused, or a place on that page.</summary>
    public string Data(string? fragment = null) => Build(OpenData.Page) + Fragment(fragment);

    /// <summary>The same path with another filter, the page's own parameters kept.</summary>
    public string Same(string path, BoardFilter filter, params IEnumerable<(string Name, string? Value)> keep) => Build(path, filter, keep);

    /// <summary>A path with its query, this page's language and moment included.</summary>
    public string Build(string path, BoardFilter? filter = null, params IEnumerable<(string Name, string? Value)> more)
    {
        // Most links are a path alone.
        if (filter is null or { IsEmpty: true } && asOf is null && language is null && more.All(p => string.IsNullOrEmpty(p.Value))) return path;
        return path + Query([.. filter?.Query(parties).Select(p => (p.Name, (string?)p.Value)) ?? [], .. more, (AsOf, asOf?.ToString()), (Language, language)]);
    }

    /// <summary>A query string from pairs; pairs without a value are left out.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> pairs)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in pairs.Where(p => !string.IsNullOrEmpty(p.Value)))
            text.Append(text.Length == 0 ? '?' : '&').Append(Escape(name)).Append('=').Append(InQuery(value!));
        return text.ToString();
    }

    private static string Fragment(string? fragment) => fragment is null ? "" : "#" + Escape(fragment);

    private static string Escape(string text) => Uri.EscapeDataString(text);

    // Colons and slashes need no escape in a query, and times and paths read better with them.
    private static string InQuery(string text) => Escape(text).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
}
