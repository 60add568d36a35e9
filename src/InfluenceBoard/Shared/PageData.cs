using System.Collections.Concurrent;
using System.Reflection;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace InfluenceBoard.Shared;

/// <summary>A reading page as data: what its other formats are made of, by the query that builds the page. By convention <c>XPageData</c> stands for the page <c>XPage</c> and answers at its path with an extension:
/// <c>/countries/kazakhstan.csv</c>, and <c>/overview.csv</c> for the overview.</summary>
public abstract class PageData
{
    /// <summary>Which records the page is about, told by the address alone.</summary>
    /// <param name="key">The id or slug in the page's path; null where it has none.</param>
    public abstract PageScope Scope(string? key);

    /// <summary>Reads the page.</summary>
    /// <param name="key">The id or slug in the page's path; null where it has none.</param>
    /// <returns>The page; null when there is none of that name.</returns>
    public abstract Task<PageDocument?> ReadAsync(string? key, CancellationToken cancel);

    private static readonly ConcurrentDictionary<Type, string> Routes = new();

    /// <summary>Route of the page that a class stands for, as its <c>@page</c> line says it.</summary>
    public static string RouteOf(Type data) => Routes.GetOrAdd(data, FindRoute);

    private static string FindRoute(Type data)
    {
        var name = data.FullName![..^"Data".Length];
        return data.Assembly.GetType(name)?.GetCustomAttribute<RouteAttribute>()?.Template ?? throw new InvalidOperationException($"{data.Name} stands for {name}, which is no page with a route.");
    }

    /// <summary>The page that is shown at a path, and the id or slug in it; null when no page that is data is.</summary>
    public static (Type Page, string? Key)? At(string path)
    {
        foreach (var data in All)
        {
            var route = RouteOf(data);
            var brace = route.IndexOf('{', StringComparison.Ordinal);
            if (brace < 0 ? route == path : path.StartsWith(route[..brace], StringComparison.Ordinal) && path.Length > brace && !path.AsSpan(brace).Contains('/')) return (data, brace < 0 ? null : path[brace..]);
        }
        return null;
    }

    /// <summary>Every page that is data too.</summary>
    public static IReadOnlyList<Type> All { get; } = [.. typeof(PageData).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageData))).OrderBy(RouteOf, StringComparer.Ordinal)];
}

/// <summary>Which records a page is about. What is tied to a record, as claims and amounts are to their engagement, belongs to it.</summary>
public sealed record PageScope
{
    /// <summary>The whole board.</summary>
    public static readonly PageScope Board = new() { Filter = BoardFilter.None, Kinds = [.. Enum.GetValues<RecordKind>()] };

    /// <summary>Engagements that belong to the page: its feeds and calendar hold them. Null when it is not about engagements.</summary>
    public BoardFilter? Filter { get; init; }
    /// <summary>Records that the page itself stands for. With a party goes what is recorded of it: indicators, positions, people, institutions; with a person, an institution or a place the engagements in which it is named;
    /// with a source the records that its claims are about.</summary>
    public IReadOnlyList<RecordRef> Records { get; init; } = [];
    /// <summary>Kinds of which every record belongs to the page.</summary>
    public IReadOnlyList<RecordKind> Kinds { get; init; } = [];

    /// <summary>Whether it is about no record at all.</summary>
    public bool IsEmpty => Filter is null && Records.Count == 0 && Kinds.Count == 0;
}

/// <summary>A page in words, figures and tables.</summary>
/// <param name="Title">Title of the view, without the board's name.</param>
/// <param name="Description">One sentence that says what the view shows.</param>
public sealed record PageDocument(string Title, string Description)
{
    /// <summary>The page's own parameters, defaults left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Keep { get; init; } = [];
    /// <summary>Tables, the main one first.</summary>
    public IReadOnlyList<DataTable> Tables { get; init; } = [];
    /// <summary>What lies where; null when nothing does.</summary>
    public IReadOnlyList<MapFeature>? Map { get; init; }
    /// <summary>The headline figures, two to four, in the page's language.</summary>
    public IReadOnlyList<PageFact> Facts { get; init; } = [];
    /// <summary>Further headline figures, counted only for what shows them.</summary>
    public Func<Task<IReadOnlyList<PageFact>>>? MoreFacts { get; init; }
}

/// <summary>A headline figure: "engagements", "130".</summary>
public sealed record PageFact(string Label, string Value)
{
    /// <summary>The figures that most pages lead with: engagements, what is pledged, sources.</summary>
    public static IEnumerable<PageFact> Leading(IStringLocalizer<Texts> T, Format? format, int engagements, MoneyScope? money, int? sources)
    {
        yield return new PageFact(T["fact.engagements"], Format.Number(engagements));
        if (money?.Total() is { IsEmpty: false } total) yield return new PageFact(T["fact.pledged"], format!.Total(total));
        if (sources is { } count) yield return OfSources(T, count);
    }

    /// <summary>The number of sources.</summary>
    public static PageFact OfSources(IStringLocalizer<Texts> T, int count) => new(T["fact.sources"], Format.Number(count));
}

/// <summary>A table of a page. Rows are read while they are written, so that a table of any length needs no memory to speak of.</summary>
/// <param name="Name">Name in addresses and files: <c>engagements</c>.</param>
/// <param name="Columns">Columns; every row has one value for each.</param>
/// <param name="Rows">The rows: text, whole numbers, decimals, days, instants, truth values, lists of text, or null.</param>
public sealed record DataTable(string Name, IReadOnlyList<DataColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>A table of records that are read already.</summary>
    public static DataTable Of<T>(string name, IEnumerable<T> records, params IReadOnlyList<DataColumn<T>> columns) => Of(name, records.ToAsyncEnumerable(), columns);

    /// <summary>A table of records that are read when it is: a format that leaves it out does not wait for them.</summary>
    public static DataTable Of<T>(string name, Func<Task<IEnumerable<T>>> read, params IReadOnlyList<DataColumn<T>> columns)
    {
        return Of(name, Records(), columns);

        async IAsyncEnumerable<T> Records()
        {
            foreach (var record in await read()) yield return record;
        }
    }

    /// <summary>A table of records that are read while it is written.</summary>
    public static DataTable Of<T>(string name, IAsyncEnumerable<T> records, params IReadOnlyList<DataColumn<T>> columns) =>
        new(name, [.. columns.Select(c => new DataColumn(c.Name, c.Type))], records.Select(r => (IReadOnlyList<object?>)[.. columns.Select(c => c.Value(r))]));
}

/// <summary>A column with what it holds of a record.</summary>
public sealed record DataColumn<T>(string Name, DataType Type, Func<T, object?> Value);

/// <summary>A column of a table: its name as in the data dictionary, and what its values are.</summary>
public sealed record DataColumn(string Name, DataType Type);

/// <summary>What the values of a column are.</summary>
public enum DataType { Text, Whole, Number, Day, Instant, Logical, List, Address }

/// <summary>Something on a map.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Geometry">Kind of GeoJSON geometry: <c>Point</c>, <c>LineString</c>, or <c>Country</c> for the shape of a focus country.</param>
/// <param name="Path">Longitude and latitude of each point, in degrees (WGS 84); empty for a country.</param>
/// <param name="Properties">What is said of it.</param>
public sealed record MapFeature(string Id, string Geometry, IReadOnlyList<(double Longitude, double Latitude)> Path, IReadOnlyDictionary<string, object?> Properties);
