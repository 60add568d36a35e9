using System.Globalization;
using System.Text;
using SkiaSharp;

namespace InfluenceBoard.Features.Cards;

/// <summary>A text laid out in lines that fit a width.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Size">Size of the letters that made them fit.</param>
public sealed record CardLines(IReadOnlyList<string> Lines, float Size, bool Bold, string Language)
{
    private const string Closing = "，。、；：！？）》」』】〕〉”’…·%％,.;:!?)]}»–—・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ", Opening = "（《「『【〔〈“‘([{«$¥€";

    /// <summary>Height of a line.</summary>
    public float Leading => Size * 1.24f;
    /// <summary>Height of the lines.</summary>
    public float Height => Lines.Count * Leading;

    /// <summary>Lays a text out: at the largest size at which it needs no more than the lines allowed, else at the least size, cut off with an ellipsis.</summary>
    public static CardLines Of(string text, float width, int most, float size, float least, bool bold = false, string language = "en")
    {
        text = Clean(text);
        for (; ; size = Math.Max(least, size - 2))
        {
            var lines = Break(text, width, most, size, bold, language);
            if (lines.Count <= most) return new CardLines(lines, size, bold, language);
            if (size > least) continue;
            return new CardLines([.. lines.Take(most - 1), Shorten(lines[most - 1].TrimEnd() + "…", width, size, bold, language)], size, bold, language);
        }
    }

    /// <summary>Width of a line.</summary>
    public static float Width(string line, float size, bool bold, string language)
    {
        var width = 0f;
        foreach (var (face, run) in CardFonts.Runs(line, bold, language))
        {
            using var font = Font(face, size);
            width += font.MeasureText(run);
        }
        return width;
    }

    /// <summary>The typeface at a size, drawn the same everywhere.</summary>
    public static SKFont Font(SKTypeface face, float size) => new(face, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };

    /// <summary>A text of any origin as it can be drawn: composed letters, no control or direction marks, one mark for what no typeface has.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var well = new StringBuilder(Math.Min(text.Length, Most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (well.Length > Most) break;
            well.Append(rune.ToString());
        }
        foreach (var rune in well.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var last = clean.Length == 0 ? ' ' : clean[^1];
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) { if (last != ' ') clean.Append(' '); }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Surrogate || rune.Value is >= 0xFE00 and <= 0xFE0F) { }
            else if (CardFonts.Has(rune)) clean.Append(rune.ToString());
            else if (last != '\uFFFD') clean.Append('\uFFFD');
        }
        return clean.ToString().Trim();
    }

    // No title is longer; the rest could not be seen.
    private const int Most = 600;

    // The lines of a text, or as many of them as show that there are more than are allowed.
    private static List<string> Break(string text, float width, int most, float size, bool bold, string language)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (lines.Count > most) return lines;
            if (Width((line + piece).TrimEnd(), size, bold, language) <= width) { line += piece; continue; }
            if (line.Length > 0) lines.Add(line.TrimEnd());
            line = piece;
            // A word that is wider than the line is cut.
            while (lines.Count <= most && Width(line.TrimEnd(), size, bold, language) > width)
            {
                var cut = Fit(line, width, size, bold, language);
                lines.Add(line[..cut]);
                line = line[cut..];
            }
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line.TrimEnd());
        return lines;
    }

    // Pieces between which a line may end: words with their space, and Chinese or Japanese characters, closing marks held to what is before and opening ones to what follows.
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        Rune? last = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (last is { } before && CanBreak(before, rune))
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(rune.ToString());
            last = rune;
        }
        if (piece.Length > 0) yield return piece.ToString();
    }

    private static bool CanBreak(Rune before, Rune after)
    {
        if (Rune.IsWhiteSpace(after) || Closing.Contains(after.ToString(), StringComparison.Ordinal) || Opening.Contains(before.ToString(), StringComparison.Ordinal)) return false;
        return Rune.IsWhiteSpace(before) || IsWide(before) || IsWide(after) || before.Value is '-' or '–' or '—' or '/';
    }

    private static bool IsWide(Rune rune) => rune.Value is >= 0x2E80 and <= 0xFFEF and not (>= 0xA000 and <= 0xF8FF) or >= 0x20000;

    private static string Shorten(string line, float width, float size, bool bold, string language)
    {
        while (line.Length > 2 && Width(line, size, bold, language) > width)
            line = line[..(line.Length - (char.IsLowSurrogate(line[^2]) ? 3 : 2))].TrimEnd() + "…";
        return line;
    }

    private static int Fit(string line, float width, float size, bool bold, string language)
    {
        var ends = new List<int>();
        foreach (var rune in line.EnumerateRunes()) ends.Add((ends.Count == 0 ? 0 : ends[^1]) + rune.Utf16SequenceLength);
        // A line is the wider the more characters it has; one is on it in any case.
        var (fits, tooMany) = (0, ends.Count);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            if (Width(line[..ends[middle]], size, bold, language) > width) tooMany = middle;
            else fits = middle;
        }
        return ends[fits];
    }
}
