using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InfluenceBoard.Tests.Support;

/// <summary>Hears what a board asks its database.</summary>
public sealed class AskedQuestions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string file;
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    /// <param name="file">The database; questions to others are not heard.</param>
    public AskedQuestions(string file)
    {
        this.file = file;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many were asked.</summary>
    public int Count { get; set; }

    /// <summary>The different ones among them.</summary>
    public ConcurrentDictionary<string, bool> Texts { get; } = new(StringComparer.Ordinal);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is not { Key: var name, Value: CommandExecutedEventData told } || name != RelationalEventId.CommandExecuted.Name || told.Connection.DataSource != file) return;
        Count++;
        Texts.TryAdd(told.Command.CommandText, true);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }
}
