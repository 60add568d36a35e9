namespace InfluenceBoard.App;

/// <summary>All of a request on which an answer that is kept depends: pages carry links with their own address, and the address says the rest, but for the reader's theme and the encoding of the body.</summary>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">Host and port.</param>
/// <param name="Base">Path under which the board stands.</param>
/// <param name="Path">Path of the page.</param>
/// <param name="Query">Query as it came.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or null for the system's choice.</param>
/// <param name="Encoding"><c>br</c>, <c>gzip</c>, or null for none.</param>
public readonly record struct PageKey(string Scheme, string Host, string Base, string Path, string Query, string? Theme, string? Encoding)
{
    /// <summary>Bytes of its texts.</summary>
    public int Bytes => sizeof(char) * (Host.Length + Path.Length + Query.Length);
}
