using InfluenceBoard.Domain;

namespace InfluenceBoard.Data;

/// <summary>What a reader searches for, as words in the form of the index.</summary>
/// <param name="Words">The words, folded and joined, each once, in the order typed.</param>
/// <param name="Exact">All of it as one name would stand in the index.</param>
/// <param name="IsCut">Whether the text was longer than is searched for.</param>
/// <param name="IsAny">Whether a record needs only one of the words.</param>
/// <param name="IsTyping">Whether the last word may be the beginning of one.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words, string Exact, bool IsCut, bool IsAny = false, bool IsTyping = false)
{
    /// <summary>Longest text that is searched for, in characters; the rest is left out.</summary>
    public const int Longest = 200;

    /// <summary>Most words that are searched for.</summary>
    public const int MostWords = 12;

    /// <summary>Whether nothing that can be searched for was typed.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>All of it as one title would stand in the index.</summary>
    public string ExactTitle => Folding.Whole(Exact);

    /// <summary>Reads what was typed. Signs and operators are no words: there is nothing to get wrong.</summary>
    public static SearchPhrase Of(string? typed)
    {
        var text = Shorten(typed ?? "");
        var isCut = text.Length < (typed ?? "").Length;
        var folded = Folding.Fold(text).Text;
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        return new SearchPhrase([.. words.Take(MostWords).Select(Folding.Joined)], folded.Length == 0 ? "" : $" {Folding.Joined(folded)} ", isCut || words.Count > MostWords);
    }

    /// <summary>The folded words as they stand in a text, for marking them.</summary>
    public IEnumerable<string> Marks => Words.Select(w => w.Replace(Folding.Joint.ToString(), "", StringComparison.Ordinal));

    /// <summary>What is searched for of a text that may be too long.</summary>
    public static string Shorten(string typed) => typed.Length <= Longest ? typed : typed[..(char.IsHighSurrogate(typed[Longest - 1]) ? Longest - 1 : Longest)];

    /// <summary>Whether a word is too short to stand for a piece of longer ones.</summary>
    public static bool IsShort(string word) => word.EnumerateRunes().Count() < 3;

    /// <summary>The words joined for an index of three-letter pieces.</summary>
    /// <param name="atStart">Whether words must begin with what was typed, rather than hold it anywhere.</param>
    public string Match(bool atStart) => string.Join(IsAny ? " OR " : " AND ", Pieces(atStart));

    /// <summary>Each word as the index is asked for it.</summary>
    /// <param name="atStart">Whether words must begin with what was typed, rather than hold it anywhere.</param>
    // Words of one or two letters stand for themselves alone; ideographs have no beginning of words to ask for.
    public IEnumerable<string> Pieces(bool atStart) =>
        Words.Select(word => $"\"{(IsShort(word) ? IsTyping && word == Words[^1] && word.Length == 2 ? " " + word : $" {word} " : atStart && word[0] != Folding.Joint ? " " + word : word)}\"");
}
