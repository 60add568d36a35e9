using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>The operations of the API.</summary>
public static class ApiEndpoints
{
    private static readonly ApiParameter[] Paged = [.. ApiParameter.Always, .. ApiParameter.Paging], Filtered = [.. ApiParameter.Filter, .. Paged];

    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup(OpenData.Api).RequireCors(OpenData.Cors);
        open.MapGet(OpenData.Document[OpenData.Api.Length..], ApiDocumentQuery.WriteAsync).ExcludeFromDescription();
        open.Map("{**rest}", ApiProblems.Unknown).ExcludeFromDescription();
        var api = open.MapGroup("").AddEndpointFilter<ApiGuard>();

        Get<ApiIndex>(api, "", new("index", "Start", "Where the API begins", "The lists, the document and the state of the board.", "", [.. ApiParameter.Always]), (ApiCall call, ApiPlaces places) => (object)new ApiIndex
        {
            Openapi = places.Self("openapi.json"), Reference = places.Url(u => u.Api()), License = OpenData.License, Board = call.Board,
            Lists = new[] { "countries", "actors", "engagements", "claims", "sources", "money", "totals", "moves", "indicators", "changes" }.ToDictionary(l => l, l => places.Self(l)),
        });

        List<ApiParty>(api, "countries", new("listCountries", "Countries and actors", "The focus countries", "The hosts of engagements, in the board's fixed order.", "?limit=1", [.. Paged]), (ApiPartyQuery q, CancellationToken c) => q.ListAsync(p => p.IsCountry, "countries", c));
        Item<ApiParty>(api, "countries/{id}", new("getCountry", "Countries and actors", "One focus country", "By slug, ISO 3166-1 code or name.", "/kazakhstan", [.. ApiParameter.Always]) { Keys = Key("Slug, ISO 3166-1 code or name of the country.") },
            async (string id, ApiPartyQuery q, CancellationToken c) => await q.FindAsync(p => p.IsCountry, "countries", id, c));
        List<ApiParty>(api, "actors", new("listActors", "Countries and actors", "The actors", "The powers that act, in the board's fixed order. Japan is both an actor and a focus country.", "?limit=1", [.. Paged]), (ApiPartyQuery q, CancellationToken c) => q.ListAsync(p => p.IsActor, "actors", c));
        Item<ApiParty>(api, "actors/{id}", new("getActor", "Countries and actors", "One actor", "By slug, ISO 3166-1 code or name.", "/japan", [.. ApiParameter.Always]) { Keys = Key("Slug, ISO 3166-1 code or name of the actor.") },
            async (string id, ApiPartyQuery q, CancellationToken c) => await q.FindAsync(p => p.IsActor, "actors", id, c));

        List<ApiEngagement>(api, "engagements", new("listEngagements", "Engagements", "Engagements", "Every dated thing that passes the filter, by id, each with its parties, amounts and claims.", "?country=kazakhstan&actor=japan&rung=pledge&limit=1", [.. Filtered]), (ApiEngagementQuery q, CancellationToken c) => q.ListAsync(c));
        Item<ApiEngagement>(api, "engagements/{id}", new("getEngagement", "Engagements", "One engagement", "With every claim and amount.", "/japan-kazakhstan-energy-metallurgy-pledge", [.. ApiParameter.Always]) { Keys = Key("Id of the engagement."), Kind = RecordKind.Engagement },
            async (string id, ApiEngagementQuery q, CancellationToken c) => await q.FindAsync(id, c));

        List<ApiClaim>(api, "claims", new("listClaims", "Claims and sources", "Claims", "What sources say, paragraph by paragraph, by id. A filter limits them to the claims about engagements that pass it.", "?source=tokyo-summit-article&kind=indicator&limit=2",
            [ApiParameter.Kind, ApiParameter.Source, .. Filtered]), async (ApiClaimQuery q, CancellationToken c) => await q.ListAsync(c));
        Item<ApiClaim>(api, "claims/{kind}/{record}/{key}", new("getClaim", "Claims and sources", "One claim", "By the kind and id of its record and its key.", "/engagement/tokyo-summit-2025/happened", [.. ApiParameter.Always])
        { Keys = new Dictionary<string, string> { ["kind"] = "Kind of the record.", ["record"] = "Id of the record.", ["key"] = "Key of the claim inside its record." } },
            async (string kind, string record, string key, ApiClaimQuery q, CancellationToken c) => await q.FindAsync(kind, record, key, c));
        List<ApiSource>(api, "sources", new("listSources", "Claims and sources", "Sources", "The documents that claims are drawn from, by id.", "?class=wire-service&limit=1",
            [ApiParameter.Class, ApiParameter.Worst with { Description = "Worst reliability accepted." }, .. Paged]), (ApiSourceQuery q, CancellationToken c) => q.ListAsync(c));
        Item<ApiSource>(api, "sources/{id}", new("getSource", "Claims and sources", "One source", "With how it was rated and why.", "/tokyo-summit-article", [.. ApiParameter.Always]) { Keys = Key("Id of the source."), Kind = RecordKind.Source },
            async (string id, ApiSourceQuery q, CancellationToken c) => await q.FindAsync(id, c));

