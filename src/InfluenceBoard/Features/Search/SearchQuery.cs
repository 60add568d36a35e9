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
    private static readonly SearchWindow[] Suggested = [new(RecordKind.Party, 0, 3), new(RecordKind.Person, 0, 4), new(RecordKind.Organisation, 0, 3), new(RecordKind.Place, 0, 2), new(RecordKind.Engagement, 0, 4)];

    /// <summary>Searches for what was typed. When no record holds all of the words, those that hold any of them are found.</summary>
    /// <param name="kind">The one kind to list a page of; null for the best of each.</param>
    /// <param name="page">Page of that kind, from 1.</param>
    public async Task<SearchModel> ReadAsync(string? typed, RecordKind? kind, int page, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var phrase = SearchPhrase.Of(typed);
        if (phrase.IsEmpty) return new SearchModel(phrase, [], new Dictionary<RecordKind, int>());
        return await WithBoardAsync(async db =>
        {
            var windows = Kinds.Where(k => kind is null || k == kind).Select(k => kind is null ? new SearchWindow(k, 0, Few) : new(k, (page - 1) * Many, Many)).ToList();
            var found = await db.FindAsync(phrase, windows, isCounted: true, asOf, cancel);
            if (found.Counts.Count == 0 && phrase.Words.Count > 1) found = await db.FindAsync(phrase = phrase with { IsAny = true }, windows, isCounted: true, asOf, cancel);
            var groups = new List<SearchGroup>();
            foreach (var one in windows.Select(w => w.Kind).Where(found.Counts.ContainsKey)) groups.Add(new SearchGroup(one, found.Counts[one], await SearchHits.ReadAsync(db, parties, one, found.Best[one], asOf, cancel)));
            return new SearchModel(phrase, groups, found.Counts);
        }, cancel);
    }

    /// <summary>What somebody who has typed this far may mean: names and titles, the best first.</summary>
    public async Task<IReadOnlyList<SearchHit>> SuggestAsync(string? typed, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var phrase = SearchPhrase.Of(typed) with { IsTyping = true };
        if (phrase.IsEmpty) return [];
        return await WithBoardAsync(async db =>
        {
            var found = await db.FindAsync(phrase, Suggested, isCounted: false, asOf, cancel);
            var hits = new List<SearchHit>();
            foreach (var kind in Suggested.Select(s => s.Kind).Where(found.Best.ContainsKey)) hits.AddRange((await SearchHits.ReadAsync(db, parties, kind, found.Best[kind], asOf, cancel)).Where(h => h.Address is not null));
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
