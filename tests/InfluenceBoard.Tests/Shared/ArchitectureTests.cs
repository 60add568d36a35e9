using System.Text.RegularExpressions;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Shared;

/// <summary>The boundaries that projects would hold in a larger program.</summary>
public sealed partial class ArchitectureTests
{
    private static IEnumerable<(string File, string Code)> Sources(string folder = "") =>
        Repository.Files(Path.Combine("src/InfluenceBoard", folder), ".cs", ".razor").Select(f => (f["src/InfluenceBoard/".Length..], Comment().Replace(Repository.Read(f), "")));

    [Fact]
    public void Domain_Sources_KnowNeitherDatabaseNorWebNorTheRestOfTheBoard() =>
        Faults.None(Sources("Domain").SelectMany(s => Foreign().Matches(s.Code).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Features_Sources_UseNoOtherFeature() =>
        Faults.None(Sources("Features").SelectMany(s => FeatureName().Matches(s.Code).Where(m => s.File.Split('/') is not ["Features", var own, _, ..] || m.Groups[1].Value != own).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void RestOfTheBoard_Sources_UseNoFeature() =>
        Faults.None(Sources().Where(s => !s.File.StartsWith("Features/", StringComparison.Ordinal)).SelectMany(s => FeatureName().Matches(s.Code).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void DataAndSeeding_Sources_KnowNoPages() =>
        Faults.None(Sources("Data").Concat(Sources("Seeding")).Where(s => !s.File.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(s => s.Code.Contains("InfluenceBoard.Shared", StringComparison.Ordinal) || s.Code.Contains("InfluenceBoard.App", StringComparison.Ordinal) || s.Code.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)).Select(s => s.File));

    [Fact]
    public void Sqlite_IsNamed_InOnePlaceAndWhereThatIsRegistered() =>
        Faults.None(Sources().Where(s => !s.File.StartsWith("Data/Sqlite", StringComparison.Ordinal) && !s.File.StartsWith("Data/Migrations/Sqlite/", StringComparison.Ordinal))
            .Select(s => (s.File, Code: s.File == "App/BoardSetup.cs" ? s.Code.Replace("SqliteBoardDb.Add(", "", StringComparison.Ordinal) : s.Code))
            .SelectMany(s => ProviderOnly().Matches(s.Code).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Catch_EveryOne_NamesWhatItExpects() => Faults.None(Sources().SelectMany(s => CatchAll().Matches(s.Code).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Clock_EveryUse_IsInjected() =>
        Faults.None(Sources().SelectMany(s => Now().Matches(s.Code).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Pages_Sources_HoldNoScriptStyleOrHandler() =>
        Faults.None(Sources().Where(s => s.File.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(s => Inline().Matches(s.Code).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Namespaces_EveryOne_IsItsFolder() =>
        Faults.None(Sources().Where(s => s.File.Contains('/') && !s.File.StartsWith("Data/Migrations/", StringComparison.Ordinal)).Select(s => (s.File, Namespace: Namespace().Match(s.Code)))
            .Where(s => s.Namespace.Success && s.Namespace.Groups[1].Value != "InfluenceBoard." + Path.GetDirectoryName(s.File)!.Replace('/', '.')).Select(s => $"{s.File}: {s.Namespace.Value}"));

    [GeneratedRegex(@"^\s*//.*$|@\*.*?\*@|(?<=\s)// .*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore|Microsoft\.Data|MudBlazor|InfluenceBoard\.(Data|Shared|App|Features|Seeding))\b")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"(?<=InfluenceBoard\.|[^.\w])Features\.(\w+)\b")]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"\w*Sqlite\w*|\bPRAGMA\b|\bFromSql\w*|\bExecuteSql\w*|\bEF\.Functions\.Glob\b", RegexOptions.IgnoreCase)]
    private static partial Regex ProviderOnly();

    [GeneratedRegex(@"\bcatch\s*(\{|\(\s*(System\.)?Exception\b(?![^{]*\bwhen\b))")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex Now();

    // A block of data is no script: it is never run, and the policy against inline scripts does not speak of it.
    [GeneratedRegex(@"<style\b|<script(?![^>]*\bsrc=)(?! type=""application/ld\+json"">)[^>]*>|\son[a-z]+=""(?!@)", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
