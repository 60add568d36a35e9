using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace InfluenceBoard.Tests.Cards;

/// <summary>Reads PNG by its specification: signature, chunks with their checksums, and all of the pixels unpacked.</summary>
public static class PngFile
{
    /// <summary>Width and height; throws when anything of the file is not as it must be.</summary>
    public static (int Width, int Height) Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var (at, size, name) = (8, (0, 0), "");
        byte depth = 0, colour = 0;
        using var packed = new MemoryStream();
        while (name != "IEND")
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            name = Encoding.ASCII.GetString(file, at + 4, 4);
            var data = file.AsSpan(at + 8, length);
            Assert.Equal(Checksum(file.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            if (name == "IHDR") (size, depth, colour) = ((BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..])), data[8], data[9]);
            if (name == "IDAT") packed.Write(data);
            at += length + 12;
        }
        Assert.Equal(file.Length, at);
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        zlib.CopyTo(pixels);
        Assert.Equal(8, depth);
        Assert.Equal(size.Item2 * (1 + (size.Item1 * (colour switch { 2 => 3, 6 => 4, _ => 1 }))), pixels.Length);
        return size;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
        }
        return ~crc;
    }
}
