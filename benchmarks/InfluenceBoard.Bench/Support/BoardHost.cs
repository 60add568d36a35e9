using InfluenceBoard.App;

namespace InfluenceBoard.Bench.Support;

/// <summary>The board's own services over a database, registered as the product registers them and without a web server: what stands behind a page, without the page.</summary>
public sealed class BoardHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private BoardHost(WebApplication app) => this.app = app;

    /// <summary>Opens a database.</summary>
    public static BoardHost Open(string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production", Args = [$"--Board:Database={database}"] });
        builder.Logging.ClearProviders();
        builder.AddBoard();
        return new BoardHost(builder.Build());
    }

    /// <summary>Asks services that live as long as one request.</summary>
    public async Task AskAsync(Func<IServiceProvider, Task> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ask(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
