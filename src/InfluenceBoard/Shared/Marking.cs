using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>A piece of a text that is marked, or not.</summary>
public readonly record struct MarkedPiece(string Text, bool IsMarked);

/// <summary>Marks in a text what a search found in it, in whatever script or spelling it stands there.</summary>
public static class Marking
{
    private const int Before = 60;

    /// <summary>The text in pieces.</summary>
    /// <param name="text">The text as it is shown.</param>
    /// <param name="words">Folded words.</param>
    public static IReadOnlyList<MarkedPiece> Of(string text, IEnumerable<string> words)
    {
        var pieces = new List<MarkedPiece>();
        var at = 0;
        foreach (var (from, to) in Found(text, words))
        {
            if (from > at) pieces.Add(new MarkedPiece(text[at..from], false));
            pieces.Add(new MarkedPiece(text[from..to], true));
            at = to;
        }
        if (at < text.Length) pieces.Add(new MarkedPiece(text[at..], false));
        return pieces;
    }

    /// <summary>Whether any of the words is in the text.</summary>
    public static bool Holds(string text, IEnumerable<string> words) => Found(text, words).Count > 0;

    /// <summary>The part of a longer text around the first word found, at most so many characters, cut between words.</summary>
    public static string Excerpt(string text, IEnumerable<string> words, int longest = 220)
    {
        if (text.Length <= longest) return text;
        var first = Found(text, words) is [var (from, _), ..] ? from : 0;
        var start = first <= Before ? 0 : Space(text, first - Before, first);
        var end = text.Length - start <= longest ? text.Length : text.LastIndexOf(' ', start + longest - 1, longest / 4) is > 0 and var space ? space : start + longest;
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return (start > 0 ? "… " : "") + text[start..end] + (end < text.Length ? " …" : "");
    }

    private static int Space(string text, int from, int to)
    {
        var space = text.IndexOf(' ', from, to - from);
        if (space >= 0) return space + 1;
        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    // Places in the original, in order, overlapping ones made one.
    private static List<(int From, int To)> Found(string text, IEnumerable<string> words)
    {
        var folded = Folding.Fold(text);
        var found = new List<(int From, int To)>();
        foreach (var word in words.Where(w => w.Length > 0))
            for (var at = folded.Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(word, at + 1, StringComparison.Ordinal))
                if (IsWhole(folded.Text, at, word)) found.Add((folded.From[at], folded.To[at + word.Length - 1]));
        found.Sort();
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in found)
            if (merged.Count > 0 && from <= merged[^1].To) merged[^1] = (merged[^1].From, Math.Max(to, merged[^1].To));
            else merged.Add((from, to));
        return merged;
    }

    // Words of one or two letters are found only by themselves; an ideograph is a word.
    private static bool IsWhole(string text, int at, string word) => word.EnumerateRunes().Count() > 2 || Folding.IsIdeographic(word.EnumerateRunes().First().Value)
        || ((at == 0 || text[at - 1] == ' ') && (at + word.Length == text.Length || text[at + word.Length] == ' '));
}
