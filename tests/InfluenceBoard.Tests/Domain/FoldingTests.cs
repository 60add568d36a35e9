using InfluenceBoard.Domain;

namespace InfluenceBoard.Tests.Domain;

/// <summary>Spellings of one word that are folded together, and ones that are not.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("Tô Lâm", "to lam")]
    [InlineData("TO LAM", "to lam")]
    [InlineData("Đường sắt", "duong sat")]
    [InlineData("Phạm Minh Chính", "pham minh chinh")]
    [InlineData("Шойгу", "шоигу")]
    [InlineData("ё", "е")]
    [InlineData("Тоқаев", "токаев")]
    [InlineData("蘇林", "苏林")]
    [InlineData("東京宣言", "东京宣言")]
    [InlineData("沢", "泽")]
    [InlineData("F-15", "f 15")]
    [InlineData("ＡＢＣ１２", "abc12")]
    [InlineData("Oʻzbekiston", "ozbekiston")]
    [InlineData("Xi'an", "xian")]
    [InlineData("  a\t\n b  ", "a b")]
    [InlineData("日本、越南。", "日本 越南")]
    [InlineData("", "")]
    [InlineData("—…!?😀", "")]
    [InlineData("한국", "한국")]
    public void Fold_Text_IsInOneForm(string text, string folded) => Assert.Equal(folded, Folding.Fold(text).Text);

    [Theory]
    [InlineData("Toqaev", "Tokayev")]
    [InlineData("苏林", "苏州")]
    [InlineData("China", "Japan")]
    public void Fold_OtherWords_StayApart(string one, string other) => Assert.NotEqual(Folding.Fold(one).Text, Folding.Fold(other).Text);

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\uD800x")]
    [InlineData("x\uDC00")]
    [InlineData("\u202Eabc\u202C")]
    [InlineData("a\u0301\u0301\u0301")]
    public void Fold_HostileText_IsFoldedWithPlacesInsideIt(string text)
    {
        var folded = Folding.Fold(text);
        Assert.Equal(folded.Text.Length, folded.From.Count);
        Assert.All(folded.From.Zip(folded.To), p => Assert.True(0 <= p.First && p.First <= p.Second && p.Second <= text.Length));
    }

    [Fact]
    public void Fold_Places_LeadBackToTheOriginal()
    {
        const string Text = "Chủ tịch Tô Lâm";
        var folded = Folding.Fold(Text);
        var at = folded.Text.IndexOf("to lam", StringComparison.Ordinal);
        Assert.Equal("Tô Lâm", Text[folded.From[at]..folded.To[at + 5]]);
    }

    [Theory]
    [InlineData("苏林", "\u0001苏\u0001林\u0001")]
    [InlineData("日本f", "\u0001日\u0001本\u0001f")]
    [InlineData("a 日", "a \u0001日\u0001")]
    [InlineData("abc", "abc")]
    public void Joined_Ideographs_StandBetweenJoints(string folded, string joined) => Assert.Equal(joined, Folding.Joined(folded));

    [Fact]
    public void ForIndex_Texts_StandApartBetweenSpaces() => Assert.Equal(" to lam  \u0001苏\u0001林\u0001 ", Folding.ForIndex(["Tô Lâm", null, "苏林", "蘇林", ""]));
}
