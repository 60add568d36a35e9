using System.Globalization;
using System.Text;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace InfluenceBoard.Features.Formats;

/// <summary>Every table of a page as a workbook. Its first sheet says what it is: title, filter, moment, licence, how to cite, sources. Written to a file that is deleted when it is sent, so that its length needs no memory.</summary>
public sealed class XlsxFormat : PageFormat
{
    /// <summary>Most rows of a sheet under its header. What a longer table holds beyond them is in its CSV, as the first sheet says.</summary>
    public const int MostRows = 1_048_575;

    private const int LongestSheetName = 31, LongestCell = 32_767;

    public override string Extension => "xlsx";
    public override string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public override string? Group => "data";
    public override bool IsFile => true;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var L = context.RequestServices.GetRequiredService<IStringLocalizer<FormatTexts>>();
        var readers = page.Tables.Select(t => new TableReader(t, MostRows, context.RequestAborted)).ToList();
        await using var file = new FileStream(System.IO.Path.Join(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName()),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 64 * 1024, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        try
        {
            var sheets = new Dictionary<string, object> { [L["sheet.about"]] = await AboutAsync(context, page, L) };
            foreach (var (table, reader) in page.Tables.Zip(readers)) sheets[table.Name.Length > LongestSheetName ? table.Name[..LongestSheetName] : table.Name] = reader;
            await Task.Run(() => MiniExcel.SaveAs(file, sheets, configuration: new OpenXmlConfiguration { FreezeRowCount = 1, AutoFilter = false, TableStyles = TableStyles.None }), context.RequestAborted);
        }
        finally { foreach (var reader in readers) await reader.DisposeAsync(); }
        file.Position = 0;
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>A value as a cell holds it. Text stays text, whatever it begins with: a workbook says of every cell what it is.</summary>
    internal static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day when day.Year >= 1900 => day.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset at => at.UtcDateTime,
        string text => Clean(text),
        IEnumerable<string> list => Clean(string.Join(Cell.ListSeparator, list)),
        bool or decimal or int or long or double => value,
        _ => Cell.Text(value),
    };

    // XML has no place for most control characters, and a cell none for more than 32,767 characters.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestCell));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') || rune.Value is 0xFFFE or 0xFFFF) continue;
            if (clean.Length + rune.Utf16SequenceLength > LongestCell) break;
            clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static async Task<IEnumerable<IDictionary<string, object>>> AboutAsync(HttpContext context, PageDocument page, IStringLocalizer<FormatTexts> L)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var words = context.RequestServices.GetRequiredService<FilterWords>();
        var lines = new List<(string Name, string Value)>
        {
            (L["about.title"], page.Title), (L["about.description"], page.Description), (L["about.filter"], words.Sentence(reading.Filter)), (L["about.asof"], Format.Instant(reading.CiteMoment)),
            (L["about.address"], reading.Address(page.Keep)), (L["about.frozen"], reading.Frozen(page.Keep)), (L["about.licence"], Licences.Data), (L["about.adding"], L["about.adding.text"]), (L["about.long"], L["about.long.text", MostRows.ToString("N0", CultureInfo.CurrentCulture)]),
        };
        lines.AddRange(page.Tables.Select(t => ((string)L["about.sheet", t.Name], string.Join(", ", t.Columns.Select(c => c.Name)))));
        if (page.Tables.FirstOrDefault(t => t.Name == DataTables.SourcesName) is { } sources)
            await foreach (var row in sources.Rows.WithCancellation(context.RequestAborted))
                lines.Add((L["about.source"], string.Join(", ", new[] { "title", "publisher", "date", "original" }.Select(name => row[sources.Columns.ToList().FindIndex(c => c.Name == name)]).OfType<string>())));
        return lines.Select(l => (IDictionary<string, object>)new Dictionary<string, object>(StringComparer.Ordinal) { [L["about.what"]] = l.Name, [L["about.value"]] = Clean(l.Value) });
    }
}
