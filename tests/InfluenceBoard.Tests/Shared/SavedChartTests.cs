using System.Text.Json;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

/// <summary>The words inside a saved chart.</summary>
public sealed class SavedChartTests
{
    private static SavedChart Chart(string title, string path = "/countries/kazakhstan", Moment? asOf = null) =>
        SavedChart.Of(title, "All engagements.", "https://board.example/countries/kazakhstan", path, asOf, new DateOnly(2026, 11, 23), Localizers.Texts);

    [Fact]
    public void Source_NowAndAsOfADay_SaysBoardAddressAndDayInTheLanguage()
    {
        using (Culture.Of("en"))
        {
            Assert.Equal("InfluenceBoard · https://board.example/countries/kazakhstan · 23 November 2026", Chart("Money").Source);
            Assert.Equal("InfluenceBoard · https://board.example/countries/kazakhstan · as it stood on 15 January 2026", Chart("Money", asOf: new Moment(new DateOnly(2026, 1, 15))).Source);
        }
        using (Culture.Of("zh-Hans")) Assert.EndsWith("2026年1月15日 时的内容", Chart("Money", asOf: new Moment(new DateOnly(2026, 1, 15))).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Engagements by year", "engagements-by-year")]
    [InlineData("  What each actor’s engagements are about ", "what-each-actor-s-engagements-are-about")]
    [InlineData("Việt Nam & <Japan>", "viet-nam-japan")]
    [InlineData("各行为方的往来", "")]
    [InlineData("../..", "")]
    public void NameOf_AnyTitle_IsAsciiAndSafe(string title, string name) => Assert.Equal(name, SavedChart.NameOf(title));

    [Theory]
    [InlineData("各行为方的往来", "/countries/kazakhstan", "countries-kazakhstan")]
    [InlineData("各行为方的往来", "/", "influenceboard")]
    public void Name_TitleWithoutLatinLetters_IsThatOfThePage(string title, string path, string name) => Assert.Equal(name, Chart(title, path).Name);

    [Fact]
    public void Charts_EveryUse_IsWrittenByTheFrame() =>
        Assert.Equal(["src/InfluenceBoard/Shared/ChartFrame.razor"], Repository.Files("src/InfluenceBoard", ".razor").Where(f => Repository.Read(f).Contains("<ib-chart", StringComparison.Ordinal)).Select(f => f.Replace('\\', '/')));

    [Fact]
    public void NameOf_LongTitle_IsCut() => Assert.InRange(SavedChart.NameOf(string.Concat(Enumerable.Repeat("amount ", 40))).Length, 60, 80);

    [Fact]
    public void ToJson_Words_AreThoseThatTheElementReads()
    {
        using var _ = Culture.Of("en");
        using var json = JsonDocument.Parse(Chart("A <b> & \"c\"").ToJson());
        Assert.Equal(["title", "filter", "source", "name", "texts"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("A <b> & \"c\"", json.RootElement.GetProperty("title").GetString());
        Assert.Equal(["save", "svg", "png"], json.RootElement.GetProperty("texts").EnumerateObject().Select(p => p.Name));
    }
}
