namespace InfluenceBoard.Domain;

/// <summary>One version of a record as full-text search reads it: its words folded by <see cref="Folding"/>. Written with the version itself, so that search says what the board said at any moment.</summary>
public sealed class SearchText
{
    /// <summary>Number of the row, made by <see cref="SearchNumber"/>: kind, days of its end and its beginning, number of the version.</summary>
    public long Id { get; set; }
    /// <summary>Kind of the record.</summary>
    public RecordKind Kind { get; set; }
    /// <summary>Id of the record.</summary>
    public required string RecordId { get; set; }
    /// <summary>When the board came to know this version (UTC).</summary>
    public DateTimeOffset KnownFrom { get; set; }
    /// <summary>When it was replaced or withdrawn (UTC); <see cref="Versioned.Open"/> while it stands.</summary>
    public DateTimeOffset KnownTo { get; set; } = Versioned.Open;
    /// <summary>Title or name, folded, and a letter that stands for the whole of it (<see cref="Folding.Whole"/>).</summary>
    public required string Title { get; set; }
    /// <summary>Names in other languages and scripts, codes, terms of the original, folded.</summary>
    public required string Names { get; set; }
    /// <summary>Everything else that is text, folded.</summary>
    public required string Body { get; set; }
    /// <summary><see cref="Folding.Release"/> by which it was folded.</summary>
    public int Folded { get; set; }

    /// <summary>The text of a version, whose number is set; null for kinds that hold no text of their own.</summary>
    public static SearchText? Of(Versioned version) => version switch
    {
        Party p => Make(p, RecordKind.Party, p.NameEn, [p.NameEnInSentence, p.NameZhHans, p.Slug, p.Id, p.Iso3], [p.Note]),
        Person p => Make(p, RecordKind.Person, p.Name, p.Names.Values, [p.Role, p.Note]),
        Organisation o => Make(o, RecordKind.Organisation, o.Name, [.. o.Names.Values, o.Abbreviation], [o.Note]),
        Place p => Make(p, RecordKind.Place, p.Name, p.Names.Values, [p.PositionNote, p.Note]),
        Engagement e => Make(e, RecordKind.Engagement, e.Title, [], [e.Summary, e.Note, e.DateNote]),
        Claim c => Make(c, RecordKind.Claim, c.Value, [c.Quote], [c.Attribution, c.RankReason]),
        Source s => Make(s, RecordKind.Source, s.Title, [s.Publisher], [s.Note, s.ReliabilityReason, s.DateNote]),
        Indicator i => Make(i, RecordKind.Indicator, i.Measure, [], [i.UnitNote, i.Note]),
        Stance s => Make(s, RecordKind.Stance, s.Summary, [], [s.Note]),
        MoneyItem m => Make(m, RecordKind.Money, m.Label, [m.SourceWord], [m.Note]),
        Move m => Make(m, RecordKind.Move, m.Who, [], [m.Note]),
        _ => null,
    };

    private static SearchText? Make(Versioned version, RecordKind kind, string? title, IEnumerable<string?> names, IEnumerable<string?> body)
    {
        var text = new SearchText
        {
            Id = SearchNumber.Of(kind, version.KnownFrom, version.KnownTo, version.VersionId), Kind = kind, RecordId = version.Id, KnownFrom = version.KnownFrom, KnownTo = version.KnownTo, Folded = Folding.Release,
            Title = Folding.Whole(Folding.ForIndex([title])), Names = Folding.ForIndex(names), Body = Folding.ForIndex(body),
        };
        return text.Title.Length + text.Names.Length + text.Body.Length == 0 ? null : text;
    }
}
