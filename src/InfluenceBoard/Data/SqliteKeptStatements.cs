using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfluenceBoard.Data;

/// <summary>Keeps the statements that a connection has prepared, so that a question which is asked again is neither parsed nor planned again: that costs more than most of the answers.</summary>
internal sealed class SqliteKeptStatements : DbCommandInterceptor
{
    public static readonly SqliteKeptStatements Instance = new();

    // The board asks fewer different questions than this.
    private const int Most = 400;

    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, Kept>> statements = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Execute(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Execute(command, result));
    }

    private InterceptionResult<DbDataReader> Execute(DbCommand command, InterceptionResult<DbDataReader> result)
    {
        if (result.HasResult || command is not SqliteCommand { Connection: { } connection } asked || !asked.CommandText.StartsWith("SELECT", StringComparison.Ordinal)) return result;
        var its = statements.GetOrCreateValue(connection);
        if (!its.TryGetValue(asked.CommandText, out var kept))
        {
            // What is asked once in a while would fill the memory.
            if (its.Count >= Most) Forget(its);
            its.Add(asked.CommandText, kept = new Kept(asked.CommandText, connection));
        }
        // The same question inside its own answer.
        if (!kept.IsFree) return result;
        kept.Transaction = asked.Transaction;
        kept.CommandTimeout = asked.CommandTimeout;
        kept.Parameters.Clear();
        foreach (SqliteParameter parameter in asked.Parameters) kept.Parameters.Add(parameter);
        return InterceptionResult<DbDataReader>.SuppressWithResult(kept.ExecuteReader());
    }

    private static void Forget(Dictionary<string, Kept> its)
    {
        foreach (var (text, kept) in its.Where(k => k.Value.IsFree).ToList())
        {
            its.Remove(text);
            kept.Dispose();
        }
    }

    private sealed class Kept(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        public bool IsFree => DataReader is null;
    }
}
