using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfluenceBoard.Data;

/// <summary>Knows the connections that contexts keep open, and closes them with the board: whoever opens its file then finds it free.</summary>
internal sealed class OpenConnections : DbConnectionInterceptor, IDisposable
{
    private readonly ConditionalWeakTable<DbConnection, object?> opened = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => opened.AddOrUpdate(connection, null);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        opened.AddOrUpdate(connection, null);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var (connection, _) in opened) connection.Dispose();
    }
}
