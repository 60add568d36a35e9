using InfluenceBoard.Bench.Support;
using InfluenceBoard.Domain;
using InfluenceBoard.Features.Actors;
using InfluenceBoard.Features.Countries;
using InfluenceBoard.Features.Engagements;
using InfluenceBoard.Features.Feeds;
using InfluenceBoard.Features.Money;
using InfluenceBoard.Features.Moves;
using InfluenceBoard.Features.Overview;
using InfluenceBoard.Features.People;
using InfluenceBoard.Features.Sources;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>The query behind one page, and the statements that would give its figures by hand.</summary>
/// <param name="Name">The page.</param>
/// <param name="Ask">Asks the board.</param>
/// <param name="Sql">The statements for what stands now.</param>
public sealed record PageQuery(string Name, Func<IServiceProvider, DateTimeOffset?, CancellationToken, Task> Ask, string Sql)
{
    private const string Now = "KnownTo = 253402300799999", Types = "Type, Status", List = "SELECT VersionId, Id, Title, Date, Type, Status FROM Engagements e WHERE e." + Now;

    /// <summary>Milliseconds that the board takes.</summary>
    public Task<double> MeasureAsync(BoardHost board, DateTimeOffset? asOf, CancellationToken cancel) => Harness.MillisecondsAsync(() => board.AskAsync(s => Ask(s, asOf, cancel)));

    /// <summary>Every query that is measured.</summary>
    /// <param name="engagement">Id of an engagement.</param>
    /// <param name="source">Id of a source.</param>
    /// <param name="person">Id of a person.</param>
    public static IReadOnlyList<PageQuery> All(string engagement, string source, string person) =>
    [
        new("overview", (s, at, c) => s.GetRequiredService<OverviewQuery>().ReadAsync(BoardFilter.None, new DateOnly(2026, 6, 30), at, c),
            $"SELECT a.PartyId, h.PartyId, count(DISTINCT a.VersionId) FROM EngagementParties a JOIN EngagementParties h ON h.VersionId = a.VersionId AND h.PartyId <> a.PartyId AND h.Role <> 'about' JOIN Engagements e ON e.VersionId = a.VersionId WHERE a.Role = 'by' AND e.{Now} GROUP BY 1, 2; SELECT ActorId, HostId, Rung, Kind, count(*), sum(UsdLow), sum(UsdHigh) FROM Money WHERE {Now} GROUP BY 1, 2, 3, 4; {List} ORDER BY Latest DESC LIMIT 10"),
        new("country", (s, at, c) => s.GetRequiredService<CountryQuery>().ReadAsync(Find(s, "KZ"), BoardFilter.None, at, c), Party("KZ", "HostId")),
        new("country that is an actor", (s, at, c) => s.GetRequiredService<CountryQuery>().ReadAsync(Find(s, "JP"), BoardFilter.None, at, c), Party("JP", "HostId")),
        new("actor", (s, at, c) => s.GetRequiredService<ActorQuery>().ReadAsync(Find(s, "CN"), BoardFilter.None, at, c), Party("CN", "ActorId")),
        new("countries", (s, at, c) => s.GetRequiredService<CountriesQuery>().ReadAsync(at, c), $"SELECT p.PartyId, count(DISTINCT p.VersionId) FROM EngagementParties p JOIN Engagements e ON e.VersionId = p.VersionId WHERE p.Role <> 'about' AND e.{Now} GROUP BY 1; SELECT HostId, count(*), sum(UsdLow) FROM Money WHERE {Now} GROUP BY 1"),
        new("engagements", (s, at, c) => s.GetRequiredService<EngagementsQuery>().ReadAsync(BoardFilter.None, GrowScenario.View, at, c), Explorer(null)),
        new("engagements of a country", (s, at, c) => s.GetRequiredService<EngagementsQuery>().ReadAsync(new BoardFilter { Countries = ["KZ"] }, GrowScenario.View, at, c),
            Explorer("KZ")),
        new("engagement", (s, at, c) => s.GetRequiredService<EngagementQuery>().ReadAsync(engagement, at, c),
            $"SELECT * FROM Engagements WHERE Id = '{engagement}' AND {Now}; SELECT * FROM Claims WHERE RecordKind = 'engagement' AND RecordId = '{engagement}' AND {Now}; SELECT * FROM Money WHERE EngagementId = '{engagement}' AND {Now}; SELECT * FROM Moves WHERE FromId = '{engagement}' OR ToId = '{engagement}'"),
        new("money", (s, at, c) => s.GetRequiredService<MoneyQuery>().ReadAsync(BoardFilter.None, at, c), $"SELECT ActorId, HostId, Rung, Kind, Direction, count(*), sum(UsdLow), sum(UsdHigh) FROM Money WHERE {Now} GROUP BY 1, 2, 3, 4, 5; SELECT * FROM Money WHERE {Now} ORDER BY Id LIMIT 50"),
        new("moves", (s, at, c) => s.GetRequiredService<MovesQuery>().ReadAsync(BoardFilter.None, new MovesView(false, []), at, c), $"SELECT Relation, AssertedBy, count(*) FROM Moves WHERE {Now} GROUP BY 1, 2; SELECT m.*, f.Title, t.Title FROM Moves m JOIN Engagements f ON f.Id = m.FromId AND f.{Now} JOIN Engagements t ON t.Id = m.ToId AND t.{Now} WHERE m.{Now} LIMIT 50"),
        new("sources", (s, at, c) => s.GetRequiredService<SourcesQuery>().ReadAsync(at, c), $"SELECT SourceId, count(*) FROM Claims WHERE {Now} GROUP BY 1; SELECT * FROM Sources WHERE {Now}"),
        new("source", (s, at, c) => s.GetRequiredService<SourceQuery>().ReadAsync(source, at, c), $"SELECT * FROM Sources WHERE Id = '{source}' AND {Now}; SELECT count(*) FROM Claims WHERE SourceId = '{source}' AND {Now}; SELECT * FROM Claims WHERE SourceId = '{source}' AND {Now} ORDER BY Paragraph LIMIT 50"),
        new("people", (s, at, c) => s.GetRequiredService<PeopleQuery>().PeopleAsync(at, c), $"SELECT x.PersonId, count(*) FROM EngagementPeople x CROSS JOIN Engagements e ON e.VersionId = x.VersionId WHERE e.{Now} GROUP BY 1; SELECT Id, Name, PartyId, Role FROM People WHERE {Now}"),
        new("person", (s, at, c) => s.GetRequiredService<PersonQuery>().ReadAsync(person, at, c),
            $"SELECT * FROM People WHERE Id = '{person}' AND {Now}; SELECT count(*) FROM EngagementPeople x JOIN Engagements e ON e.VersionId = x.VersionId WHERE x.PersonId = '{person}' AND e.{Now}; SELECT e.Id, e.Title FROM EngagementPeople x JOIN Engagements e ON e.VersionId = x.VersionId WHERE x.PersonId = '{person}' AND e.{Now} ORDER BY e.Latest DESC LIMIT 50"),
        new("feed", (s, at, c) => s.GetRequiredService<FeedQuery>().ReadAsync(BoardFilter.None, at, 50, c), "SELECT VersionId, Id, Title, Summary FROM Engagements ORDER BY VersionId DESC LIMIT 50"),
    ];

