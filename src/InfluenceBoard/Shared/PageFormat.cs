namespace InfluenceBoard.Shared;

/// <summary>One of the formats in which pages are served beside HTML. By convention every class <c>XFormat</c> in a feature folder is one, and answers at every page that is data.</summary>
public abstract class PageFormat
{
    /// <summary>Extension of the address, without the dot.</summary>
    public abstract string Extension { get; }
    /// <summary>Media type, with its character set where it is text.</summary>
    public abstract string MediaType { get; }
    /// <summary>Group under which the page offers it: <c>data</c>, <c>feed</c>, <c>citation</c>, <c>card</c> (the picture beside links to the page); null when it is only linked in the head.</summary>
    public abstract string? Group { get; }

    /// <summary>Whether a browser saves it rather than shows it.</summary>
    public virtual bool IsFile => false;
    /// <summary>Whether the board keeps what it has made as long as nothing changes: for what is small and dear to make.</summary>
    public virtual bool IsKept => false;

    /// <summary>Whether a page has it; an address without is a 404.</summary>
    public virtual bool Suits(Type page, PageScope scope) => true;

    /// <summary>Writes a page. Status and content type are set.</summary>
    /// <param name="page">The page, read already.</param>
    /// <param name="scope">Which records it is about.</param>
    public abstract Task WriteAsync(HttpContext context, PageDocument page, PageScope scope);

    /// <summary>Every format, in the order of their extensions.</summary>
    public static IReadOnlyList<PageFormat> All { get; } =
        [.. typeof(PageFormat).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageFormat)) && !t.IsAbstract).Select(t => (PageFormat)Activator.CreateInstance(t)!).OrderBy(f => f.Extension, StringComparer.Ordinal)];

    /// <summary>Divides a path into that of the page and the format: <c>/countries/japan.csv</c> into <c>/countries/japan</c> and CSV; <c>/overview.csv</c> into <c>/</c> and CSV.</summary>
    public static (string Page, PageFormat? Format) Divide(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot <= path.LastIndexOf('/') + 1 || All.FirstOrDefault(f => path.AsSpan(dot + 1).SequenceEqual(f.Extension)) is not { } format) return (path, null);
        return (path[..dot] is Overview ? "/" : path[..dot], format);
    }

    /// <summary>Path of a page in a format.</summary>
    public static string Path(string page, string extension) => (page == "/" ? Overview : page) + "." + extension;

    private const string Overview = "/overview";
}
