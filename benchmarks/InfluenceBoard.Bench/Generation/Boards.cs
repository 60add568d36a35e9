using System.Diagnostics;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Bench.Generation;

/// <summary>A generated board.</summary>
/// <param name="File">Its database.</param>
/// <param name="Shape">What it is like.</param>
/// <param name="History">Its changes.</param>
public sealed record GeneratedBoard(string File, BoardShape Shape, History History);

/// <summary>Generated boards, kept in <c>benchmarks/data</c> and made anew when the generator, the seed files or the schema are others.</summary>
public static class Boards
{
    /// <summary>The board of a shape; made when it is not there. The checkout's seed files are loaded in it, so that the product finds nothing to load at its start.</summary>
    public static async Task<GeneratedBoard> GetAsync(BoardShape shape, Action<string> tell, CancellationToken cancel)
    {
        var file = Path.Combine(Checkout.Data, $"{shape.FileName}-{Key()}.db");
        if (!File.Exists(file))
        {
            foreach (var old in Directory.EnumerateFiles(Checkout.Data, $"{shape.FileName}-*.db*").ToList()) File.Delete(old);
            tell($"making the board {Path.GetFileName(file)}");
            var began = Stopwatch.GetTimestamp();
            var rows = await MakeAsync(shape, file + ".part", tell, cancel);
            File.Move(file + ".part", file);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            tell($"{rows:#,0} rows in {seconds:0.0} s, {rows / seconds:#,0} a second, {new FileInfo(file).Length / 1e6:#,0} MB");
        }
        return new GeneratedBoard(file, shape, new History(shape));
    }

    /// <summary>Makes a board at a place of the caller's choice and tells how many rows were generated.</summary>
    public static async Task<long> MakeAsync(BoardShape shape, string file, Action<string> tell, CancellationToken cancel)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm" }) File.Delete(part);
        var collection = new ServiceCollection();
        SqliteBoardDb.Add(collection, file);
        await using (var services = collection.BuildServiceProvider())
        {
            var factory = services.GetRequiredService<IDbContextFactory<BoardDb>>();
            await using (var db = await factory.CreateDbContextAsync(cancel)) await db.Database.MigrateAsync(cancel);
            await new SeedLoader(factory, new FixedClock(History.Began)).LoadAsync(Checkout.Seeds, cancel);
            await using (var db = await factory.CreateDbContextAsync(cancel)) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var generator = new BoardGenerator(shape, await SeedReader.ReadAsync(Checkout.Seeds, cancel));
        using var writer = new BoardWriter(file);
        foreach (var change in generator.Changes()) writer.Write(change);
        var next = 1_000_000L;
        var sources = new Dictionary<string, IReadOnlyList<Source>>(StringComparer.Ordinal);
        foreach (var source in (await SeedReader.ReadAsync(Checkout.Seeds, cancel)).Sources.Select(r => r.ToRow())) sources[source.Id] = [source];
        // What is about one engagement comes together.
        var (owner, held) = (default(RecordRef), new List<Versioned>());
        foreach (var (version, text) in generator.Versions())
        {
            if (version is Source made) sources[made.Id] = [made];
            if (RecordRef.OwnerOf(version) is var own && own != owner) EndRecord(own);
            if (own.Kind == RecordKind.Engagement) held.Add(version);
            writer.Write(version, text);
            if (writer.Written < next) continue;
            cancel.ThrowIfCancellationRequested();
            tell($"{writer.Written:#,0} rows");
            next += 1_000_000;
        }
        EndRecord(default);
        writer.Finish(tell);
        return writer.Written;

        void EndRecord(RecordRef following)
        {
            if (held.Count > 0)
                foreach (var (line, traits) in EngagementLines.Of(new EngagementRecord([.. held.OfType<Engagement>()], [.. held.OfType<MoneyItem>()], [.. held.OfType<Claim>()]), id => sources[id])) writer.Write(line, traits);
            held.Clear();
            owner = following;
        }
    }

    // Whatever the content follows from: rules of the generator, seed files, schema of the tables, folding of texts.
    private static string Key()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(Checkout.Seeds, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) hash.AppendData(File.ReadAllBytes(file));
        hash.AppendData(BitConverter.GetBytes(BoardShape.Release));
        hash.AppendData(BitConverter.GetBytes(Folding.Release));
        var options = new DbContextOptionsBuilder<SqliteBoardDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = new SqliteBoardDb(options);
        foreach (var migration in db.Database.GetMigrations()) hash.AppendData(System.Text.Encoding.UTF8.GetBytes(migration));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..10];
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
