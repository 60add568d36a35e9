using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(BoardServer))]

namespace InfluenceBoard.Tests.Support;

/// <summary>The whole board on a loopback port with a SQLite file of its own and the checkout's seed files. One for all tests, which only read.</summary>
public sealed class BoardServer : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private BoardFactory host = null!;

    /// <summary>Asks the server; follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; private set; } = null!;
    /// <summary>The parties as the board holds them.</summary>
    public PartyDirectory Parties => host.Services.GetRequiredService<PartyDirectory>();

    /// <summary>The server's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Asks for an address with headers of a request's own.</summary>
    public Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The text of an answer.</summary>
    public static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>A context on the server's database.</summary>
    public Task<BoardDb> OpenAsync() => host.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    public ValueTask InitializeAsync()
    {
        host = new BoardFactory(folder.File("board.db"));
        host.StartServer();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.ClientOptions.BaseAddress };
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        // Where the start failed, that is what is told.
        Client?.Dispose();
        if (host is not null) await host.DisposeAsync();
        folder.Dispose();
    }
}
