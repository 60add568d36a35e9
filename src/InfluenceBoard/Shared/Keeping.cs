using Microsoft.AspNetCore.Components.Endpoints;

namespace InfluenceBoard.Shared;

/// <summary>Tells which answers the board may keep ready-made: those that depend on nothing but the address, the theme and the encoding of a request, the board and the time.</summary>
public static class Keeping
{
    /// <summary>Says of endpoints whether their answers may be kept; what is said of a single one counts more than what is said of its group.</summary>
    public static T Kept<T>(this T endpoints, bool isKept = true) where T : IEndpointConventionBuilder => endpoints.WithMetadata(new Mark(isKept));

    /// <summary>Says of reading pages, and not of what else comes with them, that they may be kept.</summary>
    public static T KeptPages<T>(this T endpoints) where T : IEndpointConventionBuilder
    {
        endpoints.Add(e => { if (e.Metadata.OfType<ComponentTypeMetadata>().Any()) e.Metadata.Add(new Mark(IsKept: true)); });
        return endpoints;
    }

    /// <summary>Whether the answer to a request may be kept. Known after routing.</summary>
    public static bool IsKept(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Mark>() is { IsKept: true };

    private sealed record Mark(bool IsKept);
}
