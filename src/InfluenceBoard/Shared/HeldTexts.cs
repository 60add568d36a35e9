using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>The texts of a resource file, read once for each language: a page asks for thousands, and they change with the program alone.</summary>
/// <typeparam name="TResource">Type whose full name the file has.</typeparam>
public sealed class HeldTexts<TResource> : IStringLocalizer<TResource>
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, Held>> Languages = new(StringComparer.Ordinal);

    public LocalizedString this[string name] => All.TryGetValue(name, out var held) ? held.Text : new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments] => All.TryGetValue(name, out var held)
        ? new LocalizedString(name, held.Pattern is { } pattern ? string.Format(CultureInfo.CurrentCulture, pattern, arguments) : held.Text.Value)
        : new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, name, arguments), resourceNotFound: true);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => All.Values.Select(h => h.Text);

    private static FrozenDictionary<string, Held> All => Languages.GetOrAdd(CultureInfo.CurrentUICulture.Name, static name => Read(CultureInfo.GetCultureInfo(name)));

    // From the default language to the wanted one, so that the nearest text stands.
    private static FrozenDictionary<string, Held> Read(CultureInfo culture)
    {
        var resources = new ResourceManager(typeof(TResource).FullName!, typeof(TResource).Assembly);
        var texts = new Dictionary<string, Held>(StringComparer.Ordinal);
        var nearer = new Stack<CultureInfo>();
        for (; !culture.Equals(CultureInfo.InvariantCulture); culture = culture.Parent) nearer.Push(culture);
        foreach (var one in nearer.Prepend(CultureInfo.InvariantCulture))
            foreach (var (name, text) in resources.GetResourceSet(one, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>().Select(e => ((string)e.Key, e.Value as string)) ?? [])
                if (text is not null) texts[name] = new Held(new LocalizedString(name, text), text.AsSpan().ContainsAny('{', '}') ? CompositeFormat.Parse(text) : null);
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A text.</summary>
    /// <param name="Text">The text as it stands.</param>
    /// <param name="Pattern">The text with its gaps; null when it has none.</param>
    private sealed record Held(LocalizedString Text, CompositeFormat? Pattern);
}
