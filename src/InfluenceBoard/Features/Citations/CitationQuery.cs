using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Features.Citations;

/// <summary>Reads what a page's citation files hold: the page, then the sources of the record that it is about, so that the original can be cited.</summary>
public sealed class CitationQuery(IDbContextFactory<BoardDb> factory, Reading reading, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    /// <summary>The page first, then its sources in the order in which claims name them.</summary>
    public async Task<IReadOnlyList<Citation>> ReadAsync(PageDocument page, PageScope scope, CancellationToken cancel) =>
        [Citation.Of(reading, texts["board.name"], page.Title, page.Keep, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), .. (await SourcesAsync(scope, cancel)).Select(Citation.Of)];

    private async Task<IReadOnlyList<Source>> SourcesAsync(PageScope scope, CancellationToken cancel)
    {
        if (scope.Records is not [var (kind, id)]) return [];
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (kind == RecordKind.Source) return await db.Sources.KnownAt(reading.AsOf).Where(s => s.Id == id).ToListAsync(cancel);
        var named = await db.Claims.KnownAt(reading.AsOf).Where(c => c.RecordKind == kind && c.RecordId == id).OrderBy(c => c.Order).Select(c => c.SourceId).ToListAsync(cancel);
        string[] ids = [.. named.Distinct()];
        var sources = await db.Sources.KnownAt(reading.AsOf).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, cancel);
        return [.. ids.Select(sources.GetValueOrDefault).OfType<Source>()];
    }
}
