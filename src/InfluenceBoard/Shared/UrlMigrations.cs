using System.Text.RegularExpressions;

namespace InfluenceBoard.Shared;

/// <summary>Addresses of earlier releases, and spellings that people type, with what they are today. Shared links are a public contract:
/// a path that once worked gets a rule here when it moves. Rules are applied in order; what they give is stable.</summary>
public static partial class UrlMigrations
{
    private static readonly (Regex From, string To)[] Rules = [(Overview(), "/"), (Country(), "/countries/$1"), (Person(), "/people/$1"), (Singular(), "/$1s/$2")];

    /// <summary>The address of today for a path.</summary>
    public static string Apply(string path) => Rules.Aggregate(path, (p, rule) => rule.From.Replace(p, rule.To));

    [GeneratedRegex("^/overview$", RegexOptions.CultureInvariant)]
    private static partial Regex Overview();

    [GeneratedRegex("^/country/([^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Country();

    [GeneratedRegex("^/person/([^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("^/(actor|engagement|source|organisation|place)/([^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Singular();
}
