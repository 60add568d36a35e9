using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>What a JSON Schema cannot say: that names resolve, dates parse, amounts have an end, and claims that are ranked say why.</summary>
public static class SeedRules
{
    /// <summary>Every fault of the set; empty when it may be loaded.</summary>
    public static IReadOnlyList<SeedFault> Check(SeedSet set)
    {
        var rules = new SeedRecordRules(SeedReferences.Of(set));
        foreach (var (kind, record) in set.All()) rules.Claims(kind, record);
        foreach (var twice in set.All().GroupBy(r => (r.Kind, r.Record.Id)).Where(g => g.Count() > 1))
            rules.Fault(twice.Last().Record, "id", $"stands in more than one record of this kind, first at {twice.First().Record.At.File}:{twice.First().Record.At.Line}.");
        foreach (var twice in set.Engagements.SelectMany(e => e.Money.Select(m => (e, m.Id))).GroupBy(x => x.Id).Where(g => g.Count() > 1))
            rules.Fault(twice.Last().e, $"money {twice.Key}", "the id stands on more than one amount.");
        foreach (var r in set.Withdrawn.Where(w => set.All().Any(other => other.Kind == w.Kind && other.Record.Id == w.Id)))
            rules.Fault(r, "id", $"the {Word.Of(r.Kind)} is named as withdrawn and stands in the files too.");
        foreach (var twice in set.Withdrawn.GroupBy(w => (w.Kind, w.Id)).Where(g => g.Count() > 1)) rules.Fault(twice.Last(), "id", "is withdrawn twice.");
        foreach (var slug in set.Parties.GroupBy(p => p.Slug).Where(g => g.Count() > 1)) rules.Fault(slug.Last(), "slug", "stands on more than one party.");
        foreach (var (_, record) in set.All()) rules.Fields(record);
        return rules.Faults;
    }
}

/// <summary>What records may name.</summary>
/// <param name="PartOf">The amount that contains an amount; null when none does, or when that is looked up later.</param>
internal sealed record SeedReferences(HashSet<string> Parties, IReadOnlyDictionary<string, SeedSource> Sources, HashSet<string> People, HashSet<string> Organisations, HashSet<string> Places, IReadOnlyDictionary<string, SeedRate> Rates,
    Func<string, bool> IsEngagement, Func<string, bool> IsMoney, Func<string, string?> PartOf)
{
    /// <summary>Those of a whole set.</summary>
    public static SeedReferences Of(SeedSet set)
    {
        var engagements = Ids(set.Engagements);
        var money = set.Engagements.SelectMany(e => e.Money).DistinctBy(m => m.Id).ToDictionary(m => m.Id, StringComparer.Ordinal);
        return Of(set.Parties, set.Sources, set.People, set.Organisations, set.Places, set.Rates) with { IsEngagement = engagements.Contains, IsMoney = money.ContainsKey, PartOf = id => money.GetValueOrDefault(id)?.PartOf };
    }

    /// <summary>Those of what is named by many; every engagement and amount is taken for known.</summary>
    public static SeedReferences Of(IReadOnlyList<SeedParty> parties, IReadOnlyList<SeedSource> sources, IReadOnlyList<SeedPerson> people, IReadOnlyList<SeedOrganisation> organisations, IReadOnlyList<SeedPlace> places, IReadOnlyList<SeedRate> rates) =>
        new(Ids(parties), ById(sources), Ids(people), Ids(organisations), Ids(places), ById(rates), _ => true, _ => true, _ => null);

    private static HashSet<string> Ids(IEnumerable<SeedRecord> records) => records.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, T> ById<T>(IEnumerable<T> records) where T : SeedRecord => records.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
}

/// <summary>The rules of one record, given what it may name.</summary>
internal sealed class SeedRecordRules(SeedReferences known)
{
    /// <summary>Faults found so far.</summary>
    public List<SeedFault> Faults { get; } = [];

    /// <summary>Checks a record with its claims.</summary>
    public void Check(RecordKind kind, SeedRecord record)
    {
        Claims(kind, record);
        Fields(record);
    }

    /// <summary>Checks what is no claim.</summary>
    public void Fields(SeedRecord record)
    {
        switch (record)
        {
            case SeedParty r: Known(r, "members", r.Members, known.Parties); Position(r, r.Position); break;
            case SeedSource r: Known(r, "parent", [r.Parent], known.Sources.ContainsKey); Date(r, r.Date); Gaps(r); break;
            case SeedPerson r: Known(r, "party", [r.Party], known.Parties); Known(r, "organisation", [r.Organisation], known.Organisations); break;
            case SeedOrganisation r: Known(r, "party", [r.Party], known.Parties); Known(r, "members", r.Members, known.Parties); break;
            case SeedPlace r: Known(r, "party", [r.Party], known.Parties); Position(r, r.Position); foreach (var point in r.Path) Position(r, point); break;
            case SeedRate r: Date(r, r.Date); if (r.Amount <= 0 || r.Usd <= 0) Fault(r, "amount", "and usd must both be above zero."); break;
            case SeedEngagement r: Engagement(r); break;
            case SeedMove r: Known(r, "from", [r.From], known.IsEngagement); Known(r, "to", [r.To], known.IsEngagement); if (r.From == r.To) Fault(r, "to", "a move cannot answer itself."); break;
            case SeedIndicator r: Known(r, "subject", [r.Subject], known.Parties); Date(r, r.Date); Ends(r, "low", r.Low, r.High); break;
            case SeedSurvey r: Known(r, "actors", r.Actors, known.Parties); Known(r, "hosts", r.Hosts, known.Parties); Known(r, "sources", r.Sources, known.Sources.ContainsKey); break;
            case SeedStance r: Known(r, "holder", [r.Holder], known.Parties); Known(r, "towards", r.Towards, known.Parties); Known(r, "people", r.People, known.People); Date(r, r.Date); break;
        }
    }

