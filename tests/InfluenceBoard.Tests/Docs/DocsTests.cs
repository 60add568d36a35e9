using System.Text.RegularExpressions;
using InfluenceBoard.App;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Engagements;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Pages;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Docs;

/// <summary>What has no entry in the documentation does not pass.</summary>
public sealed partial class DocsTests(BoardServer server)
{
    private static readonly string[] OfEveryRecord = ["VersionId", "Id", "KnownFrom", "KnownTo", "ChangeId", "Hash"], OfEveryPart = ["VersionId", "Order"];

    private static bool Names(string text, string word) => text.Contains($"`{word}`", StringComparison.Ordinal);

    [Fact]
    public void UrlState_EveryParameter_HasAnEntry()
    {
        var text = Repository.Read("docs", "url-state.md");
        // Every constant text of the classes that name parameters is the name of one.
        var names = new[] { typeof(Urls), typeof(FilterQuery), typeof(EngagementsView) }.SelectMany(t => t.GetFields().Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!));
        Faults.None(names.Append(Reading.ThemeCookie).Where(name => !Names(text, name)));
    }

    [Fact]
    public void UrlState_EveryPage_HasAnEntry()
    {
        var text = Parameter().Replace(Repository.Read("docs", "url-state.md"), "{}");
        Faults.None(Samples.Routes.Where(route => route is not "/error" and not "/not-found" && !text.Contains($"`{route}`", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DataDictionary_EveryTableAndColumn_HasAnEntry()
    {
        var text = Repository.Read("docs", "data-dictionary.md");
        var missing = new List<string>();
        await using var db = await server.OpenAsync();
        // What is asked of a function has no table.
        foreach (var entity in db.Model.GetEntityTypes().Where(e => !string.IsNullOrEmpty(e.GetTableName())))
        {
            var table = entity.GetTableName()!;
            if (Section(text, table) is not { } section) { missing.Add(table); continue; }
            var shared = typeof(Versioned).IsAssignableFrom(entity.ClrType) ? OfEveryRecord : typeof(EngagementPart).IsAssignableFrom(entity.ClrType) ? OfEveryPart : [];
            missing.AddRange(entity.GetProperties().Select(p => p.GetColumnName()).Where(column => !Names(shared.Contains(column) ? text : section, column)).Select(column => $"{table}.{column}"));
        }
        Faults.None(missing);
    }

    [Fact]
    public void DataDictionary_EveryWordOfTheVocabulary_HasAnEntry()
    {
        var text = Repository.Read("docs", "data-dictionary.md");
        Faults.None(new[]
        {
            Word.All<Rung>(), Word.All<MoneyKind>(), Word.All<Direction>(), Word.All<Qualifier>(), Word.All<EngagementType>(), Word.All<Topic>(), Word.All<Status>(), Word.All<PartyRole>(),
            Word.All<PublisherClass>(), Word.All<Reliability>(), Word.All<Rank>(), Word.All<ClaimProperty>(), Word.All<Relation>(), Word.All<AssertedBy>(), Word.All<StanceKind>(),
        }.SelectMany(words => words).Distinct().Where(word => !Names(text, word)));
    }

    [Fact]
    public void SeedsReadme_EveryKindOfRecord_HasAnEntry()
    {
        var text = Repository.Read("seeds", "README.md");
        var kinds = Directory.EnumerateFileSystemEntries(Repository.Seeds).Select(e => Path.GetFileNameWithoutExtension(e)).Where(kind => kind != "README");
        Faults.None(kinds.Where(kind => !Names(text, kind) && !Names(text, kind + "/") && !Names(text, kind + ".yaml")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_EveryOne_HasAnEntry()
    {
        var text = string.Concat(Repository.Files("docs", ".md").Append("README.md").Select(f => Repository.Read(f)));
        Faults.None(typeof(BoardOptions).GetProperties().Select(p => p.Name).Where(name => !Names(text, $"{BoardOptions.Section}:{name}") && !Names(text, $"{BoardOptions.Section}__{name}")));
    }

    [Fact]
    public void Methodology_EveryRungAndRule_HasAnEntry()
    {
        var text = Repository.Read("docs", "methodology.md");
        Faults.None(Word.All<Rung>().Where(rung => !text.Contains(rung, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Documents_EveryLinkInsideTheCheckout_LeadsSomewhere()
    {
        var documents = Repository.Files("docs", ".md").Append("seeds/README.md").Concat(Directory.EnumerateFiles(Repository.Root, "*.md").Select(f => Path.GetFileName(f)));
        Faults.None(documents.SelectMany(file => Link().Matches(Repository.Read(file)).Select(m => m.Groups[1].Value).Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(to => to.Split('#')[0] is { Length: > 0 } path && !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file) ?? "", Uri.UnescapeDataString(path)))).Select(to => $"{file}: {to}")));
    }

    // From the heading that names the table to the next heading of its level.
    private static string? Section(string text, string table)
    {
        var heading = Regex.Match(text, $@"^(#+) .*\b{table}\b.*$", RegexOptions.Multiline);
        if (!heading.Success) return null;
        var rest = text[heading.Index..];
        var end = Regex.Match(rest[heading.Length..], $@"^#{{1,{heading.Groups[1].Length}}} ", RegexOptions.Multiline);
        return end.Success ? rest[..(heading.Length + end.Index)] : rest;
    }

    [GeneratedRegex(@"\{[^}\s]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
