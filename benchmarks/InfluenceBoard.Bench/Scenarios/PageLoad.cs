using System.Runtime.CompilerServices;
using InfluenceBoard.Bench.Support;

namespace InfluenceBoard.Bench.Scenarios;

/// <summary>Pages under load.</summary>
public static class PageLoad
{
    /// <summary>Connections over which pages are asked.</summary>
    public const int Connections = 8;

    /// <summary>Connections of a crowd.</summary>
    public const int Crowd = 32;

    /// <summary>Lets readers ask for one page over and over.</summary>
    public static Task<VisitFigures> AskAsync(this Readers readers, BenchContext context, BoardProcess board, string path, int connections, CancellationToken cancel) =>
        readers.VisitAsync(new Visit(board.Address.Port, [path], connections, connections, context.IsQuick ? 0.2 : 2), cancel);

    /// <summary>Requests a second of each page against its bytes from memory.</summary>
    public static async IAsyncEnumerable<Figure> CompareWithFloorAsync(BenchContext context, Readers readers, BoardProcess board, Aim aim, [EnumeratorCancellation] CancellationToken cancel)
    {
        // The first view makes what stays.
        await readers.VisitAsync(new Visit(board.Address.Port, [.. PageHost.Pages.SelectMany(p => new[] { PageHost.Floor + p.Path, p.Path })], 1, 1, 0, 2 * PageHost.Pages.Count), cancel);
        foreach (var (name, path) in PageHost.Pages)
            yield return await context.Harness.CompareAsync($"{name} page", "requests/s", async c => (await readers.AskAsync(context, board, PageHost.Floor + path, Connections, c)).PerSecond,
                async c => (await readers.AskAsync(context, board, path, Connections, c)).PerSecond, aim, cancel);
    }
}
