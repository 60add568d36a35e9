using System.Globalization;

namespace InfluenceBoard.Features.Formats;

/// <summary>Values as the text of a cell.</summary>
public static class Cell
{
    /// <summary>What stands between the items of a list.</summary>
    public const string ListSeparator = "; ";

    /// <summary>A value as text: days and instants by ISO 8601, numbers with a point and no grouping, lists joined; empty for nothing.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => Defused(text),
        bool b => b ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IEnumerable<string> list => Defused(string.Join(ListSeparator, list)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Defused(value.ToString() ?? ""),
    };

    // A spreadsheet takes a cell that begins like this for a formula and runs it; an apostrophe before it says that it is text.
    private static string Defused(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] ? "'" + text : text;
}
