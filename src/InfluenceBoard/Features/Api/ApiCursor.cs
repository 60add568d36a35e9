using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InfluenceBoard.Features.Api;

/// <summary>The place at which a page of a list begins, bound to the list by a digest of its address.</summary>
public static class ApiCursor
{
    // Of the digest, and of what a key can be: kind and id of a record.
    private const int Digest = 8, LongestKey = 400;

    /// <summary>A cursor behind an item.</summary>
    /// <param name="list">What the list is of: its path and everything that limits it.</param>
    /// <param name="key">The item's place in the order of the list.</param>
    public static string After(string list, string key) => Base64Url.EncodeToString([.. DigestOf(list), .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>The key in a cursor; null when it is none, or one of another list.</summary>
    public static string? Read(string list, string cursor)
    {
        if (cursor.Length > Base64Url.GetMaxDecodedLength(LongestKey) * 2 || !Base64Url.IsValid(cursor)) return null;
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= Digest || !bytes.AsSpan(0, Digest).SequenceEqual(DigestOf(list))) return null;
        // The same bytes can be written in several ways; only the one that was given out is a cursor.
        var key = Encoding.UTF8.GetString(bytes.AsSpan(Digest));
        return After(list, key) == cursor ? key : null;
    }

    private static byte[] DigestOf(string list) => SHA256.HashData(Encoding.UTF8.GetBytes(list))[..Digest];
}
