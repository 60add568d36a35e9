using System.Collections.Immutable;
using System.Globalization;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Engagements;

/// <summary>How the explorer lays out the engagements that the filter lets through. All of it stands in the address.</summary>
/// <param name="Sort">Column that orders the rows.</param>
/// <param name="IsDescending">Whether from most to least, from latest to earliest, from Z to A.</param>
/// <param name="Columns">Columns that are shown, in their fixed order; the title always is.</param>
/// <param name="Group">Facet by which the rows are grouped; null for one list.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record EngagementsView(string Sort, bool IsDescending, ImmutableArray<string> Columns, string? Group, int Size, int Page)
{
    public const string SortName = "sort", ColumnName = "column", GroupName = "group", SizeName = "size";

    /// <summary>Every column, in the order of the table.</summary>
    public static readonly ImmutableArray<string> AllColumns = ["date", "parties", "type", "title", "domains", "money", "status", "confidence", "sources"];

    /// <summary>Columns that are shown when none are asked for.</summary>
    public static readonly ImmutableArray<string> UsualColumns = ["date", "parties", "type", "title", "money", "status", "confidence"];

    /// <summary>Columns by which rows can be ordered.</summary>
    public static readonly ImmutableArray<string> Sorts = ["date", "title", "type", "status", "money", "confidence", "sources"];

    /// <summary>Facets by which rows can be grouped.</summary>
    public static readonly ImmutableArray<string> Groups = [FilterQuery.Country, FilterQuery.Actor, Facets.Year, FilterQuery.Domain, FilterQuery.Type, FilterQuery.Status];

    /// <summary>Rows on a page that can be asked for; the first is the usual.</summary>
    public static readonly ImmutableArray<int> Sizes = [25, 50, 100];

    // Dates, amounts and numbers of sources read best from the top.
    private static bool UsuallyDescending(string sort) => sort is "date" or "money" or "sources";

    /// <summary>Reads the view; what means nothing is noted and ignored.</summary>
    public static EngagementsView Of(Reading reading)
    {
        var sort = reading.AskedWord(SortName, [.. Sorts.SelectMany(s => new[] { s, "-" + s })], "-date");
        var columns = new List<string>();
        foreach (var column in reading.AskedAll(ColumnName))
            if (AllColumns.Contains(column, StringComparer.OrdinalIgnoreCase)) columns.Add(column.ToLowerInvariant());
            else reading.Ignore(ColumnName, column, string.Join(", ", AllColumns));
        var size = reading.AskedWord(SizeName, [.. Sizes.Select(Number)], Number(Sizes[0]));
        return new EngagementsView(sort.TrimStart('-'), sort.StartsWith('-'), columns.Count == 0 ? UsualColumns : [.. AllColumns.Where(c => c == "title" || columns.Contains(c))],
            reading.AskedWord(GroupName, [.. Groups.Append("none")], "none") is var group && group == "none" ? null : group, int.Parse(size, CultureInfo.InvariantCulture), reading.AskedPage());
    }

    /// <summary>Whether a column is shown.</summary>
    public bool Shows(string column) => Columns.Contains(column);

    /// <summary>The view ordered by a column: by it the usual way round, or the other way when it already is.</summary>
    public EngagementsView SortedBy(string column) => this with { Sort = column, IsDescending = column == Sort ? !IsDescending : UsuallyDescending(column), Page = 1 };

    /// <summary>The view as pairs of the address; what is usual is left out.</summary>
    public IReadOnlyList<(string Name, string? Value)> Pairs =>
    [
        (SortName, (Sort, IsDescending) == ("date", true) ? null : (IsDescending ? "-" : "") + Sort),
        .. Columns.SequenceEqual(UsualColumns) ? [] : Columns.Select(c => (ColumnName, (string?)c)),
        (GroupName, Group), (SizeName, Size == Sizes[0] ? null : Number(Size)), (Urls.Page, Page == 1 ? null : Number(Page)),
    ];

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
