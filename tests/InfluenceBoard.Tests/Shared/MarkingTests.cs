using InfluenceBoard.Data;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

/// <summary>What a search found, marked in the text as it is shown.</summary>
public sealed class MarkingTests
{
    private static string Mark(string text, string typed) => string.Concat(Marking.Of(text, SearchPhrase.Of(typed).Marks).Select(p => p.IsMarked ? $"[{p.Text}]" : p.Text));

    [Theory]
    [InlineData("Chủ tịch Tô Lâm", "to lam", "Chủ tịch [Tô] [Lâm]")]
    [InlineData("越南國家主席蘇林接待", "苏林", "越南國家主席[蘇林]接待")]
    [InlineData("Islamabad", "lam", "Is[lam]abad")]
    [InlineData("The US and Russia", "us", "The [US] and Russia")]
    [InlineData("rare earths", "rare earth", "[rare] [earth]s")]
    [InlineData("<b>bold</b>", "bold", "<b>[bold]</b>")]
    [InlineData("aaa", "aaa a", "[aaa]")]
    [InlineData("nothing here", "elsewhere", "nothing here")]
    [InlineData("", "x", "")]
    public void Of_Text_MarksWhatWasFoundAndNothingElse(string text, string typed, string marked) => Assert.Equal(marked, Mark(text, typed));

    [Fact]
    public void Of_AnyText_LosesNothingOfIt()
    {
        const string Text = "Đường sắt 鐵路 — 🚆 railway\u202E";
        Assert.Equal(Text, string.Concat(Marking.Of(Text, SearchPhrase.Of("duong 铁路 rail").Marks).Select(p => p.Text)));
    }

    [Fact]
    public void Excerpt_LongText_IsCutAroundTheFirstWordFound()
    {
        var text = string.Join(' ', Enumerable.Repeat("before", 60)) + " railway " + string.Join(' ', Enumerable.Repeat("after", 60));
        var excerpt = Marking.Excerpt(text, ["railway"]);
        Assert.Contains("railway", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 100, 230);
        Assert.StartsWith("… ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith(" …", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Excerpt_TextWithoutSpaces_IsNotCutInsideACharacter()
    {
        var text = string.Concat(Enumerable.Repeat("𠀀", 400)) + "鐵路" + string.Concat(Enumerable.Repeat("𠀀", 400));
        Assert.DoesNotContain(Marking.Excerpt(text, ["铁路"]).EnumerateRunes(), r => r == System.Text.Rune.ReplacementChar);
    }
}
