using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;
using Column = InfluenceBoard.Seeding.PackageColumn;

namespace InfluenceBoard.Seeding;

/// <summary>The tables of the data package. Columns bear the names of the seed files and are described in the words of the data dictionary; what they may hold stands in <c>seeds/schemas</c>.</summary>
public static class PackageTables
{
    private const string RecordId = "Stable id of the record, the same in every version. Addresses are made of it.", Day = "EDTF date.", Note = "What a reader must know.";

    private static readonly Column Id = new("id", "string", RecordId, IsRequired: true);

    private static readonly PackageTable Parties = new PackageTable<Party>("parties", RecordKind.Party, "Parties", "A state or a region: a focus country, an actor, both, or one that records merely name.",
        p => Json(p.ToSeed()), (_, seed) => Read<SeedParty>(seed).ToRow(),
    [
        Id, new("kind", "string", "`state` or `region`."), new("slug", "string", "Word of the address: `/countries/{slug}`."),
        new("roles", "array", "Whether it is a focus country, a host; whether it is an actor."), new("order", "integer", "Fixed order on pages."), new("iso3", "string", "ISO 3166-1 alpha-3."),
        new("numeric", "string", "ISO 3166-1 numeric, or UN M49 for a region."), new("nameEn", "string", "English name.", "names.en"),
        new("nameEnInSentence", "string", "English name inside a sentence, where it differs: \"the United States\".", "names.en-in-sentence"), new("nameZhHans", "string", "Simplified Chinese name.", "names.zh-Hans"),
        new("members", "array", "Ids of a region's members. Never used to divide an amount."), new("longitude", "number", "Longitude of the label, degrees east.", "position.0"),
        new("latitude", "number", "Latitude of the label, degrees north.", "position.1"), new("note", "string", Note),
    ]);

    private static readonly PackageTable Sources = new PackageTable<Source>("sources", RecordKind.Source, "Sources", "A document that claims are drawn from.",
        s => Json(s.ToSeed(), ("latest", Text(s.Latest))), (row, seed) => With(Read<SeedSource>(seed).ToRow(), s => s.Latest = Date(row, "latest") ?? s.Latest),
    [
        Id, new("title", "string", "What it is, in the board's words."), new("publisher", "string", "Who published it."), new("class", "string", "Class of the publisher."),
        new("language", "string", "BCP 47 tag of its language."), new("url", "string", "Address, where there is one."), new("date", "string", "EDTF date of publication."),
        Derived("latest", "date", "Last day the date can mean, for sorting."), new("dateNote", "string", "How the date was found."), new("reliability", "string", "Admiralty reliability."),
        new("reliabilityReason", "string", "Why."), new("reviewed", "date", "Day on which it was last read for the board."), new("paragraphs", "integer", "Number of its paragraphs, when it was read whole."),
        new("withoutFacts", "array", "Paragraphs that state no fact."), new("parent", "string", "Id of the source that it reprints.", Refers: "sources"),
        new("readAs", "string", "Whether an excerpt was read rather than the whole."), new("note", "string", "Damage, bias, what a reader must know."),
    ]);

    private static readonly PackageTable People = new PackageTable<Person>("people", RecordKind.Person, "People", "A person named in the sources.", p => Json(p.ToSeed()), (_, seed) => Read<SeedPerson>(seed).ToRow(),
    [
        Id, new("name", "string", "Usual English form."), new("names", "object", "The name by BCP 47 tag, each in its own script."), new("party", "string", "Id of the party the person belongs to.", Refers: "parties"),
        new("role", "string", "Office at the time of the records."), new("organisation", "string", "Id of the person's institution.", Refers: "organisations"), new("note", "string", Note),
    ]);

    private static readonly PackageTable Organisations = new PackageTable<Organisation>("organisations", RecordKind.Organisation, "Institutions",
        "An institution, company or regional body named in the sources.", o => Json(o.ToSeed()), (_, seed) => Read<SeedOrganisation>(seed).ToRow(),
    [
        Id, new("name", "string", "Usual English form."), new("abbreviation", "string", "Short form, e.g. CSTO."), new("names", "object", "The name by BCP 47 tag."),
        new("kind", "string", "Kind, one of the words of the seed schema."), new("party", "string", "Id of the party it belongs to.", Refers: "parties"),
        new("members", "array", "Ids of the members of a regional body."), new("note", "string", Note),
    ]);

