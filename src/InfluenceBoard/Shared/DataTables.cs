using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>The tables that several pages have as data. Columns are the same wherever a table stands; see "Tables of pages" in docs/data-dictionary.md.</summary>
/// <param name="urls">Builds the addresses of the rows' records, as of the moment of the page.</param>
/// <param name="origin">Scheme and host for absolute addresses.</param>
/// <param name="parties">The parties.</param>
public sealed class DataTables(Urls urls, string origin, PartyDirectory parties)
{
    /// <summary>The tables of a request.</summary>
    public DataTables(Reading reading) : this(reading.Urls, reading.Origin, reading.Parties) { }

    /// <summary>Engagements, one a row.</summary>
    public DataTable Engagements(IEnumerable<EngagementRow> rows, string name = "engagements") => Engagements(rows.Select(EngagementEntry.Of).ToAsyncEnumerable(), name);

    /// <summary>Engagements that are read while they are written.</summary>
    public DataTable Engagements(IAsyncEnumerable<EngagementEntry> rows, string name = "engagements") => DataTable.Of(name, rows,
        new("id", DataType.Text, e => e.Id), new("title", DataType.Text, e => e.Title), new("date", DataType.Text, e => e.Date),
        new("earliest", DataType.Day, e => Bound(e.Earliest)), new("latest", DataType.Day, e => Bound(e.Latest)),
        new("type", DataType.Text, e => Word.Of(e.Type)), new("status", DataType.Text, e => Word.Of(e.Status)),
        new("by", DataType.List, e => e.In(PartyRole.By)), new("towards", DataType.List, e => e.In(PartyRole.Towards)), new("about", DataType.List, e => e.In(PartyRole.About)),
        new("domains", DataType.List, e => e.Topics), new("amounts", DataType.List, e => e.Amounts),
        new("sources", DataType.Whole, e => e.Sources), new("confidence", DataType.Text, e => e.Confidence?.ToString()), new("contested", DataType.Logical, e => e.IsContested),
        new("url", DataType.Address, e => origin + urls.Engagement(e.Id)));

    /// <summary>Amounts, one a row, each with the part it plays in the pledged total of its direction: who adds up <c>adds_low_usd</c> of one direction gets the low end, and no amount twice.</summary>
    public DataTable Money(MoneyScope money, string name = "money") => Money(() => Task.FromResult(money), name);

    /// <summary>Amounts that are read when the table is.</summary>
    public DataTable Money(Func<Task<MoneyScope>> read, string name = "money")
    {
        IReadOnlyDictionary<Direction, Dictionary<string, TotalLine>> lines = null!;
        TotalLine Line(MoneyRow row) => lines[row.Item.Direction][row.Item.Id];
        return DataTable.Of(name, Rows,
            new("id", DataType.Text, r => r.Item.Id), new("label", DataType.Text, r => r.Item.Label), new("engagement", DataType.Text, r => r.Item.EngagementId), new("engagement_title", DataType.Text, r => r.EngagementTitle),
            new("actor", DataType.Text, r => r.Item.ActorId), new("host", DataType.Text, r => r.Item.HostId), new("direction", DataType.Text, r => Word.Of(r.Item.Direction)),
            new("rung", DataType.Text, r => Word.Of(r.Item.Rung)), new("kind", DataType.Text, r => Word.Of(r.Item.Kind)), new("qualifier", DataType.Text, r => Word.Of(r.Item.Qualifier)), new("source_word", DataType.Text, r => r.Item.SourceWord),
            new("low", DataType.Number, r => r.Item.Low), new("high", DataType.Number, r => r.Item.High), new("currency", DataType.Text, r => r.Item.Currency),
            new("usd_low", DataType.Number, r => r.Item.UsdLow), new("usd_high", DataType.Number, r => r.Item.UsdHigh), new("rate", DataType.Text, r => r.Rate?.Id), new("rate_date", DataType.Text, r => r.Rate?.Date),
            new("years", DataType.Number, r => r.Item.Years), new("part_of", DataType.Text, r => r.Item.PartOfId), new("may_overlap", DataType.List, r => r.Item.MayOverlap.ToArray()),
            new("in_total", DataType.Text, r => Word.Of(Line(r).Role)), new("adds_low_usd", DataType.Number, r => Line(r).Low), new("adds_high_usd", DataType.Number, r => Line(r).High), new("because_of", DataType.Text, r => Line(r).Because),
            new("claims", DataType.List, r => r.Item.ClaimKeys.Select(k => Claim.IdOf(RecordKind.Engagement, r.Item.EngagementId, k)).ToArray()),
            new("url", DataType.Address, r => origin + urls.Engagement(r.Item.EngagementId, "money-" + r.Item.Id)));

        async Task<IEnumerable<MoneyRow>> Rows()
        {
            var money = await read();
            lines = Enum.GetValues<Direction>().ToDictionary(d => d, d => money.Total(d).Lines.ToDictionary(l => l.Item.Id, StringComparer.Ordinal));
            return money.Rows;
        }
    }

