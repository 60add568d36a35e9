using System.Globalization;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Embeds;

/// <summary>What the address of the snippet page chooses.</summary>
/// <param name="Path">Path of the page that is embedded.</param>
/// <param name="Views">The embeds of that page.</param>
/// <param name="Chosen">The one of them that is shown.</param>
/// <param name="Own">The page's own parameters.</param>
/// <param name="AskedWidth">Width in pixels as text; empty for as wide as there is room.</param>
public sealed record EmbedChoice(string Path, IReadOnlyList<EmbedView> Views, EmbedView Chosen, IReadOnlyList<(string Name, string? Value)> Own, string Theme, string AskedWidth, bool IsTitled)
{
    public const string View = "view", Width = "width";

    /// <summary>Widths that are offered, in pixels.</summary>
    public static readonly IReadOnlyList<string> Widths = ["", "320", "480", "640", "800", "1000", "1200"];

    // Parameters of pages that embeds take too.
    private static readonly string[] Taken = [Urls.Measure, Urls.Zoom];

    /// <summary>Reads the choice; what it does not know becomes a notice.</summary>
    public static EmbedChoice Read(Reading reading)
    {
        var path = reading.Asked(Urls.Of) ?? "/";
        var views = EmbedView.At(path);
        if (views.Count == 0)
        {
            reading.Ignore(Urls.Of, path, "/, /countries/kazakhstan, /actors/japan, /engagements/…");
            (path, views) = ("/", EmbedView.At("/"));
        }
        var name = reading.AskedWord(View, [.. views.Select(v => v.About.Name)], views[0].About.Name);
        return new EmbedChoice(path, views, views.First(v => v.About.Name == name), [.. Taken.Select(n => (n, reading.Asked(n)))],
            reading.AskedWord(EmbedView.Theme, EmbedDocument.Themes, EmbedDocument.Themes[0]), reading.AskedWord(Width, [.. Widths], ""), reading.AskedWord(EmbedView.Title, EmbedDocument.OnOff, "on") == "on");
    }

    /// <summary>The page as the address names it; null for the overview.</summary>
    public string? Of => Path == "/" ? null : Path;

    /// <summary>What the address keeps.</summary>
    public IReadOnlyList<(string Name, string? Value)> Keep => [(Urls.Of, Of), (View, Chosen == Views[0] ? null : Chosen.About.Name), .. Own, .. Looks, (Width, AskedWidth)];

    private IEnumerable<(string Name, string? Value)> Looks => [(EmbedView.Theme, Theme == EmbedDocument.Themes[0] ? null : Theme), (EmbedView.Title, IsTitled ? null : "off")];

    /// <summary>Address of the embed on the board.</summary>
    public string Address(Reading reading) => Chosen.Address(reading, Path, Own, Looks);

    /// <summary>Address of the page that is embedded.</summary>
    public string PageAddress(Reading reading) => reading.Urls.Same(Path, reading.Filter, Own.Where(o => o.Name == Views[0].About.Own));

    /// <summary>The snippet.</summary>
    public EmbedSnippet Snippet(Reading reading, string title) => new(reading.Origin + Address(reading), title, AskedWidth == "" ? null : int.Parse(AskedWidth, CultureInfo.InvariantCulture), Chosen.About.Height);

    /// <summary>Title of the page that is embedded; null when there is none.</summary>
    public async Task<string?> TitleAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (type, key) = PageData.At(Path)!.Value;
        return (await ((PageData)services.GetRequiredService(type)).ReadAsync(key, cancel))?.Title;
    }
}
