using InfluenceBoard.Data;
using InfluenceBoard.Shared;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Features.Changes;

/// <summary>The moments at which a page changed, as a TimeMap of RFC 7089: the address of the page as of each.</summary>
public sealed class TimeMapFormat : PageFormat
{
    /// <summary>Longest list; the latest moments are in it.</summary>
    private const int Most = 10_000;

    public override string Extension => "timemap";
    public override string MediaType => "application/link-format; charset=utf-8";
    public override string? Group => null;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        await using var db = await context.RequestServices.GetRequiredService<IDbContextFactory<BoardDb>>().CreateDbContextAsync(context.RequestAborted);
        var moments = await ChangeLog.MomentsAsync(db, scope, await ChangeLog.NumberAsync(db, reading.AsOf, context.RequestAborted), Most, context.RequestAborted);
        string Address(Moment? moment, string path) => reading.Origin + new Urls(reading.Parties, reading.Language == Reading.Languages[0] ? null : reading.Language, moment).Same(path, reading.Filter, page.Keep);
        var lines = new List<string>
        {
            $"<{Address(null, reading.Path)}>; rel=\"original timegate\"",
            $"<{Address(null, PageFormat.Path(reading.Path, Extension))}>; rel=\"self\"; type=\"application/link-format\""
                + (moments.Count == 0 ? "" : ($"; from=\"{Moment.Header(moments[0])}\"; until=\"{Moment.Header(moments[^1])}\"")),
        };
        lines.AddRange(moments.Select((at, i) =>
            ($"<{Address(new Moment(at), reading.Path)}>; rel=\"{(i == 0 ? "first " : "")}{(i == moments.Count - 1 ? "last " : "")}memento\"; datetime=\"{Moment.Header(at)}\"")));
        await context.Response.WriteAsync(string.Join(",\n", lines) + "\n", context.RequestAborted);
    }
}
