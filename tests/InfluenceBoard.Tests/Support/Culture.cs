using System.Globalization;

namespace InfluenceBoard.Tests.Support;

/// <summary>A language for the length of a test; the assembly's own culture is pinned in xunit.runner.json.</summary>
public sealed class Culture : IDisposable
{
    private readonly CultureInfo format = CultureInfo.CurrentCulture, words = CultureInfo.CurrentUICulture;

    private Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    /// <summary>Speaks a language until disposed.</summary>
    public static Culture Of(string name) => new(name);

    public void Dispose()
    {
        CultureInfo.CurrentCulture = format;
        CultureInfo.CurrentUICulture = words;
    }
}
