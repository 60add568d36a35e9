using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Compare;

/// <summary>Reads actors against countries, and several of one kind side by side.</summary>
public sealed class CompareQuery(IDbContextFactory<BoardDb> factory, Tallies tallies, PartyDirectory parties, Format format)
{
    /// <summary>Reads the grid of a measure under a filter, as of a moment.</summary>
    /// <param name="urls">Builds the addresses of the rows behind each cell.</param>
    public async Task<CompareGrid> GridAsync(BoardFilter filter, CompareMeasure measure, Urls urls, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        string[] actors = [.. parties.Actors.Select(a => a.Id)], countries = [.. parties.Countries.Select(c => c.Id)];
        var open = filter.WithoutParties();
        var searched = await SearchedCells.ReadAsync(db, asOf, cancel);
        var all = Scope.Of(tally, open);
        var pairs = actors.SelectMany(a => countries.Concat(parties.Regions.Select(r => r.Id)).Select(h => (Actor: a, Host: h))).ToDictionary(p => p, p => all.Count(s => s.IsBetween(p.Actor, p.Host)));
        var money = await MoneyScope.ReadAsync(db, tally, open, asOf, cancel);
        string[] regions = [.. parties.Regions.Select(r => r.Id).Where(r => (filter.Countries.IsEmpty || filter.Countries.Any(parties[r].Members.Contains)) && actors.Any(a => pairs[(a, r)] > 0 || money.Rows.Any(m => m.Item.HostId == r)))];
        string[] hosts = [.. countries, .. regions];
        var lines = new List<IReadOnlyList<CompareCell>>();
        foreach (var host in hosts)
        {
            var line = new List<CompareCell>();
            foreach (var actor in actors) line.Add(await CellAsync(actor, host));
            lines.Add(line);
        }
        return new CompareGrid(measure, hosts, actors, lines).Shaded();

        async Task<CompareCell> CellAsync(string actor, string host)
        {
            var isOutside = (!filter.Actors.IsEmpty && !filter.Actors.Contains(actor)) || (parties[host].IsCountry && !filter.Countries.IsEmpty && !filter.Countries.Contains(host));
            var cell = new CompareCell(actor, host, null, null, null, searched.Of(actor, host), isOutside);
            if (isOutside || actor == host) return cell;
            var between = open with { Actors = [actor], Countries = [host] };
            // No filter names a region: its rows stand on the overview.
            string Rows() => parties[host].IsCountry ? urls.Engagements(between) : urls.Overview(open with { Actors = filter.Actors }) + "#region-" + parties[host].Slug;
            switch (measure)
            {
                case CompareMeasure.Pledged:
                    var total = money.Of(actor, host).Total();
                    return total.IsEmpty ? cell : cell with { Value = total.Low > 0 ? total.Low : total.High, Text = format.Total(total), Href = urls.Money(parties[host].IsCountry ? between : open with { Actors = [actor] }, $"{parties[actor].Slug}-{parties[host].Slug}") };
                case CompareMeasure.Latest:
                    var latest = (await all.Where((PartySides s) => s.IsBetween(actor, host)).DoneAsync(db, asOf, 1, cancel)).FirstOrDefault();
                    if (latest is null) return cell with { IsOnlyIntended = pairs[(actor, host)] > 0 };
                    var bounds = (latest.Earliest, latest.Latest == DateOnly.MaxValue ? latest.Earliest : latest.Latest);
                    return cell with { Value = Math.Max(1, (bounds.Item1.DayNumber + bounds.Item2.DayNumber) / 2), Text = format.Date(latest.Date), Href = urls.Engagement(latest.Id) };
                default:
                    var count = pairs[(actor, host)];
                    return cell with { Value = count, Text = count == 0 ? null : Format.Number(count), Href = count == 0 ? null : Rows() };
            }
        }
    }

    /// <summary>Reads several countries, or several actors, each under the rest of the filter.</summary>
    public async Task<IReadOnlyList<CompareSide>> SidesAsync(BoardFilter filter, bool byActor, IEnumerable<string> ids, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var tally = await tallies.AtAsync(asOf, cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        var sides = new List<CompareSide>();
        foreach (var id in ids)
        {
            var own = byActor ? filter with { Actors = [id] } : filter with { Countries = [id] };
            sides.Add(new CompareSide(id, own, await db.Engagements(own, asOf).ToRowsAsync(db, asOf, cancel), await MoneyScope.ReadAsync(db, tally, own, asOf, cancel)));
        }
        return sides;
    }
}
