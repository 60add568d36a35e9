using System.Text;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Citations;

/// <summary>A format of reference managers.</summary>
public abstract class CitationFormat : PageFormat
{
    public override string? Group => "citation";

    /// <summary>The file of some citations.</summary>
    public abstract string Write(IReadOnlyList<Citation> citations);

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var citations = await context.RequestServices.GetRequiredService<CitationQuery>().ReadAsync(page, scope, context.RequestAborted);
        await context.Response.WriteAsync(Write(citations), Encoding.UTF8, context.RequestAborted);
    }

    /// <summary>Text on one line, without characters that only steer how it is shown.</summary>
    protected static string Line(string text) => string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || IsDirection(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a reader of the entry must know: of a page the moment, of a source whose words its title is and what its date leaves open.</summary>
    protected static string Note(Citation citation) => citation.AsOf is { } moment ? $"As of {moment}"
        : "Title as described by InfluenceBoard" + (citation.Date.IsApproximate || citation.Date.IsInterval ? $"; date {citation.Date.Text} (EDTF)" : "");

    /// <summary>The day of a date, or the first of an interval that has one.</summary>
    protected static (int Year, int? Month, int? Day) First(EdtfDate date) => Parts(date.Start.IsOpen && date.End is { } end ? end : date.Start);

    /// <summary>Year, month and day as far as a date says them.</summary>
    protected static (int Year, int? Month, int? Day) Parts(EdtfPoint point) => point.Precision switch
    {
        EdtfPrecision.Day => (point.Stated.Year, point.Stated.Month, point.Stated.Day),
        EdtfPrecision.Month => (point.Stated.Year, point.Stated.Month, null),
        _ => (point.Stated.Year, null, null),
    };

    private static bool IsDirection(char c) => c is '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029';
}
