using System.Net;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>The theme that a reader chose.</summary>
public sealed class ThemeTests(BoardServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Theme_WithoutAForm_IsABadRequestWithASentence()
    {
        var response = await server.Client.PostAsync("/preferences/theme", null, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("theme=light", await BoardServer.TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme=dark", "dark")]
    [InlineData("theme=light", "light")]
    [InlineData("theme=neon", null)]
    [InlineData("theme=\"><script>", null)]
    [InlineData(null, null)]
    public async Task Theme_Cookie_IsInTheFirstByteOfThePage(string? cookie, string? theme)
    {
        using var response = cookie is null ? await server.GetAsync("/countries/kazakhstan") : await server.GetAsync("/countries/kazakhstan", ("Cookie", cookie));
        Assert.Equal(theme, PageRules.Parse(await BoardServer.TextAsync(response)).DocumentElement.GetAttribute("data-theme"));
        Assert.Contains("Cookie", response.Headers.Vary);
    }

    [Theory]
    [InlineData("dark", "/countries/kazakhstan?type=visit", "/countries/kazakhstan?type=visit", "theme=dark")]
    [InlineData("light", "/", "/", "theme=light")]
    [InlineData("auto", "/sources", "/sources", "theme=;")]
    [InlineData("neon", "/sources", "/sources", "theme=;")]
    [InlineData("dark", "https://evil.example/", "/", "theme=dark")]
    [InlineData("dark", "//evil.example/", "/", "theme=dark")]
    [InlineData("dark", "/\\evil.example/", "/", "theme=dark")]
    [InlineData("dark", "javascript:alert(1)", "/", "theme=dark")]
    [InlineData("dark", "", "/", "theme=dark")]
    public async Task Theme_Form_KeepsTheChoiceAndStaysOnTheBoard(string theme, string back, string expected, string cookie)
    {
        using var response = await server.Client.PostAsync("/preferences/theme", new FormUrlEncodedContent([new("theme", theme), new("return", back)]), Cancel);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.OriginalString);
        Assert.StartsWith(cookie, Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }
}
