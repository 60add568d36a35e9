using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Support;

/// <summary>An empty board on a real SQLite file, brought to the current schema by its migrations.</summary>
public sealed class TempBoard : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly ServiceProvider services;

    private TempBoard()
    {
        var collection = new ServiceCollection();
        SqliteBoardDb.Add(collection, folder.File("board.db"));
        services = collection.BuildServiceProvider();
        Factory = services.GetRequiredService<IDbContextFactory<BoardDb>>();
        Loader = new SeedLoader(Factory, Clock);
    }

    /// <summary>Makes contexts.</summary>
    public IDbContextFactory<BoardDb> Factory { get; }
    /// <summary>The board's clock.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 1, 10, 8, 0, 0, TimeSpan.Zero));
    /// <summary>Loads seed files into it.</summary>
    public SeedLoader Loader { get; }

    /// <summary>Number of its last change.</summary>
    public BoardStamp Stamp => services.GetRequiredService<BoardStamp>();
    /// <summary>The parties as it holds them now.</summary>
    public PartyDirectory Parties => new PartyDirectories(Factory, Stamp).At(null);

    /// <summary>Makes a board.</summary>
    public static async Task<TempBoard> CreateAsync()
    {
        var board = new TempBoard();
        await using var db = await board.Factory.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return board;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