    private static readonly PackageTable Places = new PackageTable<Place>("places", RecordKind.Place, "Places", "A place, a sea area or a transport route.", p => Json(p.ToSeed()), (_, seed) => Read<SeedPlace>(seed).ToRow(),
    [
        Id, new("name", "string", "Usual English form."), new("names", "object", "The name by BCP 47 tag."), new("kind", "string", "Kind, one of the words of the seed schema."),
        new("party", "string", "Id of the party it lies in.", Refers: "parties"), new("longitude", "number", "Degrees east, WGS 84.", "position.0"), new("latitude", "number", "Degrees north, WGS 84.", "position.1"),
        new("path", "array", "Course of a route as [longitude, latitude] pairs."), new("positionNote", "string", "How exact the position is."), new("note", "string", Note),
    ]);

    private static readonly PackageTable Rates = new PackageTable<ExchangeRate>("rates", RecordKind.Rate, "Exchange rates", "A dated exchange rate with its own source.", r => Json(r.ToSeed()), (_, seed) => Read<SeedRate>(seed).ToRow(),
    [
        Id, new("currency", "string", "ISO 4217 code."), new("amount", "number", "Amount in that currency …"), new("usd", "number", "… and the US dollars it is equated with."),
        new("date", "string", Day), new("basis", "string", "`source-stated`, `derived` or `published`."), new("note", "string", Note),
    ]);

    private static readonly PackageTable Engagements = new PackageTable<Engagement>("engagements", RecordKind.Engagement, "Engagements", "One dated thing that one or more parties did towards others.",
        e => Json(e.ToSeed(), ("earliest", Text(e.Earliest)), ("latest", Text(e.Latest))),
        (row, seed) => With(Read<SeedEngagement>(seed).ToRow(), e => (e.Earliest, e.Latest) = (Date(row, "earliest") ?? e.Earliest, Date(row, "latest") ?? e.Latest)),
    [
        Id, new("title", "string", "Who did what, in the board's neutral words."), new("summary", "string", "Two or three sentences in the board's words."), new("type", "string", "Kind of engagement."),
        new("status", "string", "How far it has come."), new("date", "string", "EDTF text of when it happened."), Derived("earliest", "date", "First day it can have happened."),
        Derived("latest", "date", "Last day it can have happened."), new("dateNote", "string", "How a relative or inferred date was resolved."), new("domains", "array", "What it is about."),
        new("by", "array", "Ids of the parties that did it."), new("towards", "array", "Ids of the parties towards whom it was done."), new("about", "array", "Ids of the parties that it was about without their taking part."),
        new("people", "array", "A person in an engagement: id of the person and part played."), new("organisations", "array", "An institution in an engagement: id of the institution and part played."),
        new("places", "array", "A place of an engagement: id of the place."), new("note", "string", "Doubts about the record itself."),
    ], q => q.Include(e => e.Parties).Include(e => e.Topics).Include(e => e.People).Include(e => e.Organisations).Include(e => e.Places));

    private static readonly PackageTable Money = new PackageTable<MoneyItem>("money", RecordKind.Money, "Amounts", "An amount attached to an engagement.",
        m => Json(m.ToSeed(), ("engagement", m.EngagementId), ("usdLow", m.UsdLow), ("usdHigh", m.UsdHigh)), MoneyOf,
    [
        Id, new("engagement", "string", "Id of its engagement.", Refers: "engagements", IsRequired: true, Role: ColumnRole.Tie), new("label", "string", "Short name in the board's words."), new("rung", "string", "Rung of the ladder."),
        new("kind", "string", "What it is."), new("direction", "string", "Which way it flows."), new("actor", "string", "Id of the actor.", Refers: "parties"),
        new("host", "string", "Id of the host, which can be a region.", Refers: "parties"), new("low", "number", "Low end in whole units of the currency; null when open."), new("high", "number", "High end; null when open."),
        new("qualifier", "string", "How the source hedges it."), new("word", "string", "The source's own word for a vague amount."), new("currency", "string", "ISO 4217 code."),
        Derived("usdLow", "number", "Low end in US dollars; null when open or when no rate is known."), Derived("usdHigh", "number", "High end in US dollars; null when open or when no rate is known."),
        new("rate", "string", "Id of the rate used; null for an amount in US dollars.", Refers: "rates"), new("years", "number", "Period in years, where stated."),
        new("partOf", "string", "Id of the amount that contains it.", Refers: "money"), new("mayOverlap", "array", "Ids of amounts that it may repeat."),
        new("claims", "array", "Keys of the engagement's claims that carry it."), new("note", "string", "Why this rung; what a reader must know."),
    ], after: (amounts, last) => After(amounts, last?.EngagementId ?? "", last?.Id ?? ""));

