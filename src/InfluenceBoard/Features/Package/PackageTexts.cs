using System.Text;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Features.Package;

/// <summary>The texts of a package, which is in English like its data.</summary>
public static class PackageTexts
{
    /// <summary>How texts are kept from being taken for formulas.</summary>
    public const string Guard = "A text cell that begins with = + - @, their full-width forms, a tab, a line break or an apostrophe has one apostrophe put before it, so that no spreadsheet runs it. To read the text as it is, take one apostrophe off every cell of a field of type string that begins with one.";

    /// <summary>The licence of the data.</summary>
    public static string Licence { get; } = Read("LICENSE.md");

    /// <summary>What the package is, how to cite it and how to add up.</summary>
    public static string Readme(PackageMoment moment) =>
        Read("README.md").Replace("{moment}", PackageHistory.Text(moment.At), StringComparison.Ordinal).Replace("{date}", moment.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{change}", moment.Change.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{guard}", Guard, StringComparison.Ordinal)
            .Replace("{tables}", string.Join('\n', PackageTables.All.Select(t => $"| `{t.File}` | {t.Description} |")), StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PackageTexts).Assembly.GetManifestResourceStream($"Package.{name}")!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
