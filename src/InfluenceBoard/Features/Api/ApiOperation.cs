using System.Collections.Immutable;
using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>An operation of the API: what it accepts, how it is described, and a request that shows it. Its checks, its document and its page are made of this.</summary>
/// <param name="Id">Name of the operation for programs that are made of the document.</param>
/// <param name="Tag">Group in the document.</param>
/// <param name="Summary">What it answers, in a few words.</param>
/// <param name="Description">What a reader must know.</param>
/// <param name="Sample">Path and query, below the API, of a request over the seed data.</param>
/// <param name="Parameters">The parameters of its query.</param>
public sealed record ApiOperation(string Id, string Tag, string Summary, string Description, string Sample, ImmutableArray<ApiParameter> Parameters)
{
    /// <summary>What the parameters in its path mean, by their names.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>Kind of the record that it answers with, where that can be withdrawn by itself.</summary>
    public RecordKind? Kind { get; init; }
}

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A value.</param>
public sealed record ApiParameter(string Name, string Description, string Example)
{
    /// <summary>The words that it takes; none when it takes something else.</summary>
    public ImmutableArray<string> Words { get; init; } = [];
    /// <summary>Whether it may be given more than once; its values are alternatives.</summary>
    public bool IsRepeatable { get; init; }
    /// <summary>The value that stands for none.</summary>
    public string? Default { get; init; }
    /// <summary>The largest whole number that it takes; null when it takes no number.</summary>
    public int? Most { get; init; }

    private static ApiParameter Vocabulary<T>(string name, string description, string example) where T : struct, Enum => new(name, description, example) { Words = [.. Word.All<T>()], IsRepeatable = true };

    /// <summary>Most items of a page, and how many it has when nothing is said.</summary>
    public const int MostItems = 500, UsualItems = 100;

    public static readonly ApiParameter AsOf = new(Urls.AsOf, "The moment as of which the board is read: a day (its end, UTC) or an instant. Without it the board is read as it stands.", "2026-12-31");
    public static readonly ApiParameter Language = new(Urls.Language, "Language of names that are kept in several. Everything else is in English.", "zh-Hans") { Words = [.. Reading.Languages], Default = Reading.Languages[0] };
    public static readonly ApiParameter Limit = new("limit", "Most items on a page.", "100") { Most = MostItems, Default = UsualItems.ToString(CultureInfo.InvariantCulture) };
    public static readonly ApiParameter Cursor = new("cursor", "Where the page begins, as the `next` of the page before gives it. It belongs to the other parameters of its request and to no others.", "");

    public static readonly ApiParameter Country = new(FilterQuery.Country, "Focus countries, any of which takes part: slug, ISO 3166-1 code or name. Of amounts: whose host it is.", "kazakhstan") { IsRepeatable = true };
    public static readonly ApiParameter Actor = new(FilterQuery.Actor, "Actors, any of which takes part: slug, ISO 3166-1 code or name. With a country too, the two stand on opposite sides or act together.", "japan") { IsRepeatable = true };
    public static readonly ApiParameter From = new(FilterQuery.From, "First day of the range, as year, month or day. What can have happened within the range is in it.", "2025-12");
    public static readonly ApiParameter To = new(FilterQuery.To, "Last day of the range, as year, month or day.", "2025-12-31");
    public static readonly ApiParameter Worst = new(FilterQuery.Reliability, "Worst reliability accepted: at least one claim comes from a source rated so or better.", "B") { Words = [.. Word.All<Reliability>()] };

    /// <summary>The parameters that limit engagements, the same as those of the pages.</summary>
    public static readonly ImmutableArray<ApiParameter> Filter =
    [
        Country, Actor, Vocabulary<Topic>(FilterQuery.Domain, "Domains, any of which it is about.", "energy"), Vocabulary<EngagementType>(FilterQuery.Type, "Types, one of which it is.", "visit"),
        Vocabulary<Status>(FilterQuery.Status, "Statuses, one of which it has.", "signed"), Vocabulary<Rung>(FilterQuery.Rung, "Rungs of the ladder, on one of which it has an amount.", "pledge"), From, To, Worst,
    ];

    /// <summary>The parameters of every list.</summary>
    public static readonly ImmutableArray<ApiParameter> Paging = [Limit, Cursor];

    /// <summary>The parameters of every operation.</summary>
    public static readonly ImmutableArray<ApiParameter> Always = [AsOf, Language];

    public static readonly ApiParameter Relation = Vocabulary<Relation>(Urls.Relation, "Relations, one of which it is.", "counters");
    public static readonly ApiParameter Asserted = new(Urls.Asserted, "`others` leaves out links that only the board's editor asserts.", "others") { Words = ["all", "others"], Default = "all" };
    public static readonly ApiParameter By = new(Urls.By, "What each total is of: everything in view, an actor, a host, or an actor with a host.", "pair") { Words = ["all", "actor", "host", "pair"], Default = "all" };
    public static readonly ApiParameter Kind = Vocabulary<RecordKind>(Urls.Kind, "Kinds of record, one of which it is of.", "engagement");
    public static readonly ApiParameter Class = Vocabulary<PublisherClass>("class", "Classes of publisher, one of which it is of.", "wire-service");
    public static readonly ApiParameter Source = new("source", "Ids of sources, one of which it is drawn from.", "tokyo-summit-article") { IsRepeatable = true };
    public static readonly ApiParameter Since = new(Urls.Since, "Only changes after this moment: a day (its end, UTC) or an instant.", "2026-01-15T10:30:00Z");
}
