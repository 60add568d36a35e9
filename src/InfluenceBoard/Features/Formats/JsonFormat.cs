using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Formats;

/// <summary>A page as JSON: what it is, then its tables as lists of objects, written row by row.</summary>
public sealed class JsonFormat : PageFormat
{
    // Bytes after which what is written goes out.
    private const int Flush = 16 * 1024;

    public override string Extension => "json";
    public override string MediaType => "application/json; charset=utf-8";
    public override string? Group => "data";

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var words = context.RequestServices.GetRequiredService<FilterWords>();
        var body = context.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("title", page.Title);
        json.WriteString("description", page.Description);
        json.WriteString("url", reading.Address(page.Keep));
        json.WriteString("frozen", reading.Frozen(page.Keep));
        json.WriteString("asOf", reading.CiteMoment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("language", reading.Language);
        json.WriteString("licence", Licences.Data);
        json.WriteString("filter", words.Sentence(reading.Filter));
        json.WriteStartObject("columns");
        foreach (var table in page.Tables)
        {
            json.WriteStartObject(table.Name);
            foreach (var column in table.Columns) json.WriteString(column.Name, Word.Of(column.Type));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartObject("tables");
        foreach (var table in page.Tables)
        {
            json.WriteStartArray(table.Name);
            await foreach (var row in table.Rows.WithCancellation(context.RequestAborted))
            {
                json.WriteStartObject();
                for (var i = 0; i < table.Columns.Count; i++)
                {
                    json.WritePropertyName(table.Columns[i].Name);
                    JsonSerializer.Serialize(json, row[i]);
                }
                json.WriteEndObject();
                if (body.UnflushedBytes < Flush) continue;
                await json.FlushAsync(context.RequestAborted);
                await body.FlushAsync(context.RequestAborted);
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
    }
}
