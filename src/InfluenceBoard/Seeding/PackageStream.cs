using System.Globalization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>A record of a package as rows of the board: its versions, each with its text for search, and the lines of an engagement.</summary>
internal sealed record PackageRecord(IReadOnlyList<(Versioned Version, SearchText? Text)> Versions, IReadOnlyList<(EngagementLine Line, TraitSet Traits)> Lines);

/// <summary>Reads a package record by record, each with its amounts and claims, checked by the schemas and rules of the seed files, in memory that does not grow with it. It takes packages whose rows stand as the board writes them:
/// by id, amounts by their engagements, claims by their records. Any other, and any with a fault, is doubted, and <see cref="PackageReader"/> says what is wrong or puts it in order.</summary>
internal sealed class PackageStream : IDisposable
{
    // Sources, parties and what else is named by many: of these there are few.
    private static readonly RecordKind[] Kept = [RecordKind.Party, RecordKind.Source, RecordKind.Person, RecordKind.Organisation, RecordKind.Place, RecordKind.Rate];

    private readonly PackageFiles files;
    private readonly IReadOnlyDictionary<string, string> paths;
    private readonly PackageConstraints constraints = new();
    private readonly Change change;
    private readonly SeedReferences known;
    private readonly SeedRecordRules rules;
    private readonly Dictionary<RecordKind, IReadOnlyList<SeedRecord>> kept = [];
    private readonly Dictionary<string, IReadOnlyList<Source>> sources = new(StringComparer.Ordinal);
    private readonly PackageRows? claims, money;

    /// <summary>Begins to read: what is named by many is read at once.</summary>
    /// <param name="paths">Path of each table's file.</param>
    /// <param name="change">The change that opens every version.</param>
    /// <exception cref="PackageDoubtException">Something is not as it is taken here.</exception>
    public PackageStream(PackageFiles files, IReadOnlyDictionary<string, string> paths, Change change)
    {
        (this.files, this.paths, this.change) = (files, paths, change);
        foreach (var kind in Kept)
            kept[kind] = kind switch
            {
                RecordKind.Party => [.. Records<SeedParty>(kind)], RecordKind.Source => [.. Records<SeedSource>(kind)], RecordKind.Person => [.. Records<SeedPerson>(kind)],
                RecordKind.Organisation => [.. Records<SeedOrganisation>(kind)], RecordKind.Place => [.. Records<SeedPlace>(kind)], _ => [.. Records<SeedRate>(kind)],
            };
        known = SeedReferences.Of([.. Of<SeedParty>(RecordKind.Party)], [.. Of<SeedSource>(RecordKind.Source)], [.. Of<SeedPerson>(RecordKind.Person)], [.. Of<SeedOrganisation>(RecordKind.Organisation)], [.. Of<SeedPlace>(RecordKind.Place)],
            [.. Of<SeedRate>(RecordKind.Rate)]);
        rules = new SeedRecordRules(known);
        if (Of<SeedParty>(RecordKind.Party).DistinctBy(p => p.Slug).Count() != kept[RecordKind.Party].Count) throw new PackageDoubtException("A slug stands twice.");
        foreach (var source in Of<SeedSource>(RecordKind.Source)) sources[source.Id] = [(Source)Stamped(source.ToRow())];
        claims = Begin(RecordKind.Claim);
        money = Begin(RecordKind.Money);
    }

    /// <summary>Every record. What a record names among engagements and amounts is left to be looked up when all are written: <see cref="Data.BoardLoad.NamesWhatIsMissing"/>.</summary>
    /// <exception cref="PackageDoubtException">Something is not as it is taken here.</exception>
    public IEnumerable<PackageRecord> Read()
    {
        // The order of the claims: by the words of their records' kinds.
        foreach (var kind in SeedLoader.ByWord)
            foreach (var record in kind switch
                     {
                         RecordKind.Engagement => Whole(kind, Records<SeedEngagement>(kind), r => r.ToRow()), RecordKind.Indicator => Whole(kind, Records<SeedIndicator>(kind), r => r.ToRow()),
                         RecordKind.Move => Whole(kind, Records<SeedMove>(kind), r => r.ToRow()), RecordKind.Organisation => Whole(kind, Of<SeedOrganisation>(kind), r => r.ToRow()),
                         RecordKind.Party => Whole(kind, Of<SeedParty>(kind), r => r.ToRow()), RecordKind.Person => Whole(kind, Of<SeedPerson>(kind), r => r.ToRow()), RecordKind.Place => Whole(kind, Of<SeedPlace>(kind), r => r.ToRow()),
                         RecordKind.Rate => Whole(kind, Of<SeedRate>(kind), r => r.ToRow()), RecordKind.Source => Whole(kind, Of<SeedSource>(kind), r => r.ToRow()), RecordKind.Stance => Whole(kind, Records<SeedStance>(kind), r => r.ToRow()),
                         _ => Whole(RecordKind.Survey, Records<SeedSurvey>(kind), r => r.ToRow()),
                     })
                yield return record;
        if (claims?.HasRow == true || money?.HasRow == true) throw new PackageDoubtException("A claim or an amount stands where nothing asks for it.");
    }

