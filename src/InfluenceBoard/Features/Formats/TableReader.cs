using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Formats;

/// <summary>A table for writers that take a data reader: one row in memory at a time.</summary>
public sealed class TableReader(DataTable table, int most, CancellationToken cancel) : System.Data.Common.DbDataReader
{
    private readonly IEnumerator<IReadOnlyList<object?>> rows = table.Rows.ToBlockingEnumerable(cancel).GetEnumerator();
    private int read;

    public override int FieldCount => table.Columns.Count;
    public override bool HasRows => true;
    public override bool IsClosed => false;
    public override int Depth => 0;
    public override int RecordsAffected => -1;
    public override object this[int ordinal] => GetValue(ordinal);
    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => read++ < most && rows.MoveNext();
    public override bool NextResult() => false;
    public override string GetName(int ordinal) => table.Columns[ordinal].Name;
    public override int GetOrdinal(string name) => table.Columns.ToList().FindIndex(c => c.Name == name);
    public override bool IsDBNull(int ordinal) => rows.Current[ordinal] is null;
    public override Type GetFieldType(int ordinal) => typeof(object);
    public override string GetDataTypeName(int ordinal) => table.Columns[ordinal].Type.ToString();
    public override object GetValue(int ordinal) => XlsxFormat.Value(rows.Current[ordinal]);
    public override System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++) values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);
    public override byte GetByte(int ordinal) => (byte)GetValue(ordinal);
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override char GetChar(int ordinal) => (char)GetValue(ordinal);
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);
    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);
    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);
    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);
    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);
    public override short GetInt16(int ordinal) => (short)GetValue(ordinal);
    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);
    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);
    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }
}
