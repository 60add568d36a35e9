using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.People;

/// <summary>The party that a list is limited to by its address.</summary>
public static class PartyChoice
{
    /// <summary>Reads the party; null for all. A word that means no party is ignored with a notice, which must be left before the page is drawn.</summary>
    public static Party? Read(HttpRequest request, Reading reading)
    {
        if (request.Query[Urls.OfParty].LastOrDefault() is not { } asked || string.IsNullOrWhiteSpace(asked)) return null;
        if (reading.Parties.Find(asked) is { } party) return party;
        reading.Notices.Add(new FilterNotice(Urls.OfParty, asked.Length > 60 ? asked[..60] + "…" : asked, string.Join(", ", reading.Parties.All.Select(p => p.Slug))));
        return null;
    }

    /// <summary>The choice as a parameter of links to the same list.</summary>
    public static IReadOnlyList<(string Name, string? Value)> InAddress(Party? chosen) => [(Urls.OfParty, chosen?.Slug)];
}
