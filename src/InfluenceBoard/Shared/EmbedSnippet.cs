using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace InfluenceBoard.Shared;

/// <summary>What one puts into a page to show an embed there.</summary>
/// <param name="Address">Absolute address of the embed.</param>
/// <param name="Title">What it shows, for those who hear the page.</param>
/// <param name="Width">Width in pixels; null for as wide as there is room.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record EmbedSnippet(string Address, string Title, int? Width, int Height)
{
    /// <summary>What the frame may do: run the scripts that draw, save a chart, and open the board in a window of its own.</summary>
    public const string Sandbox = "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The frame as HTML, every value encoded.</summary>
    public string Frame => $"""<iframe src="{Html.Encode(Address)}" title="{Html.Encode(Title)}" width="{(Width is { } pixels ? pixels : "100%")}" height="{Height}" style="border:0;max-width:100%" loading="lazy" sandbox="{Sandbox}"></iframe>""";

    /// <summary>The frame, and the script that gives it the height of what is in it.</summary>
    /// <param name="origin">Scheme and host of the board.</param>
    public string WithScript(string origin) => $"""{Frame}{"\n"}<script src="{Html.Encode(origin)}/embed.js" async></script>""";
}
