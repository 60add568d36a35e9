using System.Globalization;
using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Engagements;

/// <summary>Rows of one group, or of the whole list.</summary>
/// <param name="Word">The group's value; "" for those that have none; null when nothing is grouped.</param>
/// <param name="Count">Engagements in the group, on all pages.</param>
/// <param name="Rows">Those of this page.</param>
public sealed record EngagementsGroup(string? Word, int Count, IReadOnlyList<EngagementRow> Rows);

/// <summary>A choice that, taken back, lets engagements through.</summary>
public sealed record Loosening(FilterChip Chip, int Count);

/// <summary>What the explorer shows.</summary>
/// <param name="Total">Engagements that the filter lets through.</param>
/// <param name="Listed">Rows on all pages; more than the total where an engagement stands in several groups.</param>
/// <param name="Page">The page that is shown: the one asked for, or the last.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Groups">What stands on the page.</param>
/// <param name="Bars">Engagements by group, or by year when nothing is grouped.</param>
/// <param name="Loosenings">For an empty result, the choices to take back.</param>
public sealed record EngagementsModel(int Total, int Listed, int Page, int Pages, IReadOnlyList<EngagementsGroup> Groups, Facet Bars, IReadOnlyList<Facet> Facets, MoneyScope Money, IReadOnlyList<Loosening> Loosenings);

/// <summary>Reads the explorer: one page of rows, the facets beside it, the amounts of the view.</summary>
public sealed class EngagementsQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties, FilterWords words)
{
    /// <summary>Reads a view of the engagements that pass a filter.</summary>
    public async Task<EngagementsModel> ReadAsync(BoardFilter filter, EngagementsView view, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var facets = new List<Facet>();
        foreach (var name in Shared.Facets.Names) facets.Add(await db.FacetAsync(name, filter, parties, asOf, cancel));
        var total = await db.Engagements(filter, asOf).CountAsync(cancel);

        var bars = await BarsAsync(db, facets.First(f => f.Name == (view.Group ?? Shared.Facets.Year)), filter, asOf, cancel);
        var groups = await GroupsAsync(db, filter, view, bars, total, asOf, cancel);
        var listed = groups.Sum(g => g.Count);
        var pages = Math.Max(1, (listed + view.Size - 1) / view.Size);
        var page = Math.Min(view.Page, pages);
        var shown = await PageAsync(db, groups, view, (page - 1) * view.Size, asOf, cancel);

        var loosenings = new List<Loosening>();
        if (total == 0)
            foreach (var chip in words.Chips(filter))
                if (await db.Engagements(chip.Rest, asOf).CountAsync(cancel) is > 0 and var count) loosenings.Add(new Loosening(chip, count));

        return new EngagementsModel(total, listed, page, pages, shown, bars, facets,
            await MoneyScope.ReadAsync(db.MoneyItems(filter, asOf), db, asOf, cancel), [.. loosenings.OrderByDescending(l => l.Count)]);
    }

