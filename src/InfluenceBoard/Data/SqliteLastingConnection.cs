#pragma warning disable EF1001 // The provider offers no public way to keep a connection open from one use of a pooled context to the next.
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace InfluenceBoard.Data;

/// <summary>A connection that stays open as long as its context lives, also while that waits in the pool: to open one costs more than most questions, and what it has prepared would be lost.</summary>
internal sealed class SqliteLastingConnection(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder rawSqlCommandBuilder, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> logger)
    : SqliteRelationalConnection(dependencies, rawSqlCommandBuilder, logger)
{
    protected override void CloseDbConnection()
    {
    }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;
}
