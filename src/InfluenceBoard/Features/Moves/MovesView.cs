using System.Collections.Immutable;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Moves;

/// <summary>Which links a reader wants to see.</summary>
/// <param name="OthersOnly">Without links that nobody but the board's editor asserts.</param>
/// <param name="Relations">Only these relations; none for all.</param>
/// <param name="Around">Id of an engagement or a link that is to be shown where not all links can be; null for none.</param>
public sealed record MovesView(bool OthersOnly, ImmutableArray<Relation> Relations, string? Around = null)
{
    private const string Others = "others", All = "all";

    /// <summary>The view as parameters of the address, in their order.</summary>
    public IReadOnlyList<(string Name, string? Value)> Keep => [(Urls.Asserted, OthersOnly ? Others : null), .. Relations.Select(r => (Urls.Relation, (string?)Word.Of(r))), (Urls.Around, Around)];

    /// <summary>Reads the view of an address; what means nothing becomes a notice.</summary>
    public static MovesView Read(IQueryCollection query, ICollection<FilterNotice> notices)
    {
        var asserted = query[Urls.Asserted].LastOrDefault()?.Trim() ?? "";
        var othersOnly = asserted.Equals(Others, StringComparison.OrdinalIgnoreCase);
        if (!othersOnly && asserted != "" && !asserted.Equals(All, StringComparison.OrdinalIgnoreCase)) notices.Add(FilterNotice.Of(Urls.Asserted, asserted, $"{All}, {Others}"));
        return new MovesView(othersOnly, FilterQuery.Words<Relation>(query, Urls.Relation, notices), query[Urls.Around].LastOrDefault()?.Trim() is { Length: > 0 } around ? around : null);
    }

    /// <summary>Whether a link's relation is wanted.</summary>
    public bool Wants(Move move) => Relations.IsEmpty || Relations.Contains(move.Relation);

    /// <summary>The view with a relation added, or taken away when it is there.</summary>
    public MovesView Toggle(Relation relation) => this with { Relations = Relations.Contains(relation) ? Relations.Remove(relation) : [.. Relations.Add(relation).Order()] };
}
