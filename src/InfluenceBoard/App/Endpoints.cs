namespace InfluenceBoard.App;

/// <summary>Maps every feature's data endpoints: by convention the static method <c>Map(IEndpointRouteBuilder)</c> of a class whose name ends in <c>Endpoints</c> and that lives in a feature folder.</summary>
public static class Endpoints
{
    public static RouteGroupBuilder MapEndpoints(this WebApplication app)
    {
        var group = app.MapGroup("");
        foreach (var type in typeof(Endpoints).Assembly.GetTypes().Where(t => t is { IsAbstract: true, IsSealed: true } && t.Name.EndsWith("Endpoints", StringComparison.Ordinal)
                     && t.Namespace?.StartsWith("InfluenceBoard.Features.", StringComparison.Ordinal) == true))
            type.GetMethod("Map")!.CreateDelegate<Action<IEndpointRouteBuilder>>()(group);
        return group;
    }
}
