using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>A tally kept in a file beside the database, so that the first reader after a start does not wait until it is read of the lines. It is a copy and never the truth: it counts only for the board whose changes and traits it was
/// made of, and only whole; anything else is as if there were none.</summary>
internal static class TallyFile
{
    /// <summary>How the file's name goes on after that of the database.</summary>
    public const string Ending = "-tally";

    // Raised with every change of what is written.
    private const int Release = 1;

    // So many of the changes before it tell whose board it is.
    private const int Told = 256;

    private static readonly byte[] Magic = [.. "tally"u8, Release, (byte)(BitConverter.IsLittleEndian ? 1 : 2), (byte)Marshal.SizeOf<MoneyUnit>()];

    /// <summary>Writes a tally. Whoever reads meanwhile, here or in another process, finds the file that was there before.</summary>
    public static async Task WriteAsync(BoardDb db, Tally tally, CancellationToken cancel)
    {
        var path = db.Beside(Ending);
        var part = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var binding = await BindingAsync(db, tally, cancel);
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20))
            using (var writer = new Writer(file))
            {
                writer.Put<byte>(Magic);
                writer.Put<byte>(binding);
                Write(writer, tally);
                writer.End();
            }
            cancel.ThrowIfCancellationRequested();
            File.Move(part, path, overwrite: true);
        }
        finally { File.Delete(part); }
    }

    /// <summary>The tally that is kept of a board; null when there is none that fits.</summary>
    public static async Task<Tally?> ReadAsync(BoardDb db, CancellationToken cancel)
    {
        if (Read(db.Beside(Ending)) is not { } kept) return null;
        var binding = await BindingAsync(db, kept.Tally, cancel);
        return binding.AsSpan().SequenceEqual(kept.Binding) ? kept.Tally : null;
    }

    private static (Tally Tally, byte[] Binding)? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 20);
            if (!IsWhole(file)) return null;
            var reader = new Reader(file);
            if (!reader.Take<byte>().AsSpan().SequenceEqual(Magic)) return null;
            var binding = reader.Take<byte>();
            return (Read(reader), binding);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }

    // Asked before anything is read: what was cut short or changed may mean anything.
    private static bool IsWhole(FileStream file)
    {
        if (file.Length < SHA256.HashSizeInBytes) return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = file.Length - SHA256.HashSizeInBytes; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        Span<byte> told = stackalloc byte[SHA256.HashSizeInBytes];
        file.ReadExactly(told);
        file.Position = 0;
        return told.SequenceEqual(hash.GetHashAndReset());
    }

    // Whose board it is: its schema, the changes up to that of the tally, what the last of them did, and the last set of traits.
    private static async Task<byte[]> BindingAsync(BoardDb db, Tally tally, CancellationToken cancel)
    {
        var (number, last) = (tally.Mark.Number, tally.Book.Last);
        var text = new StringBuilder();
        text.AppendJoin('\n', await db.Database.GetAppliedMigrationsAsync(cancel)).AppendLine();
        foreach (var change in await db.Changes.Where(c => c.Id <= number).OrderByDescending(c => c.Id).Take(Told).ToListAsync(cancel)) text.AppendLine(JsonSerializer.Serialize(change));
        text.AppendLine(JsonSerializer.Serialize(await db.Changes.OrderBy(c => c.Id).FirstOrDefaultAsync(cancel)));
        text.AppendLine((await TallyReading.MarkAsync(db, number, cancel)).ToString());
        text.Append(await db.TraitSets.CountAsync(t => t.Id <= last, cancel)).AppendLine(await db.TraitSets.Where(t => t.Id == last).Select(t => t.Key).FirstOrDefaultAsync(cancel));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Write(Writer to, Tally tally)
    {
        to.Put<long>([tally.Mark.Number, tally.Mark.Opened, tally.Mark.Closed]);
        to.Put<Trait>(tally.Book.Traits);
        to.Put<TraitRest>(tally.Book.Rests);
        to.PutText(JsonSerializer.Serialize(tally.Book.Sides));
        foreach (var column in new[] { tally.Ends, tally.Begins })
        {
            to.Put<int>([.. column.Months]);
            foreach (var part in column.Parts)
            {
                to.Put<int>(part.Traits);
                to.Put<byte>(part.Days);
                to.Put<int>(part.Others);
            }
        }
        var classes = tally.Money.Classes;
        to.PutText(JsonSerializer.Serialize(classes.Pairs.Select(p => new[] { p.ActorId, p.HostId })));
        to.Put<MoneyAtom>([.. classes.Atoms]);
        to.PutText(JsonSerializer.Serialize(classes.Classes));
        to.Put<int>([tally.Money.Blocks.Count]);
        foreach (var block in tally.Money.Blocks)
        {
            to.Put<int>([block.FromYear, block.ToYear]);
            to.Put<MoneyCell>(block.Cells);
            to.Put<MoneyUnit>(block.Units);
            to.Put<MoneyOther>(block.Others);
        }
        to.PutText(JsonSerializer.Serialize(tally.Money.Tangled));
    }

    private static Tally Read(Reader from)
    {
        var mark = from.Take<long>();
        var (traits, rests) = (from.Take<Trait>(), from.Take<TraitRest>());
        var sides = JsonSerializer.Deserialize<PartySides[]>(from.TakeText())!;
        foreach (ref var side in sides.AsSpan()) side = new PartySides([.. side.By.Select(string.Intern)], [.. side.Towards.Select(string.Intern)], [.. side.About.Select(string.Intern)]);
        var book = new TraitBook(traits, sides, rests);
        var (ends, begins) = (Column(true), Column(false));
        var classes = new MoneyClasses();
        foreach (var pair in JsonSerializer.Deserialize<string[][]>(from.TakeText())!) classes.PairOf(pair[0], pair[1]);
        foreach (var atom in from.Take<MoneyAtom>()) classes.AtomOf(atom);
        foreach (var known in JsonSerializer.Deserialize<MoneyClass[]>(from.TakeText())!) classes.ClassOf(known.Atoms, known.Slot, known.Kind);
        var blocks = new MoneyBlock[from.Take<int>()[0]];
        for (var i = 0; i < blocks.Length; i++)
        {
            var years = from.Take<int>();
            blocks[i] = new MoneyBlock(years[0], years[1], from.Take<MoneyCell>(), from.Take<MoneyUnit>(), from.Take<MoneyOther>());
        }
        var tangled = JsonSerializer.Deserialize<TalliedAmount[][]>(from.TakeText())!;
        return Tally.Of(new TallyMark(mark[0], (int)mark[1], (int)mark[2]), book, ends, begins, new MoneyTally(classes, blocks, tangled));

        DayColumn Column(bool isEnd)
        {
            var months = from.Take<int>();
            return new DayColumn(isEnd, months, [.. months.Select(_ => new DayColumn.Part(from.Take<int>(), from.Take<byte>(), from.Take<int>()))]);
        }
    }

    // Arrays as they lie in memory, each after its length, and at the end the hash of them all.
    private sealed class Writer(Stream file) : IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public void Put<T>(ReadOnlySpan<T> values) where T : unmanaged
        {
            Put(BitConverter.GetBytes(values.Length));
            Put(MemoryMarshal.AsBytes(values));
        }

        public void PutText(string text) => Put<byte>(Encoding.UTF8.GetBytes(text));

        public void End() => file.Write(hash.GetHashAndReset());

        public void Dispose() => hash.Dispose();

        private void Put(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            file.Write(bytes);
        }
    }

    private sealed class Reader(Stream file)
    {
        public T[] Take<T>() where T : unmanaged
        {
            Span<byte> length = stackalloc byte[4];
            file.ReadExactly(length);
            var values = GC.AllocateUninitializedArray<T>(BitConverter.ToInt32(length));
            file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
            return values;
        }

        public string TakeText() => Encoding.UTF8.GetString(Take<byte>());
    }
}