        List<ApiMoney>(api, "money", new("listMoney", "Money", "Amounts", "Every amount that passes the filter, by id: actor, country and rung are held against the amount itself. Do not add them up: parts, overlaps, targets and directions are told apart by the totals.",
            "?actor=japan&rung=pledge&limit=1", [.. Filtered]), (ApiMoneyQuery q, CancellationToken c) => q.ListAsync(c));
        Item<ApiMoney>(api, "money/{id}", new("getMoney", "Money", "One amount", "With the claims that carry it.", "/tokyo-summit-target-3tn-yen", [.. ApiParameter.Always]) { Keys = Key("Id of the amount.") },
            async (string id, ApiMoneyQuery q, CancellationToken c) => await q.FindAsync(id, c));
        List<ApiTotal>(api, "totals", new("listTotals", "Money", "Totals", "What is pledged or above, as bands in US dollars, one for each direction, with every amount that is counted and every one that is left out and why. The same rule and the same numbers as on the pages.",
            "?by=pair&actor=japan&country=kazakhstan", [ApiParameter.By, .. Filtered]), (ApiTotalQuery q, CancellationToken c) => q.ListAsync(c));

        List<ApiMove>(api, "moves", new("listMoves", "Moves", "Moves and counter-moves", "Links between engagements that somebody asserts, by id. A filter lets a link through when at least one of its ends passes.", "?relation=counters&asserted=others&limit=1",
            [ApiParameter.Relation, ApiParameter.Asserted, .. Filtered]), (ApiMoveQuery q, CancellationToken c) => q.ListAsync(c));
        Item<ApiMove>(api, "moves/{id}", new("getMove", "Moves", "One move", "With who asserts it and the claims that carry it.", "/tokyo-summit-follows-up-washington-visit", [.. ApiParameter.Always]) { Keys = Key("Id of the move."), Kind = RecordKind.Move },
            async (string id, ApiMoveQuery q, CancellationToken c) => await q.FindAsync(id, c));
        List<ApiIndicator>(api, "indicators", new("listIndicators", "Indicators", "Indicators", "Dated figures that give context, by id. Countries and actors are alternatives here: a figure is about one party.", "?country=vietnam&limit=1",
            [ApiParameter.Country with { Description = "Focus countries, one of which it is about: slug, ISO 3166-1 code or name." }, ApiParameter.Actor with { Description = "Actors, one of which it is about: slug, ISO 3166-1 code or name." }, ApiParameter.From, ApiParameter.To, .. Paged]),
            (ApiIndicatorQuery q, CancellationToken c) => q.ListAsync(c));
        Item<ApiIndicator>(api, "indicators/{id}", new("getIndicator", "Indicators", "One indicator", "With the claims that carry it.", "/japan-exports-quarterly-2025-q3", [.. ApiParameter.Always]) { Keys = Key("Id of the indicator."), Kind = RecordKind.Indicator },
            async (string id, ApiIndicatorQuery q, CancellationToken c) => await q.FindAsync(id, c));

        List<ApiChange>(api, "changes", new("listChanges", "Changes", "Changes", "Every change to the board, the latest first, with what it did.", "?limit=1", [ApiParameter.Since, .. Paged]), async (ApiChangeQuery q, CancellationToken c) => await q.ListAsync(c));
        Item<ApiChange>(api, "changes/{id}", new("getChange", "Changes", "One change", "By its number.", "/1", [.. ApiParameter.Always]) { Keys = Key("Number of the change.") }, async (string id, ApiChangeQuery q, CancellationToken c) => await q.FindAsync(id, c));
        List<ApiChangedRecord>(api, "changes/{id}/records", new("listChangedRecords", "Changes", "What a change touched", "The records that a change opened, changed or withdrew, by kind and id.", "/1/records?limit=2", [.. Paged]) { Keys = Key("Number of the change.") },
            async (string id, ApiChangeQuery q, CancellationToken c) => await q.RecordsAsync(id, c), hasMissing: true);
    }

    private static Dictionary<string, string> Key(string description) => new() { ["id"] = description };

    private static void List<T>(RouteGroupBuilder api, string path, ApiOperation operation, Delegate handler, bool hasMissing = false) => Get<ApiList<T>>(api, path, operation, handler, hasMissing);

    private static void Item<T>(RouteGroupBuilder api, string path, ApiOperation operation, Delegate handler) => Get<ApiItem<T>>(api, path, operation, handler, hasMissing: true);

    // A sample stands behind the part of the path that has no parameters.
    private static void Get<T>(RouteGroupBuilder api, string path, ApiOperation operation, Delegate handler, bool hasMissing = false)
    {
        var endpoint = api.MapGet(path, handler).WithMetadata(operation with { Sample = $"{OpenData.Api}/{path.Split("/{")[0]}".TrimEnd('/') + operation.Sample })
            .Produces<T>(StatusCodes.Status200OK, "application/json").Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblems.MediaType);
        if (operation.Kind is not null) endpoint.Produces<ApiProblem>(StatusCodes.Status410Gone, ApiProblems.MediaType);
        if (hasMissing) endpoint.Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblems.MediaType);
    }
}
