using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Seeding;

/// <summary>What a load did.</summary>
/// <param name="Opened">Versions opened: new records and changed ones.</param>
/// <param name="Closed">Versions closed: changed records and ones that the files no longer hold.</param>
/// <param name="Kept">Records left as they are because someone else edited them on the board.</param>
public sealed record SeedResult(int Opened, int Closed, int Kept);

/// <summary>Brings the board in step with the seed files. Idempotent: an unchanged file writes nothing, a changed record closes its old version and opens a new one.
/// Everything is checked before anything is written, and written in one transaction. A record that was edited on the board is never overwritten.</summary>
public sealed class SeedLoader(IDbContextFactory<BoardDb> factory, TimeProvider clock)
{
    /// <summary>Editor of the versions that the loader opens.</summary>
    public const string Editor = "seeds";
    /// <summary>Reason of the first load and of every later one.</summary>
    public const string FirstLoad = "First load of the seed files", LaterLoad = "Seed files changed";

    // Records that go from the thread that reads to the one that writes together, and how many such parts are read ahead.
    private const int Together = 64, Ahead = 8;

    /// <summary>Whether packages are always read as a whole, as they are when they cannot be taken as they come.</summary>
    internal bool ReadsWhole { get; init; }

    /// <summary>Loads a folder of seed files, or a data package: a ZIP, or a folder with a <c>datapackage.json</c>. Into an empty board a package brings its history too.</summary>
    /// <exception cref="SeedException">The files are faulty; nothing was written.</exception>
    public async Task<SeedResult> LoadAsync(string root, CancellationToken cancel = default)
    {
        if (!Path.Exists(root)) throw SeedException.Of(Path.GetFileName(root), "does not exist. The setting Board:Seeds names a folder of seed files or a data package.");
        var fingerprint = await FingerprintAsync(root, cancel);
        await using (var look = await factory.CreateDbContextAsync(cancel))
            if (await look.SeedLoads.OrderByDescending(l => l.Id).Select(l => l.Fingerprint).FirstOrDefaultAsync(cancel) == fingerprint) return new SeedResult(0, 0, 0);

        using var files = PackageFiles.Are(root) ? await PackageFiles.OpenAsync(root, cancel) : null;
        if (files is not null && !ReadsWhole && await StreamAsync(files, fingerprint, cancel) is { } streamed) return streamed;
        var package = files is null ? null : await PackageReader.ReadAsync(files, cancel);
        var set = package?.Set ?? await SeedReader.ReadAsync(root, cancel);
        var rates = set.Rates.ToDictionary(r => r.Id, StringComparer.Ordinal);

        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var last = await db.Changes.OrderByDescending(c => c.Id).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(cancel);
        if (last is null && package?.Changes is not null)
        {
            var restored = await HistoryRestore.RestoreAsync(db, package, cancel);
            await EndAsync();
            return restored;
        }
        // A clock that was set back must not put a change before an earlier one.
        var at = clock.GetUtcNow() is var now && now > last || last is null ? now : last.Value.AddMilliseconds(1);
        var sync = new Sync(db, new Change { At = at, Editor = Editor, Reason = last is null ? FirstLoad : LaterLoad }, set.Withdrawn.ToDictionary(w => new RecordRef(w.Kind, w.Id), w => w.Reason), cancel);

        await sync.ApplyAsync(set.Parties.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Sources.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.People.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Organisations.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Places.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Rates.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Engagements.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Engagements.SelectMany(r => r.Money.Select(m => m.ToRow(r.Id, rates))));
        await sync.ApplyAsync(set.Moves.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Indicators.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Stances.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.Surveys.Select(r => r.ToRow()));
        await sync.ApplyAsync(set.All().OrderBy(r => Word.Of(r.Kind), StringComparer.Ordinal).SelectMany(r => r.Record.Claims.Select((c, i) => c.ToRow(r.Kind, r.Record.Id, i))));
        await EndAsync();
        return sync.Result;

        async Task EndAsync()
        {
            db.Add(new SeedLoad { At = clock.GetUtcNow(), Fingerprint = fingerprint });
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    // Fills an empty board with a package that has no history while it is read; null when it is not so, or when the package is not one that is taken as it comes. Then nothing is written.
    private async Task<SeedResult?> StreamAsync(PackageFiles files, string fingerprint, CancellationToken cancel)
    {
        var paths = PackageReader.Resources(files);
        if (paths.ContainsKey(PackageHistory.Changes)) return null;
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var load = await db.StartLoadAsync(cancel);
        if (load is null) return null;
        var change = new Change { At = clock.GetUtcNow(), Editor = Editor, Reason = FirstLoad };
        db.Add(change);
        await db.SaveChangesAsync(cancel);
        try
        {
            await WriteAsync(load, files, paths, change, cancel);
            if (load.Versions == 0 || load.NamesWhatIsMissing()) return null;
        }
        // Whatever it is, the other way says it in full.
        catch (Exception e) when (e is PackageDoubtException or SeedException or DbException) { return null; }
        db.Add(new SeedLoad { At = clock.GetUtcNow(), Fingerprint = fingerprint });
        await db.SaveChangesAsync(cancel);
        await load.CommitAsync(cancel);
        return new SeedResult(load.Versions, 0, 0);
    }

    // One thread reads and checks while the other writes.
    private static async Task WriteAsync(BoardLoad load, PackageFiles files, IReadOnlyDictionary<string, string> paths, Change change, CancellationToken cancel)
    {
        using var stream = new PackageStream(files, paths, change);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var made = Channel.CreateBounded<PackageRecord[]>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(ReadAsync, cancel);
        try
        {
            await foreach (var some in made.Reader.ReadAllAsync(cancel))
                foreach (var record in some)
                {
                    foreach (var (version, text) in record.Versions) load.Write(version, text);
                    foreach (var (line, traits) in record.Lines) load.Write(line, traits);
                }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await reading;
        load.Finish();

        async Task ReadAsync()
        {
            try { foreach (var some in stream.Read().Chunk(Together)) await made.Writer.WriteAsync(some, stop.Token); }
            finally { made.Writer.Complete(); }
        }
    }

    /// <summary>Kinds of records that have claims of their own, in the order of their words.</summary>
    internal static IReadOnlyList<RecordKind> ByWord { get; } = [.. Enum.GetValues<RecordKind>().Where(k => k is not (RecordKind.Money or RecordKind.Claim)).OrderBy(Word.Of, StringComparer.Ordinal)];

    /// <summary>SHA-256 of the content of a version.</summary>
    internal static string HashOf(Versioned version) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(version, version.GetType())));

    private static async Task<string> FingerprintAsync(string root, CancellationToken cancel)
    {
        if (File.Exists(root))
        {
            await using var file = File.OpenRead(root);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file)));
            await using var content = File.OpenRead(file);
            for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;) hash.AppendData(buffer, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed class Sync(BoardDb db, Change change, IReadOnlyDictionary<RecordRef, string> withdrawn, CancellationToken cancel)
    {
        // A withdrawal that says why is a change of its own.
        private readonly Dictionary<string, Change> withdrawals = new(StringComparer.Ordinal);
        private int opened, closed, kept;

        public SeedResult Result => new(opened, closed, kept);

        public async Task ApplyAsync<T>(IEnumerable<T> desired) where T : Versioned
        {
            var wanted = desired.ToDictionary(r => r.Id, StringComparer.Ordinal);
            foreach (var row in wanted.Values) row.Hash = HashOf(row);
            var standing = await (from v in db.Set<T>().AsTracking().KnownAt(null) join c in db.Changes on v.ChangeId equals c.Id select new { Version = v, c.Editor })
                .ToDictionaryAsync(x => x.Version.Id, StringComparer.Ordinal, cancel);

            var toClose = standing.Values.Where(s => !wanted.TryGetValue(s.Version.Id, out var row) || row.Hash != s.Version.Hash).ToList();
            var foreign = toClose.Where(s => s.Editor != Editor).Select(s => s.Version.Id).ToHashSet(StringComparer.Ordinal);
            kept += foreign.Count;
            var toOpen = wanted.Values.Where(r => !foreign.Contains(r.Id) && (!standing.TryGetValue(r.Id, out var s) || s.Version.Hash != r.Hash)).ToList();
            toClose.RemoveAll(s => foreign.Contains(s.Version.Id));
            if (toClose.Count == 0 && toOpen.Count == 0) { db.ChangeTracker.Clear(); return; }

            await KeepAsync(change);
            foreach (var s in toClose)
            {
                s.Version.KnownTo = change.At;
                s.Version.ClosedById = (wanted.ContainsKey(s.Version.Id) ? change : await ClosingAsync(RecordRef.OwnerOf(s.Version))).Id;
            }
            await db.SaveChangesAsync(cancel);
            foreach (var row in toOpen) { row.KnownFrom = change.At; row.ChangeId = change.Id; }
            db.AddRange(toOpen);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            opened += toOpen.Count;
            closed += toClose.Count;
        }

        private async Task<Change> ClosingAsync(RecordRef record)
        {
            if (!withdrawn.TryGetValue(record, out var reason)) return change;
            if (!withdrawals.TryGetValue(reason, out var own)) withdrawals.Add(reason, own = new Change { At = change.At, Editor = Editor, Reason = reason });
            await KeepAsync(own);
            return own;
        }

        private async Task KeepAsync(Change some)
        {
            if (some.Id != 0) return;
            db.Add(some);
            await db.SaveChangesAsync(cancel);
        }
    }
}
