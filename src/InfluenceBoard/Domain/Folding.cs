using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace InfluenceBoard.Domain;

/// <summary>A text folded for comparison, with the place in the original that each of its characters comes from.</summary>
/// <param name="Text">Letters and digits in one form, words apart by one space, nothing else.</param>
/// <param name="From">For each character of <paramref name="Text"/>, the index in the original at which its letter begins.</param>
/// <param name="To">For each character of <paramref name="Text"/>, the index in the original after its letter.</param>
public sealed record FoldedText(string Text, IReadOnlyList<int> From, IReadOnlyList<int> To);

/// <summary>Brings the spellings of a word together: case, diacritics, full and half width, traditional and simplified Chinese, letters of one Cyrillic alphabet and those of another.</summary>
/// <remarks>The pairs of Chinese characters are those of OpenCC's dictionaries. Different romanisations are not guessed: a name carries its spellings as data.</remarks>
public static class Folding
{
    /// <summary>Number of the rules of folding and of <see cref="SearchNumber"/>; a change of them raises it, and texts made by earlier ones are made anew.</summary>
    public const int Release = 2;

    /// <summary>Stands around each ideographic character of an indexed text, so that an index of three-letter pieces finds single characters and pairs of them.</summary>
    public const char Joint = '\u0001';

    // For private use: folding leaves them out of what is typed.
    private const char FirstWhole = '\uE000', LastWhole = '\uF8FF';

    // Letters that Unicode does not take apart, and Cyrillic letters of one language that readers of another type as their nearest.
    private static readonly FrozenDictionary<int, string> Letters = new Dictionary<int, string>
    {
        ['đ'] = "d", ['ð'] = "d", ['ł'] = "l", ['ø'] = "o", ['ı'] = "i", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ə'] = "a", ['þ'] = "th",
        ['қ'] = "к", ['ғ'] = "г", ['ң'] = "н", ['ө'] = "о", ['ұ'] = "у", ['ү'] = "у", ['һ'] = "х", ['ҳ'] = "х", ['ә'] = "а", ['і'] = "и", ['ҷ'] = "ч", ['җ'] = "ж",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, int> Chinese = ReadChinese();

    /// <summary>Folds a text.</summary>
    public static FoldedText Fold(string text)
    {
        List<int> from = new(text.Length), to = new(text.Length);
        return new FoldedText(Fold(text, from, to), from, to);
    }

    private static string Fold(string text, List<int>? from, List<int>? to)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        void Add(string letters, int start, int end)
        {
            Space(start);
            folded.Append(letters);
            for (var i = 0; i < letters.Length; i++) { from?.Add(start); to?.Add(end); }
        }
        void Space(int start)
        {
            if (gap && folded.Length > 0) { folded.Append(' '); from?.Add(start); to?.Add(start); }
            gap = false;
        }

        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A broken half of a pair is read as the replacement sign, one unit long.
            var (start, end) = (at, at + rune.Utf16SequenceLength);
            at = end;
            // Most letters are these, and none of what follows does anything else to them.
            if (rune.IsAscii)
            {
                if (char.IsAsciiLetterOrDigit((char)rune.Value))
                {
                    Space(start);
                    folded.Append(char.ToLowerInvariant((char)rune.Value));
                    from?.Add(start);
                    to?.Add(end);
                }
                else if (!IsApostrophe(rune.Value)) gap = true;
                continue;
            }
            foreach (var part in Decompose(rune).EnumerateRunes())
            {
                if (Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) continue;
                if (IsApostrophe(part.Value)) continue;
                if (!Rune.IsLetterOrDigit(part) && Rune.GetUnicodeCategory(part) != UnicodeCategory.SpacingCombiningMark) { gap = true; continue; }
                var lower = Rune.ToLowerInvariant(part);
                Add(Letters.GetValueOrDefault(lower.Value) ?? (Chinese.TryGetValue(lower.Value, out var simple) ? new Rune(simple) : lower).ToString(), start, end);
            }
        }
        return folded.ToString();
    }

    /// <summary>Texts as one indexed text: folded, words between spaces, ideographic characters between joints.</summary>
    public static string ForIndex(IEnumerable<string?> texts)
    {
        var parts = texts.OfType<string>().Select(t => Fold(t, null, null)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return parts.Count == 0 ? "" : $" {string.Join("  ", parts.Select(Joined))} ";
    }

    /// <summary>A folded text with its ideographic characters between joints: 苏林 is ␁苏␁林␁.</summary>
    public static string Joined(string folded)
    {
        if (Ascii.IsValid(folded)) return folded;
        var joined = new StringBuilder(folded.Length + 8);
        var after = false;
        foreach (var rune in folded.EnumerateRunes())
        {
            var isIdeographic = IsIdeographic(rune.Value);
            if (isIdeographic && !after) joined.Append(Joint);
            joined.Append(rune.ToString());
            if (isIdeographic) joined.Append(Joint);
            after = isIdeographic;
        }
        return joined.ToString();
    }

    /// <summary>A title for the index: behind it stands one of some thousand letters that nobody types, drawn by all of it. Few titles share it, so that those that are exactly this are found without reading all that begin so.</summary>
    public static string Whole(string title)
    {
        if (title.Length == 0) return title;
        // FNV-1a: the same on every machine and at every start.
        var hash = 2166136261;
        foreach (var letter in title) hash = unchecked((hash ^ letter) * 16777619);
        return title + (char)(FirstWhole + hash % (LastWhole - FirstWhole + 1));
    }

    /// <summary>Whether a character stands for itself in scripts that do not space their words: Han, kana, hangul.</summary>
    public static bool IsIdeographic(int rune) => rune is >= 0x3041 and <= 0x30FF or >= 0x3105 and <= 0x312F or >= 0x31A0 and <= 0x31FF or >= 0x3400 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF
        or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or 0x3005 or 0x3007;

    private static bool IsApostrophe(int rune) => rune is '\'' or 0x2018 or 0x2019 or 0x02BB or 0x02BC or '`' or 0x00B4;

    // Hangul is left whole: taken apart it would no longer be one character.
    private static string Decompose(Rune rune) => rune.IsBmp ? Decomposed[rune.Value] ??= DecomposeAnew(rune) : DecomposeAnew(rune);

    private static string DecomposeAnew(Rune rune) => rune.Value is >= 0xAC00 and <= 0xD7AF || rune == Rune.ReplacementChar ? rune.ToString() : rune.ToString().Normalize(NormalizationForm.FormKD);

    // What was taken apart once: letters come again and again.
    private static readonly string?[] Decomposed = new string?[char.MaxValue + 1];

    private static FrozenDictionary<int, int> ReadChinese()
    {
        var simple = Pairs("TSCharacters.txt").ToDictionary(p => p.From, p => p.To);
        // Japanese forms by way of the traditional ones.
        foreach (var (from, to) in Pairs("JPShinjitaiCharacters.txt")) simple.TryAdd(from, simple.GetValueOrDefault(to, to));
        return simple.Where(p => p.Key != p.Value).ToFrozenDictionary();
    }

    // A line is a character, a tab, and what it may become, the usual form first.
    private static IEnumerable<(int From, int To)> Pairs(string name)
    {
        using var reader = new StreamReader(typeof(Folding).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The dictionary {name} is not built in."), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [{ Length: > 0 } from, { Length: > 0 } to, ..]) continue;
            var (source, target) = (from.EnumerateRunes().ToList(), to.Split(' ')[0].EnumerateRunes().ToList());
            if (source.Count == 1 && target.Count == 1) yield return (source[0].Value, target[0].Value);
        }
    }
}
