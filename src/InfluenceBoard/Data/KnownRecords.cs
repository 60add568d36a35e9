using System.Text.Json;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Data;

/// <summary>Questions of almost every page. They are translated once and not with every request, and where nothing is asked for, nothing is asked.</summary>
public static class KnownRecords
{
    private static readonly Func<BoardDb, DateTimeOffset, RecordKind, string, IAsyncEnumerable<Claim>> Claims = EF.CompileAsyncQuery<BoardDb, DateTimeOffset, RecordKind, string, Claim>((BoardDb db, DateTimeOffset at, RecordKind kind, string ids) =>
        db.Claims.Where(c => c.RecordKind == kind && db.Texts(ids).Select(t => t.Value).Contains(c.RecordId) && c.KnownTo > at && c.KnownFrom <= at).OrderBy(c => c.Order));

    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<MoneyItem>> Money = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.Money.Where(m => db.Texts(engagements).Select(t => t.Value).Contains(m.EngagementId) && m.KnownTo > at && m.KnownFrom <= at));

    private static readonly Func<BoardDb, string, IAsyncEnumerable<MoneyItem>> Amounts = EF.CompileAsyncQuery((BoardDb db, string versions) => db.Money.Where(m => db.Numbers(versions).Select(n => n.Value).Contains(m.VersionId)));

    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<Move>> MovesFrom = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.Moves.Where(m => db.Texts(engagements).Select(t => t.Value).Contains(m.FromId) && m.KnownTo > at && m.KnownFrom <= at));

    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<Move>> MovesTo = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.Moves.Where(m => db.Texts(engagements).Select(t => t.Value).Contains(m.ToId) && m.KnownTo > at && m.KnownFrom <= at));

    private static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<KeyValuePair<string, string>>> Titles = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string engagements) =>
        db.EngagementLines.Where(l => db.Texts(engagements).Select(t => t.Value).Contains(l.EngagementId) && l.KnownTo > at && l.KnownFrom <= at).Select(l => new KeyValuePair<string, string>(l.EngagementId, l.Title)));

    private static readonly Func<BoardDb, DateTimeOffset, IAsyncEnumerable<Survey>> Surveys = EF.CompileAsyncQuery<BoardDb, DateTimeOffset, Survey>((BoardDb db, DateTimeOffset at) =>
        db.Surveys.Where(s => s.KnownTo > at && s.KnownFrom <= at).OrderByDescending(s => s.Date).ThenBy(s => s.Id));

    private static readonly Func<BoardDb, DateTimeOffset, RecordKind, string, IAsyncEnumerable<string>> NamedSources = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, RecordKind kind, string ids) =>
        db.Claims.Where(c => c.RecordKind == kind && db.Texts(ids).Select(t => t.Value).Contains(c.RecordId) && c.KnownTo > at && c.KnownFrom <= at).Select(c => c.SourceId));

    // The numbers of changes grow with time, so the last is found from the end.
    private static readonly Func<BoardDb, DateTimeOffset, IAsyncEnumerable<DateTimeOffset>> Changed = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at) =>
        db.Changes.Where(c => c.At <= at).OrderByDescending(c => c.Id).Select(c => c.At).Take(1));

    /// <summary>The records of some ids as they stood at a moment, in no order.</summary>
    public static async Task<IReadOnlyList<T>> OfIdsAsync<T>(this BoardDb db, string[] ids, DateTimeOffset? asOf, CancellationToken cancel) where T : Versioned =>
        ids.Length == 0 ? [] : await ById<T>.Ask(db, asOf ?? KnownVersions.Present, List(ids)).ToListAsync(cancel);

    /// <summary>The claims on some records of a kind as they stood at a moment, in the order of each record.</summary>
    public static async Task<IReadOnlyList<Claim>> ClaimsOfAsync(this BoardDb db, RecordKind kind, string[] ids, DateTimeOffset? asOf, CancellationToken cancel) =>
        ids.Length == 0 ? [] : await Claims(db, asOf ?? KnownVersions.Present, kind, List(ids)).ToListAsync(cancel);

    /// <summary>The amounts of some engagements as they stood at a moment, in no order.</summary>
    public static async Task<IReadOnlyList<MoneyItem>> MoneyOfAsync(this BoardDb db, string[] engagements, DateTimeOffset? asOf, CancellationToken cancel) =>
        engagements.Length == 0 ? [] : await Money(db, asOf ?? KnownVersions.Present, List(engagements)).ToListAsync(cancel);

    /// <summary>The links that begin or end at some engagements as they stood at a moment, each once, in no order.</summary>
    public static async Task<IReadOnlyList<Move>> MovesOfAsync(this BoardDb db, string[] engagements, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var (at, ids) = (asOf ?? KnownVersions.Present, List(engagements));
        return [.. (await MovesFrom(db, at, ids).ToListAsync(cancel)).Concat(await MovesTo(db, at, ids).ToListAsync(cancel)).DistinctBy(m => m.Id)];
    }

    /// <summary>Amounts by the numbers of their versions, in no order.</summary>
    public static async Task<IReadOnlyList<MoneyItem>> AmountsAsync(this BoardDb db, long[] versions, CancellationToken cancel) => versions.Length == 0 ? [] : await Amounts(db, List(versions)).ToListAsync(cancel);

    /// <summary>Titles of some engagements by their ids; those that did not stand at the moment are left out.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TitlesOfAsync(this BoardDb db, string[] engagements, DateTimeOffset? asOf, CancellationToken cancel) =>
        new Dictionary<string, string>(engagements.Length == 0 ? [] : await Titles(db, asOf ?? KnownVersions.Present, List(engagements)).ToListAsync(cancel), StringComparer.Ordinal);

    /// <summary>The surveys as they stood at a moment, latest first.</summary>
    public static async Task<IReadOnlyList<Survey>> SurveysAsync(this BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) => await Surveys(db, asOf ?? KnownVersions.Present).ToListAsync(cancel);

    /// <summary>Ids of the sources of the claims on some records of a kind as they stood at a moment, once for each claim.</summary>
    public static async Task<IReadOnlyList<string>> NamedSourcesAsync(this BoardDb db, RecordKind kind, string[] ids, DateTimeOffset? asOf, CancellationToken cancel) =>
        ids.Length == 0 ? [] : await NamedSources(db, asOf ?? KnownVersions.Present, kind, List(ids)).ToListAsync(cancel);

    /// <summary>When the board last changed up to a moment (UTC); null when it had not.</summary>
    public static async Task<DateTimeOffset?> LastChangedAsync(this BoardDb db, DateTimeOffset? asOf, CancellationToken cancel) =>
        await Changed(db, asOf ?? KnownVersions.Present).ToListAsync(cancel) is [var last] ? last : null;

    /// <summary>A list as <see cref="BoardDb.Texts"/> and <see cref="BoardDb.Numbers"/> take it.</summary>
    internal static string List<T>(T[] items) => JsonSerializer.Serialize(items);

    private static class ById<T> where T : Versioned
    {
        public static readonly Func<BoardDb, DateTimeOffset, string, IAsyncEnumerable<T>> Ask = EF.CompileAsyncQuery((BoardDb db, DateTimeOffset at, string ids) =>
            db.Set<T>().Where(r => db.Texts(ids).Select(t => t.Value).Contains(r.Id) && r.KnownTo > at && r.KnownFrom <= at));
    }
}
