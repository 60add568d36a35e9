using System.Globalization;
using System.Text;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Citations;

/// <summary>BibTeX: one <c>@misc</c> for each citation. Letters of every script stand as they are (UTF-8).</summary>
public sealed class BibtexFormat : CitationFormat
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public override string Extension => "bib";
    public override string MediaType => "application/x-bibtex; charset=utf-8";

    public override string Write(IReadOnlyList<Citation> citations)
    {
        var file = new StringBuilder();
        foreach (var citation in citations)
        {
            var (year, month, day) = First(citation.Date);
            file.Append(CultureInfo.InvariantCulture, $"@misc{{{citation.Key},\n");
            // Twice in braces: styles keep the letters of a title and the words of a name together.
            if (citation.Class is null) file.Append(CultureInfo.InvariantCulture, $"  author = {{{{{Escape(citation.Publisher)}}}}},\n");
            file.Append(CultureInfo.InvariantCulture, $"  title = {{{{{Escape(citation.Title)}}}}},\n");
            file.Append(CultureInfo.InvariantCulture, $"  publisher = {{{Escape(citation.Publisher)}}},\n  year = {{{year}}},\n");
            if (month is { } m) file.Append(CultureInfo.InvariantCulture, $"  month = {Months[m - 1]},\n");
            if (day is { } d) file.Append(CultureInfo.InvariantCulture, $"  day = {{{d}}},\n");
            if (citation.Address is { } address) file.Append(CultureInfo.InvariantCulture, $"  url = {{{Address(address)}}},\n");
            file.Append(CultureInfo.InvariantCulture, $"  urldate = {{{citation.Accessed:yyyy-MM-dd}}},\n  language = {{{citation.Language}}},\n  note = {{{Escape(Note(citation))}}}\n}}\n\n");
        }
        return file.ToString();
    }

    /// <summary>Text in which nothing is a command: braces are written as words, since a lone one would end the entry even behind a backslash.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder();
        var before = '\0';
        foreach (var c in Line(text))
        {
            // Two hyphens would become a dash, two quotes another quote.
            if ((c == before && (c is '-' or '\'' or '`' or ',')) || (c == '`' && (before is '?' or '!'))) escaped.Append("{}");
            before = c;
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '{' => @"\textbraceleft{}",
                '}' => @"\textbraceright{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '%' or '&' or '$' or '#' or '_' => $@"\{c}",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    // Addresses are taken letter by letter; only what would end the field is written otherwise.
    private static string Address(string address) => Line(address).Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace(@"\", "%5C", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}
