using System.Text;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Ids and names.</summary>
public static class Names
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The id of a generated record: known from its number alone, and in no order, like those that people give.</summary>
    public static string Id(string kind, long number)
    {
        Span<char> tail = stackalloc char[7];
        // An odd factor and shifts by 17 and more: every number below 2^35 gives another.
        var mixed = (ulong)number * 0x2545F4915Bul + 0x1A2B3C4D5ul & ((1ul << 35) - 1);
        mixed ^= mixed >> 18;
        mixed = mixed * 0x369DEA0F31ul & ((1ul << 35) - 1);
        for (var i = 6; i >= 0; i--, mixed >>= 5) tail[i] = Digits[(int)(mixed & 31)];
        var word = WordLists.Latin[(int)(Digits.IndexOf(tail[1], StringComparison.Ordinal) % WordLists.Latin.Length)];
        return $"{char.ToLowerInvariant(word[0])}{word[1..]}-{kind}-{tail}";
    }

    /// <summary>A name in English and in scripts of others.</summary>
    public static (string Name, SortedDictionary<string, string> Others) Make(ref Rng rng, bool isPerson)
    {
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (rng.Happens(0.2))
        {
            var name = rng.Pick(isPerson ? WordLists.Vietnamese : WordLists.VietnamesePlaces);
            others["vi"] = name;
            return (Plain(name), others);
        }
        var (first, last) = (rng.Below(WordLists.Latin.Length), rng.Below(WordLists.LatinEnds.Length));
        others["ru"] = WordLists.Cyrillic[first] + WordLists.CyrillicEnds[last];
        others["zh-Hans"] = WordLists.Chinese[first] + WordLists.ChineseEnds[last];
        if (rng.Happens(0.3)) others["ja"] = WordLists.Japanese[first] + WordLists.ChineseEnds[last];
        var latin = WordLists.Latin[first] + WordLists.LatinEnds[last];
        return (isPerson ? $"{latin} {WordLists.Latin[rng.Below(WordLists.Latin.Length)]}" : latin, others);
    }

    // "Nguyễn Văn Đức" as English pages write it.
    private static string Plain(string name) =>
        new([.. name.Normalize(NormalizationForm.FormD).Where(c => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark).Select(c => c switch { 'đ' => 'd', 'Đ' => 'D', _ => c })]);
}
