using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>Marks the resource files that every page shares: vocabulary, filter, money, dates, navigation.</summary>
public sealed class Texts;

/// <summary>Small forms over the shared texts.</summary>
public static class TextForms
{
    /// <summary>A word of the fixed vocabulary in the page's language.</summary>
    public static string Word<T>(this IStringLocalizer<Texts> texts, T value) where T : struct, Enum => texts[Keys<T>.Of[value]];

    /// <summary>A text with a count, in its singular form when the count is one.</summary>
    public static string Count(this IStringLocalizer texts, string key, int count) => count == 1 ? texts[key + ".one"] : texts[key, count];

    /// <summary>A list as words: "a, b or c".</summary>
    /// <param name="texts">The shared texts.</param>
    /// <param name="items">The items.</param>
    /// <param name="last">Key of the last joint: <c>list.or</c> or <c>list.and</c>.</param>
    public static string List(this IStringLocalizer<Texts> texts, IReadOnlyList<string> items, string last = "list.and")
    {
        if (items.Count < 2) return items.Count == 0 ? "" : items[0];
        var head = items.Take(items.Count - 1).Aggregate((a, b) => texts["list.comma", a, b]);
        return texts[last, head, items[^1]];
    }

    private static class Keys<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(T).Name)}.{Domain.Word.Of(v)}");
    }
}
