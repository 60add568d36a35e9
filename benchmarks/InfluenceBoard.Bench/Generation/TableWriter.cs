using System.Buffers;
using System.Globalization;
using System.Text;
using SQLitePCL;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Adds rows to one table by one prepared statement, value after value in the order of its columns.</summary>
public sealed class TableWriter : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly string table;
    private byte[] buffer = new byte[4096];
    private int at;

    /// <param name="database">An open database.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, apart by spaces.</param>
    public TableWriter(sqlite3 database, string table, string columns)
    {
        (this.database, this.table) = (database, table);
        var names = columns.Split(' ');
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO \"{table}\" ({string.Join(", ", names.Select(n => $"\"{n}\""))}) VALUES ({string.Join(", ", names.Select(_ => "?"))})", out statement));
    }

    public TableWriter Add(string? value)
    {
        at++;
        if (value is null) { Check(raw.sqlite3_bind_null(statement, at)); return this; }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > buffer.Length) buffer = new byte[most];
        Check(raw.sqlite3_bind_text(statement, at, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer))));
        return this;
    }

    public TableWriter Add(long value) { Check(raw.sqlite3_bind_int64(statement, ++at, value)); return this; }

    public TableWriter Add(long? value) => value is { } number ? Add(number) : Add((string?)null);

    public TableWriter Add(bool value) => Add(value ? 1L : 0L);

    public TableWriter Add(double value) { Check(raw.sqlite3_bind_double(statement, ++at, value)); return this; }

    public TableWriter Add(double? value) => value is { } number ? Add(number) : Add((string?)null);

    // As the library writes a decimal.
    public TableWriter Add(decimal? value) => Add(value?.ToString("0.0###########################", CultureInfo.InvariantCulture));

    public TableWriter Add(DateOnly value) => Add(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public TableWriter Add(DateTimeOffset value) => Add(value.ToUnixTimeMilliseconds());

    /// <summary>Ends the row.</summary>
    public void Insert()
    {
        at = 0;
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE) throw new InvalidOperationException($"{table}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
    }

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new InvalidOperationException($"{table}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
    }
}
