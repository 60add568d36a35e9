using System.Text.Json.Serialization;

namespace InfluenceBoard.Domain;

/// <summary>One version of a record. A change closes the open version and opens a new one; nothing is overwritten or deleted,
/// so the board can be shown as it stood at any moment.</summary>
public abstract class Versioned
{
    /// <summary>End of a version that still stands.</summary>
    public static readonly DateTimeOffset Open = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999);

    /// <summary>Number of this version; unique over all versions of this kind of record.</summary>
    [JsonIgnore] public long VersionId { get; set; }
    /// <summary>Stable id of the record, the same in every version. Addresses are made of it.</summary>
    public required string Id { get; set; }
    /// <summary>When the board came to know this version (UTC).</summary>
    [JsonIgnore] public DateTimeOffset KnownFrom { get; set; }
    /// <summary>When it was replaced or withdrawn (UTC); <see cref="Open"/> while it stands.</summary>
    [JsonIgnore] public DateTimeOffset KnownTo { get; set; } = Open;
    /// <summary>The change that opened this version.</summary>
    [JsonIgnore] public long ChangeId { get; set; }
    /// <summary>The change that replaced or withdrew it; null while it stands.</summary>
    [JsonIgnore] public long? ClosedById { get; set; }
    /// <summary>SHA-256 of the content: equal hashes, equal content.</summary>
    [JsonIgnore] public string Hash { get; set; } = "";
}

/// <summary>A record by kind and id.</summary>
public readonly record struct RecordRef(RecordKind Kind, string Id)
{
    /// <summary>The record that a version belongs to: that of a claim is what it is about, that of an amount its engagement; any other is its own.</summary>
    public static RecordRef OwnerOf(Versioned version) => version switch
    {
        Claim c => new(c.RecordKind, c.RecordId),
        MoneyItem m => new(RecordKind.Engagement, m.EngagementId),
        _ => new(KindOf(version.GetType()), version.Id),
    };

    /// <summary>Kind of the records of a type.</summary>
    public static RecordKind KindOf(Type type) => type.Name switch { nameof(MoneyItem) => RecordKind.Money, nameof(ExchangeRate) => RecordKind.Rate, var name => Enum.Parse<RecordKind>(name) };
}

/// <summary>One change to the board: when, by whom and why. A later change has a higher number and never an earlier time.</summary>
public sealed class Change
{
    /// <summary>Number of the change.</summary>
    public long Id { get; set; }
    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>Who made it: <c>seeds</c> for the loader, else an account.</summary>
    public required string Editor { get; set; }
    /// <summary>Why.</summary>
    public required string Reason { get; set; }
}

/// <summary>One load of the seed files, kept so that an unchanged folder is not read again.</summary>
public sealed class SeedLoad
{
    /// <summary>Number of the load.</summary>
    public long Id { get; set; }
    /// <summary>When (UTC).</summary>
    public DateTimeOffset At { get; set; }
    /// <summary>SHA-256 over the names and contents of the files.</summary>
    public required string Fingerprint { get; set; }
}
