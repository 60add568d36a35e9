using System.Security.Cryptography;
using InfluenceBoard.Bench.Generation;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Bench;

/// <summary>Generated boards are what they are said to be: the same by seed, like the seed files, and right by the board's own rules.</summary>
public sealed class GeneratorTests(GeneratorTests.Made made) : IClassFixture<GeneratorTests.Made>
{
    private static readonly BoardShape Shape = new(400, Versions: 2);

    /// <summary>One board for all tests, which only read it.</summary>
    public sealed class Made : IAsyncLifetime
    {
        private readonly TempFolder folder = new();
        private ServiceProvider services = null!;

        public IDbContextFactory<BoardDb> Factory => services.GetRequiredService<IDbContextFactory<BoardDb>>();

        public string File(string name) => folder.File(name);

        public async ValueTask InitializeAsync()
        {
            await Boards.MakeAsync(Shape, File("board.db"), _ => { }, Cancel);
            var collection = new ServiceCollection();
            SqliteBoardDb.Add(collection, File("board.db"));
            services = collection.BuildServiceProvider();
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            folder.Dispose();
        }
    }

    [Fact]
    public async Task Board_SameShape_HoldsTheSame()
    {
        await MakeAsync(Shape, "again.db");
        Assert.Equal(ContentOf("board.db"), ContentOf("again.db"));
    }

    [Fact]
    public async Task Board_OtherSeed_HoldsOthers()
    {
        await MakeAsync(Shape with { Seed = 2 }, "other.db");
        Assert.NotEqual(ContentOf("board.db"), ContentOf("other.db"));
    }

    [Fact]
    public async Task Board_ItsSize_IsKept()
    {
        await using var db = await OpenAsync();
        Assert.Equal(Shape.Engagements, await db.Engagements.KnownAt(null).CountAsync(Cancel));
        Assert.Equal(Shape.Engagements, await db.Engagements.KnownAt(null).Where(e => db.Claims.KnownAt(null).Any(c => c.RecordKind == RecordKind.Engagement && c.RecordId == e.Id)).CountAsync(Cancel));
    }

    [Fact]
    public async Task Board_AsAPackage_PassesTheLoadersRules()
    {
        await using var target = await TempBoard.CreateAsync();
        await using var db = await OpenAsync();
        await PackageWriter.WriteAsync(db, made.File("package"), Cancel);

        await target.Loader.LoadAsync(made.File("package"), Cancel);

        await using var loaded = await target.Factory.CreateDbContextAsync(Cancel);
        Assert.Equal(await StandingAsync(db), await StandingAsync(loaded));
    }

    [Fact]
    public async Task SearchTexts_OfEveryVersion_AreThoseOfTheBoard()
    {
        await using var db = await OpenAsync();
        var versions = new List<Versioned>([.. await db.Engagements.ToListAsync(Cancel), .. await db.Claims.ToListAsync(Cancel), .. await db.Money.ToListAsync(Cancel), .. await db.Moves.ToListAsync(Cancel), .. await db.People.ToListAsync(Cancel),
            .. await db.Places.ToListAsync(Cancel), .. await db.Organisations.ToListAsync(Cancel), .. await db.Sources.ToListAsync(Cancel), .. await db.Indicators.ToListAsync(Cancel), .. await db.Stances.ToListAsync(Cancel), .. await db.Parties.ToListAsync(Cancel)]);
        static string Line(SearchText t) => $"{t.Id} {t.Kind} {t.RecordId} {t.KnownFrom:O} {t.KnownTo:O} {t.Title}|{t.Names}|{t.Body}|{t.Folded}";
        Assert.Equal(versions.Select(SearchText.Of).OfType<SearchText>().Select(Line).Order(StringComparer.Ordinal), (await db.SearchTexts.ToListAsync(Cancel)).Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Index_OfTexts_IsWhole()
    {
        await using var db = await OpenAsync();
        // Throws where index and texts differ.
        await db.Database.ExecuteSqlRawAsync("INSERT INTO SearchIndex(SearchIndex, rank) VALUES ('integrity-check', 1)", Cancel);
        Assert.NotEmpty((await db.FindAsync(SearchPhrase.Of("thanh hoa"), [new SearchWindow(RecordKind.Engagement, 0, 10)], isCounted: false, null, Cancel)).Best[RecordKind.Engagement]);
        Assert.Equal("ok", (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(Cancel)).Single());
    }

    [Fact]
    public async Task Schema_AfterTheWriter_IsThatOfTheMigrations()
    {
        await using var empty = await TempBoard.CreateAsync();
        await using (var bare = await empty.Factory.CreateDbContextAsync(Cancel))
        await using (var db = await OpenAsync())
            Assert.Equal(await SchemaAsync(bare), await SchemaAsync(db));

        static async Task<List<string>> SchemaAsync(BoardDb db) =>
            [.. (await db.Database.SqlQueryRaw<string>("SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS Value FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'").ToListAsync(Cancel)).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Versions_OfEveryRecord_FollowOneAnother()
    {
        await using var db = await OpenAsync();
        foreach (var record in (await db.Engagements.ToListAsync(Cancel)).GroupBy(e => e.Id))
        {
            var versions = record.OrderBy(v => v.KnownFrom).ToList();
            Assert.Equal(Versioned.Open, versions[^1].KnownTo);
            foreach (var (one, next) in versions.Zip(versions.Skip(1))) Assert.Equal((one.KnownTo, one.ClosedById), (next.KnownFrom, (long?)next.ChangeId));
        }
        Assert.InRange((double)await db.Engagements.CountAsync(e => e.ChangeId > 1, Cancel) / await db.Engagements.CountAsync(e => e.ChangeId > 1 && e.KnownTo == Versioned.Open, Cancel), 1.8, 2.2);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<long> MakeAsync(BoardShape shape, string name) => Boards.MakeAsync(shape, made.File(name), _ => { }, Cancel);

    private Task<BoardDb> OpenAsync() => made.Factory.CreateDbContextAsync(Cancel);

    // What stands, as the package has it: numbers of versions and times are the loader's own.
    private static async Task<List<string>> StandingAsync(BoardDb db)
    {
        var rows = new List<string>();
        foreach (var table in PackageTables.All)
            await foreach (var row in table.StandingAsync(db, Versioned.Open.AddMilliseconds(-1), Cancel)) rows.Add($"{table.Name} {row.ToJsonString(SeedJson.Options)}");
        return rows;
    }

    // Every value of every row of every table, in the order of the rows.
    private string ContentOf(string name)
    {
        using var connection = new SqliteConnection($"Data Source={made.File(name)};Pooling=False");
        connection.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'Search%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' UNION SELECT 'SearchTexts' ORDER BY 1").ToList())
            foreach (var row in Read($"SELECT * FROM \"{table}\" ORDER BY rowid")) hash.AppendData(System.Text.Encoding.UTF8.GetBytes(row + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        IEnumerable<string> Read(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            while (reader.Read()) yield return string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
