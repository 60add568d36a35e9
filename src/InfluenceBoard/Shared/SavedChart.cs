using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>The words inside a chart that is saved as a picture, and those of the control that saves it.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="Filter">The filter as a sentence.</param>
/// <param name="Source">Board, canonical address of the view and day.</param>
/// <param name="Name">Stem of the file's name: ASCII letters, digits and hyphens.</param>
/// <param name="Texts">Words of the control.</param>
public sealed record SavedChart(string Title, string Filter, string Source, string Name, SavedChartTexts Texts)
{
    private const int LongestName = 80;

    /// <summary>Makes the words of one chart.</summary>
    /// <param name="path">Path of the page, which names the file when the title has no letter of the Latin alphabet.</param>
    /// <param name="asOf">Moment that the page is read as of; null for now.</param>
    public static SavedChart Of(string title, string filter, string address, string path, Moment? asOf, DateOnly today, IStringLocalizer<Texts> texts) => new(title, filter,
        asOf is { } moment ? texts["chart.source.asof", texts["board.name"], address, Format.Moment(moment)] : texts["chart.source", texts["board.name"], address, Format.Day(today)],
        NameOf(title) is { Length: > 2 } name ? name : NameOf(path) is { Length: > 0 } other ? other : "influenceboard",
        new SavedChartTexts(texts["chart.save"], texts["chart.save.svg"], texts["chart.save.png"]));

    /// <summary>The object of the chart element's <c>data-save</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>A text as a file name: marks taken off its letters, everything else a hyphen.</summary>
    public static string NameOf(string text)
    {
        var name = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(letter)) name.Append(char.ToLowerInvariant(letter));
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }
        return name.ToString(0, Math.Min(name.Length, LongestName)).TrimEnd('-');
    }
}

/// <summary>Words of the control that saves a chart.</summary>
public sealed record SavedChartTexts(string Save, string Svg, string Png);
