using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>What any record is called and where it is shown.</summary>
public static class RecordNames
{
    /// <summary>Title or name of a version; a party by its name in the page's language.</summary>
    public static string Title(Versioned version) => version switch
    {
        Party p => PartyDirectory.Name(p),
        Source s => s.Title,
        Person p => p.Name,
        Organisation o => o.Name,
        Place p => p.Name,
        Engagement e => e.Title,
        MoneyItem m => m.Label ?? m.Id,
        Claim c => c.Value,
        Indicator i => i.Measure,
        Stance s => s.Summary,
        Survey s => s.Scope,
        Move m => $"{m.FromId} → {m.ToId}",
        _ => version.Id,
    };

    /// <summary>Address at which a version's record is shown; null when no page shows it.</summary>
    public static string? Address(Versioned version, Urls urls, PartyDirectory parties)
    {
        return version switch
        {
            Party p => Of(p.Id, null),
            Source s => urls.Source(s.Id),
            Person p => urls.Person(p.Id),
            Organisation o => urls.Organisation(o.Id),
            Place p => urls.Place(p.Id),
            Engagement e => urls.Engagement(e.Id),
            MoneyItem m => urls.Engagement(m.EngagementId, "money-" + m.Id),
            Indicator i => Of(i.PartyId, "indicator-" + i.Id),
            Stance s => Of(s.HolderId, "stance-" + s.Id),
            Survey s => urls.Coverage() + "#survey-" + s.Id,
            Move m => urls.Move(m.Id),
            _ => null,
        };

        string? Of(string party, string? fragment) => parties.Find(party) is { } p && urls.Party(p) is { } address ? address + (fragment is null ? "" : "#" + fragment) : null;
    }
}
