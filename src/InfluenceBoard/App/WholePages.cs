using Microsoft.AspNetCore.OutputCaching;

namespace InfluenceBoard.App;

/// <summary>Keeps only pages that were made to the end. When a reader leaves while a page is made, its questions to the board are given up and the page comes out empty; the next reader must not get that.</summary>
public sealed class WholePages : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.RequestAborted.IsCancellationRequested) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
