using System.Text.RegularExpressions;
using System.Xml.Linq;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Every text in both languages, every word of the vocabulary with a text, and no text asked for that is not there.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> EnglishFiles => [.. Repository.Files("src/InfluenceBoard", ".resx").Where(f => !f.EndsWith(".zh-Hans.resx", StringComparison.Ordinal))];

    private static Dictionary<string, string> Read(string file)
    {
        var entries = XDocument.Parse(Repository.Read(file)).Root!.Elements("data").Select(d => (Key: d.Attribute("name")!.Value, Value: d.Element("value")?.Value ?? "")).ToList();
        Faults.None(entries.GroupBy(e => e.Key).Where(g => g.Count() > 1).Select(g => $"{file}: {g.Key} stands twice"));
        return entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(EnglishFiles))]
    public void Texts_BothLanguages_HaveTheSameKeysValuesAndPlaceholders(string file)
    {
        var english = Read(file);
        var chinese = Read(file.Replace(".resx", ".zh-Hans.resx", StringComparison.Ordinal));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Faults.None(english.Concat(chinese).Where(e => string.IsNullOrWhiteSpace(e.Value)).Select(e => e.Key));
        Faults.None(english.Where(e => !Placeholders(e.Value).SequenceEqual(Placeholders(chinese[e.Key]))).Select(e => $"{e.Key}: {e.Value} / {chinese[e.Key]}"));
    }

    [Fact]
    public void Texts_EveryWordOfTheVocabulary_HasOne()
    {
        var texts = Read("src/InfluenceBoard/Shared/Texts.resx").Keys.ToHashSet(StringComparer.Ordinal);
        string[] wanted =
        [
            .. Keys<Rung>("rung"), .. Keys<MoneyKind>("money-kind"), .. Keys<Direction>("direction"), .. Keys<Qualifier>("qualifier"), .. Keys<EngagementType>("engagement-type"), .. Keys<Topic>("topic"),
            .. Keys<Status>("status"), .. Keys<PartyRole>("party-role"), .. Keys<PublisherClass>("publisher-class"), .. Keys<Reliability>("reliability"), .. Keys<Rank>("rank"),
            .. Keys<ClaimProperty>("claim-property"), .. Keys<Relation>("relation"), .. Keys<AssertedBy>("asserted-by"), .. Keys<StanceKind>("stance-kind"), .. Keys<TotalRole>("total.role"),
            .. Enumerable.Range(1, 6).Select(n => $"credibility.{n}"), .. FilterQuery.Names.Except(["from", "to"]).Select(n => $"filter.{n}"),
        ];
        Faults.None(wanted.Where(k => !texts.Contains(k)));
    }

    [Fact]
    public async Task Texts_EveryUnitOfTheSeeds_HasOne()
    {
        var texts = Read("src/InfluenceBoard/Shared/Texts.resx");
        Faults.None((await RealSeeds.ReadAsync()).Indicators.Select(i => i.Unit).Distinct().Where(u => u != "other" && !texts.ContainsKey($"unit.{u}")));
    }

    [Fact]
    public void Texts_EveryKeyThatThePagesAskFor_IsThere()
    {
        var shared = Read("src/InfluenceBoard/Shared/Texts.resx").Keys.ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var file in Repository.Files("src/InfluenceBoard", ".cs", ".razor").Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal)))
        {
            var source = Repository.Read(file);
            var own = OwnTexts().Match(source + Beside(file)) is { Success: true } match && Directory.EnumerateFiles(Repository.Source, match.Groups[1].Value + ".resx", SearchOption.AllDirectories).FirstOrDefault() is { } resx
                ? Read(Path.GetRelativePath(Repository.Root, resx)).Keys.ToHashSet(StringComparer.Ordinal) : [];
            missing.AddRange(Asked().Matches(source).Where(m => !(m.Groups[1].Value == "L" ? own : shared).Contains(m.Groups[2].Value)).Select(m => $"{file}: {m.Groups[1].Value}[\"{m.Groups[2].Value}\"]"));
            missing.AddRange(Counted().Matches(source).SelectMany(m => new[] { m.Groups[2].Value, m.Groups[2].Value + ".one" }.Where(k => !(m.Groups[1].Value == "L" ? own : shared).Contains(k))).Select(k => $"{file}: {k}"));
        }
        Faults.None(missing);
    }

    // The localizer of a page may be declared in the other half of its class.
    private static string Beside(string file) => file.EndsWith(".razor", StringComparison.Ordinal) && File.Exists(Path.Combine(Repository.Root, file + ".cs")) ? Repository.Read(file + ".cs")
        : file.EndsWith(".razor.cs", StringComparison.Ordinal) ? Repository.Read(file[..^3]) : "";

    private static IEnumerable<string> Keys<T>(string prefix) where T : struct, Enum => Word.All<T>().Select(word => $"{prefix}.{word}");

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(\w+)>\s+L\b")]
    private static partial Regex OwnTexts();

    [GeneratedRegex("""\b(T|L|texts)\["([^"{}]+)"[\],]""")]
    private static partial Regex Asked();

    [GeneratedRegex("""\b(T|L|texts)\.Count\("([^"{}]+)",""")]
    private static partial Regex Counted();
}
