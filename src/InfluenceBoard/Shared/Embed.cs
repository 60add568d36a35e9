using System.Reflection;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>A view that other sites may show in a frame: a whole small document with a line of sources and a link back. By convention every class <c>XEmbed</c> in a feature folder is one.</summary>
public abstract class Embed : ComponentBase
{
    /// <summary>The slug or id in its path; null where it has none.</summary>
    [Parameter] public string? Key { get; set; }
    [CascadingParameter] protected HttpContext Context { get; set; } = default!;
    [Inject] protected Reading Reading { get; set; } = default!;
    [Inject] private IDbContextFactory<BoardDb> Factory { get; set; } = default!;

    /// <summary>Whether there is what it should show.</summary>
    protected bool IsFound { get; private set; }

    /// <summary>Number of sources of what it shows.</summary>
    protected int Sources { get; private set; }

    protected sealed override async Task OnInitializedAsync()
    {
        // Its links, and the address inside a chart that is saved, are those of the page that it is taken from.
        var view = EmbedView.Of(GetType());
        Reading.StandFor(view.PathOfPage(view.IsOfParty && Reading.Parties.Find(Key) is { } party ? party.Slug : Key));
        if (await ReadAsync(Context.RequestAborted) is not { } engagements) { Context.Response.StatusCode = StatusCodes.Status404NotFound; return; }
        await using var db = await Factory.CreateDbContextAsync(Context.RequestAborted);
        string[] ids = [.. engagements.Distinct(StringComparer.Ordinal)];
        Sources = await db.Claims.KnownAt(Reading.AsOf).Where(c => c.RecordKind == RecordKind.Engagement && ids.Contains(c.RecordId)).Select(c => c.SourceId).Distinct().CountAsync(Context.RequestAborted);
        IsFound = true;
    }

    /// <summary>Reads what it shows.</summary>
    /// <returns>Ids of the engagements that it rests on; null when there is nothing of the name.</returns>
    protected abstract Task<IEnumerable<string>?> ReadAsync(CancellationToken cancel);
}

/// <summary>Says under which word a class is an embed, and of which page.</summary>
/// <param name="name">Word in addresses of the dialog: <c>map</c>.</param>
/// <param name="route">Its own route: <c>/embed/countries/{Slug}</c>.</param>
/// <param name="page">Route of the page that it links back to.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmbedAttribute(string name, string route, string page) : Attribute
{
    public string Name => name;
    public string Route => route;
    public string Page => page;
    /// <summary>Value of <c>kind</c> by which embeds of one route are told apart.</summary>
    public string? Kind { get; set; }
    /// <summary>Place on the page that shows the same.</summary>
    public string? Fragment { get; set; }
    /// <summary>The page's own parameter that it takes too.</summary>
    public string? Own { get; set; }
    /// <summary>Height in pixels at the usual width, before it says its own.</summary>
    public int Height { get; set; } = 480;
    /// <summary>Place among those that a page offers.</summary>
    public int Order { get; set; }
}

/// <summary>An embed as addresses know it.</summary>
public sealed record EmbedView(Type Component, EmbedAttribute About)
{
    /// <summary>Parameters of every embed.</summary>
    public const string Theme = "theme", Title = "title";

    /// <summary>Width in pixels that a snippet asks for, and the least at which every embed is readable.</summary>
    public const int UsualWidth = 800, LeastWidth = 280;

    private static readonly string[] Lists = ["/", "/engagements", "/money", "/compare"];

    /// <summary>Every embed, in the order in which it is offered.</summary>
    public static IReadOnlyList<EmbedView> All { get; } =
        [.. typeof(Embed).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Embed))).Select(t => new EmbedView(t, t.GetCustomAttribute<EmbedAttribute>()!)).OrderBy(v => v.About.Order)];

    /// <summary>What is known of an embed's class.</summary>
    public static EmbedView Of(Type component) => All.First(v => v.Component == component);

    /// <summary>Whether it shows one record, that of its path.</summary>
    public bool HasKey => About.Route.Contains('{', StringComparison.Ordinal);

    /// <summary>Whether that record is a country or an actor.</summary>
    public bool IsOfParty => About.Name is "country" or "actor";

    /// <summary>The embeds of a page, its own first; none where a page has none.</summary>
    public static IReadOnlyList<EmbedView> At(string path)
    {
        if (PageData.At(path) is not ({ } page, var key)) return [];
        var route = PageData.RouteOf(page);
        if (key is null && !Lists.Contains(route)) return [];
        var own = All.Where(v => v.About.Page == route).ToList();
        if (own.Count == 0 && key is not null) return [];
        // A single engagement has nothing to count or to compare.
        return route.StartsWith("/engagements/", StringComparison.Ordinal) ? own : [.. own, .. All.Where(v => !v.HasKey && !own.Contains(v))];
    }

    /// <summary>Path of the page that it links back to.</summary>
    public string PathOfPage(string? key) => Fill(About.Page, key);

    /// <summary>Its address as a view of a page: the page's filter, and the page's party where it shows more than one.</summary>
    /// <param name="path">Path of the page.</param>
    /// <param name="own">The page's own parameters, of which it takes those that it knows.</param>
    /// <param name="more">Its own parameters.</param>
    public string Address(Reading reading, string path, IEnumerable<(string Name, string? Value)> own, params IEnumerable<(string Name, string? Value)> more)
    {
        var (filter, key) = (reading.Filter, PageData.At(path)?.Key);
        if (!HasKey && key is not null && reading.Parties.Find(key) is { } party)
            filter = path.StartsWith("/actors/", StringComparison.Ordinal) ? filter with { Actors = [party.Id] } : filter with { Countries = [party.Id] };
        return reading.Urls.Build(Fill(About.Route, key), filter, [(Urls.Kind, About.Kind), .. own.Where(p => p.Name == About.Own), .. more]);
    }

    private static string Fill(string route, string? key) => route.IndexOf('{', StringComparison.Ordinal) is > 0 and var brace ? route[..brace] + Uri.EscapeDataString(key ?? "") : route;
}
