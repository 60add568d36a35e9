using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Cards;

/// <summary>The preview card of a page: the picture that other sites show beside a link to it.</summary>
public sealed class CardFormat : PageFormat
{
    private CardShapes? shapes;

    public override string Extension => "png";
    public override string MediaType => "image/png";
    public override string? Group => "card";
    public override bool IsKept => true;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var shape = LazyInitializer.EnsureInitialized(ref shapes, () => new CardShapes(context.RequestServices.GetRequiredService<IWebHostEnvironment>()));
        var card = await new CardContent(context).ReadAsync(page, scope);
        var png = CardPainter.Paint(card, shape, out _);
        context.Response.ContentLength = png.Length;
        await context.Response.Body.WriteAsync(png, context.RequestAborted);
    }
}
