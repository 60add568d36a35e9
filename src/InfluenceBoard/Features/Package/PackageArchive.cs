using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Package;

/// <summary>Writes a data package: tables, history, readme, licence, descriptor and checksums. Rows go from the database to the file in batches, so the size of the board does not matter to memory.</summary>
public sealed class PackageArchive
{
    private const int Batch = 500;

    // What `unzip` gives the files: rw-r--r--.
    private const int Mode = 0x81A4 << 16;

    private readonly ZipArchive zip;
    private readonly DateTimeOffset moment;
    private readonly StringBuilder sums = new();

    private PackageArchive(ZipArchive zip, DateTimeOffset moment) => (this.zip, this.moment) = (zip, moment);

    /// <summary>Writes the board as it stood after a change. Later changes do not show, even those that come meanwhile.</summary>
    /// <param name="to">A stream that can be written to; it stays open.</param>
    public static async Task WriteAsync(BoardDb db, PackageMoment moment, Stream to, CancellationToken cancel)
    {
        await using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var archive = new PackageArchive(zip, moment.At);
        var descriptor = new PackageDescriptor(moment);
        await archive.TextAsync("README.md", PackageTexts.Readme(moment), cancel);
        await archive.TextAsync("LICENSE.md", PackageTexts.Licence, cancel);
        foreach (var table in PackageTables.All)
            descriptor.Add(table, await archive.TableAsync(table.File, table.Columns, table.StandingAsync(db, moment.At, cancel), cancel));
        descriptor.AddChanges(await archive.TableAsync(PackageHistory.File(PackageHistory.Changes), PackageHistory.ChangeColumns, ChangesAsync(db, moment.At, cancel), cancel));
        descriptor.AddVersions(await archive.TableAsync(PackageHistory.File(PackageHistory.Versions), PackageHistory.VersionColumns, VersionsAsync(db, moment.At, cancel), cancel));
        await archive.TextAsync(PackageFiles.Descriptor, descriptor.ToText(), cancel);
        await archive.TextAsync(PackageFiles.Checksums, archive.sums.ToString(), cancel);
    }

    private async Task<PackageFile> TableAsync(string path, IReadOnlyList<PackageColumn> columns, IAsyncEnumerable<JsonObject> rows, CancellationToken cancel)
    {
        await using var entry = await Entry(path).OpenAsync(cancel);
        using var hash = SHA256.Create();
        await using var counted = new CountingStream(entry);
        await using (var hashed = new CryptoStream(counted, hash, CryptoStreamMode.Write, leaveOpen: true)) await PackageCsv.WriteAsync(hashed, columns, rows, cancel);
        return Sum(new PackageFile(path, counted.Count, Convert.ToHexStringLower(hash.Hash!)));
    }

    private async Task TextAsync(string path, string text, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Sum(new PackageFile(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        await using var entry = await Entry(path).OpenAsync(cancel);
        await entry.WriteAsync(bytes, cancel);
    }

    // As sha256sum writes and checks them.
    private PackageFile Sum(PackageFile file)
    {
        sums.Append(file.Sha256).Append("  ").Append(file.Path).Append('\n');
        return file;
    }

    private ZipArchiveEntry Entry(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (moment.Year >= 1980 ? moment.ToUniversalTime() : new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero), Mode);
        return entry;
    }

    private static async IAsyncEnumerable<JsonObject> ChangesAsync(BoardDb db, DateTimeOffset moment, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var some = await db.Changes.Where(c => c.At <= moment && c.Id > after).OrderBy(c => c.Id).Take(Batch).ToListAsync(cancel);
            foreach (var change in some) yield return PackageHistory.Row(change);
            if (some.Count < Batch) yield break;
            after = some[^1].Id;
        }
    }

    private static async IAsyncEnumerable<JsonObject> VersionsAsync(BoardDb db, DateTimeOffset moment, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in PackageTables.All)
            await foreach (var (version, row) in table.VersionsAsync(db, moment, cancel)) yield return PackageHistory.Row(table.Kind, version, row, moment);
    }

    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }
        public override void Write(byte[] buffer, int offset, int count) { inner.Write(buffer, offset, count); Count += count; }
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) { await inner.WriteAsync(buffer, cancellationToken); Count += buffer.Length; }
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override void Flush() => inner.Flush();
        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

/// <summary>A file of a package.</summary>
public sealed record PackageFile(string Path, long Bytes, string Sha256);
