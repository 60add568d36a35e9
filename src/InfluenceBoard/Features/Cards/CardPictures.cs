using SkiaSharp;

namespace InfluenceBoard.Features.Cards;

/// <summary>The pictures of cards.</summary>
public static class CardPictures
{
    private const float Pad = 36;

    /// <summary>Countries, with bars below them where there are any.</summary>
    public static void Map(CardCanvas canvas, CardMap map, SKRect frame, CardShapes shapes, string language)
    {
        var below = map.Bars.Count == 0 ? 0 : (map.Bars.Count * 44) + (map.Caption.Length == 0 ? 40 : 76);
        var at = new SKRect(frame.Left, frame.Top, frame.Right, frame.Bottom - below);
        canvas.Skia.Save();
        canvas.Skia.ClipRect(at);
        canvas.Box(at, CardCanvas.Sea);
        shapes.Draw(canvas, map, at, language);
        canvas.Skia.Restore();
        if (below > 0) Bars(canvas, map.Bars, map.Caption, new SKRect(frame.Left, at.Bottom, frame.Right, frame.Bottom), language);
        else if (map.Caption.Length > 0) Caption(canvas, map.Caption, at, language);
    }

    /// <summary>One bar for each line.</summary>
    public static void Bars(CardCanvas canvas, IReadOnlyList<CardBar> bars, string caption, SKRect frame, string language)
    {
        canvas.Box(frame, CardCanvas.Ground);
        var y = frame.Top + 20;
        if (frame.Height > (bars.Count * 44) + 160) y = frame.MidY - (((bars.Count * 44) + 36) / 2);
        if (caption.Length > 0) y = canvas.Text(CardLines.Of(caption, frame.Width - (2 * Pad), 1, 18, 14, false, language), frame.Left + Pad, y, CardCanvas.Ink2) + 10;
        var (x, right) = (frame.Left + Pad, frame.Right - Pad);
        foreach (var bar in bars)
        {
            canvas.Glyph(bar.ActorId, x, y + 8, 18);
            canvas.Text(CardLines.Of(bar.Label, bar.Share is null ? 100 : 150, 1, 21, 15, false, language), x + 30, y + 4, CardCanvas.Ink);
            if (bar.Share is { } share)
            {
                var (from, to) = (x + 190, right - 56);
                canvas.Box(new SKRect(from, y + 6, to, y + 28), CardCanvas.Line, 3);
                if (share > 0) canvas.Box(new SKRect(from, y + 6, from + Math.Max(6, (float)share * (to - from)), y + 28), CardCanvas.ColourOf(bar.ActorId), 3);
                canvas.Text(CardLines.Of(bar.Value, 50, 1, 21, 12, true, language), right, y + 4, CardCanvas.Ink, 1);
            }
            else
            {
                var words = CardLines.Of(bar.Value, right - x - 140, 2, 21, 15, true, language);
                canvas.Text(words, x + 140, y + (words.Lines.Count == 1 ? 4 : -2), CardCanvas.Ink);
            }
            y += 44;
        }
    }

    /// <summary>Countries by actors.</summary>
    public static void Grid(CardCanvas canvas, CardGrid grid, SKRect frame, string language)
    {
        canvas.Box(frame, CardCanvas.Ground);
        var x = frame.Left + 24;
        const float names = 132;
        var (wide, high) = ((frame.Right - 24 - x - names) / grid.Actors.Count, Math.Min(56, 400f / grid.Lines.Count));
        var y = canvas.Text(CardLines.Of(grid.Caption, frame.Width - 48, 1, 18, 14, false, language), x, 44, CardCanvas.Ink2) + 14;
        for (var i = 0; i < grid.Actors.Count; i++)
        {
            var middle = x + names + (wide * (i + .5f));
            canvas.Glyph(grid.Actors[i].Id, middle - 9, y, 18);
            canvas.Text(CardLines.Of(grid.Actors[i].Name, wide - 4, 1, 17, 11, false, language), middle, y + 22, CardCanvas.Ink, .5f);
        }
        y += 50;
        foreach (var (name, cells) in grid.Lines)
        {
            canvas.Text(CardLines.Of(name, names - 8, 1, 18, 12, false, language), x, y + (high / 2) - 12, CardCanvas.Ink);
            for (var i = 0; i < cells.Count; i++)
            {
                var (share, text) = cells[i];
                var box = new SKRect(x + names + (wide * i) + 2, y + 2, x + names + (wide * (i + 1)) - 2, y + high - 2);
                canvas.Box(box, share is { } s ? CardCanvas.ShadeOf(s) : CardCanvas.Surface, 4);
                if (text.Length == 0) continue;
                var words = CardLines.Of(text, box.Width - 8, 2, 18, 11, true, language);
                canvas.Text(words, box.MidX, box.MidY - (words.Height / 2), share is { } d ? CardCanvas.InkOn(d) : CardCanvas.Ink2, .5f);
            }
            y += high;
        }
    }

    /// <summary>The mark, large.</summary>
    public static void Plain(CardCanvas canvas, SKRect frame)
    {
        canvas.Box(frame, CardCanvas.Accent);
        using var ring = new SKPaint { Color = new SKColor(0x22FFFFFF), IsStroke = true, StrokeWidth = 2, IsAntialias = true };
        for (var r = 110; r < 460; r += 70) canvas.Skia.DrawCircle(frame.MidX, frame.MidY, r, ring);
        canvas.Skia.Save();
        canvas.Skia.Translate(frame.MidX - 176, frame.MidY - 187);
        canvas.Skia.Scale(11);
        canvas.Rays(CardCanvas.Surface);
        canvas.Skia.Restore();
    }

    private static void Caption(CardCanvas canvas, string caption, SKRect frame, string language)
    {
        var words = CardLines.Of(caption, frame.Width - 80, 1, 18, 14, false, language);
        var width = CardLines.Width(words.Lines[0], words.Size, false, language);
        canvas.Box(new SKRect(frame.Right - 24 - width - 28, frame.Bottom - 58, frame.Right - 24, frame.Bottom - 22), CardCanvas.Surface, 18);
        canvas.Text(words, frame.Right - 24 - 14, frame.Bottom - 40 - (words.Size * .64f), CardCanvas.Ink2, 1);
    }
}
