namespace InfluenceBoard.Domain;

/// <summary>Everything about an engagement that a filter asks for, but its dates. Engagements that are alike in it share one row: counting engagements is adding up over few rows.
/// Written once and never changed. Lists are joined by commas in a fixed order, "" when empty.</summary>
public sealed class TraitSet
{
    /// <summary>Number of the set.</summary>
    public long Id { get; set; }
    /// <summary>Ids of those who did it.</summary>
    public required string By { get; init; }
    /// <summary>Ids of those towards whom.</summary>
    public required string Towards { get; init; }
    /// <summary>Ids of those that it is about.</summary>
    public required string About { get; init; }
    /// <summary>What it is about.</summary>
    public required string Topics { get; init; }
    /// <summary>Kind of engagement.</summary>
    public EngagementType Type { get; init; }
    /// <summary>How far it has come.</summary>
    public Status Status { get; init; }
    /// <summary>Rungs on which it has amounts.</summary>
    public required string Rungs { get; init; }
    /// <summary>Reliability of the best source that tells it; null when none is known.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>All of the above as one text: equal keys, equal sets.</summary>
    public required string Key { get; init; }

    /// <summary>The set of an engagement.</summary>
    /// <param name="engagement">A version with its parties and topics.</param>
    /// <param name="rungs">Rungs of its amounts.</param>
    /// <param name="best">Reliability of the best source among its claims.</param>
    public static TraitSet Of(Engagement engagement, IEnumerable<Rung> rungs, Reliability? best)
    {
        string Side(PartyRole role) => string.Join(',', engagement.Parties.Where(p => p.Role == role).Select(p => p.PartyId).Order(StringComparer.Ordinal));
        var (by, towards, about) = (Side(PartyRole.By), Side(PartyRole.Towards), Side(PartyRole.About));
        var topics = string.Join(',', engagement.Topics.Select(t => t.Topic).Order().Select(Word.Of));
        var on = string.Join(',', rungs.Distinct().Order().Select(Word.Of));
        return new TraitSet
        {
            By = by, Towards = towards, About = about, Topics = topics, Type = engagement.Type, Status = engagement.Status, Rungs = on, Reliability = best,
            Key = string.Join('|', by, towards, about, topics, Word.Of(engagement.Type), Word.Of(engagement.Status), on, best is { } letter ? Word.Of(letter) : ""),
        };
    }
}

/// <summary>An engagement as lists and counts see it, over a time in which nothing about it changed: neither itself nor its amounts, its claims or the rating of their sources.
/// Made of the versions by <see cref="EngagementLines"/> with every write, so that it always says what they say.</summary>
public sealed class EngagementLine
{
    /// <summary>Number of the line.</summary>
    public long Id { get; set; }
    /// <summary>Id of the engagement.</summary>
    public required string EngagementId { get; init; }
    /// <summary>What filters ask for.</summary>
    public long TraitSetId { get; set; }
    /// <summary>First day it can have happened.</summary>
    public DateOnly Earliest { get; init; }
    /// <summary>Last day it can have happened.</summary>
    public DateOnly Latest { get; init; }
    /// <summary>Number of the day in the middle of its bounds, by which it stands among the latest; 0 when its beginning is open.</summary>
    public int Middle { get; init; }
    /// <summary>EDTF text of when it happened.</summary>
    public required string Date { get; init; }
    /// <summary>Who did what.</summary>
    public required string Title { get; init; }
    /// <summary>Parties by role and in the order of the record, as <c>role:id</c> joined by commas.</summary>
    public required string Parties { get; init; }
    /// <summary>What it is about, most important first, joined by commas.</summary>
    public required string Topics { get; init; }
    /// <summary>Number of its amounts.</summary>
    public int Amounts { get; init; }
    /// <summary>Largest of its amounts in US dollars, by the low end where one is known; null when none has any.</summary>
    public double? Usd { get; init; }
    /// <summary>Number of sources that tell it.</summary>
    public int Sources { get; init; }
    /// <summary>Best rating of its claims: credibility in tens, reliability in ones; null when it has none that is not deprecated.</summary>
    public int? Confidence { get; init; }
    /// <summary>Whether claims about it contradict each other.</summary>
    public bool IsContested { get; init; }
    /// <summary>From when the board said so (UTC).</summary>
    public DateTimeOffset KnownFrom { get; init; }
    /// <summary>Until when (UTC); <see cref="Versioned.Open"/> while it stands.</summary>
    public DateTimeOffset KnownTo { get; set; } = Versioned.Open;
    /// <summary>The change that began it.</summary>
    public long ChangeId { get; init; }
    /// <summary>The change that ended it; null while it stands.</summary>
    public long? ClosedById { get; set; }

    /// <summary>Whether two lines say the same, whenever they stand.</summary>
    public bool SaysWhat(EngagementLine other) => (TraitSetId, Earliest, Latest, Date, Title, Parties, Topics, Amounts, Usd, Sources, Confidence, IsContested)
        == (other.TraitSetId, other.Earliest, other.Latest, other.Date, other.Title, other.Parties, other.Topics, other.Amounts, other.Usd, other.Sources, other.Confidence, other.IsContested);
}

