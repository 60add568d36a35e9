using Deque.AxeCore.Commons;
using InfluenceBoard.Tests.Support;
using Microsoft.Playwright;

namespace InfluenceBoard.BrowserTests.Support;

/// <summary>Axe in the page itself: by way of its own package it opens a window for each look, and describes everything that is right, which takes three times as long.</summary>
/// <remarks>Frames are documents of their own, which their own tests look at. Without the styles preloaded two rules say nothing, on a locked orientation and on sound that plays by itself:
/// preloading copies the styles of shadow roots into style elements, which the policy refuses.</remarks>
public static class Axe
{
    private const string Run = """
        (part, [only, without]) => axe.run(part, { resultTypes: ['violations'], preload: false, iframes: false, ...(only.length ? { runOnly: { type: 'rule', values: only } } : {}), rules: Object.fromEntries(without.map(r => [r, { enabled: false }])) })
          .then(r => r.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html} ${n.any.map(c => c.message).join(' ')}`)))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Fails when axe finds a violation.</summary>
    /// <param name="part">The part of a page that is looked at.</param>
    /// <param name="only">The only rules that are applied; all when none is named.</param>
    /// <param name="without">Rules that are not applied.</param>
    public static async Task FindsNothingAsync(ILocator part, string[]? only = null, params string[] without)
    {
        await part.Page.EvaluateAsync(Script);
        Faults.None(await part.EvaluateAsync<string[]>(Run, new[] { only ?? [], without }));
    }
}