    public void Dispose()
    {
        claims?.Dispose();
        money?.Dispose();
    }

    private IEnumerable<T> Of<T>(RecordKind kind) => kept[kind].Cast<T>();

    private IEnumerable<T> Records<T>(RecordKind kind) where T : SeedRecord
    {
        using var rows = Open(kind);
        for (var last = ""; rows?.Next() == true;)
        {
            var record = rows.Read<T>();
            if (string.CompareOrdinal(last, record.Id) >= 0) throw new PackageDoubtException($"{record.Id} stands after {last}.");
            last = record.Id;
            yield return record;
        }
    }

    private PackageRows? Begin(RecordKind kind)
    {
        var rows = Open(kind);
        rows?.Next();
        return rows;
    }

    private PackageRows? Open(RecordKind kind) => PackageTables.Of(kind) is var table && paths.TryGetValue(table.Name, out var path) ? new PackageRows(files, table, path, constraints.RowOf(table)) : null;

    private IEnumerable<PackageRecord> Whole<T>(RecordKind kind, IEnumerable<T> records, Func<T, Versioned> toRow) where T : SeedRecord
    {
        var (canHave, mustHave) = constraints.Claims(kind);
        foreach (var bare in records)
        {
            SeedRecord record = bare with { Claims = ClaimsOf(kind, bare.Id) };
            if (record.Claims.Count > 0 ? !canHave : mustHave) throw new PackageDoubtException($"{bare.Id} has claims and may not, or has none and must.");
            if (record is SeedEngagement of) record = of with { Money = MoneyOf(of.Id) };
            rules.Check(kind, record);
            if (rules.Faults.Count > 0) throw new PackageDoubtException(rules.Faults[0].ToString());

            var row = Stamped(toRow((T)record));
            var amounts = record is SeedEngagement engagement ? engagement.Money.Select(m => (MoneyItem)Stamped(m.ToRow(engagement.Id, known.Rates))).ToList() : [];
            var told = record.Claims.Select((c, i) => (Claim)Stamped(c.ToRow(kind, record.Id, i))).ToList();
            yield return new PackageRecord([(row, SearchText.Of(row)), .. amounts.Select(m => ((Versioned)m, SearchText.Of(m))), .. told.Select(c => ((Versioned)c, SearchText.Of(c)))],
                row is Engagement version ? [.. EngagementLines.Of(new EngagementRecord([version], amounts, told), source => sources[source])] : []);
        }
    }

    private List<SeedClaim> ClaimsOf(RecordKind kind, string id)
    {
        var some = new List<(long Order, SeedClaim Claim)>();
        for (var last = ""; claims?.HasRow == true && claims.Text("record") == id && claims.Text("recordKind") == Word.Of(kind); claims.Next())
        {
            var claim = claims.Read<SeedClaim>();
            var own = claims.Text("id");
            if (own != Claim.IdOf(kind, id, claim.Key) || string.CompareOrdinal(last, own) >= 0 || !long.TryParse(claims.Text("order"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order))
                throw new PackageDoubtException($"The claim {own} is not as it should be.");
            last = own;
            some.Add((order, claim));
        }
        return [.. some.OrderBy(c => c.Order).Select(c => c.Claim)];
    }

    private List<SeedMoney> MoneyOf(string engagement)
    {
        var some = new List<SeedMoney>();
        for (; money?.HasRow == true && money.Text("engagement") == engagement; money.Next())
        {
            some.Add(money.Read<SeedMoney>());
            if (some.Count > 1 && string.CompareOrdinal(some[^2].Id, some[^1].Id) >= 0) throw new PackageDoubtException($"The amount {some[^1].Id} stands after {some[^2].Id}.");
        }
        return some;
    }

    private Versioned Stamped(Versioned version)
    {
        version.Hash = SeedLoader.HashOf(version);
        (version.KnownFrom, version.ChangeId) = (change.At, change.Id);
        return version;
    }
}