/// <summary>Everything the board has ever held about one engagement.</summary>
/// <param name="Versions">Its versions, with parties and topics.</param>
/// <param name="Money">Every version of its amounts.</param>
/// <param name="Claims">Every version of its claims.</param>
public sealed record EngagementRecord(IReadOnlyList<Engagement> Versions, IReadOnlyList<MoneyItem> Money, IReadOnlyList<Claim> Claims);

/// <summary>Makes lines of versions.</summary>
public static class EngagementLines
{
    /// <summary>The lines of one engagement, oldest first, each with its traits.</summary>
    /// <param name="record">Everything held about it.</param>
    /// <param name="sources">Every version of a source by its id, the oldest first.</param>
    public static IEnumerable<(EngagementLine Line, TraitSet Traits)> Of(EngagementRecord record, Func<string, IReadOnlyList<Source>> sources)
    {
        // Between two of these moments nothing changes.
        var turns = new SortedDictionary<DateTimeOffset, long>();
        void Turn(DateTimeOffset at, long change) => turns[at] = Math.Max(change, turns.GetValueOrDefault(at));
        var drawn = record.Claims.Select(c => c.SourceId).Distinct(StringComparer.Ordinal).SelectMany(sources).ToList();
        foreach (var version in record.Versions.Concat<Versioned>(record.Money).Concat(record.Claims).Concat(drawn))
        {
            Turn(version.KnownFrom, version.ChangeId);
            if (version.ClosedById is { } closed) Turn(version.KnownTo, closed);
        }
        (EngagementLine Line, TraitSet Traits)? last = null;
        foreach (var (at, change) in turns)
        {
            var now = record.Versions.FirstOrDefault(v => Stands(v, at)) is { } version
                ? Of(version, [.. record.Money.Where(m => Stands(m, at))], [.. record.Claims.Where(c => Stands(c, at))], drawn.Where(s => Stands(s, at)).ToDictionary(s => s.Id, s => s.Reliability, StringComparer.Ordinal), at, change)
                : ((EngagementLine Line, TraitSet Traits)?)null;
            if (last is { } before && now is { } after && before.Traits.Key == after.Traits.Key && before.Line.SaysWhat(after.Line) && !AmountsTurn(record, at)) continue;
            if (last is { } ended)
            {
                (ended.Line.KnownTo, ended.Line.ClosedById) = (at, change);
                yield return ended;
            }
            last = now;
        }
        if (last is { } standing) yield return standing;
    }

    /// <summary>Parties as a line has them: by role and in the order of the record, as <c>role:id</c> joined by commas.</summary>
    public static string PartiesText(IEnumerable<EngagementParty> parties) => string.Join(',', parties.OrderBy(p => Word.Of(p.Role), StringComparer.Ordinal).ThenBy(p => p.Order).Select(p => $"{Word.Of(p.Role)}:{p.PartyId}"));

    private static bool Stands(Versioned version, DateTimeOffset at) => version.KnownFrom <= at && version.KnownTo > at;

    // An amount that changes is a change of the line even where the line reads the same: totals are kept by lines.
    private static bool AmountsTurn(EngagementRecord record, DateTimeOffset at) => record.Money.Any(m => m.KnownFrom == at || m.KnownTo == at);

    private static (EngagementLine, TraitSet) Of(Engagement version, IReadOnlyList<MoneyItem> money, IReadOnlyList<Claim> claims, Dictionary<string, Reliability> ratings, DateTimeOffset at, long change)
    {
        var rated = claims.Where(c => ratings.ContainsKey(c.SourceId)).ToList();
        var sound = rated.Where(c => c.Rank != Rank.Deprecated).ToList();
        var dollars = money.Where(m => m.HasUsd).Select(m => (double?)(m.UsdLow ?? m.UsdHigh)).Where(d => d is not null).ToList();
        return (new EngagementLine
        {
            EngagementId = version.Id, Earliest = version.Earliest, Latest = version.Latest, Date = version.Date, Title = version.Title,
            Middle = version.Earliest == DateOnly.MinValue ? 0 : version.Latest == DateOnly.MaxValue ? version.Earliest.DayNumber : (version.Earliest.DayNumber + version.Latest.DayNumber) / 2,
            Parties = PartiesText(version.Parties),
            Topics = string.Join(',', version.Topics.OrderBy(t => t.Order).Select(t => Word.Of(t.Topic))),
            Amounts = money.Count, Usd = dollars.Count == 0 ? null : dollars.Max(), Sources = claims.Select(c => c.SourceId).Distinct(StringComparer.Ordinal).Count(),
            Confidence = sound.Count == 0 ? null : sound.Min(c => c.Credibility * 10 + (int)ratings[c.SourceId]), IsContested = claims.Any(c => c.Rank != Rank.Normal),
            KnownFrom = at, ChangeId = change,
        }, TraitSet.Of(version, money.Select(m => m.Rung), rated.Count == 0 ? null : rated.Min(c => ratings[c.SourceId])));
    }
}
