using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Tests.Support;

/// <summary>The board's texts without a server.</summary>
public static class Localizers
{
    /// <summary>The texts that every page shares.</summary>
    public static IStringLocalizer<Texts> Texts { get; } = new HeldTexts<Texts>();
}
