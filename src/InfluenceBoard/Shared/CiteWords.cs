using System.Globalization;
using System.Text.RegularExpressions;
using InfluenceBoard.Domain;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>Citations in words, as the page's language has them: English in the order of common styles, Chinese after GB/T 7714.</summary>
public sealed partial class CiteWords(Format format, IStringLocalizer<Texts> texts, IStringLocalizer<CiteTexts> cite)
{
    /// <summary>A page in one line: board, title, moment, address.</summary>
    public string Short(Citation page) => cite["short", page.Publisher, page.Title, Format.Moment(page.AsOf!.Value), page.Address!];

    /// <summary>A page as it stands in a list of references.</summary>
    public string Full(Citation page) => cite["full", page.Publisher, page.Title, Format.Moment(page.AsOf!.Value), page.Address!, Day(page.Accessed)];

    /// <summary>A source as it stands in a list of references. Its title is in brackets: it is the board's description.</summary>
    /// <param name="source">The source.</param>
    /// <param name="claim">The claim whose place in the source is cited; null for the whole.</param>
    public string Original(Citation source, Claim? claim = null)
    {
        var place = claim is { Paragraph: { } n } ? texts["list.with", "", texts["claim.paragraph", n]].Value : "";
        return source.Address is { } address ? cite["original", source.Publisher, source.Title, Date(source.Date), place, address, Day(source.Accessed)] : cite["original.offline", source.Publisher, source.Title, Date(source.Date), place];
    }

    private string Date(EdtfDate date) => IsChinese && Plain().IsMatch(date.Text) ? date.Text : format.Date(date);

    // The Chinese standard writes days in figures.
    private static string Day(DateOnly day) => IsChinese ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Format.Day(day);

    private static bool IsChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d{4}(-\d\d){0,2}$")]
    private static partial Regex Plain();
}
