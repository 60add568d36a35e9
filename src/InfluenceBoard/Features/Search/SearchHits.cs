using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Search;

/// <summary>A record that a search found.</summary>
/// <param name="Kind">Kind of the record.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title or name; null to use the party's name in the page's language.</param>
/// <param name="Address">Where it is shown; null for a party without a page.</param>
/// <param name="Names">Other names, by language.</param>
/// <param name="Texts">Further texts in which the words may stand.</param>
/// <param name="Date">EDTF date, where it has one.</param>
/// <param name="PartyId">Party that it belongs to.</param>
public sealed record SearchHit(RecordKind Kind, string Id, string? Title, Func<Urls, string>? Address, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Texts, string? Date = null, string? PartyId = null)
{
    /// <summary>Title of the record that it belongs to.</summary>
    public string? Of { get; init; }
}

/// <summary>Reads what search shows of the records it found.</summary>
public static class SearchHits
{
    private static readonly Dictionary<string, string> Nameless = [];

    /// <summary>The hits of ids of one kind, in their order.</summary>
    public static async Task<IReadOnlyList<SearchHit>> ReadAsync(BoardDb db, PartyDirectory parties, RecordKind kind, IReadOnlyList<string> ids, DateTimeOffset? asOf, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var found = kind switch
        {
            RecordKind.Party => await Of(db.Parties, p => new SearchHit(kind, p.Id, null, Party(p.Id), Nameless, Some(p.Note), PartyId: p.Id)),
            RecordKind.Person => await Of(db.People, p => new SearchHit(kind, p.Id, p.Name, u => u.Person(p.Id), p.Names, Some(p.Role, p.Note), PartyId: p.PartyId)),
            RecordKind.Organisation => await Of(db.Organisations, o => new SearchHit(kind, o.Id, o.Abbreviation is null ? o.Name : $"{o.Name} ({o.Abbreviation})", u => u.Organisation(o.Id), o.Names, Some(o.Note), PartyId: o.PartyId)),
            RecordKind.Place => await Of(db.Places, p => new SearchHit(kind, p.Id, p.Name, u => u.Place(p.Id), p.Names, Some(p.Note, p.PositionNote), PartyId: p.PartyId)),
            RecordKind.Engagement => await Of(db.Engagements, e => new SearchHit(kind, e.Id, e.Title, u => u.Engagement(e.Id), Nameless, Some(e.Summary, e.Note, e.DateNote), e.Date)),
            RecordKind.Money => await Of(db.Money, m => new SearchHit(kind, m.Id, m.Label ?? m.Id, u => u.Engagement(m.EngagementId, "money-" + m.Id), Nameless, Some(m.SourceWord, m.Note), PartyId: m.ActorId)),
            RecordKind.Source => await Of(db.Sources, s => new SearchHit(kind, s.Id, s.Title, u => u.Source(s.Id), Nameless, Some(s.Publisher, s.Note, s.ReliabilityReason, s.DateNote), s.Date)),
            RecordKind.Indicator => await Of(db.Indicators, i => new SearchHit(kind, i.Id, i.Measure, Party(i.PartyId, "indicator-" + i.Id), Nameless, Some(i.UnitNote, i.Note), i.Date, i.PartyId)),
            RecordKind.Stance => await Of(db.Stances, s => new SearchHit(kind, s.Id, s.Summary, Party(s.HolderId, "stance-" + s.Id), Nameless, Some(s.Note), s.Date, s.HolderId)),
            RecordKind.Move => await MovesAsync(),
            RecordKind.Claim => await ClaimsAsync(),
            _ => [],
        };
        var byId = found.ToDictionary(h => h.Id, StringComparer.Ordinal);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];

        async Task<IReadOnlyList<SearchHit>> Of<T>(IQueryable<T> records, Func<T, SearchHit> hit) where T : Versioned =>
            [.. (await records.KnownAt(asOf).Where(r => ids.Contains(r.Id)).ToListAsync(cancel)).Select(hit)];

        Func<Urls, string>? Party(string id, string? fragment = null) => parties[id] is { IsCountry: false, IsActor: false } ? null : u => u.Party(parties[id]) + (fragment is null ? "" : "#" + fragment);

        async Task<IReadOnlyList<SearchHit>> MovesAsync()
        {
            var moves = await db.Moves.KnownAt(asOf).Where(m => ids.Contains(m.Id)).ToListAsync(cancel);
            string[] ends = [.. moves.SelectMany(m => new[] { m.FromId, m.ToId }).Distinct()];
            var titles = await db.Engagements.KnownAt(asOf).Where(e => ends.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, cancel);
            return [.. moves.Select(m => new SearchHit(RecordKind.Move, m.Id, $"{titles[m.FromId]} → {titles[m.ToId]}", u => u.Move(m.Id), Nameless, Some(m.Who, m.Note)))];
        }

        // A claim is shown on the page of its record, at its own place where it has one.
        async Task<IReadOnlyList<SearchHit>> ClaimsAsync()
        {
            var claims = await db.Claims.KnownAt(asOf).Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
            async Task<Dictionary<string, string>> Parties<T>(RecordKind of, IQueryable<T> records, System.Linq.Expressions.Expression<Func<T, KeyValuePair<string, string>>> party) where T : Versioned
            {
                string[] its = [.. claims.Where(c => c.RecordKind == of).Select(c => c.RecordId).Distinct()];
                return its.Length == 0 ? [] : new(await records.KnownAt(asOf).Where(r => its.Contains(r.Id)).Select(party).ToListAsync(cancel));
            }
            var indicators = await Parties(RecordKind.Indicator, db.Indicators, i => new KeyValuePair<string, string>(i.Id, i.PartyId));
            string[] told = [.. claims.Where(c => c.RecordKind == RecordKind.Engagement).Select(c => c.RecordId).Distinct()];
            var titles = await db.Engagements.KnownAt(asOf).Where(e => told.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, cancel);
            var stances = await Parties(RecordKind.Stance, db.Stances, s => new KeyValuePair<string, string>(s.Id, s.HolderId));
            return
            [
                .. claims.Select(c => new SearchHit(RecordKind.Claim, c.Id, c.Value, c.RecordKind switch
                {
                    RecordKind.Engagement => u => u.Engagement(c.RecordId, "claim-" + c.Key),
                    RecordKind.Person => u => u.Person(c.RecordId),
                    RecordKind.Organisation => u => u.Organisation(c.RecordId),
                    RecordKind.Place => u => u.Place(c.RecordId),
                    RecordKind.Move => u => u.Move(c.RecordId),
                    RecordKind.Indicator => Party(indicators[c.RecordId], "indicator-" + c.RecordId),
                    RecordKind.Stance => Party(stances[c.RecordId], "stance-" + c.RecordId),
                    _ => u => u.Source(c.SourceId, c.Paragraph is { } p ? $"p{p}" : null),
                }, Nameless, Some(c.Quote, c.Attribution == "article" ? null : c.Attribution, c.RankReason)) { Of = titles.GetValueOrDefault(c.RecordId) }),
            ];
        }
    }

    private static string[] Some(params string?[] texts) => [.. texts.OfType<string>().Where(t => t.Length > 0)];
}
