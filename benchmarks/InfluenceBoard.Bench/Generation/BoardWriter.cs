using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Writes versions straight into the tables of a migrated SQLite file, in one transaction for every hundred thousand rows.</summary>
public sealed class BoardWriter : IDisposable
{
    private const int RowsOfTransaction = 100_000;

    private readonly SqliteConnection connection;
    private readonly SqliteVersionWriter writer;
    private long next = RowsOfTransaction;

    /// <param name="file">A migrated database; nobody else may have it open.</param>
    public BoardWriter(string file)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        // The file is thrown away when making it ends early, so nothing protects it meanwhile.
        connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF; PRAGMA threads = 2;");
        using var db = new SqliteBoardDb(new DbContextOptionsBuilder<SqliteBoardDb>().UseSqlite(connection).Options);
        writer = new SqliteVersionWriter(db.Model, connection);
        connection.Execute("BEGIN");
    }

    /// <summary>Rows written, those of parts and texts included.</summary>
    public long Written => writer.Rows;

    /// <summary>Writes a change.</summary>
    public void Write(Change change)
    {
        writer.Write(change);
        Pause();
    }

    /// <summary>Writes a version and its text for search.</summary>
    public void Write(Versioned version, SearchText? text)
    {
        writer.Write(version, text);
        Pause();
    }

    /// <summary>Writes a line of an engagement; its traits where the board has not met them.</summary>
    public void Write(EngagementLine line, TraitSet traits)
    {
        writer.Write(line, traits);
        Pause();
    }

    /// <summary>Makes what was left for the end, and leaves the file as the board does.</summary>
    public void Finish(Action<string> tell)
    {
        connection.Execute("COMMIT");
        writer.Finish(tell);
        connection.Execute("PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;");
    }

    public void Dispose()
    {
        writer.Dispose();
        connection.Dispose();
    }

    private void Pause()
    {
        if (Written < next) return;
        connection.Execute("COMMIT; BEGIN");
        next = Written + RowsOfTransaction;
    }
}