    /// <summary>Checks the claims of a record.</summary>
    public void Claims(RecordKind kind, SeedRecord r)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in r.Claims)
        {
            var field = $"claim {claim.Key}";
            if (!keys.Add(claim.Key)) Fault(r, field, "the key stands twice in this record.", claim.At);
            if (!known.Sources.TryGetValue(claim.Source, out var source)) Fault(r, field, $"names the source '{claim.Source}', which does not exist.", claim.At);
            else if (claim.Paragraph > source.Paragraphs) Fault(r, field, $"names paragraph {claim.Paragraph}; the source has {source.Paragraphs}.", claim.At);
            else if (source.Paragraphs is not null && claim.Paragraph is null) Fault(r, field, "needs the paragraph, because the source was read whole.", claim.At);
            if (claim.Paragraph is null && claim.Locator is null) Fault(r, field, "needs a paragraph or a locator.", claim.At);
            if (claim.Rank != Rank.Normal && string.IsNullOrWhiteSpace(claim.Reason)) Fault(r, field, $"is {Word.Of(claim.Rank)} and needs a reason.", claim.At);
            if (claim.About is { } about && !(kind == RecordKind.Engagement && ((SeedEngagement)r).Money.Any(m => m.Id == about)))
                Fault(r, field, $"is about the amount '{about}', which this record does not have.", claim.At);
        }
    }

    private void Engagement(SeedEngagement r)
    {
        Known(r, "by", r.By, known.Parties);
        Known(r, "towards", r.Towards, known.Parties);
        Known(r, "about", r.About, known.Parties);
        Known(r, "people", r.People.Select(p => p.Id), known.People);
        Known(r, "organisations", r.Organisations.Select(p => p.Id), known.Organisations);
        Known(r, "places", r.Places, known.Places);
        Date(r, r.Date);
        var keys = r.Claims.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var item in r.Money) Money(r, item, keys);
    }

    private void Money(SeedEngagement r, SeedMoney item, HashSet<string> keys)
    {
        var field = $"money {item.Id}";
        Known(r, field, [item.Actor, item.Host], known.Parties);
        Ends(r, field, item.Low, item.High);
        foreach (var key in item.Claims.Where(k => !keys.Contains(k))) Fault(r, field, $"names the claim '{key}', which the engagement does not have.");
        foreach (var other in item.MayOverlap.Append(item.PartOf).OfType<string>())
        {
            if (!known.IsMoney(other)) Fault(r, field, $"names the amount '{other}', which no engagement has.");
            if (other == item.Id) Fault(r, field, "cannot be part of itself or overlap itself.");
        }
        if (Ancestors(item).Contains(item.Id)) Fault(r, field, "is part of itself by way of other amounts.");
        if (item.Qualifier == Qualifier.Over && item.High is not null) Fault(r, field, "an amount \"over\" a figure has no high end.");
        if (item.Qualifier == Qualifier.UpTo && item.High is null) Fault(r, field, "an amount \"up-to\" a figure needs its high end.");
        if (item.Rate is not null && !known.Rates.ContainsKey(item.Rate)) Fault(r, field, $"names the rate '{item.Rate}', which does not exist.");
        else if (item.Rate is not null && known.Rates[item.Rate].Currency != item.Currency) Fault(r, field, $"is in {item.Currency} but its rate converts {known.Rates[item.Rate].Currency}.");
    }

    private IEnumerable<string> Ancestors(SeedMoney item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var id = item.PartOf; id is not null && seen.Add(id); id = known.PartOf(id)) yield return id;
    }

    private void Gaps(SeedSource r)
    {
        foreach (var gap in r.WithoutFacts.Where(g => g.Paragraph > r.Paragraphs)) Fault(r, "withoutFacts", $"names paragraph {gap.Paragraph}; the source has {r.Paragraphs}.");
    }

    private void Known(SeedRecord r, string field, IEnumerable<string?> ids, HashSet<string> among) => Known(r, field, ids, among.Contains);

    private void Known(SeedRecord r, string field, IEnumerable<string?> ids, Func<string, bool> isKnown)
    {
        foreach (var id in ids.OfType<string>().Where(id => !isKnown(id))) Fault(r, field, $"'{id}' is not a known id.");
    }

    private void Date(SeedRecord r, string text)
    {
        if (EdtfDate.TryParse(text) is null)
            Fault(r, "date", $"'{text}' is not an EDTF date. Accepted are \"2025\", \"2025-12\", \"2025-12-06\", each with ~ or ?, and intervals such as \"2025-12-08/2025-12-10\".");
    }

    private void Ends(SeedRecord r, string field, decimal? low, decimal? high)
    {
        if (low is null && high is null) Fault(r, field, "needs a low or a high end.");
        if (low > high) Fault(r, field, $"the low end {low} is above the high end {high}.");
    }

    private void Position(SeedRecord r, double[]? position)
    {
        if (position is not null && (Math.Abs(position[0]) > 180 || Math.Abs(position[1]) > 90)) Fault(r, "position", "is [longitude, latitude] in degrees, longitude first.");
    }

    /// <summary>Adds a fault.</summary>
    public void Fault(SeedRecord r, string field, string message, SeedPosition? at = null) => Faults.Add(new SeedFault((at ?? r.At).File, (at ?? r.At).Line, $"{r.Id}: {field}", message));
}
