using CsCheck;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

public sealed class FilterWordsTests : IAsyncLifetime
{
    private FilterWords words = null!;

    private static readonly BoardFilter Rich = new()
    {
        Countries = ["KZ", "UZ"], Actors = ["CN"], Topics = [Topic.Energy], Types = [EngagementType.Loan], Statuses = [Status.Signed], Rungs = [Rung.Pledge],
        From = new DateOnly(2025, 11, 1), To = new DateOnly(2025, 12, 31), Reliability = Reliability.B,
    };

    public async ValueTask InitializeAsync() => words = new FilterWords(Localizers.Texts, await RealSeeds.PartiesAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Sentence_NoFilter_SaysAll()
    {
        using (Culture.Of("en")) Assert.Equal("All engagements.", words.Sentence(BoardFilter.None));
        using (Culture.Of("zh-Hans")) Assert.Equal("全部往来记录。", words.Sentence(BoardFilter.None));
    }

    [Fact]
    public void Sentence_English_NamesEveryValue()
    {
        using var _ = Culture.Of("en");
        Assert.Equal("Engagements of China with Kazakhstan or Uzbekistan about energy, of type loan, with status signed, with money on the rung pledge, between 1 November 2025 and 31 December 2025, told by at least one source rated B or better.",
            words.Sentence(Rich));
    }

    [Fact]
    public void Sentence_Chinese_IsChineseThroughout()
    {
        using var _ = Culture.Of("zh-Hans");
        var sentence = words.Sentence(Rich);
        Assert.Contains("中国", sentence, StringComparison.Ordinal);
        Assert.Contains("哈萨克斯坦或乌兹别克斯坦", sentence, StringComparison.Ordinal);
        Assert.EndsWith("。", sentence, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-zA-Z]{2}", sentence);
    }

    [Fact]
    public void Chips_AnyFilter_OneForEachValueAndItsRestIsTheOthers() => Filters.Any.Sample(filter =>
    {
        var chips = words.Chips(filter);
        Assert.Equal(filter.Query().Select(p => p.Name), chips.Select(c => c.Name));
        Assert.All(chips, c => { Assert.NotEmpty(c.Label); Assert.Equal(filter.Query().Count - 1, c.Rest.Query().Count); });
        Assert.NotEmpty(words.Sentence(filter));
    }, iter: 50);
}
