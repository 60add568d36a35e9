using System.Collections.Immutable;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Moves;

/// <summary>Which links a reader wants to see.</summary>
/// <param name="OthersOnly">Without links that nobody but the board's editor asserts.</param>
/// <param name="Relations">Only these relations; none for all.</param>
public sealed record MovesView(bool OthersOnly, ImmutableArray<Relation> Relations)
{
    private const string Others = "others", All = "all";

    /// <summary>The view as parameters of the address, in their order.</summary>
    public IReadOnlyList<(string Name, string? Value)> Keep => [(Urls.Asserted, OthersOnly ? Others : null), .. Relations.Select(r => (Urls.Relation, (string?)Word.Of(r)))];

    /// <summary>Reads the view of an address; what means nothing becomes a notice.</summary>
    public static MovesView Read(IQueryCollection query, ICollection<FilterNotice> notices)
    {
        var asserted = query[Urls.Asserted].LastOrDefault()?.Trim() ?? "";
        var othersOnly = asserted.Equals(Others, StringComparison.OrdinalIgnoreCase);
        if (!othersOnly && asserted != "" && !asserted.Equals(All, StringComparison.OrdinalIgnoreCase)) notices.Add(new FilterNotice(Urls.Asserted, FilterNotice.Cut(asserted), $"{All}, {Others}"));
        return new MovesView(othersOnly, FilterQuery.Words<Relation>(query, Urls.Relation, notices));
    }

    /// <summary>Whether a link's relation is wanted.</summary>
    public bool Wants(MoveLink link) => Relations.IsEmpty || Relations.Contains(link.Move.Relation);

    /// <summary>The view with a relation added, or taken away when it is there.</summary>
    public MovesView Toggle(Relation relation) => this with { Relations = Relations.Contains(relation) ? Relations.Remove(relation) : [.. Relations.Add(relation).Order()] };
}
