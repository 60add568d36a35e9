using System.Net;
using System.Net.Sockets;
using System.Text;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace InfluenceBoard.Tests.Pages;

/// <summary>Pages that the board keeps ready.</summary>
public sealed class KeptPageTests(BoardServer server)
{
    private const string Engagement = "tokyo-summit-2025", Address = "/engagements/" + Engagement;

    [Fact]
    public async Task Edit_UnderLoadOnTwoHosts_ShowsWithTheNextRequest()
    {
        await using var board = new EditedBoard();
        await using var beside = new EditedBoard(beside: board);
        EditedBoard[] hosts = [board, beside];
        using var end = new CancellationTokenSource();
        var readers = hosts.SelectMany(h => Enumerable.Range(0, 2).Select(async _ =>
        {
            while (!end.IsCancellationRequested) (await h.Client.GetAsync(Address, TestContext.Current.CancellationToken)).Dispose();
        })).ToList();
        var stale = new List<string>();
        for (var edit = 0; edit < 12; edit++)
        {
            await hosts[edit % 2].ReviseAsync<Engagement>(Engagement, e => e.Title = $"Edit number {edit}.");
            foreach (var host in hosts)
                if (!(await host.TextAsync(Address)).Contains($"Edit number {edit}.", StringComparison.Ordinal)) stale.Add($"edit {edit}, host {Array.IndexOf(hosts, host)}");
        }
        await end.CancelAsync();
        await Task.WhenAll(readers);
        Faults.None(stale);
    }

    [Fact]
    public async Task Write_ThatRecordsNoChange_ShowsWithTheNextRequest()
    {
        await using var board = new EditedBoard();
        await board.TextAsync(Address);
        // As when another state of the board is restored into the file.
        await using (var connection = new SqliteConnection($"Data Source={board.Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE Engagements SET Title = 'Restored' WHERE Id = '{Engagement}'";
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        Assert.Contains("Restored", await board.TextAsync(Address), StringComparison.Ordinal);
    }

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
