using System.Text;
using SkiaSharp;

namespace InfluenceBoard.Features.Cards;

/// <summary>The typefaces that the product carries (fonts/ beside the program); no other is ever used, so a card looks the same on every machine.</summary>
public static class CardFonts
{
    // Slices of the Chinese face with signs and traditional characters that the others lack.
    private static readonly string[] Slices = ["NotoSansSC26", "NotoSansSC73", "NotoSansSC90", "NotoSansSC100", "NotoSansSC109"];

    private static readonly Dictionary<(string Name, bool Bold), SKTypeface> Faces = new[] { "NotoSans", "NotoSansSC", "NotoSansJP" }.Concat(Slices)
        .SelectMany(name => new[] { true, false }.Select(bold => (Key: (name, bold), File: $"{name}-{(bold ? 700 : 400)}.{(name == "NotoSans" ? "ttf" : "woff")}")))
        .ToDictionary(f => f.Key, f => SKTypeface.FromFile(Path.Combine(AppContext.BaseDirectory, "fonts", f.File)) ?? throw new InvalidOperationException($"fonts/{f.File} is missing or no typeface."));

    /// <summary>Parts of a text by the typeface that draws them: Latin, Vietnamese and Cyrillic letters first, then the forms of the language.</summary>
    public static IEnumerable<(SKTypeface Face, string Text)> Runs(string text, bool bold, string language)
    {
        var order = Order(text, bold, language);
        SKTypeface? last = null;
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var face = last is not null && Rune.IsWhiteSpace(rune) ? last : Array.Find(order, f => f.ContainsGlyph(rune.Value)) ?? order[0];
            if (face != last && run.Length > 0)
            {
                yield return (last!, run.ToString());
                run.Clear();
            }
            last = face;
            run.Append(rune.ToString());
        }
        if (run.Length > 0) yield return (last!, run.ToString());
    }

    /// <summary>Whether a character can be drawn.</summary>
    public static bool Has(Rune rune) => Faces.Values.Any(f => f.ContainsGlyph(rune.Value));

    // Kana tell Japanese where no language is known.
    private static SKTypeface[] Order(string text, bool bold, string language)
    {
        var japanese = language.StartsWith("ja", StringComparison.Ordinal) || text.Any(c => c is >= '\u3041' and <= '\u30FA');
        string[] names = japanese ? ["NotoSans", "NotoSansJP", "NotoSansSC", .. Slices] : ["NotoSans", "NotoSansSC", "NotoSansJP", .. Slices];
        return [.. names.Select(n => Faces[(n, bold)])];
    }
}
