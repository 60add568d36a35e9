using System.Globalization;
using System.Text;
using CsvHelper;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Formats;

/// <summary>One table of a page as CSV by RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know the encoding. The main table, or the one that <c>table</c> names.</summary>
public sealed class CsvFormat : PageFormat
{
    private const int FlushRows = 200;

    public override string Extension => "csv";
    public override string MediaType => "text/csv; charset=utf-8";
    public override string? Group => "data";
    public override bool IsFile => true;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var asked = context.RequestServices.GetRequiredService<Reading>().Asked(Urls.Table);
        if ((asked is null ? page.Tables.FirstOrDefault() : page.Tables.FirstOrDefault(t => t.Name == asked)) is not { } table)
        {
            context.Response.Headers.Remove("Content-Disposition");
            context.Response.Headers.Remove("ETag");
            await (page.Tables.Count == 0 ? Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "No table", detail: "This page has no table.")
                : Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "Unknown table", detail: $"This page has no table of that name. Accepted: {string.Join(", ", page.Tables.Select(t => t.Name))}.")).ExecuteAsync(context);
            return;
        }
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024, leaveOpen: true);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var column in table.Columns) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        var rows = 0;
        await foreach (var row in table.Rows.WithCancellation(context.RequestAborted))
        {
            foreach (var value in row) csv.WriteField(Cell.Text(value));
            await csv.NextRecordAsync();
            if (++rows % FlushRows == 0) await csv.FlushAsync();
        }
        await csv.FlushAsync();
        await text.FlushAsync(context.RequestAborted);
    }
}