    private static Party Find(IServiceProvider services, string id) => services.GetRequiredService<PartyDirectory>()[id];

    // Counts by what a page of a party shows, its amounts, and the latest rows.
    private static string Party(string id, string side)
    {
        var own = $"e.VersionId IN (SELECT VersionId FROM EngagementParties WHERE PartyId = '{id}' AND Role <> 'about') AND e.{Now}";
        return $"SELECT p.PartyId, count(*) FROM Engagements e JOIN EngagementParties p ON p.VersionId = e.VersionId WHERE {own} GROUP BY 1; SELECT Type, Status, substr(Latest, 1, 4), count(*) FROM Engagements e WHERE {own} GROUP BY 1, 2, 3; "
            + $"SELECT Rung, Kind, Direction, count(*), sum(UsdLow), sum(UsdHigh) FROM Money WHERE {side} = '{id}' AND {Now} GROUP BY 1, 2, 3; {List} AND {own} ORDER BY Latest DESC LIMIT 50";
    }

    // Without statistics the planner needs to be told that the engagements come first: hence CROSS JOIN. All claims of engagements that stand need no join with them.
    private static string Explorer(string? own)
    {
        var where = $"e.{Now}{(own is null ? "" : $" AND e.VersionId IN (SELECT VersionId FROM EngagementParties WHERE PartyId = '{own}' AND Role <> 'about')")}";
        return $"SELECT count(*) FROM Engagements e WHERE {where}; SELECT p.PartyId, count(DISTINCT e.VersionId) FROM Engagements e CROSS JOIN EngagementParties p ON p.VersionId = e.VersionId AND p.Role <> 'about' WHERE {where} GROUP BY 1; "
            + $"SELECT t.Topic, count(*) FROM Engagements e CROSS JOIN EngagementTopics t ON t.VersionId = e.VersionId WHERE {where} GROUP BY 1; SELECT {Types}, substr(Earliest, 1, 4), substr(Latest, 1, 4), count(*) FROM Engagements e WHERE {where} GROUP BY 1, 2, 3, 4; "
            + $"SELECT m.Rung, m.Kind, count(*), sum(m.UsdLow), sum(m.UsdHigh) FROM Money m{(own is null ? "" : $" CROSS JOIN Engagements e ON e.Id = m.EngagementId AND {where}")} WHERE m.{Now} GROUP BY 1, 2; "
            + (own is null ? $"SELECT s.Reliability, count(DISTINCT c.RecordId) FROM Claims c CROSS JOIN Sources s ON s.Id = c.SourceId AND s.{Now} WHERE c.RecordKind = 'engagement' AND c.{Now} GROUP BY 1; "
                : $"SELECT s.Reliability, count(DISTINCT e.Id) FROM Engagements e CROSS JOIN Claims c ON c.RecordKind = 'engagement' AND c.RecordId = e.Id AND c.{Now} CROSS JOIN Sources s ON s.Id = c.SourceId AND s.{Now} WHERE {where} GROUP BY 1; ")
            + $"SELECT VersionId, Id, Title, Date, Type, Status FROM Engagements e WHERE {where} ORDER BY Latest DESC LIMIT 25";
    }
}
