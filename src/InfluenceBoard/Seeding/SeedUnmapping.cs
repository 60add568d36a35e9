using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>The way back of <see cref="SeedMapping"/>: rows of the board as the seed records that would make them. Claims and amounts are rows of their own and are not in it.</summary>
public static class SeedUnmapping
{
    public static SeedParty ToSeed(this Party r) => new(r.Kind, r.Slug, new SeedNames(r.NameEn, r.NameEnInSentence, r.NameZhHans), [r.Longitude, r.Latitude], r.Iso3, r.Numeric, r.Note)
    {
        Id = r.Id, Roles = [.. new[] { (r.IsCountry, "country"), (r.IsActor, "actor") }.Where(x => x.Item1).Select(x => x.Item2)], Order = r.Order, Members = r.Members,
    };

    public static SeedSource ToSeed(this Source r) => new(r.Title, r.Publisher, r.Class, r.Language, r.Url, r.Date, r.DateNote, r.Reliability, r.ReliabilityReason, r.Reviewed, r.Paragraphs, r.ParentId,
        r.IsExcerpt ? "excerpt" : "whole", r.Note) { Id = r.Id, WithoutFacts = r.WithoutFacts };

    public static SeedPerson ToSeed(this Person r) => new(r.Name, r.PartyId, r.Role, r.OrganisationId, r.Note) { Id = r.Id, Names = r.Names };

    public static SeedOrganisation ToSeed(this Organisation r) => new(r.Name, r.Kind, r.Abbreviation, r.PartyId, r.Note) { Id = r.Id, Names = r.Names, Members = r.Members };

    public static SeedPlace ToSeed(this Place r) =>
        new(r.Name, r.Kind, r.PartyId, r is { Longitude: { } longitude, Latitude: { } latitude } ? [longitude, latitude] : null, r.PositionNote, r.Note) { Id = r.Id, Names = r.Names, Path = r.Path };

    public static SeedRate ToSeed(this ExchangeRate r) => new(r.Currency, r.Amount, r.Usd, r.Date, r.Basis, r.Note) { Id = r.Id };

    public static SeedEngagement ToSeed(this Engagement r)
    {
        string[] Parties(PartyRole role) => [.. r.Parties.Where(p => p.Role == role).OrderBy(p => p.Order).Select(p => p.PartyId)];
        return new SeedEngagement(r.Title, r.Summary, r.Type, [.. r.Topics.OrderBy(t => t.Order).Select(t => t.Topic)], r.Status, r.Date, r.DateNote, Parties(PartyRole.By), r.Note)
        {
            Id = r.Id, Towards = Parties(PartyRole.Towards), About = Parties(PartyRole.About), People = [.. r.People.OrderBy(p => p.Order).Select(p => new SeedPart(p.PersonId, p.As))],
            Organisations = [.. r.Organisations.OrderBy(o => o.Order).Select(o => new SeedPart(o.OrganisationId, o.As))], Places = [.. r.Places.OrderBy(p => p.Order).Select(p => p.PlaceId)],
        };
    }

    public static SeedMoney ToSeed(this MoneyItem m) => new(m.Id, m.Label, m.Rung, m.Kind, m.Direction, m.ActorId, m.HostId, m.Low, m.High, m.Qualifier, m.SourceWord, m.Currency, m.Years, m.RateId, m.PartOfId,
        m.Note, m.ClaimKeys) { MayOverlap = m.MayOverlap };

    public static SeedClaim ToSeed(this Claim c) =>
        new(c.Key, c.Property, c.MoneyId, c.Value, c.SourceId, c.Paragraph, c.Locator, c.Quote, c.Attribution, c.Credibility, c.Rank, c.RankReason);

    public static SeedMove ToSeed(this Move r) => new(r.FromId, r.ToId, r.Relation, r.AssertedBy, r.Who, r.Note) { Id = r.Id };

    public static SeedIndicator ToSeed(this Indicator r) => new(r.PartyId, r.Measure, r.Low, r.High, r.Qualifier, r.Unit, r.UnitNote, r.Date, r.DateNote, r.Note) { Id = r.Id };

    public static SeedStance ToSeed(this Stance r) => new(r.HolderId, r.Kind, r.Summary, r.Date, r.DateNote, r.Note) { Id = r.Id, Towards = r.Towards, People = r.People };

    public static SeedSurvey ToSeed(this Survey r) => new(r.Date, r.Scope, r.Actors, r.Hosts, r.Sources) { Id = r.Id };
}
