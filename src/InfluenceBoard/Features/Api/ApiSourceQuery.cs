using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>Reads sources.</summary>
public sealed class ApiSourceQuery(IDbContextFactory<BoardDb> factory, ApiCall call, ApiPlaces places)
{
    /// <summary>A page of the sources that are asked for, by id.</summary>
    public async Task<ApiList<ApiSource>> ListAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var all = db.Sources.KnownAt(call.AsOf);
        if (call.Words<PublisherClass>(ApiParameter.Class) is { Length: > 0 } classes) all = all.Where(s => classes.Contains(s.Class));
        if (call.Filter.Reliability is { } worst)
        {
            var letters = Enum.GetValues<Reliability>().Where(r => r <= worst).ToArray();
            all = all.Where(s => letters.Contains(s.Reliability));
        }
        return await call.ListAsync(await all.CountAsync(cancel), await call.Page(all).ToListAsync(cancel), s => s.Id, rows => RecordsAsync(db, rows, cancel));
    }

    /// <summary>The source of an id.</summary>
    public async Task<ApiItem<ApiSource>?> FindAsync(string id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Sources.KnownAt(call.AsOf).FirstOrDefaultAsync(s => s.Id == id, cancel) is { } row ? new ApiItem<ApiSource> { Board = call.Board, Item = (await RecordsAsync(db, [row], cancel))[0] } : null;
    }

    private async Task<IReadOnlyList<ApiSource>> RecordsAsync(BoardDb db, IReadOnlyList<Source> rows, CancellationToken cancel)
    {
        string[] ids = [.. rows.Select(s => s.Id)];
        var claims = await db.Claims.KnownAt(call.AsOf).Where(c => ids.Contains(c.SourceId)).GroupBy(c => c.SourceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return
        [
            .. rows.Select(s => new ApiSource
            {
                Id = s.Id, Url = places.Url(u => u.Source(s.Id)), Self = places.Self("sources", s.Id), Title = s.Title, Publisher = s.Publisher, Class = s.Class, Language = s.Language, Address = s.Url, Date = ApiDate.Of(s.Date), DateNote = s.DateNote,
                Reliability = s.Reliability, ReliabilityReason = s.ReliabilityReason, Reviewed = s.Reviewed, Paragraphs = s.Paragraphs, IsExcerpt = s.IsExcerpt, ParentId = s.ParentId, Note = s.Note, Claims = claims.GetValueOrDefault(s.Id),
                ParagraphsWithoutFacts = [.. s.WithoutFacts.Select(g => new ApiSourceGap { Paragraph = g.Paragraph, Why = g.Why })], Version = ApiVersion.Of(s),
            }),
        ];
    }
}
