using Microsoft.AspNetCore.Antiforgery;

namespace InfluenceBoard.App;

/// <summary>Gives pages that hold no protected form neither an antiforgery cookie nor <c>no-store</c>, so that they can be cached.
/// Razor component endpoints mint the cookie on every response; pages marked <c>[RequireAntiforgeryToken(required: false)]</c> are left alone.</summary>
public sealed class ReaderAntiforgery(IAntiforgery inner) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(null, null, "__RequestVerificationToken", null);

    private static bool IsReader(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsReader(httpContext) ? None : inner.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsReader(httpContext) ? None : inner.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsReader(httpContext)) inner.SetCookieTokenAndHeader(httpContext);
    }

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);

    /// <summary>Puts the decorator around the registered service.</summary>
    public static void Decorate(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.Remove(registered);
        services.AddSingleton<IAntiforgery>(p => new ReaderAntiforgery((IAntiforgery)ActivatorUtilities.CreateInstance(p, registered.ImplementationType!)));
    }
}
