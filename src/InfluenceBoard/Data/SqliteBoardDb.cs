#pragma warning disable EF1001 // SqliteLastingConnection stands for a service of the provider.
using System.Data;
using System.Data.Common;
using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace InfluenceBoard.Data;

/// <summary>The board on its embedded database. Everything that only SQLite has stands in this file and those named like it.</summary>
public sealed class SqliteBoardDb(DbContextOptions<SqliteBoardDb> options) : BoardDb(options)
{
    // A moment is between its version's ends; now is before the end of those that stand.
    private const string Known = "t.KnownFrom <= @moment AND t.KnownTo > @moment";

    public override async Task<SearchFound> FindAsync(SearchPhrase phrase, IReadOnlyList<SearchWindow> windows, bool isCounted, DateTimeOffset? asOf, CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        try { return new SqliteSearch((SqliteConnection)Database.GetDbConnection(), phrase, asOf, cancel).Find(windows, isCounted); }
        finally { await Database.CloseConnectionAsync(); }
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<ListedText>(e => { e.HasNoKey().ToTable((string?)null); e.Property(t => t.Value).HasColumnName("value"); });
        model.Entity<ListedNumber>(e => { e.HasNoKey().ToTable((string?)null); e.Property(n => n.Value).HasColumnName("value"); });
        model.HasDbFunction(typeof(BoardDb).GetMethod(nameof(Texts))!).HasName("json_each").IsBuiltIn();
        // The same function: the translator knows a name by its letters and takes it for one kind of rows, the database does not mind their case.
        model.HasDbFunction(typeof(BoardDb).GetMethod(nameof(Numbers))!).HasName("JSON_EACH").IsBuiltIn();
    }

    // A thousand entries of each index tell enough.
    public override Task LearnAsync(CancellationToken cancel) => Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 1000; ANALYZE;", cancel);

    // By hand: a context would make an object of each row.
    public override async Task ReadLinesAsync(DateTimeOffset? asOf, Action<long, DateOnly, DateOnly> take, CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.Transaction = Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = "SELECT t.TraitSetId, t.Earliest, t.Latest FROM EngagementLines t WHERE " + Known;
            command.Parameters.Add(Moment(asOf));
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (reader.Read()) take(reader.GetInt64(0), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(2));
        }
        finally { await Database.CloseConnectionAsync(); }
    }

    // The library begins every other transaction as one that writes. Readers see one state of the file all the same.
    public override Task<IDbContextTransaction> LookAsync(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancel);

    public override string Beside(string ending) => Database.GetDbConnection().DataSource + ending;

    public override async Task<BoardLoad?> StartLoadAsync(CancellationToken cancel) => await SqliteLoad.StartAsync(this, cancel);

    // Contexts that are kept with their open connections. More can be used at a time.
    private const int MostKept = 8;

    // Counting what it takes from the system, SQLite lets all threads wait for each other. Only before its first use.
    static SqliteBoardDb()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private static SqliteParameter Moment(DateTimeOffset? asOf) => new("@moment", (asOf ?? KnownVersions.Present).ToUnixTimeMilliseconds());

    /// <summary>Registers the context and its factory for a database file, whose folder is made when missing.</summary>
    public static void Add(IServiceCollection services, string file)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        services.AddSingleton<OpenConnections>();
        services.AddPooledDbContextFactory<SqliteBoardDb>((p, o) => Configure(o, path).AddInterceptors(p.GetRequiredService<OpenConnections>()), MostKept);
        services.AddSingleton<IDbContextFactory<BoardDb>, Factory>();
        services.AddSingleton<BoardStamp>(_ => new Stamp(path));
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString(),
            o => o.MigrationsAssembly(typeof(SqliteBoardDb).Assembly.FullName).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ReplaceService<ISqliteRelationalConnection, SqliteLastingConnection>()
        .AddInterceptors(Pragmas.Instance, SqliteKeptStatements.Instance, LinesBeforeCommit.Instance);

    // A connection of its own, which never writes: its data version is another whenever anybody has committed. It is asked for with every request, so by the bare statement, without the objects that a command makes.
    private sealed class Stamp(string path) : BoardStamp, IDisposable
    {
        private readonly Lock gate = new();
        private SqliteConnection? connection;
        private SqliteCommand? command;
        private sqlite3_stmt? question;
        private long version = -1, turn, last;

        public override long Turn()
        {
            lock (gate)
            {
                Look();
                return turn;
            }
        }

        public override long Last()
        {
            lock (gate)
            {
                Look();
                return last;
            }
        }

        // The version before the number: a change that comes between them is found at the next look.
        private void Look()
        {
            if (question is null) Open();
            var result = raw.sqlite3_step(question);
            var now = raw.sqlite3_column_int64(question, 0);
            var end = raw.sqlite3_reset(question);
            if (result != raw.SQLITE_ROW) SqliteException.ThrowExceptionForRC(end, connection!.Handle);
            if (now == version) return;
            last = (long)command!.ExecuteScalar()!;
            (version, turn) = (now, turn + 1);
        }

        private void Open()
        {
            connection ??= new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            command = connection.CreateCommand();
            command.CommandText = "SELECT coalesce(max(Id), 0) FROM Changes";
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, "PRAGMA data_version", out question), connection.Handle);
        }

        public void Dispose()
        {
            question?.Dispose();
            command?.Dispose();
            connection?.Dispose();
        }
    }

    private sealed class Factory(IDbContextFactory<SqliteBoardDb> inner) : IDbContextFactory<BoardDb>
    {
        public BoardDb CreateDbContext() => inner.CreateDbContext();
    }

    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        // WAL: readers never wait for the writer. NORMAL: safe with WAL against a crash of the process. busy_timeout: a second writer waits instead of failing.
        // foreign_keys is per connection and off by default in the library.
        private const string Text = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteBoardDb -o Data/Migrations/Sqlite</c> work without starting the board.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteBoardDb>
{
    public SqliteBoardDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteBoardDb>();
        SqliteBoardDb.Configure(options, "design.db");
        return new SqliteBoardDb(options.Options);
    }
}
