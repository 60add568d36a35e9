using SkiaSharp;

namespace InfluenceBoard.Features.Cards;

/// <summary>Paints preview cards.</summary>
public static class CardPainter
{
    /// <summary>Size of every card.</summary>
    public const int Width = 1200, Height = 630;

    private const float Left = 56, Column = 560, Split = 664, Foot = 566;

    /// <summary>Paints a card as PNG. The same card gives the same bytes.</summary>
    /// <param name="card">What it says and shows.</param>
    /// <param name="shapes">Shapes of the countries.</param>
    /// <param name="texts">Frames of the texts, for tests.</param>
    public static byte[] Paint(Card card, CardShapes shapes, out IReadOnlyList<SKRect> texts)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = new CardCanvas(surface.Canvas);
        surface.Canvas.Clear(CardCanvas.Surface);
        Picture(canvas, card, shapes);
        Words(canvas, card);
        texts = canvas.Texts;
        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 8)) ?? throw new InvalidOperationException("The card could not be encoded.");
        return png.ToArray();
    }

    private static void Words(CardCanvas canvas, Card card)
    {
        canvas.Mark(Left, 44, 44);
        canvas.Text(CardLines.Of(card.Board, 300, 1, 26, 20, true, card.Language), Left + 58, 52, CardCanvas.Ink);
        var kind = CardLines.Of(card.Kind, 190, 1, 20, 14, true, card.Language);
        var wide = CardLines.Width(kind.Lines[0], kind.Size, true, card.Language);
        canvas.Box(new SKRect(Left + Column - wide - 28, 48, Left + Column, 86), CardCanvas.Soft, 19);
        canvas.Text(kind, Left + Column - wide - 14, 67 - (kind.Size * .64f), CardCanvas.Accent);

        var facts = card.Facts.Take(4).ToList();
        var bottom = facts.Count == 0 ? 530f : 420f;
        var originals = string.Join(" · ", card.Originals.Select(o => CardLines.Clean(o.Text)));
        var title = Title(card.Title);
        var top = canvas.Text(title, Left, 122, CardCanvas.Ink) + 10;
        if (originals.Length > 0) top = Originals(canvas, card.Originals, top) + 8;
        var room = Math.Clamp((int)((bottom - top) / (24 * 1.24f)), 0, 4);
        if (room > 0 && card.Sentence.Length > 0) canvas.Text(CardLines.Of(card.Sentence, Column, room, 24, 22, false, card.Language), Left, top, CardCanvas.Ink2);
        Facts(canvas, facts, card.Language);

        canvas.Box(new SKRect(0, Foot, Width, Height), CardCanvas.Ground);
        canvas.Box(new SKRect(0, Foot, Width, Foot + 1), CardCanvas.Line);
        var right = CardLines.Of(card.Foot.Right, 520, 1, 20, 16, false, card.Language);
        canvas.Text(CardLines.Of(card.Foot.Left, 540, 1, 20, 16, true, card.Language), Left, 586, CardCanvas.Accent);
        canvas.Text(right, Width - Left, 586, CardCanvas.Ink2, 1);
    }

    // Three lines in large letters, else four in smaller ones.
    private static CardLines Title(CardText title)
    {
        var large = CardLines.Of(title.Text, Column, 3, 58, 44, true, title.Language);
        return large.Lines is [.., var last] && last.EndsWith('…') ? CardLines.Of(title.Text, Column, 4, 44, 34, true, title.Language) : large;
    }

    // Names in their own languages stand each in the forms of its own, as many as one line holds.
    private static float Originals(CardCanvas canvas, IReadOnlyList<CardText> names, float top)
    {
        var x = Left;
        foreach (var name in names)
        {
            var line = CardLines.Of(name.Text, Column, 1, 28, 22, false, name.Language);
            var wide = CardLines.Width(line.Lines.Count == 0 ? "" : line.Lines[0], line.Size, false, name.Language);
            if (x + wide > Left + Column) break;
            canvas.Text(line, x, top, CardCanvas.Accent);
            x += wide + 26;
        }
        return top + (28 * 1.24f);
    }

    // A long figure, as a range of money, gets the room that short ones leave.
    private static void Facts(CardCanvas canvas, List<(string Label, string Value)> facts, string language)
    {
        if (facts.Count == 0) return;
        const float gap = 24;
        var asked = facts.Select(f => Math.Max(CardLines.Width(CardLines.Clean(f.Value), 40, true, language), Least(f))).ToList();
        var (room, sum) = (Column - (gap * (facts.Count - 1)), asked.Sum());
        float Least((string Label, string Value) f) => Math.Min(150, CardLines.Width(CardLines.Clean(f.Label), 19, false, language) + 4);
        var (least, spare) = (facts.Sum(Least), facts.Select((f, i) => asked[i] - Least(f)).Sum());
        var x = Left;
        canvas.Box(new SKRect(Left, 438, Left + Column, 440), CardCanvas.Line);
        for (var i = 0; i < facts.Count; i++)
        {
            var width = sum <= room || spare <= 0 ? Math.Min(asked[i], Left + Column - x) : Least(facts[i]) + (Math.Max(0, room - least) * (asked[i] - Least(facts[i])) / spare);
            var one = CardLines.Of(facts[i].Value, width, 1, 40, 26, true, language);
            var value = one.Lines is [var only, ..] && only.EndsWith('…') ? CardLines.Of(facts[i].Value, width, 2, 26, 15, true, language) : one;
            canvas.Text(value, x, 508 - value.Height, CardCanvas.Ink);
            canvas.Text(CardLines.Of(facts[i].Label, width, 1, 19, 14, false, language), x, 512, CardCanvas.Ink2);
            x += width + gap;
        }
    }

    private static void Picture(CardCanvas canvas, Card card, CardShapes shapes)
    {
        var frame = new SKRect(Split, 0, Width, Foot);
        canvas.Skia.Save();
        canvas.Skia.ClipRect(frame);
        switch (card.Picture)
        {
            case CardMap map: CardPictures.Map(canvas, map, frame, shapes, card.Language); break;
            case CardGrid grid: CardPictures.Grid(canvas, grid, frame, card.Language); break;
            case CardBars bars: CardPictures.Bars(canvas, bars.Bars, bars.Caption, frame, card.Language); break;
            default: CardPictures.Plain(canvas, frame); break;
        }
        canvas.Skia.Restore();
    }
}
