using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Search;

/// <summary>Hits of one kind.</summary>
/// <param name="Count">How many there are in all.</param>
/// <param name="Hits">The best, or one page of them.</param>
public sealed record SearchGroup(RecordKind Kind, int Count, IReadOnlyList<SearchHit> Hits);

/// <summary>What a search found.</summary>
/// <param name="Phrase">What was searched for.</param>
/// <param name="Groups">Kinds that have hits, in their fixed order.</param>
/// <param name="Counts">Hits of every kind.</param>
public sealed record SearchModel(SearchPhrase Phrase, IReadOnlyList<SearchGroup> Groups, IReadOnlyDictionary<RecordKind, int> Counts)
{
    /// <summary>Hits of all kinds.</summary>
    public int Total => Counts.Values.Sum();
}

/// <summary>Searches the board.</summary>
public sealed class SearchQuery(IDbContextFactory<BoardDb> factory, PartyDirectory parties)
{
    /// <summary>Hits shown of each kind, and on a page of one kind.</summary>
    public const int Few = 6, Many = 25;

    /// <summary>Kinds that are searched, in the order of the page.</summary>
    public static readonly IReadOnlyList<RecordKind> Kinds =
        [RecordKind.Party, RecordKind.Person, RecordKind.Organisation, RecordKind.Place, RecordKind.Engagement, RecordKind.Money, RecordKind.Claim, RecordKind.Source, RecordKind.Indicator, RecordKind.Stance, RecordKind.Move];

    // What a reader who types a few letters is likely to want to open.
    private static readonly (RecordKind Kind, int Most)[] Suggested = [(RecordKind.Party, 3), (RecordKind.Person, 4), (RecordKind.Organisation, 3), (RecordKind.Place, 2), (RecordKind.Engagement, 4)];

    /// <summary>Searches for what was typed. When no record holds all of the words, those that hold any of them are found.</summary>
    /// <param name="kind">The one kind to list a page of; null for the best of each.</param>
    /// <param name="page">Page of that kind, from 1.</param>
    public async Task<SearchModel> ReadAsync(string? typed, RecordKind? kind, int page, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var phrase = SearchPhrase.Of(typed);
        if (phrase.IsEmpty) return new SearchModel(phrase, [], new Dictionary<RecordKind, int>());
        return await WithBoardAsync(async db =>
        {
            var counts = await db.CountFoundAsync(phrase, asOf, cancel);
            if (counts.Count == 0 && phrase.Words.Count > 1) counts = await db.CountFoundAsync(phrase = phrase with { IsAny = true }, asOf, cancel);
            var groups = new List<SearchGroup>();
            foreach (var one in Kinds.Where(k => (kind is null || k == kind) && counts.ContainsKey(k)))
            {
                var ids = await db.FindAsync(phrase, one, asOf, kind is null ? 0 : (page - 1) * Many, kind is null ? Few : Many, cancel);
                groups.Add(new SearchGroup(one, counts[one], await SearchHits.ReadAsync(db, parties, one, ids, asOf, cancel)));
            }
            return new SearchModel(phrase, groups, counts);
        }, cancel);
    }

    /// <summary>What somebody who has typed this far may mean: names and titles, the best first.</summary>
    public async Task<IReadOnlyList<SearchHit>> SuggestAsync(string? typed, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var phrase = SearchPhrase.Of(typed) with { IsTyping = true };
        if (phrase.IsEmpty) return [];
        return await WithBoardAsync(async db =>
        {
            var hits = new List<SearchHit>();
            foreach (var (kind, most) in Suggested)
                hits.AddRange((await SearchHits.ReadAsync(db, parties, kind, await db.FindAsync(phrase, kind, asOf, 0, most, cancel), asOf, cancel)).Where(h => h.Address is not null));
            return hits;
        }, cancel);
    }

    // A search asks many short questions: one connection stays open for all of them.
    private async Task<T> WithBoardAsync<T>(Func<BoardDb, Task<T>> read, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await db.Database.OpenConnectionAsync(cancel);
        try { return await read(db); }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}
