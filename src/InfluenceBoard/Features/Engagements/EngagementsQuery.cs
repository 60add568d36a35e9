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
public sealed class EngagementsQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties, FilterWords words)
{
    /// <summary>Reads a view of the engagements that pass a filter.</summary>
    public async Task<EngagementsModel> ReadAsync(BoardFilter filter, EngagementsView view, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var reading = new Read(db, tally, view, asOf, cancel);
        var facets = Shared.Facets.Of(tally, filter, parties);
        var scope = reading.Of(filter);

        var bars = Bars(reading, facets.First(f => f.Name == (view.Group ?? Shared.Facets.Year)), filter);
        var groups = Groups(scope, filter, view, bars);
        var listed = groups.Sum(g => g.Count);
        var pages = Math.Max(1, (listed + view.Size - 1) / view.Size);
        var page = Math.Min(view.Page, pages);
        var shown = await PageAsync(reading, scope, groups, (page - 1) * view.Size);

        var loosenings = new List<Loosening>();
        if (scope.Total == 0)
            foreach (var chip in words.Chips(filter))
                if (reading.Of(chip.Rest).Total is > 0 and var count) loosenings.Add(new Loosening(chip, count));

        return new EngagementsModel(scope.Total, listed, page, pages, shown, bars, facets,
            await MoneyScope.ReadAsync(db, tally, filter, asOf, cancel), [.. loosenings.OrderByDescending(l => l.Count)]);
    }

