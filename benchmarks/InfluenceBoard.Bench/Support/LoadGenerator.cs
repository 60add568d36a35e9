using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InfluenceBoard.Bench.Support;

/// <summary>Asks a server over keep-alive connections, each waiting for its answer before it asks again. Bare sockets, a thread for each that asks at once, nothing understood but where an answer ends: the machine's time is for the server.</summary>
public static class LoadGenerator
{
    private static readonly string[] Agents = ["Mozilla/5.0 (X11; Linux x86_64) Firefox", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari"];
    private static readonly string[] Encodings = ["gzip, deflate, br, zstd", "gzip, deflate, br", "gzip", "identity"];

    /// <summary>Makes a visit and tells what came of it.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public static VisitFigures Run(Visit visit)
    {
        var (took, faults) = (new List<double>[visit.AtOnce], new Exception?[visit.AtOnce]);
        var began = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, visit.AtOnce).Select(at => new Thread(() =>
        {
            try { took[at] = Go(visit, at, began); }
            catch (Exception e) when (e is SocketException or InvalidOperationException) { faults[at] = e; }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        if (Array.Find(faults, f => f is not null) is { } fault) throw new InvalidOperationException(fault.Message, fault);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        double[] all = [.. took.SelectMany(t => t).Order()];
        return new VisitFigures(all.Length, all.Length / seconds, all[all.Length / 2], all[(int)(all.Length * 0.99)]);
    }

    // One thread's readers ask in turn.
    private static List<double> Go(Visit visit, int at, long began)
    {
        var readers = Enumerable.Range(0, visit.Readers).Where(r => r % visit.AtOnce == at).ToList();
        var connections = readers.Select(_ => Connect(visit.Port)).ToList();
        var (took, buffer) = (new List<double>(1 << 16), new byte[1 << 16]);
        for (var view = 0; visit.Views is { } most ? view < most : Stopwatch.GetElapsedTime(began).TotalSeconds < visit.Seconds; view++)
            for (var i = 0; i < readers.Count; i++)
            {
                var request = Request(visit, readers[i], view);
                var asked = Stopwatch.GetTimestamp();
                connections[i].Send(request);
                Receive(connections[i], ref buffer);
                took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        connections.ForEach(c => c.Dispose());
        return took;
    }

    private static byte[] Request(Visit visit, int reader, int view)
    {
        var path = visit.Paths[(reader * 37 + view) % visit.Paths.Count];
        return Encoding.ASCII.GetBytes(visit.AreDifferent
            ? $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{visit.Port}\r\nUser-Agent: {Agents[reader % Agents.Length]}/{reader}\r\nAccept: text/html\r\nAccept-Language: en;q=0.{reader % 9 + 1}\r\nAccept-Encoding: {Encodings[reader % 11 % Encodings.Length]}\r\nCookie: visitor={reader:x8}; theme={(reader % 10) switch { 8 => "dark", 9 => "light", _ => "auto" }}\r\n\r\n"
            : $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{visit.Port}\r\nAccept-Encoding: br\r\n\r\n");
    }

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    // Reads one answer to its end: by its length, or chunk by chunk.
    private static void Receive(Socket socket, ref byte[] buffer)
    {
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += More(socket, ref buffer, filled);
            head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }
        var headers = buffer.AsSpan(0, head + 2);
        if (!headers.StartsWith("HTTP/1.1 200 "u8)) throw new InvalidOperationException($"The server answered: {Encoding.ASCII.GetString(headers[..headers.IndexOf("\r\n"u8)])}");
        var at = head + 4;
        if (headers.IndexOf("\r\nContent-Length: "u8) is >= 0 and var length)
        {
            Utf8Parser.TryParse(headers[(length + 18)..], out int bytes, out _);
            // What is not looked at need not be kept.
            for (var left = at + bytes - filled; left > 0;) left -= socket.Receive(buffer.AsSpan(0, Math.Min(left, buffer.Length))) is > 0 and var got ? got : throw new InvalidOperationException("The server broke an answer off.");
            return;
        }
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0) filled += More(socket, ref buffer, filled);
            var size = int.Parse(buffer.AsSpan(at, line), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (at += line + 2 + size + 2; filled < at;) filled += More(socket, ref buffer, filled);
            if (size == 0) return;
        }
    }

    private static int More(Socket socket, ref byte[] buffer, int filled)
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        return socket.Receive(buffer.AsSpan(filled)) is > 0 and var got ? got : throw new InvalidOperationException("The server broke an answer off.");
    }
}
