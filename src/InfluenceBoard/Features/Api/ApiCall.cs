using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Api;

/// <summary>What a request of the API asks for, and what is wrong with it. One for each request.</summary>
public sealed class ApiCall
{
    private readonly Reading reading;
    private readonly IQueryCollection query;
    private readonly List<ApiFault> faults = [];

    public ApiCall(IHttpContextAccessor accessor, Reading reading)
    {
        this.reading = reading;
        var context = accessor.HttpContext!;
        query = context.Request.Query;
        Operation = context.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiOperation>();
        Check();
        Limit = Asked(ApiParameter.Limit) is { } limit && int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var items) && items is >= 1 and <= ApiParameter.MostItems ? items : ApiParameter.UsualItems;
        if (faults.Count == 0 && Asked(ApiParameter.Cursor) is { } cursor && (After = ApiCursor.Read(List(reading.Moment), cursor)) is null)
            Refuse(ApiParameter.Cursor, cursor, "This is no cursor of this list: take the `next` of a page as it is, with the same parameters.", ["the cursor in `next` of the page before"]);
    }

    /// <summary>The operation that is asked for.</summary>
    public ApiOperation Operation { get; }
    /// <summary>Everything that is wrong with the request.</summary>
    public IReadOnlyList<ApiFault> Faults => faults;
    /// <summary>The filter.</summary>
    public BoardFilter Filter => reading.Filter;
    /// <summary>Instant at which versions are read; null for now.</summary>
    public DateTimeOffset? AsOf => reading.AsOf;
    /// <summary>The address without its moment.</summary>
    public string Now => Address(After, null);
    /// <summary>Most items of a page.</summary>
    public int Limit { get; }
    /// <summary>Key of the item behind which the page begins; null for the first page.</summary>
    public string? After { get; }
    /// <summary>The state of the board, read before the answer.</summary>
    public ApiBoard Board { get; private set; } = null!;

    /// <summary>The words that a parameter names.</summary>
    public T[] Words<T>(ApiParameter parameter) where T : struct, Enum => [.. FilterQuery.Words<T>(query, parameter.Name, [])];

    /// <summary>The values of a parameter.</summary>
    public IReadOnlyList<string> Values(ApiParameter parameter) => [.. FilterQuery.Values(query[parameter.Name])];

    /// <summary>The value of a parameter; null when it is not given.</summary>
    public string? Asked(ApiParameter parameter) => query[parameter.Name] is [{ } value, ..] ? value.Trim() : null;

    /// <summary>Whether a parameter is given this word.</summary>
    public bool Says(ApiParameter parameter, string word) => (Asked(parameter) ?? parameter.Default)?.Equals(word, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The moment that a parameter names; null when it is not given.</summary>
    public DateTimeOffset? MomentOf(ApiParameter parameter) => Asked(parameter) is { } text ? Moment.TryParse(text)?.Instant : null;

    /// <summary>Notes a value that means nothing.</summary>
    public void Refuse(ApiParameter parameter, string value, string detail, IReadOnlyList<string> accepted) =>
        faults.Add(new ApiFault { Parameter = parameter.Name, Value = FilterNotice.Of(parameter.Name, value, "").Value, Detail = detail, Accepted = accepted });

    /// <summary>Reads the state of the board: the last change that was known at the moment of reading.</summary>
    public async Task<ApiBoard> OpenAsync(BoardDb db, CancellationToken cancel)
    {
        var last = await db.Changes.Where(c => AsOf == null || c.At <= AsOf).OrderByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        return Board = new ApiBoard { AsOf = reading.Moment?.ToString(), Change = last?.Id, ChangedAt = last?.At, Language = reading.Language, Frozen = last is null ? null : Address(After, new Moment(last.At)) };
    }

    /// <summary>The rows of a query that stand on the page, and one more when another page follows.</summary>
    public IQueryable<T> Page<T>(IQueryable<T> all) where T : Versioned
    {
        if (After is { } after) all = all.Where(r => string.Compare(r.Id, after) > 0);
        return all.OrderBy(r => r.Id).Take(Limit + 1);
    }

    /// <summary>The page of rows that were read with <see cref="Page"/>.</summary>
    public async Task<ApiList<TRecord>> ListAsync<TRow, TRecord>(int total, IReadOnlyList<TRow> rows, Func<TRow, string> key, Func<IReadOnlyList<TRow>, Task<IReadOnlyList<TRecord>>> records)
    {
        IReadOnlyList<TRow> shown = rows.Count > Limit ? [.. rows.Take(Limit)] : rows;
        return new ApiList<TRecord> { Board = Board, Total = total, Items = await records(shown), Next = rows.Count > Limit ? Address(key(shown[^1]), reading.Moment) : null };
    }

    // What the list is of: language and size of its pages are no part of that.
    private string List(Moment? moment) => reading.Path + Urls.Query([.. Limits, (Urls.AsOf, moment?.ToString())]);

    private IEnumerable<(string Name, string? Value)> Limits =>
    [
        .. Operation.Parameters.Any(p => FilterQuery.Names.Contains(p.Name)) ? Filter.Query(reading.Parties).Select(p => (p.Name, (string?)p.Value)).Where(p => Operation.Parameters.Any(o => o.Name == p.Name)) : [],
        .. Operation.Parameters.Where(p => !FilterQuery.Names.Contains(p.Name) && p != ApiParameter.Limit && p != ApiParameter.Cursor && p != ApiParameter.AsOf && p != ApiParameter.Language)
            .SelectMany(p => Values(p).Select(v => p.Words.IsEmpty ? v : v.ToLowerInvariant()).Where(v => v != p.Default).Distinct().Order(StringComparer.Ordinal).Select(v => (p.Name, (string?)v))),
    ];

    // The address of the page behind an item, or of the first one.
    private string Address(string? after, Moment? moment) => reading.Origin + new Urls(reading.Parties, reading.Language == Reading.Languages[0] ? null : reading.Language, moment).Build(reading.Path, null,
        [.. Limits, (ApiParameter.Limit.Name, Limit == ApiParameter.UsualItems ? null : Limit.ToString(CultureInfo.InvariantCulture)), (ApiParameter.Cursor.Name, after is null ? null : ApiCursor.After(List(moment), after))]);

    private void Check()
    {
        foreach (var (name, values) in query)
        {
            if (Operation.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } parameter)
                Refuse(new ApiParameter(FilterNotice.Of("", name, "").Value, "", ""), values.ToString(), "This operation has no such parameter.", [.. Operation.Parameters.Select(p => p.Name)]);
            else if (values.Any(string.IsNullOrWhiteSpace)) Refuse(parameter, "", "The parameter has no value.", Accepted(parameter));
            else if (values.Count > 1 && !parameter.IsRepeatable) Refuse(parameter, values.ToString(), "The parameter is given more than once.", Accepted(parameter));
            else if (FilterQuery.Names.Contains(parameter.Name) || parameter == ApiParameter.AsOf || parameter == ApiParameter.Language)
                foreach (var notice in reading.Notices.Where(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) Refuse(parameter, notice.Value, "The value means nothing here.", notice.Accepted.Split(", "));
            else
                foreach (var value in (parameter.IsRepeatable ? Values(parameter) : [values.ToString().Trim()]).Where(v => !Takes(parameter, v))) Refuse(parameter, value, "The value means nothing here.", Accepted(parameter));
        }
    }

    private static bool Takes(ApiParameter parameter, string value) => parameter switch
    {
        { Words.IsEmpty: false } => parameter.Words.Contains(value, StringComparer.OrdinalIgnoreCase),
        { Most: { } most } => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most,
        _ => parameter != ApiParameter.Since || Moment.TryParse(value) is not null,
    };

    private static IReadOnlyList<string> Accepted(ApiParameter parameter) => parameter switch
    {
        { Words.IsEmpty: false } => parameter.Words,
        { Most: { } most } => [$"1–{most}"],
        _ => [parameter.Example],
    };
}
