using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Seeding;
using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace InfluenceBoard.Features.Package;

/// <summary>The whole board as a data package.</summary>
public static class PackageEndpoints
{
    /// <summary>Media type of a ZIP.</summary>
    public const string MediaType = "application/zip";

    // A release may write the same board otherwise.
    private static readonly string Release = typeof(PackageEndpoints).Module.ModuleVersionId.ToString("N")[..8];

    // One package at a time: the others wait rather than share the disk.
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Maps <c>/data/board.zip?asOf=</c>. It is never kept ready-made: a whole package would stand in memory.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Urls.PackagePath, AnswerAsync).Kept(false);

    private static async Task<IResult> AnswerAsync(HttpContext context, Reading reading, IDbContextFactory<BoardDb> factory, CancellationToken cancel)
    {
        // A page says that it ignored a moment it does not understand; a file that a program fetches would say it to nobody.
        if (reading.Notices.FirstOrDefault(n => n.Name == Urls.AsOf) is { } wrong)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Unknown moment", detail: $"asOf={wrong.Value} is not a moment. Accepted: 2026-01-15, 2026-01-15T10:30:00Z.");
        await using var db = await factory.CreateDbContextAsync(cancel);
        var moment = await PackageMoment.ReadAsync(db, reading.AsOf, reading.CiteMoment, cancel);
        var tag = new EntityTagHeaderValue($"\"{moment.Change}-{moment.At.ToUnixTimeMilliseconds()}-{Release}\"");
        context.Response.Headers.CacheControl = "public, no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t == EntityTagHeaderValue.Any || t.Compare(tag, useStrongComparison: false)))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        // Made to the end before the first byte leaves: a fault is then an error and never half a ZIP, and slow readers hold nothing but a file.
        await Turn.WaitAsync(cancel);
        FileStream? file = null;
        var isWhole = false;
        try
        {
            file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            await PackageArchive.WriteAsync(db, moment, file, cancel);
            file.Position = 0;
            isWhole = true;
        }
        finally
        {
            Turn.Release();
            if (!isWhole && file is not null) await file.DisposeAsync();
        }
        var name = $"influenceboard-{moment.At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.zip";
        return Results.File(file, MediaType, name, moment.At, tag, enableRangeProcessing: true);
    }
}
