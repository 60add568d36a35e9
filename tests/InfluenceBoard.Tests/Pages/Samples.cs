using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Addresses to try of each page. A page without one makes the tests fail.</summary>
public static partial class Samples
{
    private static readonly Dictionary<string, string[]> ByRoute = new()
    {
        ["/"] = ["/", "/?measure=pledged", "/?measure=share-china", "/?country=kazakhstan&actor=china", "/?domain=energy&from=2025-12"],
        ["/countries/{}"] =
        [
            "/countries/japan", "/countries/vietnam", "/countries/kazakhstan", "/countries/uzbekistan", "/countries/kyrgyzstan", "/countries/tajikistan", "/countries/turkmenistan",
            "/countries/kazakhstan?actor=japan", "/countries/vietnam?type=visit&type=loan&reliability=B", "/countries/turkmenistan?from=2030",
        ],
        ["/actors/{}"] = ["/actors/china", "/actors/russia", "/actors/japan", "/actors/united-states", "/actors/united-states?rung=signed", "/actors/china?from=2030"],
        ["/engagements/{}"] =
        [
            "/engagements/tokyo-summit-2025", "/engagements/japan-kazakhstan-energy-metallurgy-pledge", "/engagements/uzbekistan-us-purchases-and-investment-2025",
            "/engagements/russia-vietnam-gas-pipeline-talks-2025", "/engagements/china-central-asia-support-2023", "/engagements/japan-vietnam-aid-2025",
        ],
        ["/sources"] = ["/sources"],
        ["/sources/{}"] = ["/sources/tokyo-summit-article", "/sources/okinawa-hanoi-article", "/sources/caspian-policy-2025-11-08"],
        ["/people"] = ["/people", "/people?party=japan", "/people?party=laos"],
        ["/people/{}"] = ["/people/tokayev", "/people/to-lam", "/people/shoigu", "/people/noda"],
        ["/organisations"] = ["/organisations", "/organisations?party=china"],
        ["/organisations/{}"] = ["/organisations/asean", "/organisations/communist-party-of-vietnam", "/organisations/netease"],
        ["/places"] = ["/places", "/places?party=kazakhstan"],
        ["/places/{}"] = ["/places/tokyo", "/places/trans-caspian-corridor", "/places/washington", "/places/taiwan"],
        ["/methodology"] = ["/methodology"],
        ["/error"] = [],
        ["/not-found"] = [],
    };

    /// <summary>Every route of the board with its parameters nameless.</summary>
    public static IReadOnlyList<string> Routes { get; } =
        [.. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes(typeof(RouteAttribute), false).Cast<RouteAttribute>()).Select(r => Parameter().Replace(r.Template, "{}")).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Routes that no sample is given for.</summary>
    public static IEnumerable<string> Missing => Routes.Where(r => !ByRoute.ContainsKey(r));

    /// <summary>Sample routes that the board does not have.</summary>
    public static IEnumerable<string> Gone => ByRoute.Keys.Where(r => !Routes.Contains(r));

    /// <summary>Every address to try.</summary>
    public static IEnumerable<string> Addresses => ByRoute.SelectMany(r => r.Value);

    /// <summary>One address of each page.</summary>
    public static IEnumerable<string> OneOfEach => ByRoute.Values.Where(v => v.Length > 0).Select(v => v[0]);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
