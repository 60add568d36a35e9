using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Bench.Generation;

/// <summary>What was drawn for one engagement before its texts are written: the same for each of its versions.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Id">Its id.</param>
/// <param name="First">The change that first wrote it.</param>
/// <param name="Parties">The seed record whose parties it has.</param>
/// <param name="Topics">What it is about.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Date">EDTF date.</param>
/// <param name="Money">The seed amounts that its own are like.</param>
/// <param name="Claims">The seed claims that its own are like; first one for each amount.</param>
public sealed record Plan(long Number, string Id, long First, EngagementType Type, SeedEngagement Parties, IReadOnlyList<Topic> Topics, Status Status, EdtfDate Date, IReadOnlyList<SeedMoney> Money, IReadOnlyList<SeedClaim> Claims)
{
    /// <summary>Id of one of its amounts.</summary>
    public string MoneyId(int amount) => $"{Id}-m{amount}";

    /// <summary>Key of one of its claims.</summary>
    public string Key(int claim) => $"{Word.Of(claim < Money.Count ? ClaimProperty.Amount : Claims[claim].Property)}-{claim}";

    /// <summary>Everybody who acted or was acted towards, each once.</summary>
    public IEnumerable<string> Sides => Parties.By.Concat(Parties.Towards).Distinct();
}
