namespace InfluenceBoard.App;

/// <summary>Registers every page's query class: by convention a class whose name ends in <c>Query</c> and that lives in a feature folder.</summary>
public static class Queries
{
    public static void AddQueries(this IServiceCollection services)
    {
        foreach (var query in typeof(Queries).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Query", StringComparison.Ordinal)
                     && t.Namespace?.StartsWith("InfluenceBoard.Features.", StringComparison.Ordinal) == true))
            services.AddScoped(query);
    }
}
