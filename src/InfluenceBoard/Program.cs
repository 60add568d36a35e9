using System.Net.Sockets;
using InfluenceBoard.App;
using InfluenceBoard.Seeding;

// A command, not a setting: compares what the board keeps beside its records with them and ends.
var isCheck = args.Contains("--check");
// Published, wwwroot stands beside the program: start from there whatever the working directory is.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = [.. args.Where(a => a != "--check")],
    ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
});
builder.WebHost.UseStaticWebAssets(); // for `dotnet run` outside Development; does nothing once published
if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls("http://127.0.0.1:5080");
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Error);
builder.AddBoard();

var app = builder.Build();
try
{
    if (isCheck) return await app.CheckAsync();
    var seeds = await app.PrepareAsync();
    if (seeds.Opened + seeds.Closed > 0) Console.WriteLine($"Seed data loaded: {seeds.Opened} versions opened, {seeds.Closed} closed.");
    if (seeds.Kept > 0) Console.WriteLine($"{seeds.Kept} records differ from the seed files because they were edited on the board; they were left as they are.");
    app.UseBoard();
    app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"InfluenceBoard is open at {string.Join(" and ", app.Urls)} — stop it with Ctrl+C."));
    await app.RunAsync();
    return 0;
}
catch (SeedException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is SocketException || e.InnerException?.InnerException is SocketException)
{
    await Console.Error.WriteLineAsync($"The board cannot listen at this address: {e.Message} Choose another with --urls http://127.0.0.1:5081.");
    return 1;
}

/// <summary>The program, named so that tests can host it.</summary>
public partial class Program;
