using System.Text.Json;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InfluenceBoard.Tests.Support;

/// <summary>A board of a test's own with the checkout's seed files, whose records and clock the test may change. Pages are kept as on any board.</summary>
public sealed class EditedBoard : IAsyncDisposable
{
    /// <summary>When the seed files were loaded.</summary>
    public static readonly DateTimeOffset Loaded = new(2026, 1, 10, 8, 0, 0, TimeSpan.Zero);

    private readonly TempFolder? folder;
    private readonly Host host;

    /// <param name="seeds">Folder of the seed files; the checkout's when null.</param>
    /// <param name="beside">A board on whose database, with whose clock, this is a second host.</param>
    public EditedBoard(string? seeds = null, EditedBoard? beside = null)
    {
        Clock = beside?.Clock ?? new ManualClock(Loaded);
        Database = beside?.Database ?? (folder = new TempFolder()).File("board.db");
        host = new Host(Database, seeds ?? Repository.Seeds, Clock);
        host.StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.ClientOptions.BaseAddress };
    }

    /// <summary>The board's clock.</summary>
    public ManualClock Clock { get; }
    /// <summary>The database file.</summary>
    public string Database { get; }
    /// <summary>Asks the server; follows no redirect.</summary>
    public HttpClient Client { get; }
    /// <summary>The server's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>A context on the board.</summary>
    public Task<BoardDb> OpenAsync() => host.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>The text of an address.</summary>
    public Task<string> TextAsync(string address) => Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Changes a record: closes the version that stands and opens the next.</summary>
    public async Task<Change> ReviseAsync<T>(string id, Action<T> edit, string reason = "Corrected", string editor = "aigerim") where T : Versioned
    {
        await using var db = await OpenAsync();
        var change = await OpenChangeAsync(db, reason, editor);
        var next = JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(await CloseAsync<T>(db, id, change)))!;
        edit(next);
        await AddAsync(db, next, change);
        return change;
    }

    /// <summary>Withdraws a record; of an engagement also its claims and amounts.</summary>
    public async Task<Change> WithdrawAsync<T>(string id, string reason) where T : Versioned
    {
        await using var db = await OpenAsync();
        var change = await OpenChangeAsync(db, reason, "aigerim");
        await CloseAsync<T>(db, id, change);
        if (typeof(T) == typeof(Engagement))
        {
            foreach (var claim in await db.Claims.KnownAt(null).Where(c => c.RecordKind == RecordKind.Engagement && c.RecordId == id).Select(c => c.Id).ToListAsync()) await CloseAsync<Claim>(db, claim, change);
            foreach (var amount in await db.Money.KnownAt(null).Where(m => m.EngagementId == id).Select(m => m.Id).ToListAsync()) await CloseAsync<MoneyItem>(db, amount, change);
            foreach (var move in await db.Moves.KnownAt(null).Where(m => m.FromId == id || m.ToId == id).Select(m => m.Id).ToListAsync()) await CloseAsync<Move>(db, move, change);
        }
        return change;
    }

    /// <summary>Records something new.</summary>
    public async Task<Change> RecordAsync<T>(T record, string reason = "Found") where T : Versioned
    {
        await using var db = await OpenAsync();
        var change = await OpenChangeAsync(db, reason, "aigerim");
        await AddAsync(db, record, change);
        return change;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        folder?.Dispose();
    }

    private async Task<Change> OpenChangeAsync(BoardDb db, string reason, string editor)
    {
        var change = new Change { At = Clock.Now += TimeSpan.FromMinutes(1), Editor = editor, Reason = reason };
        db.Add(change);
        await db.SaveChangesAsync();
        return change;
    }

    private static async Task<T> CloseAsync<T>(BoardDb db, string id, Change change) where T : Versioned
    {
        IQueryable<T> versions = db.Set<T>();
        if (typeof(T) == typeof(Engagement)) versions = (IQueryable<T>)((IQueryable<Engagement>)versions).WithParts();
        var version = await versions.AsTracking().KnownAt(null).SingleAsync(v => v.Id == id);
        (version.KnownTo, version.ClosedById) = (change.At, change.Id);
        await db.SaveChangesAsync();
        return version;
    }

    private static async Task AddAsync<T>(BoardDb db, T record, Change change) where T : Versioned
    {
        (record.KnownFrom, record.ChangeId, record.Hash) = (change.At, change.Id, Guid.NewGuid().ToString("N"));
        db.Add(record);
        await db.SaveChangesAsync();
    }

    private sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string database, seeds;
        private readonly TimeProvider clock;

        public Host(string database, string seeds, TimeProvider clock)
        {
            (this.database, this.seeds, this.clock) = (database, seeds, clock);
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production")
            .UseSetting("urls", "http://127.0.0.1:0").UseSetting("Board:Database", database).UseSetting("Board:Seeds", seeds)
            .ConfigureServices(s => s.Replace(ServiceDescriptor.Singleton(clock)));
    }
}

