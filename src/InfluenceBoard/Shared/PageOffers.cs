namespace InfluenceBoard.Shared;

/// <summary>In which other formats the page of this request is served, told by its address alone.</summary>
public sealed class PageOffers(Reading reading, IServiceProvider services)
{
    private IReadOnlyList<PageFormat>? formats;

    /// <summary>The formats of a group that suit the page, in the order of their extensions; none when the page is no data.</summary>
    public IEnumerable<PageFormat> In(string group) => (formats ??= Read()).Where(f => f.Group == group);

    /// <summary>Address of the page in a format, from the root.</summary>
    /// <param name="format">The format.</param>
    /// <param name="keep">The page's own parameters, defaults left out.</param>
    public string Address(PageFormat format, IReadOnlyList<(string Name, string? Value)> keep) => reading.Urls.Same(PageFormat.Path(reading.Path, format.Extension), reading.Filter, keep);

    /// <summary>Address of the page in a format as of <see cref="Reading.CiteMoment"/>, so that a file says what the page says.</summary>
    /// <param name="format">The format.</param>
    /// <param name="keep">The page's own parameters, defaults left out.</param>
    public string Frozen(PageFormat format, IReadOnlyList<(string Name, string? Value)> keep)
    {
        var address = reading.Frozen(keep)[reading.Origin.Length..];
        return PageFormat.Path(reading.Path, format.Extension) + address[reading.Path.Length..];
    }

    private IReadOnlyList<PageFormat> Read() => PageData.At(reading.Path) is ({ } page, var key) && ((PageData)services.GetRequiredService(page)).Scope(key) is var scope ? [.. PageFormat.All.Where(f => f.Suits(page, scope))] : [];
}
