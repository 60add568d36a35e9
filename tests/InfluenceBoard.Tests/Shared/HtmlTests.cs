using System.Text.Encodings.Web;
using System.Text.Unicode;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.RenderTree;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Markup that is written straight into text.</summary>
public sealed class HtmlTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static List<string> Pieces(Action<Html> write)
    {
        var html = new Html(Encoder);
        write(html);
        using var builder = new RenderTreeBuilder();
        html.End()(builder);
#pragma warning disable BL0006 // What is written are frames: there is no other way to see them one by one.
        var frames = builder.GetFrames();
        return [.. frames.Array.Take(frames.Count).Select(f => { Assert.Equal(RenderTreeFrameType.Markup, f.FrameType); return f.MarkupContent; })];
#pragma warning restore BL0006
    }

    private static string Written(Action<Html> write) => string.Concat(Pieces(write));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"x")]
    [InlineData("a & b 'c' \u0000 \ud83d\ude00 \ud83d 日本 Đường Қазақстан")]
    [InlineData("")]
    public void Gap_AnyText_IsEncodedAsAPageEncodesIt(string text) =>
        Assert.Equal($"<a title=\"{Encoder.Encode(text)}\">{Encoder.Encode(text)}</a>", Written(h => h.Add($"<a{h.Attribute("title", text)}>{text}</a>")));

    [Fact]
    public void Gaps_Calls_StandWhereTheyAreWritten() => Assert.Equal("<p><b>1</b> of <i>&lt;</i>-20</p>", Written(h => h.Add($"<p>{h.Add($"<b>{1}</b>")} of {h.Markup("<i>").Text("<").Markup("</i>")}{-20}</p>")));

    [Fact]
    public void Attribute_WithoutValue_IsLeftOut() => Assert.Equal("<a href=\"\">", Written(h => h.Add($"<a{h.Attribute("title", null)}{h.Attribute("href", "")}>")));

    [Fact]
    public void Text_OfAnyLength_IsWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => (i % 7) switch { 0 => "<", 1 => "\ud83d\ude00", 2 => "é", _ => "a" }));
        var markup = string.Concat(Enumerable.Repeat("<br>", 20_000));
        Assert.Equal(Encoder.Encode(text) + markup, Written(h => h.Text(text).Markup(markup)));
        // No piece is so large that it is kept among the large objects.
        Assert.All(Pieces(h => h.Text(text).Markup(markup)), piece => Assert.InRange(piece.Length, 1, 40_000));
    }

    [Fact]
    public void Markup_OfNothing_IsNothing() => Assert.Empty(Pieces(h => h.Add($"{""}{h}")));
}