    /// <summary>How many engagements pass a filter, and their amounts: of many the sums and the largest.</summary>
    public async Task<(int Total, MoneyScope Money)> SumAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return (Scope.Of(tally, filter).Total, await MoneyScope.ReadAsync(db, tally, filter, asOf, cancel));
    }

    /// <summary>Every amount of the engagements that pass a filter.</summary>
    public async Task<MoneyScope> MoneyAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await MoneyScope.ReadAsync(db, tally, filter, asOf, cancel, isWhole: true);
    }

    /// <summary>The sources of the engagements that pass a filter.</summary>
    public async Task<IReadOnlyList<SourceLine>> SourcesAsync(BoardFilter filter, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await SourceLine.OfAsync(db, db.Engagements(filter, asOf), asOf, cancel);
    }

    /// <summary>Every engagement that passes a filter, in the order of a view, read while they are used.</summary>
    public async IAsyncEnumerable<EngagementEntry> AllAsync(BoardFilter filter, EngagementsView view, DateTimeOffset? asOf, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var scope = Scope.Of(tally, filter);
        await foreach (var row in scope.AllAsync(db, asOf, lines => Sorted(lines, db, view), cancel)) yield return row;
    }

    private sealed record Read(BoardDb Db, Tally Tally, EngagementsView View, DateTimeOffset? AsOf, CancellationToken Cancel)
    {
        public Scope Of(BoardFilter filter) => Scope.Of(Tally, filter);
    }

    // Rows that stand together: a narrower filter, or those that no group of a property holds.
    private sealed record Group(string? Word, int Count, BoardFilter? Filter, Scope? Rows);

    // A group is the filter with its value as the only choice, so its rows are what its count says.
    private static List<Group> Groups(Scope scope, BoardFilter filter, EngagementsView view, Facet facet)
    {
        if (view.Group is not { } name) return [new Group(null, scope.Total, null, scope)];
        var groups = facet.Values.Select(v => new Group(v.Word, v.Count, Within(filter, name, v.Word), null)).ToList();
        if (name is not (FilterQuery.Country or FilterQuery.Actor)) return groups;
        string[] values = [.. facet.Values.Select(v => v.Word)];
        var others = scope.Where((PartySides s) => !s.TakesPart(values));
        if (others.Total > 0) groups.Add(new Group("", others.Total, null, others));
        return groups;
    }

    // A year inside a narrower range is only the part of it that the range holds.
    private static BoardFilter Within(BoardFilter filter, string name, string word)
    {
        var narrowed = filter.With(name, word);
        return name != Shared.Facets.Year ? narrowed : narrowed with { From = filter.From > narrowed.From ? filter.From : narrowed.From, To = filter.To < narrowed.To ? filter.To : narrowed.To };
    }

    // The part of a facet that the filter lets through: what is chosen of it, or all of it. A range of days is not a choice of whole years, so its years are counted anew.
    private static Facet Bars(Read reading, Facet facet, BoardFilter filter)
    {
        if (facet.Name != Shared.Facets.Year || filter is { From: null, To: null })
            return facet.Values.Any(v => v.IsChosen) ? facet with { Values = [.. facet.Values.Where(v => v.IsChosen && v.Count > 0)] } : facet;
        var years = new List<FacetValue>();
        foreach (var value in facet.Values.Where(v => int.Parse(v.Word, CultureInfo.InvariantCulture) is var year && !(filter.From?.Year > year) && !(filter.To?.Year < year)))
            if (reading.Of(Within(filter, facet.Name, value.Word)).Total is > 0 and var count) years.Add(value with { Count = count });
        return facet with { Values = years };
    }

    private static async Task<IReadOnlyList<EngagementsGroup>> PageAsync(Read reading, Scope scope, List<Group> groups, int skip)
    {
        var shown = new List<EngagementsGroup>();
        var take = reading.View.Size;
        foreach (var group in groups)
        {
            if (take <= 0) break;
            if (skip >= group.Count) { skip -= group.Count; continue; }
            var rows = await RowsAsync(reading, group.Rows ?? reading.Of(group.Filter ?? scope.Filter), skip, take);
            shown.Add(new EngagementsGroup(group.Word, group.Count, rows));
            take -= rows.Count;
            skip = 0;
        }
        return shown;
    }

    private static async Task<IReadOnlyList<EngagementRow>> RowsAsync(Read reading, Scope scope, int skip, int take)
    {
        var (db, asOf, view, cancel) = (reading.Db, reading.AsOf, reading.View, reading.Cancel);
        switch (view.Sort)
        {
            case "type": return await ByAsync(t => t.Type);
            case "status": return await ByAsync(t => t.Status);
            case "title" or "money" or "confidence" or "sources": return await scope.RowsAsync(db, asOf, lines => Sorted(lines, db, view), skip, take, cancel);
            default: return await scope.RowsAsync(db, asOf, skip, take, cancel, !view.IsDescending);
        }

        // The latest first within each word; the words by their letters.
        async Task<IReadOnlyList<EngagementRow>> ByAsync<T>(Func<TraitRest, T> of) where T : struct, Enum
        {
            var words = Enum.GetValues<T>().OrderBy(Word.Of, StringComparer.Ordinal).ToList();
            if (view.IsDescending) words.Reverse();
            var rows = new List<EngagementRow>();
            foreach (var word in words)
            {
                if (rows.Count >= take) break;
                var some = scope.Where((TraitRest r) => EqualityComparer<T>.Default.Equals(of(r), word));
                if (skip < some.Total) rows.AddRange(await some.RowsAsync(db, asOf, skip, take - rows.Count, cancel));
                skip = Math.Max(0, skip - some.Total);
            }
            return rows;
        }
    }

    // Equal rows stand by date and id, so that pages never overlap.
    private static IQueryable<EngagementLine> Sorted(IQueryable<EngagementLine> lines, BoardDb db, EngagementsView view)
    {
        IOrderedQueryable<EngagementLine> By<T>(System.Linq.Expressions.Expression<Func<EngagementLine, T>> key) => view.IsDescending ? lines.OrderByDescending(key) : lines.OrderBy(key);
        IOrderedQueryable<EngagementLine> ThenBy<T>(IOrderedQueryable<EngagementLine> first, System.Linq.Expressions.Expression<Func<EngagementLine, T>> key) => view.IsDescending ? first.ThenByDescending(key) : first.ThenBy(key);
        var sorted = view.Sort switch
        {
            "title" => By(l => l.Title),
            "type" => By(l => db.TraitSets.First(t => t.Id == l.TraitSetId).Type),
            "status" => By(l => db.TraitSets.First(t => t.Id == l.TraitSetId).Status),
            // What has no amount in dollars comes last either way.
            "money" => ThenBy(lines.OrderBy(l => l.Usd == null), l => l.Usd),
            "confidence" => By(l => l.Confidence ?? 99),
            "sources" => By(l => l.Sources),
            _ => ThenBy(By(l => l.Latest), l => l.Earliest),
        };
        return sorted.ThenByDescending(l => l.Latest).ThenByDescending(l => l.Earliest).ThenBy(l => l.EngagementId);
    }
}