    /// <summary>Pledged totals of scopes, one a row for each direction in which there is anything. Rows must not be added up: scopes can overlap.</summary>
    /// <param name="scopes">Actor and host of each scope, null for any, with its amounts.</param>
    public static DataTable Totals(IEnumerable<(string? Actor, string? Host, MoneyScope Money)> scopes) => Totals(() => Task.FromResult(scopes));

    /// <summary>Totals of scopes that are read when the table is.</summary>
    public static DataTable Totals(Func<Task<IEnumerable<(string? Actor, string? Host, MoneyScope Money)>>> read) => DataTable.Of("totals",
        async () => (await read()).SelectMany(s => Enum.GetValues<Direction>().Select(d => (s.Actor, s.Host, Direction: d, Total: s.Money.Total(d)))).Where(t => t.Direction == Direction.ActorToHost || !t.Total.IsEmpty),
        new("actor", DataType.Text, t => t.Actor), new("host", DataType.Text, t => t.Host), new("direction", DataType.Text, t => Word.Of(t.Direction)),
        new("low_usd", DataType.Number, t => t.Total.IsEmpty ? null : t.Total.Low), new("high_usd", DataType.Number, t => t.Total.IsEmpty ? null : t.Total.High),
        new("open_ended", DataType.Whole, t => t.Total.OpenEnded), new("kinds", DataType.List, t => t.Total.Kinds.Select(Word.Of).ToArray()),
        new("counted", DataType.List, t => t.Total.Lines.Where(l => l.Role is TotalRole.Counted or TotalRole.HighOnly).Select(l => l.Item.Id).ToArray()),
        new("left_out", DataType.List, t => t.Total.Lines.Where(l => l.Role is not (TotalRole.Counted or TotalRole.HighOnly or TotalRole.OtherDirection)).Select(l => $"{l.Item.Id}: {Word.Of(l.Role)}").ToArray()));

    /// <summary>Name of the table of a page's sources.</summary>
    public const string SourcesName = "sources";

    /// <summary>Sources with the number of their claims on the page.</summary>
    public DataTable Sources(IEnumerable<SourceLine> sources) => Sources(() => Task.FromResult(sources));

    /// <summary>Sources that are read when the table is.</summary>
    public DataTable Sources(Func<Task<IEnumerable<SourceLine>>> read) => DataTable.Of(SourcesName, read,
        new("id", DataType.Text, s => s.Source.Id), new("title", DataType.Text, s => s.Source.Title), new("publisher", DataType.Text, s => s.Source.Publisher), new("class", DataType.Text, s => Word.Of(s.Source.Class)),
        new("language", DataType.Text, s => s.Source.Language), new("date", DataType.Text, s => s.Source.Date), new("reliability", DataType.Text, s => Word.Of(s.Source.Reliability)),
        new("reviewed", DataType.Day, s => s.Source.Reviewed), new("paragraphs", DataType.Whole, s => s.Source.Paragraphs), new("parent", DataType.Text, s => s.Source.ParentId), new("claims", DataType.Whole, s => s.Claims),
        new("original", DataType.Address, s => s.Source.Url), new("url", DataType.Address, s => origin + urls.Source(s.Source.Id)));

