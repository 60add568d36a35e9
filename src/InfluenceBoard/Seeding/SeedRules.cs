using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>What a JSON Schema cannot say: that names resolve, dates parse, amounts have an end, and claims that are ranked say why.</summary>
public static class SeedRules
{
    /// <summary>Every fault of the set; empty when it may be loaded.</summary>
    public static IReadOnlyList<SeedFault> Check(SeedSet set)
    {
        var check = new Checker(set);
        check.Run();
        return check.Faults;
    }

    private sealed class Checker(SeedSet set)
    {
        private readonly HashSet<string> parties = Ids(set.Parties), sources = Ids(set.Sources), people = Ids(set.People), organisations = Ids(set.Organisations),
            places = Ids(set.Places), engagements = Ids(set.Engagements);
        private readonly Dictionary<string, SeedRate> rates = set.Rates.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, SeedSource> sourceOf = set.Sources.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        private readonly Dictionary<string, SeedMoney> money = set.Engagements.SelectMany(e => e.Money).DistinctBy(m => m.Id).ToDictionary(m => m.Id, StringComparer.Ordinal);

        public List<SeedFault> Faults { get; } = [];

        private static HashSet<string> Ids(IEnumerable<SeedRecord> records) => records.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);

        public void Run()
        {
            foreach (var (kind, record) in set.All()) Claims(kind, record);
            foreach (var twice in set.All().GroupBy(r => (r.Kind, r.Record.Id)).Where(g => g.Count() > 1))
                Fault(twice.Last().Record, "id", $"stands in more than one record of this kind, first at {twice.First().Record.At.File}:{twice.First().Record.At.Line}.");
            foreach (var twice in set.Engagements.SelectMany(e => e.Money.Select(m => (e, m.Id))).GroupBy(x => x.Id).Where(g => g.Count() > 1))
                Fault(twice.Last().e, $"money {twice.Key}", "the id stands on more than one amount.");
            foreach (var r in set.Withdrawn.Where(w => set.All().Any(other => other.Kind == w.Kind && other.Record.Id == w.Id)))
                Fault(r, "id", $"the {Word.Of(r.Kind)} is named as withdrawn and stands in the files too.");
            foreach (var twice in set.Withdrawn.GroupBy(w => (w.Kind, w.Id)).Where(g => g.Count() > 1)) Fault(twice.Last(), "id", "is withdrawn twice.");
            foreach (var slug in set.Parties.GroupBy(p => p.Slug).Where(g => g.Count() > 1)) Fault(slug.Last(), "slug", "stands on more than one party.");

            foreach (var r in set.Parties) { Known(r, "members", r.Members, parties); Position(r, r.Position); }
            foreach (var r in set.Sources) { Known(r, "parent", [r.Parent], sources); Date(r, r.Date); Gaps(r); }
            foreach (var r in set.People) { Known(r, "party", [r.Party], parties); Known(r, "organisation", [r.Organisation], organisations); }
            foreach (var r in set.Organisations) { Known(r, "party", [r.Party], parties); Known(r, "members", r.Members, parties); }
            foreach (var r in set.Places) { Known(r, "party", [r.Party], parties); Position(r, r.Position); foreach (var point in r.Path) Position(r, point); }
            foreach (var r in set.Rates) { Date(r, r.Date); if (r.Amount <= 0 || r.Usd <= 0) Fault(r, "amount", "and usd must both be above zero."); }
            foreach (var r in set.Engagements) Engagement(r);
            foreach (var r in set.Moves) { Known(r, "from", [r.From], engagements); Known(r, "to", [r.To], engagements); if (r.From == r.To) Fault(r, "to", "a move cannot answer itself."); }
            foreach (var r in set.Indicators) { Known(r, "subject", [r.Subject], parties); Date(r, r.Date); Ends(r, "low", r.Low, r.High); }
            foreach (var r in set.Surveys) { Known(r, "actors", r.Actors, parties); Known(r, "hosts", r.Hosts, parties); Known(r, "sources", r.Sources, sources); }
            foreach (var r in set.Stances) { Known(r, "holder", [r.Holder], parties); Known(r, "towards", r.Towards, parties); Known(r, "people", r.People, people); Date(r, r.Date); }
        }

