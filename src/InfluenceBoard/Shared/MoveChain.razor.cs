using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Components;

namespace InfluenceBoard.Shared;

/// <summary>A chain of moves and answers as a timeline with lanes.</summary>
public sealed partial class MoveChain
{
    // Fewer need no headings, more links that lead to one card are folded.
    private const int FewestWithBands = 7, MostOpen = 4;

    /// <summary>The chain.</summary>
    [Parameter, EditorRequired] public Chain Chain { get; set; } = default!;
    /// <summary>The sources of the claims, by id.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, Source> Sources { get; set; } = default!;
    /// <summary>Address of a place on this page.</summary>
    [Parameter, EditorRequired] public Func<string, string> Here { get; set; } = default!;
    /// <summary>Id of the engagement whose page it is.</summary>
    [Parameter] public string? Current { get; set; }
    /// <summary>Ids of the engagements that pass the filter; null when nothing is filtered.</summary>
    [Parameter] public IReadOnlySet<string>? Passing { get; set; }

    /// <summary>The steps of a chain by <see cref="ChainStep.Band"/>; one group where they are few.</summary>
    public static IEnumerable<IGrouping<string?, ChainStep>> Bands(Chain chain) => chain.Steps.GroupBy(s => chain.Steps.Count < FewestWithBands ? null : s.Band);

    /// <summary>Anchor of a band of a chain.</summary>
    public static string Anchor(Chain chain, string? band) => $"{band ?? "undated"}-{chain.Hub.Row.Id}";

    private int LaneOf(ChainStep step) => Chain.Lanes.TakeWhile(l => l != step.Lane).Count();

    // How the arrow is drawn, in words that the element knows.
    private static string Line(MoveLink link) => string.Join(' ', new[] { link.IsEditors ? "dashed" : null, link.Order == MoveOrder.EffectFirst ? "against" : null, link.IsSymmetric ? "both" : null }.OfType<string>());
}