    /// <summary>How many engagements pass a filter, their amounts and their sources.</summary>
    public async Task<(int Total, MoneyScope Money, IReadOnlyList<SourceLine> Sources)> SumAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (await db.Engagements(filter, asOf).CountAsync(cancel), await MoneyScope.ReadAsync(db.MoneyItems(filter, asOf), db, asOf, cancel), await SourceLine.OfAsync(db, db.Engagements(filter, asOf), asOf, cancel));
    }

    /// <summary>Every engagement that passes a filter, in the order of a view, read while they are used.</summary>
    /// <remarks>The ids come first, so that what is written while rows are read can neither repeat nor drop one.</remarks>
    public async IAsyncEnumerable<EngagementRow> AllAsync(BoardFilter filter, EngagementsView view, DateTimeOffset? asOf, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = await Sorted(db, db.Engagements(filter, asOf), view, asOf).Select(e => e.Id).ToListAsync(cancel);
        foreach (var ids in all.Chunk(Batch))
        {
            var rows = (await db.Engagements.KnownAt(asOf).Where(e => ids.Contains(e.Id)).ToRowsAsync(db, asOf, cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
            foreach (var id in ids)
                if (rows.TryGetValue(id, out var row)) yield return row;
        }
    }

    // Rows that are read at a time when all are wanted.
    private const int Batch = 500;

    private sealed record Group(string? Word, int Count, IQueryable<Engagement> Rows);

    // A group is the filter with its value as the only choice, so its rows are what its count says.
    private static async Task<List<Group>> GroupsAsync(BoardDb db, BoardFilter filter, EngagementsView view, Facet facet, int total, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var all = db.Engagements(filter, asOf);
        if (view.Group is not { } name) return [new Group(null, total, all)];
        var groups = facet.Values.Select(v => new Group(v.Word, v.Count, db.Engagements(Within(filter, name, v.Word), asOf))).ToList();
        if (Ungrouped(db, all, name, [.. facet.Values.Select(v => v.Word)]) is { } others && await others.CountAsync(cancel) is > 0 and var count) groups.Add(new Group("", count, others));
        return groups;
    }

    // A year inside a narrower range is only the part of it that the range holds.
    private static BoardFilter Within(BoardFilter filter, string name, string word)
    {
        var narrowed = filter.With(name, word);
        return name != Shared.Facets.Year ? narrowed : narrowed with { From = filter.From > narrowed.From ? filter.From : narrowed.From, To = filter.To < narrowed.To ? filter.To : narrowed.To };
    }

    private static IQueryable<Engagement>? Ungrouped(BoardDb db, IQueryable<Engagement> all, string name, string[] values) => name switch
    {
        FilterQuery.Country or FilterQuery.Actor => all.Where(e => !e.Parties.Any(p => values.Contains(p.PartyId) && p.Role != PartyRole.About)),
        _ => null,
    };

    // The part of a facet that the filter lets through: what is chosen of it, or all of it. A range of days is not a choice of whole years, so its years are counted anew.
    private static async Task<Facet> BarsAsync(BoardDb db, Facet facet, BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (facet.Name != Shared.Facets.Year || filter is { From: null, To: null })
            return facet.Values.Any(v => v.IsChosen) ? facet with { Values = [.. facet.Values.Where(v => v.IsChosen && v.Count > 0)] } : facet;
        var years = new List<FacetValue>();
        foreach (var value in facet.Values.Where(v => int.Parse(v.Word, CultureInfo.InvariantCulture) is var year && !(filter.From?.Year > year) && !(filter.To?.Year < year)))
            if (await db.Engagements(Within(filter, facet.Name, value.Word), asOf).CountAsync(cancel) is > 0 and var count) years.Add(value with { Count = count });
        return facet with { Values = years };
    }

    private static async Task<IReadOnlyList<EngagementsGroup>> PageAsync(BoardDb db, List<Group> groups, EngagementsView view, int skip, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var shown = new List<EngagementsGroup>();
        var take = view.Size;
        foreach (var group in groups)
        {
            if (take <= 0) break;
            if (skip >= group.Count) { skip -= group.Count; continue; }
            var ids = await Sorted(db, group.Rows, view, asOf).Skip(skip).Take(take).Select(e => e.Id).ToListAsync(cancel);
            var rows = (await db.Engagements.KnownAt(asOf).Where(e => ids.Contains(e.Id)).ToRowsAsync(db, asOf, cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
            shown.Add(new EngagementsGroup(group.Word, group.Count, [.. ids.Select(id => rows[id])]));
            take -= ids.Count;
            skip = 0;
        }
        return shown;
    }

    // Equal rows stand by date and id, so that pages never overlap.
    private static IOrderedQueryable<Engagement> Sorted(BoardDb db, IQueryable<Engagement> rows, EngagementsView view, DateTimeOffset? asOf)
    {
        var money = db.Money.KnownAt(asOf);
        var claims = db.Claims.KnownAt(asOf).Where(c => c.RecordKind == RecordKind.Engagement);
        var confidences = EngagementRows.Confidences(db, asOf);
        IOrderedQueryable<Engagement> By<T>(System.Linq.Expressions.Expression<Func<Engagement, T>> key) => view.IsDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
        IOrderedQueryable<Engagement> ThenBy<T>(IOrderedQueryable<Engagement> first, System.Linq.Expressions.Expression<Func<Engagement, T>> key) => view.IsDescending ? first.ThenByDescending(key) : first.ThenBy(key);
        var sorted = view.Sort switch
        {
            "title" => By(e => e.Title),
            "type" => By(e => e.Type),
            "status" => By(e => e.Status),
            // What has no amount in dollars comes last either way.
            "money" => ThenBy(rows.OrderBy(e => !money.Any(m => m.EngagementId == e.Id && m.HasUsd)), e => money.Where(m => m.EngagementId == e.Id).Max(m => (double?)(m.UsdLow ?? m.UsdHigh))),
            "confidence" => By(e => confidences.Where(c => c.EngagementId == e.Id).Min(c => (int?)c.Rank) ?? 99),
            "sources" => By(e => claims.Where(c => c.RecordId == e.Id).Select(c => c.SourceId).Distinct().Count()),
            _ => ThenBy(By(e => e.Latest), e => e.Earliest),
        };
        return sorted.ThenByDescending(e => e.Latest).ThenByDescending(e => e.Earliest).ThenBy(e => e.Id);
    }
}
