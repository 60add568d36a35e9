using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MudBlazor.Services;

namespace InfluenceBoard.App;

/// <summary>What the board is made of: services, and the order in which a request passes through them.</summary>
public static class BoardSetup
{
    // Ten thousand characters of any script, escaped, and room for the rest.
    private const int LongestAddress = 256 * 1024;

    public static void AddBoard(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(BoardOptions.Section).Get<BoardOptions>() ?? new BoardOptions();
        var services = builder.Services;
        services.AddSingleton(options);
        // A long address gets its answer from the page, which says what it made of it, rather than a bare 414 from the server.
        builder.WebHost.ConfigureKestrel(o => { o.Limits.MaxRequestLineSize = LongestAddress; o.Limits.MaxRequestBufferSize = 2 * LongestAddress; });
        services.AddSingleton(TimeProvider.System);
        SqliteBoardDb.Add(services, options.Database);
        services.AddSingleton<SeedLoader>();
        services.AddSingleton<PartyDirectories>();
        services.AddSingleton<Tallies>();
        services.AddSingleton<BoardCheck>();
        services.AddSingleton<LiveReaders>();
        services.AddScoped(p => p.GetRequiredService<PartyDirectories>().At(p.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? Reading.MomentOf(context.Request)?.Instant : null));

        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddLocalization();
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(HeldTexts<>));
        services.AddHttpContextAccessor();
        services.AddScoped<Reading>();
        services.AddScoped<Format>();
        services.AddScoped<Pen>();
        services.AddScoped<FilterWords>();
        services.AddScoped<CiteWords>();
        services.AddScoped<PageOffers>();
        services.AddQueries();
        services.AddPageData();
        services.AddFeatures();
        services.AddOpenDataAccess();
        ReaderAntiforgery.Decorate(services);
        // Without this every Chinese, Vietnamese and Cyrillic letter is written as a numeric entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        services.AddSingleton<KeptPages>();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. PageFormat.All.Where(f => f.MediaType.Contains("charset", StringComparison.Ordinal)).Select(f => f.MediaType.Split(';')[0]).Distinct()];
        });
        // What is sent once is compressed quickly; what is kept, well (KeptPages).
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Reading.Languages[0]).AddSupportedCultures([.. Reading.Languages]).AddSupportedUICultures([.. Reading.Languages]);
            // The address alone decides: a shared link says the same to everyone.
            o.RequestCultureProviders = [new CustomRequestCultureProvider(c => Task.FromResult(Reading.LanguageOf(c.Request) is { } language ? new ProviderCultureResult(language) : null))];
        });
    }

    /// <summary>Brings the database to the current schema and in step with the seed files.</summary>
    /// <exception cref="SeedException">A seed file is faulty; nothing was written.</exception>
    public static async Task<SeedResult> PrepareAsync(this WebApplication app)
    {
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync())
            // Where nothing is to be migrated, a start is spared the comparison of schemas and the lock that come with it.
            if ((await db.Database.GetPendingMigrationsAsync()).Any()) await db.Database.MigrateAsync();
        await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().MakeSearchTextsAsync();
        await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().MakeLinesAsync();
        var loaded = await app.Services.GetRequiredService<SeedLoader>().LoadAsync(app.Services.GetRequiredService<BoardOptions>().Seeds);
        if (loaded.Opened + loaded.Closed > 0)
            await using (var db = await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync())
                await db.LearnAsync(CancellationToken.None);
        app.Services.GetRequiredService<Tallies>().Warm();
        return loaded;
    }

    /// <summary>Says in what the lines and the tally differ from the records. 0 when in nothing, else 1.</summary>
    public static async Task<int> CheckAsync(this WebApplication app)
    {
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync())
            if ((await db.Database.GetPendingMigrationsAsync()).Any())
            {
                await Console.Error.WriteLineAsync("This release has not opened the board yet: its tables are those of an earlier one.");
                return 1;
            }
        var found = 0;
        await foreach (var difference in app.Services.GetRequiredService<BoardCheck>().DifferencesAsync())
        {
            await Console.Error.WriteLineAsync(difference);
            found++;
        }
        Console.WriteLine(found == 0 ? "Lines and tally say what the records say." : $"{found} differences.");
        return found == 0 ? 0 : 1;
    }

    public static void UseBoard(this WebApplication app)
    {
        var kept = app.Services.GetRequiredService<BoardOptions>().CacheMinutes > 0 ? app.Services.GetRequiredService<KeptPages>() : null;
        if (kept is not null) app.Use(kept.ServeAsync);
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseProblems();
        app.UseSecurityHeaders();
        app.UseHead();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseMiddleware<KnownAddresses>();
        app.UseRouting();
        app.UseOpenDataAccess();
        app.UseReadingMethods();
        app.UseEmptyFields();
        app.UseMementos();
        app.UseResponseCompression();
        if (kept is not null) app.Use(kept.MakeAsync);
        app.UseAntiforgery();
        app.UseBundleParts();
        app.MapStaticAssets();
        app.MapPreferences();
        app.MapEndpoints().Kept();
        app.MapPageFormats();
        app.MapGet("/health", () => Results.Text("ok")).ExcludeFromDescription();
        app.MapRazorComponents<BoardApp>().AddInteractiveServerRenderMode().KeptPages();
    }
}
