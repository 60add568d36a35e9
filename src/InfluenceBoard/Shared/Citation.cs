using System.Security.Cryptography;
using System.Text;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>Something that can be cited: a page of the board as it stood at a moment, or a source that the board draws on.</summary>
/// <param name="Key">Key in reference lists: the same whenever the same thing is cited.</param>
/// <param name="Title">Its title; of a source, in the board's words.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Language">BCP 47 tag of its language.</param>
public sealed record Citation(string Key, string Title, string Publisher, string Language)
{
    /// <summary>Where it can be read; null when it is published nowhere.</summary>
    public string? Address { get; init; }
    /// <summary>When it was published; of a page, the day of <see cref="AsOf"/>.</summary>
    public required EdtfDate Date { get; init; }
    /// <summary>When it was read.</summary>
    public required DateOnly Accessed { get; init; }
    /// <summary>The moment as of which a page is cited; null for a source.</summary>
    public Moment? AsOf { get; init; }
    /// <summary>Class of the publisher; null for a page.</summary>
    public PublisherClass? Class { get; init; }

    /// <summary>The page of the request as of <see cref="Reading.CiteMoment"/>.</summary>
    /// <param name="reading">The request.</param>
    /// <param name="board">Name of the board.</param>
    /// <param name="title">Title of the view, without the board's name.</param>
    /// <param name="keep">The page's own parameters, defaults left out.</param>
    /// <param name="today">The day of reading (UTC).</param>
    public static Citation Of(Reading reading, string board, string title, IReadOnlyList<(string Name, string? Value)> keep, DateOnly today)
    {
        var moment = reading.Moment is { } named && !reading.IsAhead ? named : new Moment(reading.CiteMoment);
        var address = reading.Frozen(keep);
        var day = DateOnly.FromDateTime(moment.Instant.UtcDateTime);
        return new Citation(KeyOf(reading.Path, day, address), title, board, reading.Language) { Address = address, Date = EdtfDate.Parse(day.ToString("O", null)), Accessed = today, AsOf = moment };
    }

    /// <summary>A source.</summary>
    public static Citation Of(Source source) =>
        new(source.Id, source.Title, source.Publisher, source.Language) { Address = source.Url, Date = EdtfDate.Parse(source.Date), Accessed = source.Reviewed, Class = source.Class };

    // Path and year to know it by, and a hash of the whole address, which the filter, the language and the moment are part of.
    private static string KeyOf(string path, DateOnly day, string address)
    {
        var words = string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..8];
        return $"influenceboard-{(words.Length == 0 ? "overview" : words)}-{day.Year}-{hash}";
    }
}
