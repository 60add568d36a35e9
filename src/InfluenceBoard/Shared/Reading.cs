using System.Globalization;
using InfluenceBoard.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace InfluenceBoard.Shared;

/// <summary>What the address of the current request says: filter, language, moment, theme. One for each request.</summary>
public sealed class Reading
{
    /// <summary>Languages of the interface; the first is the default and is left out of addresses.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hans"];

    /// <summary>Highest page of a list that an address may ask for.</summary>
    public const int MostPages = 1_000_000;

    /// <summary>Name of the cookie that holds the theme.</summary>
    public const string ThemeCookie = "theme";

    private readonly IQueryCollection query;

    public Reading(IHttpContextAccessor accessor, PartyDirectory parties, TimeProvider clock)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("Reading pages are rendered within a request.");
        Parties = parties;
        // A page that stands in for a missing one speaks of the address that was asked for.
        var asked = context.Features.Get<IStatusCodeReExecuteFeature>();
        Path = asked?.OriginalPath ?? context.Request.Path.Value ?? "/";
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageFormat>() is not null) Path = PageFormat.Divide(Path).Page;
        QueryString = asked?.OriginalQueryString ?? context.Request.QueryString.Value ?? "";
        Origin = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        Theme = ThemeOf(context.Request);
        Language = LanguageOf(context.Request) ?? Languages[0];
        var now = clock.GetUtcNow();
        query = QueryOf(context.Request);
        (Filter, var notices) = FilterQuery.Read(query, parties);
        Notices = [.. notices];

        if (query[Urls.Language] is [{ Length: > 0 } wanted, ..] && LanguageOf(context.Request) is null)
            Ignore(Urls.Language, wanted, string.Join(", ", Languages));
        Moment = MomentOf(context.Request);
        if (Moment is null && Asked(Urls.AsOf) is { } moment) Ignore(Urls.AsOf, moment, "2026-01-15, 2026-01-15T10:30:00Z");
        // What had not come yet then stands as it stood then.
        IsAhead = Moment?.Instant > now;
        CiteMoment = AsOf ?? now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        Today = DateOnly.FromDateTime(CiteMoment.UtcDateTime);
        Zoom = Word.Parse<TimelineZoom>(AskedWord(Urls.Zoom, Word.All<TimelineZoom>(), Word.Of(TimelineZoom.Month)))!.Value;
        Urls = new Urls(parties, Language == Languages[0] ? null : Language, Moment);
    }

    /// <summary>Path of the page, as it was asked for.</summary>
    public string Path { get; private set; }
    /// <summary>Query of the address, as it came.</summary>
    public string QueryString { get; }
    /// <summary>The address as it came, as of now.</summary>
    public string Now => Path + Urls.Query(QueryHelpers.ParseQuery(QueryString).Where(p => !p.Key.Equals(Urls.AsOf, StringComparison.OrdinalIgnoreCase)).SelectMany(p => p.Value.Select(v => (p.Key, v))));
    /// <summary>Scheme and host of the request, for absolute links.</summary>
    public string Origin { get; }
    /// <summary><c>light</c>, <c>dark</c>, or null for the system's choice.</summary>
    public string? Theme { get; }
    /// <summary>BCP 47 tag of the interface.</summary>
    public string Language { get; }
    /// <summary>The day of the request (UTC); when the page is read as of an earlier moment, the day of that.</summary>
    public DateOnly Today { get; }
    /// <summary>The filter of the address.</summary>
    public BoardFilter Filter { get; }
    /// <summary>What was ignored.</summary>
    public List<FilterNotice> Notices { get; }
    /// <summary>Moment that the page is read as of, as the address says it; null for now.</summary>
    public Moment? Moment { get; }
    /// <summary>Instant at which versions are read; null for now, and for a moment that has not come.</summary>
    public DateTimeOffset? AsOf => IsAhead ? null : Moment?.Instant;
    /// <summary>Whether the moment of the address has not come yet: the page is that of now and can still change.</summary>
    public bool IsAhead { get; }
    /// <summary>The moment that a citation of the page names: that of reading, or now where none is named.</summary>
    public DateTimeOffset CiteMoment { get; }
    /// <summary>The parties.</summary>
    public PartyDirectory Parties { get; }
    /// <summary>Links that keep language and moment.</summary>
    public Urls Urls { get; }

    /// <summary>The page's own address, absolute, with its filter and its own parameters.</summary>
    public string Address(IReadOnlyList<(string Name, string? Value)> keep) => Origin + Urls.Same(Path, Filter, keep);

    /// <summary>The same page as of <see cref="CiteMoment"/>: what this address says never changes.</summary>
    public string Frozen(IReadOnlyList<(string Name, string? Value)> keep) => Origin + new Urls(Parties, Language == Languages[0] ? null : Language, Moment is null || IsAhead ? new Moment(CiteMoment) : Moment).Same(Path, Filter, keep);

    /// <summary>From here on the page is read as a part of another, whose path its links then have.</summary>
    public void StandFor(string path) => Path = path;

    /// <summary>The last value of a parameter, or null when there is none or it is empty.</summary>
    public string? Asked(string name) => query[name].LastOrDefault() is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Every value of a parameter, repeated or joined by commas.</summary>
    public IReadOnlyList<string> AskedAll(string name) => [.. FilterQuery.Values(query[name])];

    /// <summary>The value of a parameter that takes words of a list; the default when there is none, or with a notice when it means nothing.</summary>
    public string AskedWord(string name, IReadOnlyCollection<string> accepted, string otherwise)
    {
        if (Asked(name) is not { } value) return otherwise;
        if (accepted.FirstOrDefault(a => a.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } word) return word;
        Ignore(name, value, string.Join(", ", accepted));
        return otherwise;
    }

    /// <summary>The page of a list that is asked for, from 1.</summary>
    public int AskedPage()
    {
        if (Asked(Urls.Page) is not { } value) return 1;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= MostPages) return page;
        Ignore(Urls.Page, value, $"1–{MostPages}");
        return 1;
    }

    /// <summary>Notes a value that means nothing to the page.</summary>
    public void Ignore(string name, string value, string accepted) => Notices.Add(FilterNotice.Of(name, value, accepted));

    /// <summary>Unit of the page's timeline.</summary>
    public TimelineZoom Zoom { get; }

    /// <summary>Word of a zoom for addresses; null for the usual one.</summary>
    public static string? InAddress(TimelineZoom zoom) => zoom == TimelineZoom.Month ? null : Word.Of(zoom);

    /// <summary>The zoom of the address as a pair that pages with a timeline keep.</summary>
    public (string Name, string? Value) ZoomPair => (Urls.Zoom, InAddress(Zoom));

    /// <summary>The theme that a request asks for.</summary>
    public static string? ThemeOf(HttpRequest request) => request.Cookies[ThemeCookie] is ("light" or "dark") and var theme ? theme : null;

    /// <summary>The language that a request asks for; null when it asks for none or for one that the board does not speak.</summary>
    public static string? LanguageOf(HttpRequest request) => QueryOf(request)[Urls.Language].LastOrDefault() switch
    {
        { } t when t.Equals("en", StringComparison.OrdinalIgnoreCase) => "en",
        { } t when t.ToLowerInvariant() is "zh" or "zh-hans" or "zh-cn" or "zh-sg" => "zh-Hans",
        _ => null,
    };

    /// <summary>The moment that a request asks for; null when it asks for none or for what is no moment.</summary>
    public static Moment? MomentOf(HttpRequest request) => QueryOf(request)[Urls.AsOf].LastOrDefault() is { Length: > 0 } text ? Shared.Moment.TryParse(text.Trim()) : null;

    // A page that stands in for a missing one is asked for anew without the query.
    private static IQueryCollection QueryOf(HttpRequest request) =>
        request.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? new QueryCollection(QueryHelpers.ParseQuery(asked.OriginalQueryString)) : request.Query;
}
