using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace InfluenceBoard.Tests.Support;

/// <summary>The whole board on a loopback port, with the checkout's seed files.</summary>
public sealed class BoardFactory : WebApplicationFactory<Program>
{
    private readonly string database;

    /// <param name="database">The database file; made when missing.</param>
    public BoardFactory(string database)
    {
        this.database = database;
        UseKestrel(0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production")
        .UseSetting("urls", "http://127.0.0.1:0").UseSetting("Board:Database", database).UseSetting("Board:Seeds", Repository.Seeds);
}
