using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>A board of its own for each test, which is loaded from a few files.</summary>
public abstract class SmallBoard : IAsyncLifetime
{
    /// <summary>Ids of the two engagements.</summary>
    protected const string Pledge = "japan-kazakhstan-pledge-2025", Meeting = "japan-tajikistan-meeting-2025";

    /// <summary>The files.</summary>
    protected SmallSeeds Files { get; } = new();
    /// <summary>The board.</summary>
    protected TempBoard Board { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Board = await TempBoard.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await Board.DisposeAsync();
        Files.Dispose();
    }

    protected Task<SeedResult> LoadAsync() => Board.Loader.LoadAsync(Files.Path, Cancel);

    protected Task<BoardDb> OpenAsync() => Board.Factory.CreateDbContextAsync(Cancel);

    // Everything that the board holds, as text: what was not written must not show here.
    protected async Task<string> DumpAsync()
    {
        await using var db = await OpenAsync();
        return string.Join('\n',
        [
            .. (await db.Changes.ToListAsync(Cancel)).Select(c => $"{c.Id} {c.At:O} {c.Editor} {c.Reason}"),
            .. (await db.SeedLoads.ToListAsync(Cancel)).Select(l => $"{l.Id} {l.Fingerprint}"),
            .. (await db.Engagements.ToListAsync(Cancel)).Select(e => $"{e.VersionId} {e.Id} {e.KnownFrom:O} {e.KnownTo:O} {e.Hash}"),
            .. (await db.Money.ToListAsync(Cancel)).Select(e => $"{e.VersionId} {e.Id} {e.KnownFrom:O} {e.KnownTo:O} {e.Hash}"),
            .. (await db.Claims.ToListAsync(Cancel)).Select(e => $"{e.VersionId} {e.Id} {e.KnownFrom:O} {e.KnownTo:O} {e.Hash}"),
        ]);
    }
}
