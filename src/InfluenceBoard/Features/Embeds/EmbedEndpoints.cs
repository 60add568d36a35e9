using InfluenceBoard.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InfluenceBoard.Features.Embeds;

/// <summary>Serves the embeds: whole documents without the board's frame, to be shown in frames of other sites.</summary>
public static class EmbedEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var route in EmbedView.All.GroupBy(v => v.About.Route))
            routes.MapGet(route.Key, (HttpContext context) => Answer(context, [.. route])).ExcludeFromDescription();
        routes.MapGet("/embed/{**rest}", (Reading reading) =>
        {
            reading.StandFor("/");
            return new RazorComponentResult<EmbedMissing> { StatusCode = StatusCodes.Status404NotFound, PreventStreamingRendering = true };
        }).ExcludeFromDescription();
        routes.MapGet("/oembed", OEmbed.AnswerAsync).ExcludeFromDescription();
    }

    // Embeds of one route are told apart by their kind.
    private static RazorComponentResult Answer(HttpContext context, IReadOnlyList<EmbedView> views)
    {
        var view = views[0];
        if (view.About.Kind is { } usual)
        {
            var kind = context.RequestServices.GetRequiredService<Reading>().AskedWord(Urls.Kind, [.. views.Select(v => v.About.Kind!)], usual);
            view = views.First(v => v.About.Kind == kind);
        }
        var key = context.Request.RouteValues.Where(v => v.Key is "Slug" or "Id").Select(v => v.Value as string).FirstOrDefault();
        return new RazorComponentResult(view.Component, new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Embed.Key)] = key }) { PreventStreamingRendering = true };
    }
}
