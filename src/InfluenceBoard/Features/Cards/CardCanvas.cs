using SkiaSharp;

namespace InfluenceBoard.Features.Cards;

/// <summary>A canvas that remembers where its texts stand.</summary>
public sealed class CardCanvas(SKCanvas canvas)
{
    // The light colours of wwwroot/css/theme.css.
    public static readonly SKColor Ground = new(0xFFF5F6F4), Surface = new(0xFFFFFFFF), Ink = new(0xFF18242D), Ink2 = new(0xFF4B5A64), Line = new(0xFFD9DEDD), Accent = new(0xFF0B5A68), Soft = new(0xFFE1EFF0),
        Sea = new(0xFFE6EDF0), Land = new(0xFFF4F3EE), Border = new(0xFF8B979C), None = new(0xFFDFE1DC);

    private static readonly SKColor[] Shades = [new(0xFFD3E6E8), new(0xFFA5CDD2), new(0xFF6DABB4), new(0xFF378491), new(0xFF0B5A68)];

    private readonly List<SKRect> texts = [];

    /// <summary>Frames of all texts drawn so far.</summary>
    public IReadOnlyList<SKRect> Texts => texts;
    /// <summary>The canvas.</summary>
    public SKCanvas Skia => canvas;

    /// <summary>Colour of a party.</summary>
    public static SKColor ColourOf(string? actor) => actor switch { "CN" => new(0xFFB34700), "RU" => new(0xFF00639C), "JP" => new(0xFF006B54), "US" => new(0xFF8F3470), _ => Accent };

    /// <summary>Shade of a share, as the pages' maps have it.</summary>
    public static SKColor ShadeOf(double share) => share <= 0 ? None : Shades[Math.Clamp((int)Math.Ceiling(share * 5) - 1, 0, 4)];

    /// <summary>Colour of words on a shade.</summary>
    public static SKColor InkOn(double share) => share > 0.8 ? Surface : SKColors.Black;

    /// <summary>Draws a text in lines from a top.</summary>
    /// <returns>The bottom.</returns>
    public float Text(CardLines text, float x, float top, SKColor colour, float align = 0)
    {
        foreach (var line in text.Lines)
        {
            var width = CardLines.Width(line, text.Size, text.Bold, text.Language);
            var at = x - (width * align);
            texts.Add(new SKRect(at, top, at + width, top + text.Leading));
            foreach (var (face, run) in CardFonts.Runs(line, text.Bold, text.Language))
            {
                using var font = CardLines.Font(face, text.Size);
                using var paint = Fill(colour);
                canvas.DrawText(run, at, top + (text.Size * 1.0f), font, paint);
                at += font.MeasureText(run);
            }
            top += text.Leading;
        }
        return top;
    }

    /// <summary>A filled rectangle.</summary>
    public void Box(SKRect box, SKColor colour, float round = 0)
    {
        using var paint = Fill(colour);
        canvas.DrawRoundRect(box, round, round, paint);
    }

    /// <summary>The shape that stands for an actor, in its colour.</summary>
    public void Glyph(string? actor, float x, float y, float size)
    {
        using var paint = Fill(ColourOf(actor));
        float At(double share) => (float)(size * share);
        using var path = new SKPath();
        switch (actor)
        {
            case "RU": path.AddRect(new SKRect(x + At(.08), y + At(.08), x + At(.92), y + At(.92))); break;
            case "JP": path.AddPoly([new(x + At(.5), y), new(x + size, y + At(.5)), new(x + At(.5), y + size), new(x, y + At(.5))]); break;
            case "US": path.AddPoly([new(x + At(.5), y + At(.06)), new(x + size, y + At(.94)), new(x, y + At(.94))]); break;
            default: path.AddCircle(x + At(.5), y + At(.5), At(actor == "CN" ? .46 : .36)); break;
        }
        canvas.DrawPath(path, paint);
    }

    /// <summary>The board's mark.</summary>
    public void Mark(float x, float y, float size)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(size / 32);
        Box(new SKRect(0, 0, 32, 32), Accent, 6);
        Rays(Surface);
        canvas.Restore();
    }

    /// <summary>The figure of the mark: a host and the actors around it.</summary>
    public void Rays(SKColor colour)
    {
        using var line = new SKPaint { Color = colour, IsStroke = true, StrokeWidth = 2, IsAntialias = true };
        canvas.DrawLine(16, 4, 16, 11, line);
        canvas.DrawLine(5, 24, 12.4f, 19.4f, line);
        canvas.DrawLine(27, 24, 19.6f, 19.4f, line);
        foreach (var (x, y, r, c) in new[] { (16f, 17f, 4.2f, colour), (16f, 5f, 2.6f, new SKColor(0xFFFF9D5C)), (5.4f, 24.4f, 2.6f, new SKColor(0xFF64BDF2)), (26.6f, 24.4f, 2.6f, new SKColor(0xFF4CCAA5)) })
        {
            using var paint = Fill(c);
            canvas.DrawCircle(x, y, r, paint);
        }
    }

    private static SKPaint Fill(SKColor colour) => new() { Color = colour, IsAntialias = true };
}
