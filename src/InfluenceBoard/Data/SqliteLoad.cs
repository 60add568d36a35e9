using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace InfluenceBoard.Data;

/// <summary>Fills an empty SQLite file.</summary>
internal sealed class SqliteLoad : BoardLoad
{
    private static readonly string[] Missing =
    [
        "SELECT 1 FROM Moves m WHERE NOT EXISTS (SELECT 1 FROM Engagements e WHERE e.Id = m.FromId) OR NOT EXISTS (SELECT 1 FROM Engagements e WHERE e.Id = m.ToId)",
        "SELECT 1 FROM Money m WHERE m.PartOfId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Money o WHERE o.Id = m.PartOfId)",
        "SELECT 1 FROM Money m JOIN json_each(m.MayOverlap) other WHERE NOT EXISTS (SELECT 1 FROM Money o WHERE o.Id = other.value)",
        "WITH RECURSIVE above(Id, Within) AS (SELECT Id, PartOfId FROM Money WHERE PartOfId IS NOT NULL UNION SELECT above.Id, m.PartOfId FROM above JOIN Money m ON m.Id = above.Within WHERE m.PartOfId IS NOT NULL) SELECT 1 FROM above WHERE Id = Within",
    ];

    private readonly SqliteBoardDb db;
    private readonly SqliteConnection connection;
    private IDbContextTransaction? transaction;
    private SqliteVersionWriter? writer;

    private SqliteLoad(SqliteBoardDb db) => (this.db, connection) = (db, (SqliteConnection)db.Database.GetDbConnection());

    public override int Versions => writer!.Versions;

    /// <summary>Begins; null when the board is not empty.</summary>
    public static async Task<SqliteLoad?> StartAsync(SqliteBoardDb db, CancellationToken cancel)
    {
        if (await db.Changes.AnyAsync(cancel)) return null;
        await db.Database.OpenConnectionAsync(cancel);
        var load = new SqliteLoad(db);
        var isReady = false;
        try
        {
            // New pages of an empty file need no copy beside it, as the log of WAL is one. Refused while anyone else has it open; then the log grows.
            raw.sqlite3_exec(load.connection.Handle, "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE; PRAGMA busy_timeout = 5000;");
            // Neither can be set within a transaction. Every row is written after what it names.
            load.connection.Execute("PRAGMA foreign_keys = OFF; PRAGMA threads = 2;");
            load.transaction = await db.Database.BeginTransactionAsync(cancel);
            if (await db.Changes.AnyAsync(cancel)) return null;
            load.writer = new SqliteVersionWriter(db.Model, load.connection);
            isReady = true;
            return load;
        }
        finally
        {
            if (!isReady) await load.DisposeAsync();
        }
    }

    public override void Write(Versioned version, SearchText? text) => writer!.Write(version, text);

    public override void Write(EngagementLine line, TraitSet traits) => writer!.Write(line, traits);

    public override void Finish() => writer!.Finish();

    public override bool NamesWhatIsMissing() => Missing.Any(sql => connection.Texts($"SELECT EXISTS ({sql})") is ["1"]);

    public override Task CommitAsync(CancellationToken cancel) => transaction!.CommitAsync(cancel);

    public override async ValueTask DisposeAsync()
    {
        writer?.Dispose();
        if (transaction is not null) await transaction.DisposeAsync();
        connection.Execute("PRAGMA threads = 0; PRAGMA foreign_keys = ON;");
        raw.sqlite3_exec(connection.Handle, "PRAGMA journal_mode = WAL;");
        await db.Database.CloseConnectionAsync();
    }
}