    /// <summary>Claims, one a row: which source says what, in which paragraph.</summary>
    public DataTable Claims(IEnumerable<Claim> claims, IReadOnlyDictionary<string, Source>? sources = null, string name = "claims") => DataTable.Of(name, claims,
        new("id", DataType.Text, c => c.Id), new("kind", DataType.Text, c => Word.Of(c.RecordKind)), new("record", DataType.Text, c => c.RecordId), new("property", DataType.Text, c => Word.Of(c.Property)), new("amount", DataType.Text, c => c.MoneyId),
        new("value", DataType.Text, c => c.Value), new("source", DataType.Text, c => c.SourceId), new("source_title", DataType.Text, c => sources?.GetValueOrDefault(c.SourceId)?.Title),
        new("paragraph", DataType.Whole, c => c.Paragraph), new("locator", DataType.Text, c => c.Locator), new("quote", DataType.Text, c => c.Quote), new("attribution", DataType.Text, c => c.Attribution),
        new("reliability", DataType.Text, c => sources?.GetValueOrDefault(c.SourceId) is { } s ? Word.Of(s.Reliability) : null), new("credibility", DataType.Whole, c => c.Credibility), new("rank", DataType.Text, c => Word.Of(c.Rank)), new("rank_reason", DataType.Text, c => c.RankReason),
        new("url", DataType.Address, c => origin + urls.Source(c.SourceId, c.Paragraph is { } p ? $"p{p.ToString(CultureInfo.InvariantCulture)}" : null)));

    /// <summary>Indicators with the claims that carry them.</summary>
    public DataTable Indicators(IEnumerable<Claimed<Indicator>> indicators) => DataTable.Of("indicators", indicators,
        new("id", DataType.Text, i => i.Record.Id), new("party", DataType.Text, i => i.Record.PartyId), new("measure", DataType.Text, i => i.Record.Measure), new("low", DataType.Number, i => i.Record.Low), new("high", DataType.Number, i => i.Record.High),
        new("qualifier", DataType.Text, i => Word.Of(i.Record.Qualifier)), new("unit", DataType.Text, i => i.Record.Unit), new("date", DataType.Text, i => i.Record.Date), new("claims", DataType.List, i => i.Claims.Select(c => c.Id).ToArray()),
        new("url", DataType.Address, i => Absolute(RecordNames.Address(i.Record, urls, parties))));

    /// <summary>Positions with the claims that carry them.</summary>
    public DataTable Stances(IEnumerable<Claimed<Stance>> stances) => DataTable.Of("positions", stances,
        new("id", DataType.Text, s => s.Record.Id), new("holder", DataType.Text, s => s.Record.HolderId), new("towards", DataType.List, s => s.Record.Towards.ToArray()), new("kind", DataType.Text, s => Word.Of(s.Record.Kind)),
        new("summary", DataType.Text, s => s.Record.Summary), new("date", DataType.Text, s => s.Record.Date), new("people", DataType.List, s => s.Record.People.ToArray()), new("claims", DataType.List, s => s.Claims.Select(c => c.Id).ToArray()),
        new("url", DataType.Address, s => Absolute(RecordNames.Address(s.Record, urls, parties))));

    /// <summary>People with the number of their engagements on the page.</summary>
    public DataTable People(IEnumerable<(Person Person, int Engagements)> people, string name = "people") => DataTable.Of(name, people,
        new("id", DataType.Text, p => p.Person.Id), new("name", DataType.Text, p => p.Person.Name), new("names", DataType.List, p => Names(p.Person.Names)), new("party", DataType.Text, p => p.Person.PartyId),
        new("role", DataType.Text, p => p.Person.Role), new("organisation", DataType.Text, p => p.Person.OrganisationId), new("engagements", DataType.Whole, p => p.Engagements), new("url", DataType.Address, p => origin + urls.Person(p.Person.Id)));

