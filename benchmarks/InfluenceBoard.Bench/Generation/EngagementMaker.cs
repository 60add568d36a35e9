using System.Globalization;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Makes engagements with their amounts and claims. Each is known from its number alone, so that they can be made in any order and need not be held.</summary>
public sealed class EngagementMaker(BoardShape shape, SeedProfile profile, History history, Pool pool)
{
    private readonly Dictionary<string, SeedRate> rates = profile.Set.Rates.ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>Id of an engagement.</summary>
    public static string IdOf(long number) => Names.Id("act", number);

    /// <summary>The change that first wrote an engagement.</summary>
    public long FirstOf(long number)
    {
        var rng = Rng.Of(shape.Seed, 1, number);
        return history.First(ref rng);
    }

    /// <summary>Draws an engagement.</summary>
    public Plan Plan(long number)
    {
        var rng = Rng.Of(shape.Seed, 1, number);
        var first = history.First(ref rng);
        var parties = profile.Parties(ref rng);
        var type = profile.Type(ref rng, parties);
        var money = profile.Money(ref rng, type);
        // Links between amounts stay inside the engagement: one that is linked needs another beside it.
        if (money.Count == 1 && rng.Happens(profile.PartOfShare + profile.OverlapShare)) money = [money[0], money[0] with { Label = "A part of it" }];
        var claims = profile.Like(ref rng, type).Claims;
        var count = Math.Max(1, (int)(claims.Count * shape.Claims + rng.Share()));
        return new Plan(number, IdOf(number), first, type, parties, profile.Like(ref rng, type).Domains, profile.Like(ref rng, type).Status, EdtfDate.Parse(Dates.Like(ref rng, profile.Like(ref rng, type).Date)), money,
            [.. Enumerable.Range(0, Math.Max(count, money.Count)).Select(i => claims[i % claims.Count])]);
    }

    /// <summary>A version of the engagement; later ones tell it in other words.</summary>
    public Engagement Engagement(Plan plan, int version)
    {
        var rng = Rng.Of(shape.Seed, 2, plan.Number);
        var like = profile.Like(ref rng, plan.Type);
        var places = pool.Places(ref rng, plan.Sides, like.Places.Count);
        string[] words = [.. Words(plan), ("" + WordLists.Latin[rng.Below(WordLists.Latin.Length)]) + WordLists.LatinEnds[rng.Below(WordLists.LatinEnds.Length)], rng.Pick(Quotes(rng.Pick(Languages)))];
        if (rng.Happens(0.2)) words[3] = rng.Pick(WordLists.VietnamesePlaces);
        var title = Fill(rng.Pick(WordLists.Acts[plan.Type]), words) + (rng.Happens(0.3) ? $" at {words[3]}" : "");
        rng = Rng.Of(shape.Seed, 3 + version, plan.Number);
        var engagement = new SeedEngagement(title.Length <= 140 ? title : title[..139].TrimEnd() + "…", $"{title}. {Fill(rng.Pick(WordLists.Sentences), words)} {Fill(rng.Pick(WordLists.Sentences), words)}", plan.Type, plan.Topics,
            version > 0 && rng.Happens(0.3) ? profile.Like(ref rng, plan.Type).Status : plan.Status, plan.Date.Text, like.DateNote is null ? null : "No day given; worked out from the order of the text.", plan.Parties.By,
            like.Note is null ? null : Fill(rng.Pick(WordLists.Sentences), words))
        {
            Id = plan.Id, Towards = plan.Parties.Towards, About = plan.Parties.About, Places = places,
            People = [.. pool.People(ref rng, plan.Sides, like.People.Count).Select((id, i) => new SeedPart(id, like.People[i].As))],
            Organisations = [.. pool.Organisations(ref rng, plan.Sides, like.Organisations.Count).Select((id, i) => new SeedPart(id, like.Organisations[i].As))],
        };
        return engagement.ToRow();
    }

    /// <summary>A version of one of its amounts.</summary>
    public MoneyItem Money(Plan plan, int amount, int version)
    {
        var (like, rng) = (plan.Money[amount], Rng.Of(shape.Seed, 1000 + amount, plan.Number));
        var actor = plan.Sides.FirstOrDefault(p => profile.Actors.Contains(p)) ?? like.Actor;
        var host = plan.Sides.FirstOrDefault(p => p != actor) ?? plan.Parties.About.FirstOrDefault(p => p != actor) ?? (like.Host != actor ? like.Host : like.Actor);
        var factor = (decimal)rng.Factor();
        var isPart = amount > 0 && rng.Happens(profile.PartOfShare / (profile.PartOfShare + profile.OverlapShare));
        if (isPart) factor *= 0.2m;
        // A corrected figure is a little more.
        if (version > 0) factor *= 1 + version * 0.05m;
        return (like with
        {
            Id = plan.MoneyId(amount), Actor = actor, Host = host, Low = Round(like.Low * factor), High = Round(like.High * factor), PartOf = isPart ? plan.MoneyId(0) : null,
            MayOverlap = amount > 0 && !isPart ? [plan.MoneyId(0)] : [], Claims = [plan.Key(amount)], Note = like.Note is null ? null : "The rung follows the words of the source.",
        }).ToRow(plan.Id, rates);
    }

    /// <summary>A version of one of its claims; later ones are weighed anew.</summary>
    public Claim Claim(Plan plan, int claim, int version)
    {
        var (like, rng) = (plan.Claims[claim], Rng.Of(shape.Seed, 2000 + claim, plan.Number));
        var source = pool.Source(ref rng);
        string[] words = [.. Words(plan), rng.Pick(WordLists.VietnamesePlaces)];
        var made = new SeedClaim(plan.Key(claim), claim < plan.Money.Count ? ClaimProperty.Amount : like.Property, claim < plan.Money.Count ? plan.MoneyId(claim) : null, Fill(rng.Pick(WordLists.Values), words), source.Id,
            source.Paragraphs is { } paragraphs ? 1 + rng.Below(paragraphs) : null, source.Paragraphs is null ? "excerpt" : null, like.Quote is null ? null : rng.Pick(Quotes(source.Language)), like.Attribution,
            version == 0 ? like.Credibility : 1 + (like.Credibility + version) % 6, like.Rank, like.Rank == Rank.Normal ? null : "Nearer to the event than the other.");
        return made.ToRow(RecordKind.Engagement, plan.Id, claim);
    }

    private static readonly string[] Languages = ["en", "vi", "ru", "zh-Hans", "zh-Hant", "ja"];

    private static string[] Quotes(string language) => WordLists.Quotes.TryGetValue(language, out var quotes) ? quotes : WordLists.Quotes["en"];

    private string[] Words(Plan plan)
    {
        var rng = Rng.Of(shape.Seed, 4, plan.Number);
        var by = profile.NameOf[plan.Parties.By[0]];
        var towards = plan.Parties.Towards.FirstOrDefault(p => p != plan.Parties.By[0]) is { } other ? profile.NameOf[other] : plan.Parties.By.Count > 1 ? profile.NameOf[plan.Parties.By[1]] : "its partners";
        return [by, towards, rng.Pick(WordLists.Matters[plan.Topics[0]])];
    }

    private static string Fill(string sentence, string[] words)
    {
        var text = string.Format(CultureInfo.InvariantCulture, sentence, [.. words, "", ""]);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    // Two figures that count, as sources give them.
    private static decimal? Round(decimal? amount)
    {
        if (amount is not { } exact || exact < 1) return amount;
        var unit = (decimal)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10((double)exact)) - 1));
        return Math.Round(exact / unit) * unit;
    }
}
