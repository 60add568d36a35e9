using System.Text;
using System.Xml;

namespace InfluenceBoard.Shared;

/// <summary>Texts of any origin for formats that are XML.</summary>
public static class CleanText
{
    /// <summary>A text without what XML 1.0 has no place for: most control characters, half surrogate pairs, U+FFFE and U+FFFF.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        return clean.ToString();
    }
}
