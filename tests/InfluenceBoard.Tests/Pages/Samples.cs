using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Addresses to try of each page. A page without one makes the tests fail.</summary>
public static partial class Samples
{
    private static readonly Dictionary<string, string[]> ByRoute = new()
    {
        ["/"] = ["/", "/?measure=pledged", "/?measure=share-china", "/?country=kazakhstan&actor=china", "/?domain=energy&from=2025-12", "/?zoom=day"],
        ["/countries"] = ["/countries"],
        ["/actors"] = ["/actors"],
        ["/countries/{}"] =
        [
            "/countries/japan", "/countries/vietnam", "/countries/kazakhstan", "/countries/uzbekistan", "/countries/kyrgyzstan", "/countries/tajikistan", "/countries/turkmenistan",
            "/countries/kazakhstan?actor=japan", "/countries/vietnam?type=visit&type=loan&reliability=B", "/countries/turkmenistan?from=2030", "/countries/kazakhstan?zoom=year",
        ],
        ["/actors/{}"] = ["/actors/china", "/actors/russia", "/actors/japan", "/actors/united-states", "/actors/united-states?rung=signed", "/actors/china?from=2030"],
        ["/engagements"] =
        [
            "/engagements", "/engagements?actor=china&group=country", "/engagements?country=kazakhstan&sort=-money", "/engagements?from=2025-12&group=year&sort=confidence", "/engagements?column=title&column=sources&size=100",
            "/engagements?country=turkmenistan&actor=russia", "/engagements?group=type&page=3",
        ],
        ["/search"] = ["/search", "/search?q=%E8%8B%8F%E6%9E%97", "/search?q=japan", "/search?q=japan&kind=engagement&page=2", "/search?q=xyzzy", "/search?q=%21%3F"],
        ["/money"] = ["/money", "/money?actor=japan", "/money?country=kazakhstan", "/money?country=turkmenistan&from=2030"],
        ["/compare"] =
        [
            "/compare", "/compare?measure=pledged", "/compare?actor=japan&measure=latest", "/compare?country=vietnam&country=kazakhstan&by=country", "/compare?actor=china&actor=russia&actor=japan&by=actor", "/compare?by=actor",
            "/compare?from=2030",
        ],
        ["/coverage"] = ["/coverage"],
        ["/engagements/{}"] =
        [
            "/engagements/tokyo-summit-2025", "/engagements/japan-kazakhstan-energy-metallurgy-pledge", "/engagements/uzbekistan-us-purchases-and-investment-2025",
            "/engagements/russia-vietnam-gas-pipeline-talks-2025", "/engagements/china-central-asia-support-2023", "/engagements/japan-vietnam-aid-2025",
        ],
        ["/moves"] = ["/moves", "/moves?asserted=others&relation=counters&relation=competes-with", "/moves?country=vietnam&domain=security", "/moves?from=2030-06"],
        ["/sources"] = ["/sources"],
        ["/sources/{}"] = ["/sources/tokyo-summit-article", "/sources/okinawa-hanoi-article", "/sources/caspian-policy-2025-11-08"],
        ["/people"] = ["/people", "/people?party=japan", "/people?party=laos"],
        ["/people/{}"] = ["/people/tokayev", "/people/to-lam", "/people/shoigu", "/people/noda"],
        ["/organisations"] = ["/organisations", "/organisations?party=china"],
        ["/organisations/{}"] = ["/organisations/asean", "/organisations/communist-party-of-vietnam", "/organisations/netease"],
        ["/places"] = ["/places", "/places?party=kazakhstan"],
        ["/places/{}"] = ["/places/tokyo", "/places/trans-caspian-corridor", "/places/washington", "/places/taiwan"],
        ["/changes"] = ["/changes", "/changes?since=2026-01-15", "/changes?since=2026-01-15T10:30Z&of=/countries", "/changes?actor=japan&page=2"],
        ["/methodology"] = ["/methodology"],
        ["/api"] = ["/api"],
        ["/data"] = ["/data"],
        ["/embed"] = ["/embed", "/embed?of=/countries/kazakhstan&view=timeline&zoom=year&theme=dark&width=480", "/embed?actor=japan&of=/money&title=off", "/embed?of=/engagements/tokyo-summit-2025"],
        ["/error"] = [],
        ["/not-found"] = [],
    };

    /// <summary>An address of each embed, and of some views of it.</summary>
    public static readonly string[] Embeds =
    [
        "/embed/map", "/embed/map?measure=pledged&country=kazakhstan&country=vietnam", "/embed/timeline", "/embed/timeline?country=vietnam&zoom=year", "/embed/chart?kind=ladder", "/embed/chart?kind=domains&actor=china",
        "/embed/chart?kind=heat&measure=latest", "/embed/countries/kazakhstan", "/embed/countries/japan?domain=energy", "/embed/actors/japan", "/embed/engagements/tokyo-summit-2025", "/embed/map?from=2030",
    ];

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
