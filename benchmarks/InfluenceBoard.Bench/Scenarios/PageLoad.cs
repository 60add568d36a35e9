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

    /// <summary>Lets readers ask until the runtime has compiled what it runs often, which takes it half a minute: what is told is a server that has been up for a while.</summary>
    public static async Task WarmAsync(this Readers readers, BenchContext context, BoardProcess board, CancellationToken cancel)
    {
        for (var turn = 0; turn < (context.IsQuick ? 0 : 3); turn++)
            foreach (var (_, path) in PageHost.Pages) await readers.VisitAsync(new Visit(board.Address.Port, [path], Connections, Connections, 4), cancel);
    }

    /// <summary>Requests a second of each page against its bytes from memory.</summary>
    public static async IAsyncEnumerable<Figure> CompareWithFloorAsync(BenchContext context, Readers readers, BoardProcess board, Aim aim, [EnumeratorCancellation] CancellationToken cancel)
    {
        // The first view makes what stays.
        await readers.VisitAsync(new Visit(board.Address.Port, [.. PageHost.Pages.SelectMany(p => new[] { PageHost.Floor + p.Path, p.Path })], 1, 1, 0, 2 * PageHost.Pages.Count), cancel);
        await readers.WarmAsync(context, board, cancel);
        foreach (var (name, path) in PageHost.Pages)
            yield return await context.Harness.CompareAsync($"{name} page", "requests/s", async c => (await readers.AskAsync(context, board, PageHost.Floor + path, Connections, c)).PerSecond,
                async c => (await readers.AskAsync(context, board, path, Connections, c)).PerSecond, aim, cancel);
    }
}
