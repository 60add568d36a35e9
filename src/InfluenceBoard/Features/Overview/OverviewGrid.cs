using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Overview;

/// <summary>One host against the four actors.</summary>
/// <param name="HostId">A focus country or a region.</param>
/// <param name="Counts">Engagements with each actor, in the fixed order; null for the host itself and for what the filter leaves out.</param>
/// <param name="Any">Engagements with at least one actor other than the host, each once; null when the filter leaves the host out.</param>
/// <param name="Money">Amounts whose host it is.</param>
public sealed record OverviewLine(string HostId, IReadOnlyList<int?> Counts, int? Any, MoneyScope Money);

/// <summary>Who is active where: feeds the map, its table and the arcs alike, so that they cannot disagree.</summary>
/// <param name="Actors">Ids of the actors, in the fixed order.</param>
/// <param name="Countries">One line for each focus country, in the fixed order.</param>
/// <param name="Totals">Engagements of each actor with any of the countries in view, each once; null for what the filter leaves out.</param>
/// <param name="Any">Engagements between any of the actors and any of the countries in view, each once.</param>
public sealed record OverviewGrid(IReadOnlyList<string> Actors, IReadOnlyList<OverviewLine> Countries, IReadOnlyList<int?> Totals, int Any)
{
    /// <summary>Counts the engagements of a view.</summary>
    /// <param name="scope">Engagements that pass the filter.</param>
    /// <param name="money">Amounts that pass it.</param>
    /// <param name="parties">The parties.</param>
    /// <remarks>What the filter leaves out has no count, because the rows would show only part of it.</remarks>
    public static OverviewGrid Of(Scope scope, MoneyScope money, PartyDirectory parties)
    {
        var filter = scope.Filter;
        string[] actors = [.. parties.Actors.Select(a => a.Id)], countries = [.. parties.Countries.Select(c => c.Id)];
        string[] inViewActors = filter.Actors is { IsEmpty: false } a ? [.. a] : actors, inViewCountries = filter.Countries is { IsEmpty: false } c ? [.. c] : countries;
        return new OverviewGrid(actors,
            [.. countries.Select(country => Line(country, inViewCountries.Contains(country) ? scope : null, money, actors, inViewActors))],
            [.. actors.Select(actor => inViewActors.Contains(actor) ? scope.Count(s => s.IsBetween([actor], inViewCountries)) : (int?)null)],
            scope.Count(s => s.IsBetween(inViewActors, inViewCountries)));
    }

    /// <summary>The line of a host; a region is counted as itself, never through its members.</summary>
    public static OverviewLine Line(string host, Scope? scope, MoneyScope money, IReadOnlyList<string> actors, IReadOnlyList<string> inView) => new(host,
        [.. actors.Select(actor => scope is null || actor == host || !inView.Contains(actor) ? (int?)null : scope.Count(s => s.IsBetween(actor, host)))],
        scope?.Count(s => s.IsBetween(inView, [host])), money.Of(host: host));

    /// <summary>Engagements between an actor and a country; null when there can be none or the filter leaves them out.</summary>
    public int? Count(string actorId, OverviewLine line) => line.Counts[Actors.ToList().IndexOf(actorId)];
}
