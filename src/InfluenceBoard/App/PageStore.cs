using System.Collections.Concurrent;

namespace InfluenceBoard.App;

/// <summary>Answers in memory, so many bytes at most. Those that the board has left behind go at once; when there is no room, those that nobody has asked for the longest.</summary>
/// <param name="most">Bytes.</param>
public sealed class PageStore(long most)
{
    // One answer must not drive out most others, and room is made for some at a time.
    private const int Part = 8;

    private readonly ConcurrentDictionary<PageKey, KeptPage> pages = new();
    private readonly Lock gate = new();
    private long turn = long.MinValue;

    /// <summary>Bytes that are held.</summary>
    public long Bytes { get; private set; }

    /// <summary>The answer to a request, whether or not it is still good.</summary>
    public KeptPage? Find(in PageKey key) => pages.GetValueOrDefault(key);

    /// <summary>Keeps an answer, in place of an earlier one to the same request.</summary>
    public void Keep(in PageKey key, KeptPage page)
    {
        var size = Size(key, page);
        lock (gate)
        {
            if (page.Turn < turn || size > most / Part) return;
            if (page.Turn > turn)
            {
                pages.Clear();
                (Bytes, turn) = (0, page.Turn);
            }
            if (pages.TryGetValue(key, out var old)) Bytes -= Size(key, old);
            pages[key] = page;
            Bytes += size;
            if (Bytes <= most) return;
            foreach (var (unused, last) in pages.OrderBy(p => p.Value.Used).ToList())
            {
                if (Bytes <= most - most / Part) return;
                if (pages.TryRemove(unused, out _)) Bytes -= Size(unused, last);
            }
        }
    }

    private static long Size(in PageKey key, KeptPage page) => key.Bytes + page.Bytes;
}