    private static readonly PackageTable Claims = new PackageTable<Claim>("claims", RecordKind.Claim, "Claims", "What one source says about one property of a record, and where it says it.",
        c => Json(c.ToSeed(), ("id", c.Id), ("recordKind", Word.Of(c.RecordKind)), ("record", c.RecordId), ("order", c.Order)), ClaimOf,
    [
        new("id", "string", RecordId, IsRequired: true, Role: ColumnRole.Tie), new("recordKind", "string", "Kind of the record.", IsRequired: true, Role: ColumnRole.Tie),
        new("record", "string", "Id of the record.", IsRequired: true, Role: ColumnRole.Tie), new("key", "string", "Id of the claim inside its record."),
        new("order", "integer", "Order inside its record.", IsRequired: true, Role: ColumnRole.Tie), new("property", "string", "Property that it speaks about."),
        new("about", "string", "Id of the amount that it is about, if it is about one.", Refers: "money"), new("value", "string", "What the source says, in the board's words."),
        new("source", "string", "Id of the source.", Refers: "sources"), new("paragraph", "integer", "Paragraph of the source, from 1."), new("locator", "string", "Where, when paragraphs cannot be counted."),
        new("quote", "string", "A short term of the original to find the place by."), new("attribution", "string", "Who in the text says it; `article` for the text itself."),
        new("credibility", "integer", "Admiralty credibility of the information, 1 confirmed to 6 cannot be judged."), new("rank", "string", "Standing among claims that contradict it."),
        new("reason", "string", "Why it is preferred or deprecated."),
    ]);

    private static readonly PackageTable Moves = new PackageTable<Move>("moves", RecordKind.Move, "Moves",
        "A link between two engagements that somebody asserts: `from` responds to, counters, follows up … `to`.", m => Json(m.ToSeed()), (_, seed) => Read<SeedMove>(seed).ToRow(),
    [
        Id, new("from", "string", "Id of the counter-move.", Refers: "engagements"), new("to", "string", "Id of the move.", Refers: "engagements"), new("relation", "string", "Relation, read from left to right."),
        new("assertedBy", "string", "Who asserts it."), new("who", "string", "Name of who asserts it."), new("note", "string", "E.g. that the order in time contradicts it."),
    ]);

    private static readonly PackageTable Indicators = new PackageTable<Indicator>("indicators", RecordKind.Indicator, "Indicators", "A dated figure about one party that gives context.",
        i => Json(i.ToSeed(), ("earliest", Text(i.Earliest)), ("latest", Text(i.Latest))),
        (row, seed) => With(Read<SeedIndicator>(seed).ToRow(), i => (i.Earliest, i.Latest) = (Date(row, "earliest") ?? i.Earliest, Date(row, "latest") ?? i.Latest)),
    [
        Id, new("subject", "string", "Id of the party.", Refers: "parties"), new("measure", "string", "What is measured."), new("low", "number", "Low end; null when open."), new("high", "number", "High end; null when open."),
        new("qualifier", "string", "How the source hedges it."), new("unit", "string", "Unit, one of the words of the seed schema."), new("unitNote", "string", "What the unit counts."), new("date", "string", Day),
        Derived("earliest", "date", "First day it can mean."), Derived("latest", "date", "Last day it can mean."), new("dateNote", "string", "How the date was found."), new("note", "string", Note),
    ]);

