using System.Text.Json;
using SkiaSharp;

namespace InfluenceBoard.Features.Cards;

/// <summary>Shapes of the countries as the pages' maps have them, in the projection of web maps.</summary>
public sealed class CardShapes
{
    private const string File = "dist/geo/region.json";
    // What a map of the region shows: west, south, east and north.
    private static readonly SKRect Region = Bounds(42, 3, 150, 58);

    private readonly List<(string? Code, SKPath Path, SKRect Bounds)> shapes = [];

    public CardShapes(IWebHostEnvironment web)
    {
        using var stream = web.WebRootFileProvider.GetFileInfo(File).CreateReadStream();
        using var json = JsonDocument.Parse(stream);
        foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
        {
            var path = new SKPath { FillType = SKPathFillType.EvenOdd };
            foreach (var ring in feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().SelectMany(p => p.EnumerateArray()))
                path.AddPoly([.. ring.EnumerateArray().Select(c => Project(c[0].GetDouble(), c[1].GetDouble()))]);
            shapes.Add((feature.GetProperty("properties").GetProperty("code").GetString(), path, path.Bounds));
        }
    }

    /// <summary>Draws a map into a frame.</summary>
    public void Draw(CardCanvas canvas, CardMap map, SKRect frame, string language)
    {
        var seen = SeenBy(map);
        var scale = Math.Min(frame.Width / seen.Width, frame.Height / seen.Height);
        var (dx, dy) = (frame.MidX - (seen.MidX * scale), frame.MidY - (seen.MidY * scale));
        SKPoint At(double longitude, double latitude)
        {
            var p = Project(longitude, latitude);
            return new SKPoint((p.X * scale) + dx, (p.Y * scale) + dy);
        }
        var matrix = new SKMatrix(scale, 0, dx, 0, scale, dy, 0, 0, 1);
        using var border = new SKPaint { Color = CardCanvas.Border.WithAlpha(120), IsStroke = true, StrokeWidth = 1, IsAntialias = true };
        using var strong = new SKPaint { Color = CardCanvas.Surface, IsStroke = true, StrokeWidth = 1.6f, IsAntialias = true };
        foreach (var (code, shape, _) in shapes.OrderBy(s => s.Code is not null && map.Shapes.ContainsKey(s.Code)))
        {
            using var path = new SKPath(shape);
            path.Transform(matrix);
            var own = code is null ? null : map.Shapes.GetValueOrDefault(code);
            using var fill = new SKPaint { IsAntialias = true, Color = own is null ? CardCanvas.Land : own.Share is { } share ? CardCanvas.ShadeOf(share) : CardCanvas.ColourOf(code) };
            canvas.Skia.DrawPath(path, fill);
            canvas.Skia.DrawPath(path, own is null ? border : strong);
        }
        foreach (var (longitude, latitude) in map.Points)
        {
            var p = At(longitude, latitude);
            using var halo = new SKPaint { Color = CardCanvas.Surface, IsAntialias = true };
            using var dot = new SKPaint { Color = CardCanvas.Ink, IsAntialias = true };
            canvas.Skia.DrawCircle(p, 8, halo);
            canvas.Skia.DrawCircle(p, 5.5f, dot);
        }
        foreach (var shape in map.Shapes.Values.Where(s => s.Label is not null)) Label(canvas, shape.Label!, At(shape.At.Longitude, shape.At.Latitude), frame, language);
    }

    private static void Label(CardCanvas canvas, string label, SKPoint at, SKRect frame, string language)
    {
        var words = CardLines.Of(label, 150, 1, 17, 12, true, language);
        var half = (CardLines.Width(words.Lines[0], words.Size, true, language) / 2) + 8;
        if (at.Y < frame.Top + 16 || at.Y > frame.Bottom - 16 || at.X < frame.Left || at.X > frame.Right) return;
        var x = Math.Clamp(at.X, frame.Left + half + 4, frame.Right - half - 4);
        canvas.Box(new SKRect(x - half, at.Y - 13, x + half, at.Y + 13), CardCanvas.Surface.WithAlpha(235), 13);
        canvas.Text(words, x, at.Y - (words.Size * .64f), CardCanvas.Ink, .5f);
    }

    // The countries in the middle, with what lies around them.
    private SKRect SeenBy(CardMap map)
    {
        var around = shapes.Where(s => s.Code is not null && map.Around.Contains(s.Code)).Select(s => s.Bounds).ToList();
        foreach (var (longitude, latitude) in map.Points.Where(p => p.Longitude > -20)) around.Add(Bounds(longitude - 3, latitude - 3, longitude + 3, latitude + 3));
        if (around.Count == 0 || around.Exists(r => r.Width > 80)) return Region;
        var all = around.Aggregate(SKRect.Union);
        all.Inflate(all.Width * .18f, all.Height * .18f);
        return all.Width > Region.Width ? Region : all;
    }

    private static SKRect Bounds(double west, double south, double east, double north)
    {
        var (a, b) = (Project(west, north), Project(east, south));
        return new SKRect(a.X, a.Y, b.X, b.Y);
    }

    private static SKPoint Project(double longitude, double latitude) =>
        new((float)longitude, (float)(-Math.Log(Math.Tan((Math.PI / 4) + (Math.Clamp(latitude, -80, 84) * Math.PI / 360))) * 180 / Math.PI));
}
