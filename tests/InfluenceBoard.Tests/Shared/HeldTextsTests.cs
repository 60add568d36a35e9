using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Texts that are held say what the framework would read.</summary>
public sealed class HeldTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("en-GB")]
    [InlineData("zh-Hans")]
    [InlineData("")]
    public void Texts_EveryOne_IsThatOfTheFramework(string language)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        using var _ = Culture.Of(language);
        var read = services.GetRequiredService<IStringLocalizer<Texts>>();
        var held = new HeldTexts<Texts>();
        var keys = read.GetAllStrings(includeParentCultures: true).Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys, held.GetAllStrings(includeParentCultures: true).Select(t => t.Name).Order(StringComparer.Ordinal));
        object[] words = ["one", 2, 3.5m, "four", "five", "six"];
        Assert.All(keys, key => Assert.Equal((read[key].Value, read[key, words].Value), (held[key].Value, held[key, words].Value)));
    }

    [Fact]
    public void Texts_OneThatIsNotThere_SaysItsName()
    {
        var texts = new HeldTexts<Texts>();
        Assert.Equal(("no.such", true), (texts["no.such"].Value, texts["no.such"].ResourceNotFound));
        Assert.Equal(("no {0}", true), (texts["no {0}"].Value, texts["no {0}"].ResourceNotFound));
        Assert.Equal("no such", texts["no {0}", "such"].Value);
    }
}
