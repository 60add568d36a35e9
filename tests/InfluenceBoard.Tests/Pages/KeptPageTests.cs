using System.Net;
using System.Net.Sockets;
using System.Text;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Pages that the board keeps ready.</summary>
public sealed class KeptPageTests(BoardServer server)
{
    [Fact]
    public async Task Page_WhoseFirstReaderLeft_IsWholeForTheNext()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip }) { BaseAddress = server.Client.BaseAddress };
        var broken = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var address = $"/countries/kazakhstan?reader={i}";
            using (var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) })
            {
                await reader.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
                await reader.SendAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {server.Client.BaseAddress.Authority}\r\nAccept-Encoding: gzip\r\n\r\n"), TestContext.Current.CancellationToken);
            }
            for (var visit = 0; visit < 2; visit++)
                if (!(await client.GetStringAsync(address, TestContext.Current.CancellationToken)).Contains("<h1", StringComparison.Ordinal)) broken.Add($"{address}, visit {visit}");
        }
        Faults.None(broken);
    }
}
