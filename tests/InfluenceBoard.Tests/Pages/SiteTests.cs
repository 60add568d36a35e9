using System.Net;
using AngleSharp.Dom;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>The whole site, link by link.</summary>
public sealed class SiteTests(BoardServer server)
{
    // Filters can be put together without end: filtered addresses are asked for, but their links are not followed.
    private const int MostAddresses = 3000;

    [Fact]
    public async Task Site_EveryLinkAndFragmentAndAsset_LeadsSomewhere()
    {
        var faults = new List<string>();
        var seen = Samples.Addresses.Where(a => !a.Contains('?')).ToHashSet(StringComparer.Ordinal);
        var waiting = new Queue<(string Address, string From)>(seen.Select(a => (a, "the samples")));
        var ids = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var fragments = new List<(string Address, string Id, string From)>();
        while (waiting.TryDequeue(out var next))
        {
            using var response = await server.Client.GetAsync(next.Address, TestContext.Current.CancellationToken);
            if (response.StatusCode != HttpStatusCode.OK) { faults.Add($"{next.Address}: {(int)response.StatusCode}, linked from {next.From}"); continue; }
            if (response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            if (next.Address.Contains('?')) continue;
            var page = PageRules.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            ids[next.Address] = Ids(page);
            // Every page is served in other formats; those of the samples are asked for.
            var isSample = Samples.Addresses.Contains(next.Address, StringComparer.Ordinal);

            faults.AddRange(PageRules.Broken(page, "en", isListed: true).Select(fault => $"{next.Address}: {fault}"));
            foreach (var link in Links(page).Concat(PageRules.Assets(page).Select(a => a.Address.StartsWith("data:", StringComparison.Ordinal) ? "" : a.Address)))
            {
                if (!Uri.TryCreate(new Uri(server.Client.BaseAddress!, next.Address), link, out var uri) || uri.Authority != server.Client.BaseAddress!.Authority || link == "") continue;
                // The base element makes every relative address one from the root.
                var address = link.StartsWith('/') || link.StartsWith("http", StringComparison.Ordinal) ? uri.PathAndQuery : new Uri(server.Client.BaseAddress!, link).PathAndQuery;
                if (!isSample && PageFormat.Divide(uri.AbsolutePath).Format is not null) continue;
                if (uri.Fragment.Length > 1) fragments.Add((address, Uri.UnescapeDataString(uri.Fragment[1..]), next.Address));
                if (seen.Count < MostAddresses && seen.Add(address)) waiting.Enqueue((address, next.Address));
            }
        }
        foreach (var address in fragments.Select(f => f.Address).Where(a => a.Contains('?')).Intersect(seen)) ids[address] = Ids(PageRules.Parse(await server.Client.GetStringAsync(address, TestContext.Current.CancellationToken)));
        Assert.True(seen.Count < MostAddresses, "The site has more addresses than the test looks at: raise the bound.");
        faults.AddRange(fragments.Where(f => ids.TryGetValue(f.Address, out var known) && !known.Contains(f.Id)).Select(f => $"{f.Address}#{f.Id}: no such place, linked from {f.From}").Distinct());
        Assert.True(ids.Keys.Count(a => a.StartsWith("/engagements/", StringComparison.Ordinal)) >= (await RealSeeds.ReadAsync()).Engagements.Count, "Not every engagement can be reached by links.");
        Assert.True(ids.Keys.Count(a => a.StartsWith("/sources/", StringComparison.Ordinal)) >= (await RealSeeds.ReadAsync()).Sources.Count, "Not every source can be reached by links.");
        Faults.None(faults);
    }

    private static HashSet<string> Ids(IDocument page) => [.. page.All.Select(e => e.Id).OfType<string>()];

    private static IEnumerable<string> Links(IDocument page) => page.QuerySelectorAll("a[href], link[rel=alternate]").Select(a => a.GetAttribute("href")!)
        .Where(href => !href.StartsWith("mailto:", StringComparison.Ordinal) && !href.StartsWith("webcal:", StringComparison.Ordinal));
}
