using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>Writes records for answers: their addresses, on the pages and in the API, and the parts that several share.</summary>
public sealed class ApiPlaces(Reading reading)
{
    /// <summary>The parties.</summary>
    public PartyDirectory Parties => reading.Parties;

    /// <summary>An address of the API below its beginning, from names that are escaped here.</summary>
    public string Self(params IEnumerable<string> path) => reading.Origin + reading.Urls.Build($"{OpenData.Api}/{string.Join('/', path.Select(Uri.EscapeDataString))}");

    /// <summary>An address of the API as of a moment.</summary>
    public string SelfAt(DateTimeOffset moment, params IEnumerable<string> path) => reading.Origin + Then(moment).Build($"{OpenData.Api}/{string.Join('/', path.Select(Uri.EscapeDataString))}");

    /// <summary>The page of what changed at a moment.</summary>
    public string ChangesAt(DateTimeOffset moment) => reading.Origin + Then(moment).Changes(new Moment(moment.AddMilliseconds(-1)));

    /// <summary>An address of the pages.</summary>
    public string Url(Func<Urls, string?> page) => reading.Origin + page(reading.Urls);

    /// <summary>A place on the page of a party; the overview for a party that has none.</summary>
    public string PartyUrl(string id, string? fragment = null) => Url(u => u.Party(Parties[id]) is { } page ? page + (fragment is null ? "" : "#" + fragment) : u.Overview());

    /// <summary>A party by name.</summary>
    public ApiPartyRef Party(string id) => new() { Id = id, Slug = Parties[id].Slug, Name = Parties.Name(id) };

    /// <summary>A person, an institution or a place by name, in the language of the answer where the board holds that.</summary>
    public ApiNamed Named(string id, Func<Urls, string> page, string name, SortedDictionary<string, string>? names, string? part) =>
        new() { Id = id, Url = Url(page), Name = names?.GetValueOrDefault(reading.Language) ?? name, As = part };

    /// <summary>A claim with the place that shows it.</summary>
    /// <param name="partyId">For a claim about an indicator or a position, the party on whose page it stands.</param>
    public ApiClaim Claim(Claim c, string? partyId = null) => new()
    {
        Id = c.Id, Self = Self("claims", Word.Of(c.RecordKind), c.RecordId, c.Key), RecordKind = c.RecordKind, RecordId = c.RecordId, Key = c.Key, Property = c.Property, MoneyId = c.MoneyId, Value = c.Value,
        SourceId = c.SourceId, Paragraph = c.Paragraph, Locator = c.Locator, Quote = c.Quote, AssertedBy = c.Attribution, Credibility = c.Credibility, Rank = c.Rank, RankReason = c.RankReason, Version = ApiVersion.Of(c),
        Url = c.RecordKind switch
        {
            RecordKind.Engagement => Url(u => u.Engagement(c.RecordId, "claim-" + c.Key)),
            RecordKind.Person => Url(u => u.Person(c.RecordId)),
            RecordKind.Organisation => Url(u => u.Organisation(c.RecordId)),
            RecordKind.Place => Url(u => u.Place(c.RecordId)),
            RecordKind.Move => Url(u => u.Move(c.RecordId)),
            RecordKind.Indicator or RecordKind.Stance when partyId is not null => PartyUrl(partyId, $"{Word.Of(c.RecordKind)}-{c.RecordId}"),
            _ => Url(u => u.Source(c.SourceId, c.Paragraph is { } p ? "p" + p.ToString(CultureInfo.InvariantCulture) : null)),
        },
    };

    /// <summary>The address of a record in the API as of a moment; null for kinds without one.</summary>
    public string? Self(RecordKind kind, string id, DateTimeOffset moment) => kind switch
    {
        RecordKind.Engagement => SelfAt(moment, "engagements", id),
        RecordKind.Money => SelfAt(moment, "money", id),
        RecordKind.Source => SelfAt(moment, "sources", id),
        RecordKind.Move => SelfAt(moment, "moves", id),
        RecordKind.Indicator => SelfAt(moment, "indicators", id),
        RecordKind.Claim when id.Split('/', '#') is [var of, var record, var key] => SelfAt(moment, "claims", of, record, key),
        RecordKind.Party when Parties.Find(id) is { IsCountry: true } => SelfAt(moment, "countries", Parties[id].Slug),
        RecordKind.Party when Parties.Find(id) is { IsActor: true } => SelfAt(moment, "actors", Parties[id].Slug),
        _ => null,
    };

    private Urls Then(DateTimeOffset moment) => new(Parties, reading.Language == Reading.Languages[0] ? null : reading.Language, new Moment(moment));
}