    private static readonly PackageTable Stances = new PackageTable<Stance>("stances", RecordKind.Stance, "Stances", "A position that a party is reported to hold between the actors.",
        s => Json(s.ToSeed(), ("earliest", Text(s.Earliest)), ("latest", Text(s.Latest))),
        (row, seed) => With(Read<SeedStance>(seed).ToRow(), s => (s.Earliest, s.Latest) = (Date(row, "earliest") ?? s.Earliest, Date(row, "latest") ?? s.Latest)),
    [
        Id, new("holder", "string", "Id of the holder.", Refers: "parties"), new("towards", "array", "Ids of those it is held towards.", IsRequired: true), new("kind", "string", "Kind of position."),
        new("summary", "string", "The position in the board's words."), new("date", "string", Day), Derived("earliest", "date", "First day it can mean."), Derived("latest", "date", "Last day it can mean."),
        new("dateNote", "string", "How the date was found."), new("people", "array", "Ids of those who voiced it."), new("note", "string", Note),
    ]);

    private static readonly PackageTable Surveys = new PackageTable<Survey>("surveys", RecordKind.Survey, "Surveys",
        "A look through sources for engagements of some actors with some hosts. A pair that no survey names was not searched, and its silence means nothing.", s => Json(s.ToSeed()), (_, seed) => Read<SeedSurvey>(seed).ToRow(),
    [
        Id, new("date", "date", "Day of the look."), new("scope", "string", "What was looked for and how far, in the board's words."), new("actors", "array", "Ids of the actors that were looked for, as a JSON list."),
        new("hosts", "array", "Ids of the hosts that were looked for, as a JSON list."), new("sources", "array", "Ids of the sources that were looked through, as a JSON list."),
    ]);

    /// <summary>Every table, what is named before what names it.</summary>
    public static IReadOnlyList<PackageTable> All { get; } = [Parties, Sources, Organisations, People, Places, Rates, Engagements, Money, Moves, Indicators, Stances, Surveys, Claims];

    /// <summary>The table of a kind of record.</summary>
    public static PackageTable Of(RecordKind kind) => All.First(t => t.Kind == kind);

    private static Column Derived(string name, string type, string description) => new(name, type, description, Role: ColumnRole.Derived);

    private static MoneyItem MoneyOf(JsonObject row, JsonObject seed)
    {
        // The dollars stand in the row: the rate may have been another since.
        var money = Read<SeedMoney>(seed);
        var item = (money with { Rate = null }).ToRow((string?)row["engagement"] ?? throw new JsonException("'engagement' is missing."), new Dictionary<string, SeedRate>());
        (item.RateId, item.HasUsd, item.UsdLow, item.UsdHigh) = (money.Rate, money.Rate is not null || money.Currency == "USD", row["usdLow"]?.Deserialize<decimal>(SeedJson.Options), row["usdHigh"]?.Deserialize<decimal>(SeedJson.Options));
        return item;
    }

    private static Claim ClaimOf(JsonObject row, JsonObject seed)
    {
        var kind = Word.Parse<RecordKind>((string?)row["recordKind"]) ?? throw new JsonException($"'recordKind' is not one of: {string.Join(", ", Word.All<RecordKind>())}.");
        return Read<SeedClaim>(seed).ToRow(kind, (string?)row["record"] ?? throw new JsonException("'record' is missing."), row["order"]?.Deserialize<int>() ?? throw new JsonException("'order' is missing."));
    }

    private static IQueryable<MoneyItem> After(IQueryable<MoneyItem> amounts, string engagement, string id) => amounts
        .Where(m => string.Compare(m.EngagementId, engagement) >= 0 && (m.EngagementId != engagement || string.Compare(m.Id, id) > 0)).OrderBy(m => m.EngagementId).ThenBy(m => m.Id);

    private static T Read<T>(JsonObject seed) => seed.Deserialize<T>(SeedJson.Options)!;

    private static T With<T>(T row, Action<T> set) { set(row); return row; }

    private static JsonObject Json<T>(T seed, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(seed, SeedJson.Options)!;
        foreach (var (name, value) in more) json[name] = value is null ? null : JsonSerializer.SerializeToNode(value, SeedJson.Options);
        return json;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(JsonObject row, string name) => row[name]?.Deserialize<DateOnly>(SeedJson.Options);
}
