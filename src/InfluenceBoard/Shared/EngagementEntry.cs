using InfluenceBoard.Domain;

namespace InfluenceBoard.Shared;

/// <summary>An engagement as files have it: what its line says, with the ids of its amounts.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">Who did what.</param>
/// <param name="Date">EDTF text.</param>
/// <param name="Earliest">First day it can have happened.</param>
/// <param name="Latest">Last day it can have happened.</param>
/// <param name="Type">Kind of engagement.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Parties">Parties as a line has them: by role and in the order of the record, as <c>role:id</c> joined by commas.</param>
/// <param name="Topics">What it is about, as its words.</param>
/// <param name="Amounts">Ids of its amounts, in their order.</param>
/// <param name="Sources">Number of sources that tell it.</param>
/// <param name="Confidence">The best rated claim about it; null when none is known.</param>
/// <param name="IsContested">Whether claims about it contradict each other.</param>
public sealed record EngagementEntry(string Id, string Title, string Date, DateOnly Earliest, DateOnly Latest, EngagementType Type, Status Status, string Parties, string[] Topics, string[] Amounts, int Sources,
    Confidence? Confidence, bool IsContested)
{
    /// <summary>The entry of a row.</summary>
    public static EngagementEntry Of(EngagementRow r) => new(r.Id, r.Title, r.Date, r.Earliest, r.Latest, r.Type, r.Status, EngagementLines.PartiesText(r.Parties), [.. r.Topics.Select(Word.Of)], [.. r.Money.Select(m => m.Id)], r.Sources,
        r.Confidence, r.IsContested);

    /// <summary>The items of a list that a line has as text.</summary>
    public static string[] Items(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split(',');

    /// <summary>Ids of the parties in a role, in the order of the record.</summary>
    public string[] In(PartyRole role)
    {
        var (word, ids) = (Word.Of(role), new List<string>());
        foreach (var part in Parties.AsSpan().Split(','))
            if (Parties.AsSpan(part) is var party && party.Length > word.Length && party[word.Length] == ':' && party.StartsWith(word, StringComparison.Ordinal)) ids.Add(party[(word.Length + 1)..].ToString());
        return [.. ids];
    }
}
