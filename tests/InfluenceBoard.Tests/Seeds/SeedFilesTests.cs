using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Seeds;

/// <summary>The checkout's own seed files: complete, traceable, and in the board's own words.</summary>
public sealed class SeedFilesTests
{
    private const int LongestQuote = 40, LongestRun = 11;

    private static readonly string[] ReadWhole = ["okinawa-hanoi-article", "tokyo-summit-article"];

    [Fact]
    public async Task Seeds_AllKinds_HoldRecords()
    {
        var set = await RealSeeds.ReadAsync();
        var counts = set.All().CountBy(r => r.Kind).ToDictionary();
        Assert.All([RecordKind.Party, RecordKind.Source, RecordKind.Person, RecordKind.Organisation, RecordKind.Place, RecordKind.Rate, RecordKind.Engagement, RecordKind.Move, RecordKind.Indicator, RecordKind.Stance, RecordKind.Survey],
            kind => Assert.True(counts.GetValueOrDefault(kind) > 0, $"no {kind}"));
        Assert.Equal(["VN", "KZ", "UZ", "KG", "TJ", "TM", "JP"], (await RealSeeds.PartiesAsync()).Countries.Select(p => p.Id).OrderBy(id => id == "JP"));
        Assert.Equal(["CN", "RU", "JP", "US"], (await RealSeeds.PartiesAsync()).Actors.Select(p => p.Id));
    }

    [Fact]
    public async Task Seeds_EveryRecord_HasAClaimWithSourceAndPlace()
    {
        var set = await RealSeeds.ReadAsync();
        // Parties and sources are what claims speak about and come from, and a survey names the sources it looked through; they need none of their own.
        Assert.All(set.Surveys, s => Assert.True(s.Sources.Count > 0 && s.Actors.Count > 0 && s.Hosts.Count > 0, s.Id));
        foreach (var (kind, record) in set.All().Where(r => r.Kind is not RecordKind.Party and not RecordKind.Source and not RecordKind.Survey))
        {
            Assert.True(record.Claims.Count > 0, $"{record.At.File}:{record.At.Line}: {kind} {record.Id} has no claim.");
            Assert.All(record.Claims, c => Assert.True(c.Paragraph is not null || !string.IsNullOrWhiteSpace(c.Locator), $"{record.Id}: {c.Key} has neither paragraph nor locator."));
        }
    }

    [Fact]
    public async Task Seeds_EveryAmount_IsCarriedByAClaim()
    {
        foreach (var engagement in (await RealSeeds.ReadAsync()).Engagements)
            Assert.All(engagement.Money, m => Assert.True(m.Claims.Count > 0, $"{engagement.Id}: {m.Id} names no claim."));
    }

    [Fact]
    public async Task Seeds_TheTwoDocuments_EveryParagraphHasARecordOrAReason()
    {
        var set = await RealSeeds.ReadAsync();
        foreach (var source in ReadWhole.Select(id => set.Sources.Single(s => s.Id == id)))
        {
            var told = set.All().SelectMany(r => r.Record.Claims).Where(c => c.Source == source.Id).Select(c => c.Paragraph!.Value).ToHashSet();
            var gaps = source.WithoutFacts.Select(g => g.Paragraph).ToHashSet();
            Assert.All(source.WithoutFacts, g => Assert.False(string.IsNullOrWhiteSpace(g.Why)));
            Faults.None(Enumerable.Range(1, source.Paragraphs!.Value).Where(p => !told.Contains(p) && !gaps.Contains(p)));
            Faults.None(gaps.Where(told.Contains));
        }
    }

    [Fact]
    public async Task Seeds_Contradictions_HaveAPreferredClaimBesideTheDeprecatedOne()
    {
        var set = await RealSeeds.ReadAsync();
        foreach (var (_, record) in set.All())
            foreach (var group in record.Claims.GroupBy(c => (c.Property, c.About)).Where(g => g.Any(c => c.Rank == Rank.Deprecated)))
                Assert.True(group.Any(c => c.Rank != Rank.Deprecated), $"{record.Id}: every claim on {Word.Of(group.Key.Property)} is deprecated.");
    }

    [Fact]
    public async Task Seeds_Quotes_AreShortTerms()
    {
        var set = await RealSeeds.ReadAsync();
        Assert.All(set.All().SelectMany(r => r.Record.Claims).Select(c => c.Quote).OfType<string>(), quote => Assert.InRange(quote.Length, 1, LongestQuote));
    }

    [Fact]
    public async Task Documents_ParagraphCounts_EqualThoseOfTheirSources()
    {
        var set = await RealSeeds.ReadAsync();
        var counts = ReadDocument.All(DocumentsOrSkip()).Select(d => (int?)d.Paragraphs.Count).Order();
        Assert.Equal(ReadWhole.Select(id => set.Sources.Single(s => s.Id == id).Paragraphs).Order(), counts);
    }

    [Fact]
    public async Task Documents_EveryQuote_StandsInItsParagraph()
    {
        var set = await RealSeeds.ReadAsync();
        var folder = DocumentsOrSkip();
        var missing = new List<string>();
        foreach (var id in ReadWhole)
        {
            var quotes = set.All().SelectMany(r => r.Record.Claims.Select(c => (Record: r.Record.Id, Claim: c))).Where(x => x.Claim.Source == id && x.Claim.Quote is not null).ToList();
            var document = ReadDocument.Of(folder, set.Sources.Single(s => s.Id == id).Paragraphs!.Value, quotes[0].Claim.Quote!);
            Assert.True(document is not null, $"No document has the paragraphs and the first quote of {id}.");
            missing.AddRange(quotes.Where(x => !document.Paragraphs[x.Claim.Paragraph!.Value - 1].Contains(ReadDocument.Plain(x.Claim.Quote!), StringComparison.Ordinal))
                .Select(x => $"{id} ¶{x.Claim.Paragraph}: {x.Record}/{x.Claim.Key}: {x.Claim.Quote}"));
        }
        Faults.None(missing);
    }

    [Fact]
    public void Documents_NoSentence_IsCopiedIntoTheSeeds()
    {
        var copied = ReadDocument.All(DocumentsOrSkip()).SelectMany(d => d.Paragraphs).SelectMany(p => ReadDocument.HanRuns(p, LongestRun + 1)).ToHashSet(StringComparer.Ordinal);
        var found = Repository.Files("seeds", ".yaml", ".json", ".md")
            .SelectMany(file => ReadDocument.HanRuns(ReadDocument.Plain(Repository.Read(file)), LongestRun + 1).Where(copied.Contains).Select(run => $"{file}: {run}"));
        Faults.None(found);
    }

    private static string DocumentsOrSkip()
    {
        if (Repository.Documents is null) Assert.Skip("The documents lie beside the checkout (shared/documents) and are not here.");
        return Repository.Documents!;
    }
}