        private void Engagement(SeedEngagement r)
        {
            Known(r, "by", r.By, parties);
            Known(r, "towards", r.Towards, parties);
            Known(r, "about", r.About, parties);
            Known(r, "people", r.People.Select(p => p.Id), people);
            Known(r, "organisations", r.Organisations.Select(p => p.Id), organisations);
            Known(r, "places", r.Places, places);
            Date(r, r.Date);
            var keys = r.Claims.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var item in r.Money) Money(r, item, keys);
        }

        private void Money(SeedEngagement r, SeedMoney item, HashSet<string> keys)
        {
            var field = $"money {item.Id}";
            Known(r, field, [item.Actor, item.Host], parties);
            Ends(r, field, item.Low, item.High);
            foreach (var key in item.Claims.Where(k => !keys.Contains(k))) Fault(r, field, $"names the claim '{key}', which the engagement does not have.");
            foreach (var other in item.MayOverlap.Append(item.PartOf).OfType<string>())
            {
                if (!money.ContainsKey(other)) Fault(r, field, $"names the amount '{other}', which no engagement has.");
                if (other == item.Id) Fault(r, field, "cannot be part of itself or overlap itself.");
            }
            if (Ancestors(item).Contains(item.Id)) Fault(r, field, "is part of itself by way of other amounts.");
            if (item.Qualifier == Qualifier.Over && item.High is not null) Fault(r, field, "an amount \"over\" a figure has no high end.");
            if (item.Qualifier == Qualifier.UpTo && item.High is null) Fault(r, field, "an amount \"up-to\" a figure needs its high end.");
            if (item.Rate is not null && !rates.TryGetValue(item.Rate, out _)) Fault(r, field, $"names the rate '{item.Rate}', which does not exist.");
            else if (item.Rate is not null && rates[item.Rate].Currency != item.Currency) Fault(r, field, $"is in {item.Currency} but its rate converts {rates[item.Rate].Currency}.");
        }

        private IEnumerable<string> Ancestors(SeedMoney item)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var id = item.PartOf; id is not null && seen.Add(id); id = money.GetValueOrDefault(id)?.PartOf) yield return id;
        }

        private void Claims(RecordKind kind, SeedRecord r)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var claim in r.Claims)
            {
                var field = $"claim {claim.Key}";
                if (!keys.Add(claim.Key)) Fault(r, field, "the key stands twice in this record.", claim.At);
                if (!sourceOf.TryGetValue(claim.Source, out var source)) Fault(r, field, $"names the source '{claim.Source}', which does not exist.", claim.At);
                else if (claim.Paragraph > source.Paragraphs) Fault(r, field, $"names paragraph {claim.Paragraph}; the source has {source.Paragraphs}.", claim.At);
                else if (source.Paragraphs is not null && claim.Paragraph is null) Fault(r, field, "needs the paragraph, because the source was read whole.", claim.At);
                if (claim.Paragraph is null && claim.Locator is null) Fault(r, field, "needs a paragraph or a locator.", claim.At);
                if (claim.Rank != Rank.Normal && string.IsNullOrWhiteSpace(claim.Reason)) Fault(r, field, $"is {Word.Of(claim.Rank)} and needs a reason.", claim.At);
                if (claim.About is { } about && !(kind == RecordKind.Engagement && ((SeedEngagement)r).Money.Any(m => m.Id == about)))
                    Fault(r, field, $"is about the amount '{about}', which this record does not have.", claim.At);
            }
        }

        private void Gaps(SeedSource r)
        {
            foreach (var gap in r.WithoutFacts.Where(g => g.Paragraph > r.Paragraphs)) Fault(r, "withoutFacts", $"names paragraph {gap.Paragraph}; the source has {r.Paragraphs}.");
        }

        private void Known(SeedRecord r, string field, IEnumerable<string?> ids, HashSet<string> known)
        {
            foreach (var id in ids.OfType<string>().Where(id => !known.Contains(id))) Fault(r, field, $"'{id}' is not a known id.");
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

        private void Fault(SeedRecord r, string field, string message, SeedPosition? at = null) => Faults.Add(new SeedFault((at ?? r.At).File, (at ?? r.At).Line, $"{r.Id}: {field}", message));
    }
}
