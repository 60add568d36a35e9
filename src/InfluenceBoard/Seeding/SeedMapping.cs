using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>Turns checked seed records into the rows of the board.</summary>
public static class SeedMapping
{
    public static Party ToRow(this SeedParty r) => new()
    {
        Id = r.Id, Kind = r.Kind, Slug = r.Slug, IsCountry = r.Roles.Contains("country"), IsActor = r.Roles.Contains("actor"), Order = r.Order, Iso3 = r.Iso3, Numeric = r.Numeric,
        NameEn = r.Names.En, NameEnInSentence = r.Names.EnInSentence, NameZhHans = r.Names.ZhHans, Members = [.. r.Members], Longitude = r.Position[0], Latitude = r.Position[1], Note = r.Note,
    };

    public static Source ToRow(this SeedSource r) => new()
    {
        Id = r.Id, Title = r.Title, Publisher = r.Publisher, Class = r.Class, Language = r.Language, Url = r.Url, Date = r.Date, Latest = EdtfDate.Parse(r.Date).Latest,
        DateNote = r.DateNote, Reliability = r.Reliability, ReliabilityReason = r.ReliabilityReason, Reviewed = r.Reviewed, Paragraphs = r.Paragraphs, IsExcerpt = r.ReadAs == "excerpt",
        ParentId = r.Parent, Note = r.Note, WithoutFacts = [.. r.WithoutFacts],
    };

    public static Person ToRow(this SeedPerson r) => new() { Id = r.Id, Name = r.Name, Names = r.Names, PartyId = r.Party, Role = r.Role, OrganisationId = r.Organisation, Note = r.Note };

    public static Organisation ToRow(this SeedOrganisation r) =>
        new() { Id = r.Id, Name = r.Name, Names = r.Names, Abbreviation = r.Abbreviation, Kind = r.Kind, PartyId = r.Party, Members = [.. r.Members], Note = r.Note };

    public static Place ToRow(this SeedPlace r) => new()
    {
        Id = r.Id, Name = r.Name, Names = r.Names, Kind = r.Kind, PartyId = r.Party, Longitude = r.Position?[0], Latitude = r.Position?[1], Path = [.. r.Path],
        PositionNote = r.PositionNote, Note = r.Note,
    };

    public static ExchangeRate ToRow(this SeedRate r) => new() { Id = r.Id, Currency = r.Currency, Amount = r.Amount, Usd = r.Usd, Date = r.Date, Basis = r.Basis, Note = r.Note };

    public static Engagement ToRow(this SeedEngagement r)
    {
        var date = EdtfDate.Parse(r.Date);
        return new Engagement
        {
            Id = r.Id, Title = r.Title, Summary = r.Summary, Type = r.Type, Status = r.Status, Date = r.Date, Earliest = date.Earliest, Latest = date.Latest, DateNote = r.DateNote, Note = r.Note,
            Parties =
            [
                .. r.By.Select((p, i) => new EngagementParty { PartyId = p, Role = PartyRole.By, Order = i }),
                .. r.Towards.Select((p, i) => new EngagementParty { PartyId = p, Role = PartyRole.Towards, Order = i }),
                .. r.About.Select((p, i) => new EngagementParty { PartyId = p, Role = PartyRole.About, Order = i }),
            ],
            Topics = [.. r.Domains.Select((t, i) => new EngagementTopic { Topic = t, Order = i })],
            People = [.. r.People.Select((p, i) => new EngagementPerson { PersonId = p.Id, As = p.As, Order = i })],
            Organisations = [.. r.Organisations.Select((o, i) => new EngagementOrganisation { OrganisationId = o.Id, As = o.As, Order = i })],
            Places = [.. r.Places.Select((p, i) => new EngagementPlace { PlaceId = p, Order = i })],
        };
    }

    public static MoneyItem ToRow(this SeedMoney m, string engagementId, IReadOnlyDictionary<string, SeedRate> rates)
    {
        var rate = m.Rate is null ? m.Currency == "USD" ? 1m : (decimal?)null : rates[m.Rate].Usd / rates[m.Rate].Amount;
        // A rate is two round figures of a source; the product is rounded to the cent so that 3 trillion yen are 19 billion dollars, not 18,999,999,999.9998.
        decimal? Usd(decimal? amount) => amount * rate is { } dollars ? Math.Round(dollars, 2, MidpointRounding.ToEven) : null;
        return new MoneyItem
        {
            Id = m.Id, EngagementId = engagementId, Label = m.Label, Rung = m.Rung, Kind = m.Kind, Direction = m.Direction, ActorId = m.Actor, HostId = m.Host, Low = m.Low, High = m.High,
            Qualifier = m.Qualifier, SourceWord = m.Word, Currency = m.Currency, HasUsd = rate is not null, UsdLow = Usd(m.Low), UsdHigh = Usd(m.High), RateId = m.Rate, Years = m.Years,
            PartOfId = m.PartOf, MayOverlap = [.. m.MayOverlap], Note = m.Note, ClaimKeys = [.. m.Claims],
        };
    }

    public static Claim ToRow(this SeedClaim c, RecordKind kind, string recordId, int order) => new()
    {
        Id = Claim.IdOf(kind, recordId, c.Key), RecordKind = kind, RecordId = recordId, Key = c.Key, Order = order, Property = c.Property, MoneyId = c.About, Value = c.Value,
        SourceId = c.Source, Paragraph = c.Paragraph, Locator = c.Locator, Quote = c.Quote, Attribution = c.Attribution, Credibility = c.Credibility, Rank = c.Rank, RankReason = c.Reason,
    };

    public static Move ToRow(this SeedMove r) => new() { Id = r.Id, FromId = r.From, ToId = r.To, Relation = r.Relation, AssertedBy = r.AssertedBy, Who = r.Who, Note = r.Note };

    public static Indicator ToRow(this SeedIndicator r)
    {
        var date = EdtfDate.Parse(r.Date);
        return new Indicator
        {
            Id = r.Id, PartyId = r.Subject, Measure = r.Measure, Low = r.Low, High = r.High, Qualifier = r.Qualifier, Unit = r.Unit, UnitNote = r.UnitNote, Date = r.Date,
            Earliest = date.Earliest, Latest = date.Latest, DateNote = r.DateNote, Note = r.Note,
        };
    }

    public static Stance ToRow(this SeedStance r)
    {
        var date = EdtfDate.Parse(r.Date);
        return new Stance
        {
            Id = r.Id, HolderId = r.Holder, Towards = [.. r.Towards], Kind = r.Kind, Summary = r.Summary, Date = r.Date, Earliest = date.Earliest, Latest = date.Latest,
            DateNote = r.DateNote, People = [.. r.People], Note = r.Note,
        };
    }

    public static Survey ToRow(this SeedSurvey r) => new() { Id = r.Id, Actors = [.. r.Actors], Hosts = [.. r.Hosts], Date = r.Date, Sources = [.. r.Sources], Scope = r.Scope };
}
