using System.Net;
using System.Text.RegularExpressions;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Style and code for the browser.</summary>
public sealed class AssetTests(BoardServer server)
{
    [Fact]
    public async Task Style_RulesOfMudBlazorForWhatIsOnThePages_AreAllInTheSubset()
    {
        var (whole, subset) = (Rules(await BoardServer.TextAsync(await server.GetAsync("/_content/MudBlazor/MudBlazor.min.css"))), Rules(await BoardServer.TextAsync(await server.GetAsync("/dist/board.css"))));
        var worn = new HashSet<string>();
        foreach (var address in Samples.OneOfEach.Append("/nowhere").Append("/countries/turkmenistan?from=2030&type=visits")) worn.UnionWith(PageRules.Parse(await BoardServer.TextAsync(await server.GetAsync(address))).All.SelectMany(e => e.ClassList));
        var kept = subset.SelectMany(r => r).ToHashSet();
        Assert.Contains("mud-typography", kept);
        Faults.None(whole.Where(r => r.Count > 0 && r.IsSubsetOf(worn) && !r.IsSubsetOf(kept)).Select(r => string.Join(' ', r)).Distinct());

        // The classes that each selector asks for.
        static List<HashSet<string>> Rules(string css) => [.. Regex.Matches(css, @"([^{}]+)\{").SelectMany(m => Regex.Replace(m.Groups[1].Value, @":not\([^)]*\)", "").Split(','))
            .Select(selector => Regex.Matches(selector, @"\.(-?[A-Za-z_][\w-]*)").Select(m => m.Groups[1].Value).ToHashSet())];
    }

    [Fact]
    public async Task Script_LoadedOnDemand_IsNamedAfterItsContentAndKeptForGood()
    {
        var parts = Regex.Matches(await BoardServer.TextAsync(await server.GetAsync("/dist/board.js")), @"import\(""\./([a-z-]+-[A-Z0-9]{8}\.js)""\)").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["chart-save", "chart-view", "map-view"], parts.Select(p => p[..^12]).Order());
        foreach (var part in parts)
        {
            using var response = await server.GetAsync("/dist/" + part);
            Assert.Equal((HttpStatusCode.OK, "max-age=31536000, immutable"), (response.StatusCode, response.Headers.CacheControl?.ToString()));
        }
        Assert.Equal("no-cache", (await server.GetAsync("/dist/board.js")).Headers.CacheControl?.ToString());
    }
}