    /// <summary>Institutions with the number of their engagements on the page.</summary>
    public DataTable Organisations(IEnumerable<(Organisation Organisation, int Engagements)> organisations) => DataTable.Of("organisations", organisations,
        new("id", DataType.Text, o => o.Organisation.Id), new("name", DataType.Text, o => o.Organisation.Name), new("abbreviation", DataType.Text, o => o.Organisation.Abbreviation), new("names", DataType.List, o => Names(o.Organisation.Names)),
        new("kind", DataType.Text, o => o.Organisation.Kind), new("party", DataType.Text, o => o.Organisation.PartyId), new("members", DataType.List, o => o.Organisation.Members.ToArray()), new("engagements", DataType.Whole, o => o.Engagements),
        new("url", DataType.Address, o => origin + urls.Organisation(o.Organisation.Id)));

    /// <summary>Places with the number of their engagements on the page.</summary>
    public DataTable Places(IEnumerable<(Place Place, int? Engagements)> places) => DataTable.Of("places", places,
        new("id", DataType.Text, p => p.Place.Id), new("name", DataType.Text, p => p.Place.Name), new("names", DataType.List, p => Names(p.Place.Names)), new("kind", DataType.Text, p => p.Place.Kind), new("party", DataType.Text, p => p.Place.PartyId),
        new("longitude", DataType.Number, p => p.Place.Longitude), new("latitude", DataType.Number, p => p.Place.Latitude), new("engagements", DataType.Whole, p => p.Engagements), new("url", DataType.Address, p => origin + urls.Place(p.Place.Id)));

    /// <summary>Links between engagements with who asserts them.</summary>
    public DataTable Moves(IEnumerable<MoveLink> links) => DataTable.Of("moves", links,
        new("id", DataType.Text, l => l.Move.Id), new("from", DataType.Text, l => l.Move.FromId), new("from_title", DataType.Text, l => l.From.Title), new("relation", DataType.Text, l => Word.Of(l.Move.Relation)),
        new("to", DataType.Text, l => l.Move.ToId), new("to_title", DataType.Text, l => l.To.Title), new("asserted_by", DataType.Text, l => Word.Of(l.Move.AssertedBy)), new("who", DataType.Text, l => l.Move.Who),
        new("order", DataType.Text, l => l.Order is { } order ? Word.Of(order) : null), new("claims", DataType.List, l => l.Claims.Select(c => c.Id).ToArray()), new("url", DataType.Address, l => origin + urls.Move(l.Move.Id)));

    /// <summary>Places and routes as features of a map; those without a position are left out.</summary>
    public IReadOnlyList<MapFeature> Features(IEnumerable<(Place Place, int? Engagements)> places) =>
    [
        .. places.Where(p => p.Place.Path.Count > 1 || p.Place is { Longitude: not null, Latitude: not null }).Select(p => new MapFeature(p.Place.Id, p.Place.Path.Count > 1 ? "LineString" : "Point",
            p.Place.Path.Count > 1 ? [.. p.Place.Path.Select(at => (at[0], at[1]))] : [(p.Place.Longitude!.Value, p.Place.Latitude!.Value)],
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = p.Place.Name, ["kind"] = p.Place.Kind, ["party"] = p.Place.PartyId, ["engagements"] = p.Engagements, ["note"] = p.Place.PositionNote, ["url"] = origin + urls.Place(p.Place.Id) })),
    ];

    // An open end of a date has no day.
    private static object? Bound(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? null : day;

    private static string[] Names(IReadOnlyDictionary<string, string> names) => [.. names.Select(n => $"{n.Key}: {n.Value}")];

    private string? Absolute(string? address) => address is null ? null : origin + address;
}
