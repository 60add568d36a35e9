using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace InfluenceBoard.Data;

/// <summary>Adds rows to one table of an SQLite file by one prepared statement, value after value in the order of its columns. Values are written as the mapping of <see cref="BoardDb"/> writes them.</summary>
public sealed class SqliteTableWriter : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[4096];
    private int at;

    /// <param name="connection">An open connection.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    public SqliteTableWriter(SqliteConnection connection, string table, IEnumerable<string> columns)
    {
        database = connection.Handle!;
        string[] names = [.. columns];
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO \"{table}\" ({string.Join(", ", names.Select(n => $"\"{n}\""))}) VALUES ({string.Join(", ", names.Select(_ => "?"))})", out statement));
    }

    /// <summary>Adds a text, or nothing.</summary>
    public SqliteTableWriter Add(string? value)
    {
        at++;
        if (value is null) { Check(raw.sqlite3_bind_null(statement, at)); return this; }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > buffer.Length) buffer = new byte[most];
        Check(raw.sqlite3_bind_text(statement, at, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer))));
        return this;
    }

    /// <summary>Adds a whole number.</summary>
    public SqliteTableWriter Add(long value) { Check(raw.sqlite3_bind_int64(statement, ++at, value)); return this; }

    /// <summary>Adds a whole number, or nothing.</summary>
    public SqliteTableWriter Add(long? value) => value is { } number ? Add(number) : Add((string?)null);

    /// <summary>Adds a truth value.</summary>
    public SqliteTableWriter Add(bool value) => Add(value ? 1L : 0L);

    /// <summary>Adds a number.</summary>
    public SqliteTableWriter Add(double value) { Check(raw.sqlite3_bind_double(statement, ++at, value)); return this; }

    /// <summary>Adds a number, or nothing.</summary>
    public SqliteTableWriter Add(double? value) => value is { } number ? Add(number) : Add((string?)null);

    /// <summary>Adds a decimal as its text, or nothing.</summary>
    public SqliteTableWriter Add(decimal? value) => Add(value?.ToString("0.0###########################", CultureInfo.InvariantCulture));

    /// <summary>Adds a day.</summary>
    public SqliteTableWriter Add(DateOnly value) => Add(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Adds an instant.</summary>
    public SqliteTableWriter Add(DateTimeOffset value) => Add(value.ToUnixTimeMilliseconds());

    /// <summary>Ends the row.</summary>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public void Insert()
    {
        at = 0;
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
