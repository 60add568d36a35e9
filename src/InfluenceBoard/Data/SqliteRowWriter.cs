using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfluenceBoard.Data;

/// <summary>Writes objects of one type as rows of their table, as the model of <see cref="BoardDb"/> maps them, without tracking them. The number of a row is the caller's to set.</summary>
public sealed class SqliteRowWriter<T> : IDisposable where T : class
{
    private readonly SqliteTableWriter table;
    private readonly Action<SqliteTableWriter, T> values;

    /// <param name="model">The model that maps the type.</param>
    /// <param name="connection">An open connection.</param>
    public SqliteRowWriter(IModel model, SqliteConnection connection)
    {
        var type = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        IProperty[] columns = [.. type.GetProperties()];
        table = new SqliteTableWriter(connection, type.GetTableName()!, columns.Select(c => c.GetColumnName()));
        values = Compiled(columns);
    }

    /// <summary>Writes a row.</summary>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public void Write(T row)
    {
        values(table, row);
        table.Insert();
    }

    public void Dispose() => table.Dispose();

    // table.Add(row.A); table.Add(convert(row.B)); …
    private static Action<SqliteTableWriter, T> Compiled(IProperty[] columns)
    {
        var (to, row) = (Expression.Parameter(typeof(SqliteTableWriter)), Expression.Parameter(typeof(T)));
        return Expression.Lambda<Action<SqliteTableWriter, T>>(Expression.Block(columns.Select(c => Add(to, Expression.Property(row, c.PropertyInfo!), c))), to, row).Compile();
    }

    private static Expression Add(Expression to, Expression value, IProperty column)
    {
        if ((column.GetValueConverter() ?? column.GetTypeMapping().Converter) is { } converter)
        {
            var from = converter.ModelClrType;
            var isNullable = Nullable.GetUnderlyingType(value.Type) is { } inner && inner == from;
            Expression? isMissing = isNullable ? Expression.Not(Expression.Property(value, "HasValue")) : value.Type.IsValueType ? null : Expression.ReferenceEqual(value, Expression.Constant(null));
            var converted = Expression.Invoke(converter.ConvertToProviderExpression, isNullable ? Expression.Property(value, "Value") : value.Type == from ? value : Expression.Convert(value, from));
            value = isMissing is null ? converted : Expression.Condition(isMissing, Expression.Constant(null, OrNull(converted.Type)), Expression.Convert(converted, OrNull(converted.Type)));
        }
        var isNull = Nullable.GetUnderlyingType(value.Type) is not null;
        var plain = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        var bound = plain == typeof(int) || plain == typeof(short) || plain == typeof(byte) ? typeof(long) : plain == typeof(float) ? typeof(double) : plain;
        if (bound != typeof(string) && (isNull || bound == typeof(decimal))) bound = typeof(Nullable<>).MakeGenericType(bound);
        var add = typeof(SqliteTableWriter).GetMethod(nameof(SqliteTableWriter.Add), [bound]) ?? throw new NotSupportedException($"{column.DeclaringType.DisplayName()}.{column.Name} is of a type that no column holds: {bound}.");
        return Expression.Call(to, add, value.Type == bound ? value : Expression.Convert(value, bound));
    }

    private static Type OrNull(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type;
}
