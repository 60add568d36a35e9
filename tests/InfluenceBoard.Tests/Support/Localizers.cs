using InfluenceBoard.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Tests.Support;

/// <summary>The board's texts without a server.</summary>
public static class Localizers
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    /// <summary>The texts that every page shares.</summary>
    public static IStringLocalizer<Texts> Texts { get; } = Services.GetRequiredService<IStringLocalizer<Texts>>();
}
