namespace InfluenceBoard.App;

/// <summary>Maps every feature's data endpoints: by convention the static method <c>Map(IEndpointRouteBuilder)</c> of a class whose name ends in <c>Endpoints</c> and that lives in a feature folder.</summary>
public static class Endpoints
{
    /// <summary>Registers what a feature needs beside its queries: by convention the static method <c>Add(IServiceCollection)</c> of a class whose name ends in <c>Services</c> and that lives in a feature folder.</summary>
    public static void AddFeatures(this IServiceCollection services)
    {
        foreach (var type in Statics("Services")) type.GetMethod("Add")!.CreateDelegate<Action<IServiceCollection>>()(services);
    }

    public static RouteGroupBuilder MapEndpoints(this WebApplication app)
    {
        var group = app.MapGroup("");
        foreach (var type in Statics("Endpoints")) type.GetMethod("Map")!.CreateDelegate<Action<IEndpointRouteBuilder>>()(group);
        return group;
    }

    private static IEnumerable<Type> Statics(string ending) => typeof(Endpoints).Assembly.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith(ending, StringComparison.Ordinal)
        && t.Namespace?.StartsWith("InfluenceBoard.Features.", StringComparison.Ordinal) == true);
}
