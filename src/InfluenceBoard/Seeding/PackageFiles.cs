using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace InfluenceBoard.Seeding;

/// <summary>The files of a data package, from a ZIP or a folder. Nothing is unpacked to disk, and nothing is read before its checksum was found right.</summary>
public sealed class PackageFiles : IDisposable
{
    /// <summary>The files that every package has.</summary>
    public const string Descriptor = "datapackage.json", Checksums = "CHECKSUMS.sha256";

    /// <summary>Most bytes that a ZIP may unpack to; a larger package is read from a folder.</summary>
    public const long Most = 4L << 30;

    // From this size on, a file that unpacks to this many times what it takes is no text that somebody wrote.
    private const long Suspicious = 16 << 20;
    private const int MostTimes = 100, MostEntries = 1000;

    private readonly string root, name;
    private readonly ZipArchive? zip;
    private long left = long.MaxValue;
    private readonly Dictionary<string, string> sums = new(StringComparer.Ordinal);

    private PackageFiles(string root)
    {
        this.root = root;
        name = Path.GetFileName(root.TrimEnd('/', '\\'));
        if (Directory.Exists(root)) return;
        left = Most;
        try { zip = ZipFile.OpenRead(root); }
        catch (InvalidDataException) { throw SeedException.Of(name, "is not a whole ZIP file; it may have been cut off while it was copied or downloaded."); }
    }

    /// <summary>Whether a path names a package rather than a folder of seed files: a file, or a folder with a <c>datapackage.json</c>.</summary>
    public static bool Are(string path) => File.Exists(path) || File.Exists(Path.Combine(path, Descriptor));

    /// <summary>Opens a package and checks every file against its checksum.</summary>
    /// <exception cref="SeedException">The package is damaged, or not one.</exception>
    public static async Task<PackageFiles> OpenAsync(string path, CancellationToken cancel)
    {
        var files = new PackageFiles(path);
        var isRight = false;
        try
        {
            await files.CheckAsync(cancel);
            isRight = true;
            return files;
        }
        finally
        {
            if (!isRight) files.Dispose();
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="SeedException">There is no such file, or it has no checksum.</exception>
    public Stream Open(string file)
    {
        if (!sums.ContainsKey(file)) throw SeedException.Of(file, IsSafe(file) ? $"has no line in {Checksums}; what was not checked is not read." : "is not a path inside the package.");
        return OpenUnchecked(file);
    }

    /// <summary>SHA-256 of a file, in lower-case hexadecimal digits; null when it has none.</summary>
    public string? Sum(string file) => sums.GetValueOrDefault(file);

    public void Dispose() => zip?.Dispose();

    private async Task CheckAsync(CancellationToken cancel)
    {
        if (zip is not null)
        {
            if (zip.Entries.Count > MostEntries) throw SeedException.Of(name, $"holds {zip.Entries.Count} files; at most {MostEntries} are read.");
            foreach (var entry in zip.Entries.Where(e => !IsSafe(e.FullName.TrimEnd('/')))) throw SeedException.Of(entry.FullName, "leads out of the package. Accepted are paths such as data/money.csv.");
            foreach (var twice in zip.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)) throw SeedException.Of(twice.Key, "stands in the package twice.");
        }
        if (!Has(Descriptor)) throw SeedException.Of(name, $"is not a data package: it holds no {Descriptor} at its root.");
        if (!Has(Checksums)) throw SeedException.Of(Checksums, "is missing. It has a line for every file: its SHA-256, two spaces and its path, as sha256sum writes it.");

        var faults = new List<SeedFault>();
        foreach (var (line, number) in (await TextAsync(Checksums, 1 << 20, cancel)).Split('\n').Select((l, i) => (l.TrimEnd('\r'), i + 1)).Where(l => l.Item1.Length > 0))
        {
            var parts = line.Split([' '], 2);
            var file = parts.Length == 2 && parts[1].Length > 1 && parts[1][0] is ' ' or '*' ? parts[1][1..] : "";
            if (parts[0].Length != 64 || !parts[0].All(char.IsAsciiHexDigit) || !IsSafe(file)) faults.Add(new SeedFault(Checksums, number, "(line)", "is not a SHA-256, two spaces and the path of a file inside the package."));
            else if (!Has(file)) faults.Add(new SeedFault(file, 1, "(file)", $"is missing, although {Checksums} names it."));
            else if (await HashAsync(file, cancel) is var hash && !hash.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
                faults.Add(new SeedFault(file, 1, "(file)", $"is not what it was: its SHA-256 is {hash}, and {Checksums} says {parts[0].ToLowerInvariant()}."));
            else sums[file] = hash;
        }
        SeedException.ThrowIfAny(faults);
    }

    private bool Has(string file) => IsSafe(file) && (zip is null ? File.Exists(Path.Combine(root, file)) : zip.GetEntry(file) is not null);

    private async Task<string> TextAsync(string file, int most, CancellationToken cancel)
    {
        await using var stream = OpenUnchecked(file);
        var text = new byte[most + 1];
        int length;
        try { length = await stream.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancel); }
        catch (InvalidDataException) { throw Unreadable(file); }
        return length <= most ? Encoding.UTF8.GetString(text, 0, length) : throw SeedException.Of(file, $"is longer than {most} bytes.");
    }

    private async Task<string> HashAsync(string file, CancellationToken cancel)
    {
        var packed = zip?.GetEntry(file)?.CompressedLength ?? long.MaxValue / MostTimes;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long length = 0;
        try
        {
            // What the ZIP says of its sizes is not believed: bytes are counted as they come.
            await using var stream = OpenUnchecked(file);
            for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0; hash.AppendData(buffer, 0, read))
            {
                length += read;
                if ((left -= read) < 0 || length > Suspicious && length / MostTimes > packed)
                    throw SeedException.Of(file, $"unpacks to more than is read from a ZIP: {Most >> 30} GiB in all, and {MostTimes} times its packed size in one file. A package that is really so large is read from a folder.");
            }
        }
        catch (InvalidDataException) { throw Unreadable(file); }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static SeedException Unreadable(string file) => SeedException.Of(file, "cannot be unpacked; the ZIP is damaged.");

    private Stream OpenUnchecked(string file) => zip is null ? File.OpenRead(Path.Combine(root, file)) : zip.GetEntry(file)!.Open();

    // A relative path with forward slashes that stays where it is.
    private static bool IsSafe(string file) => file.Length > 0 && !file.Contains('\\', StringComparison.Ordinal) && !file.Contains(':', StringComparison.Ordinal) && !file.Contains('\0', StringComparison.Ordinal)
        && file.Split('/').All(part => part is not ("" or "." or ".."));
}
