using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>A small seeds folder that a test may change: Japan's pledge to Kazakhstan, told by one page.</summary>
public sealed class SmallSeeds : IDisposable
{
    /// <summary>The text of the engagement file.</summary>
    public const string Engagements = """
        - id: japan-kazakhstan-pledge-2025
          title: Japan promises investment in Kazakhstan
          summary: The two governments signed documents and Japan named a sum.
          type: investment-pledge
          domains: [economy]
          status: signed
          date: "2025-12-18/2025-12-20"
          by: [JP]
          towards: [KZ]
          money:
            - id: japan-kazakhstan-3-7bn
              rung: pledge
              kind: investment
              direction: actor-to-host
              actor: JP
              host: KZ
              low: 3700000000
              high: 3700000000
              qualifier: exact
              currency: USD
              claims: [amount]
          claims:
            - key: happened
              property: happened
              value: documents signed
              source: ministry-page
              locator: excerpt
              attribution: article
              credibility: 1
            - key: amount
              property: amount
              about: japan-kazakhstan-3-7bn
              value: USD 3.7 billion
              source: ministry-page
              locator: excerpt
              attribution: article
              credibility: 2
        - id: japan-tajikistan-meeting-2025
          title: Japan and Tajikistan meet
          summary: The two foreign ministers met.
          type: meeting
          domains: [diplomacy]
          status: completed
          date: "2025-08"
          by: [JP]
          towards: [TJ]
          claims:
            - key: happened
              property: happened
              value: meeting held
              source: ministry-page
              locator: excerpt
              attribution: article
              credibility: 1

        """;

    private const string Parties = """
        - { id: JP, kind: state, slug: japan, roles: [country, actor], order: 3, iso3: JPN, numeric: "392", names: { en: Japan, zh-Hans: 日本 }, position: [138.2, 36.5] }
        - { id: KZ, kind: state, slug: kazakhstan, roles: [country], order: 6, iso3: KAZ, numeric: "398", names: { en: Kazakhstan, zh-Hans: 哈萨克斯坦 }, position: [67.3, 48.2] }
        - { id: TJ, kind: state, slug: tajikistan, roles: [country], order: 9, iso3: TJK, numeric: "762", names: { en: Tajikistan, zh-Hans: 塔吉克斯坦 }, position: [71.0, 38.6] }

        """;

    private const string Sources = """
        - id: ministry-page
          title: Page of a ministry
          publisher: Ministry of Foreign Affairs of Japan
          class: official-government
          language: en
          url: https://example.org/page
          date: "2025-12-20"
          reliability: B
          reliabilityReason: The host's own record.
          reviewed: "2026-01-05"
          readAs: excerpt

        """;

    private readonly TempFolder folder = new();

    public SmallSeeds()
    {
        Directory.CreateDirectory(folder.File("schemas"));
        foreach (var schema in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Seeds, "schemas"))) File.Copy(schema, System.IO.Path.Combine(folder.Path, "schemas", System.IO.Path.GetFileName(schema)));
        Write("parties.yaml", Parties);
        Write("sources.yaml", Sources);
        Write("engagements.yaml", Engagements);
    }

    /// <summary>The folder.</summary>
    public string Path => folder.Path;

    /// <summary>Writes a file of it.</summary>
    public void Write(string file, string text) => File.WriteAllText(folder.File(file), text);

    /// <summary>Replaces a text that stands in a file.</summary>
    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(folder.File(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    /// <summary>Line, from 1, on which a text first stands in a file.</summary>
    public int LineOf(string file, string text) => Array.FindIndex(File.ReadAllLines(folder.File(file)), l => l.Contains(text, StringComparison.Ordinal)) + 1;

    public void Dispose() => folder.Dispose();
}
