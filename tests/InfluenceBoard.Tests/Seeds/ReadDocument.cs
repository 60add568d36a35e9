using System.Text;
using System.Text.RegularExpressions;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>A document that was read for the seeds, by the paragraphs that claims count.</summary>
public sealed partial class ReadDocument
{
    private ReadDocument(string text) =>
        Paragraphs = [.. text.Split('\n').Select(line => line.Trim('\r', ' ', '\t', '\uFEFF')).Where(line => line != "" && !ImageOnly().IsMatch(line)).Select(Plain)];

    /// <summary>Paragraphs: lines that are neither empty nor an image.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>Reads the file whose first characters tell it to be the document of a source.</summary>
    public static ReadDocument? Of(string folder, int paragraphs, string quote) =>
        Directory.EnumerateFiles(folder, "*.txt").Select(f => new ReadDocument(File.ReadAllText(f))).FirstOrDefault(d => d.Paragraphs.Count == paragraphs && d.Paragraphs.Any(p => p.Contains(Plain(quote), StringComparison.Ordinal)));

    /// <summary>Every document of a folder.</summary>
    public static IReadOnlyList<ReadDocument> All(string folder) => [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(f => new ReadDocument(File.ReadAllText(f)))];

    /// <summary>The text without pinyin glosses such as the brackets of 關(guān).</summary>
    public static string Plain(string text) => Gloss().Replace(text.Normalize(NormalizationForm.FormC), "");

    /// <summary>Every run of so many consecutive Han characters.</summary>
    public static IEnumerable<string> HanRuns(string text, int length)
    {
        foreach (Match run in Han().Matches(text))
            for (var i = 0; i + length <= run.Length; i++) yield return run.Value.Substring(i, length);
    }

    [GeneratedRegex(@"^(!\[[^\]]*\]\([^)]*\)\s*)+$", RegexOptions.CultureInvariant)]
    private static partial Regex ImageOnly();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs})[(（][\p{Ll}\p{M}]+[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Gloss();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", RegexOptions.CultureInvariant)]
    private static partial Regex Han();
}
