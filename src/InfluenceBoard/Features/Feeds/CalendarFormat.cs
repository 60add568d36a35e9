using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using Microsoft.Extensions.Localization;
using Calendar = Ical.Net.Calendar;

namespace InfluenceBoard.Features.Feeds;

/// <summary>The engagements of a page, past and planned, as an iCalendar (RFC 5545) to subscribe to. An engagement stands on the days on which it can have happened when they are known to the month; what is known less well is in no calendar.</summary>
public sealed class CalendarFormat : PageFormat
{
    /// <summary>Most engagements of a calendar.</summary>
    private const int Most = 5000;

    // Longest span of days that still says when something was.
    private const int LongestSpan = 31;

    public override string Extension => "ics";
    public override string MediaType => "text/calendar; charset=utf-8";
    public override string? Group => "feed";

    public override bool Suits(Type page, PageScope scope) => scope.Filter is not null;

    public override async Task WriteAsync(HttpContext context, PageDocument page, PageScope scope)
    {
        var reading = context.RequestServices.GetRequiredService<Reading>();
        var L = context.RequestServices.GetRequiredService<IStringLocalizer<FeedTexts>>();
        var words = new FeedWords(context);
        var entries = await context.RequestServices.GetRequiredService<FeedQuery>().ReadAsync(scope.Filter!, reading.AsOf, Most, context.RequestAborted);
        var dated = entries.Where(e => IsDated(e.Row)).ToList();
        var calendar = new Calendar { ProductId = "-//InfluenceBoard//EN", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"{page.Title} · {words.Board}");
        calendar.AddProperty("X-WR-CALDESC", dated.Count == entries.Count ? page.Description : $"{page.Description} {L["calendar.left", entries.Count - dated.Count]}");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT12H");
        foreach (var entry in dated.OrderBy(e => e.Row.Earliest).ThenBy(e => e.Row.Id, StringComparer.Ordinal)) calendar.Events.Add(Event(entry, words, L));
        await context.Response.WriteAsync(new CalendarSerializer().SerializeToString(calendar)!, Encoding.UTF8, context.RequestAborted);
    }

    private static bool IsDated(EngagementRow row) => row.Earliest != DateOnly.MinValue && row.Latest != DateOnly.MaxValue && row.Latest.DayNumber - row.Earliest.DayNumber < LongestSpan;

    private static CalendarEvent Event(FeedEntry entry, FeedWords words, IStringLocalizer<FeedTexts> L)
    {
        var (row, date) = (entry.Row, EdtfDate.Parse(entry.Row.Date));
        var isExact = date.Start.Precision == EdtfPrecision.Day && (date.End is not { } end || end.Precision == EdtfPrecision.Day) && !row.Date.AsSpan().ContainsAny('~', '?', '%');
        var happening = new CalendarEvent
        {
            Uid = FeedWords.IdOf(row.Id),
            Summary = isExact ? words.Title(entry) : L["calendar.about", words.Title(entry)],
            Description = string.Join("\n", words.Lines(entry).Append(words.Frozen(entry))),
            Start = Day(row.Earliest), End = Day(row.Latest.AddDays(1)),
            DtStamp = new CalDateTime(entry.Last.At.UtcDateTime, "UTC"), Created = new CalDateTime(entry.First.At.UtcDateTime, "UTC"), LastModified = new CalDateTime(entry.Last.At.UtcDateTime, "UTC"),
            Sequence = entry.Times - 1,
            Status = entry.IsWithdrawn || row.Status == Status.Cancelled ? "CANCELLED" : row.IsIntended ? "TENTATIVE" : "CONFIRMED",
            Transparency = "TRANSPARENT",
            Url = new Uri(words.Address(entry)),
            Location = entry.Places.Count == 0 ? null : string.Join(", ", entry.Places.Select(p => p.Name)),
        };
        happening.Categories = [Word.Of(row.Type), .. row.Topics.Select(Word.Of)];
        if (entry.Places is [{ Latitude: { } latitude, Longitude: { } longitude }]) happening.GeographicLocation = new GeographicLocation(latitude, longitude);
        return happening;
    }

    private static CalDateTime Day(DateOnly day) => new(day);
}
