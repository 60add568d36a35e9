using CsCheck;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Every address that was ever shared. A line is never taken out.</summary>
public sealed class UrlMigrationsTests
{
    [Theory]
    [InlineData("/country/kazakhstan", "/countries/kazakhstan")]
    [InlineData("/actor/china", "/actors/china")]
    [InlineData("/engagement/tokyo-summit-2025", "/engagements/tokyo-summit-2025")]
    [InlineData("/source/tokyo-summit-article", "/sources/tokyo-summit-article")]
    [InlineData("/person/tokayev", "/people/tokayev")]
    [InlineData("/organisation/asean", "/organisations/asean")]
    [InlineData("/place/tokyo", "/places/tokyo")]
    public void Apply_EarlierAddress_IsTheOneOfToday(string earlier, string today) => Assert.Equal(today, UrlMigrations.Apply(earlier));

    [Theory]
    [InlineData("/")]
    [InlineData("/countries/kazakhstan")]
    [InlineData("/actors/china")]
    [InlineData("/engagements/tokyo-summit-2025")]
    [InlineData("/sources")]
    [InlineData("/sources/tokyo-summit-article")]
    [InlineData("/methodology")]
    [InlineData("/people")]
    [InlineData("/people/tokayev")]
    [InlineData("/organisations/asean")]
    [InlineData("/places/tokyo")]
    public void Apply_AddressOfToday_Stays(string today) => Assert.Equal(today, UrlMigrations.Apply(today));

    [Fact]
    public void Apply_AnyPath_IsStable() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.OneOf("/country/", "/actor/", "/engagement/", "/source/", "/person/", "/place/", "/countries/"), Gen.String, (a, b) => a + b)).Sample(path => UrlMigrations.Apply(UrlMigrations.Apply(path)) == UrlMigrations.Apply(path));
}
