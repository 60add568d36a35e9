using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Shared;

/// <summary>Engagements laid out by years, months and days.</summary>
public sealed class TimelineStripTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    private static EngagementRow Row(string id, string date, Status status = Status.Completed)
    {
        var edtf = EdtfDate.Parse(date);
        return new EngagementRow(id, id, date, edtf.Earliest, edtf.Latest, EngagementType.Visit, status, [new EngagementParty { PartyId = "JP", Role = PartyRole.By }], [], [], 1, false);
    }

    private static TimelineStrip Strip(TimelineZoom zoom, params EngagementRow[] rows) => TimelineStrip.Of(rows, ["CN", "JP"], (r, p) => r.TakesPart(p), Today, zoom);

    private static TimelineCell CellOf(TimelineStrip strip, string id) => strip.Lanes.SelectMany(l => l.Cells).Single(c => c.Rows.Any(r => r.Id == id));

    [Theory]
    [InlineData(TimelineZoom.Year, "2025-12-06", false)]
    [InlineData(TimelineZoom.Year, "2025-12", false)]
    [InlineData(TimelineZoom.Year, "2025", false)]
    [InlineData(TimelineZoom.Year, "2025-12/2026-02", true)]
    [InlineData(TimelineZoom.Month, "2025-12-08/2025-12-10", false)]
    [InlineData(TimelineZoom.Month, "2025-12", false)]
    [InlineData(TimelineZoom.Month, "2025", true)]
    [InlineData(TimelineZoom.Month, "2025-12~", true)]
    [InlineData(TimelineZoom.Day, "2025-12-06", false)]
    [InlineData(TimelineZoom.Day, "2025-12-08/2025-12-10", true)]
    [InlineData(TimelineZoom.Day, "2025-12", true)]
    [InlineData(TimelineZoom.Year, "../2025-12", true)]
    [InlineData(TimelineZoom.Day, "2025-12-20/..", true)]
    public void Of_Date_IsARangeWhereItIsCoarserThanTheZoom(TimelineZoom zoom, string date, bool isRange) => Assert.Equal(isRange, CellOf(Strip(zoom, Row("a", date)), "a").IsRange);

    [Theory]
    [InlineData(TimelineZoom.Year)]
    [InlineData(TimelineZoom.Month)]
    [InlineData(TimelineZoom.Day)]
    public void Of_AnyZoom_ColumnsFollowEachOtherAndHoldEveryDate(TimelineZoom zoom)
    {
        EngagementRow[] rows = [Row("a", "2021-12~"), Row("b", "2023-05-18/2023-05-19"), Row("c", "2025-12-06"), Row("d", "2026", Status.Planned), Row("e", "../2025-12"), Row("f", "2025-12-20/..")];
        var strip = Strip(zoom, rows);
        for (var i = 1; i < strip.Slots.Count; i++) Assert.Equal(strip.Slots[i - 1].To.AddDays(1), strip.Slots[i].From);
        foreach (var row in rows)
        {
            var cell = CellOf(strip, row.Id);
            if (row.Earliest != DateOnly.MinValue) Assert.True(strip.Slots[cell.First].From <= row.Earliest, row.Id);
            if (row.Latest != DateOnly.MaxValue) Assert.True(strip.Slots[cell.Last].To >= row.Latest, row.Id);
        }
        // Today ends a column: what lies beyond it stands apart.
        Assert.Contains(strip.Slots, s => s.To == Today && !s.IsBeyond);
        Assert.All(strip.Slots, s => Assert.Equal(s.From > Today, s.IsBeyond));
    }

    [Fact]
    public void Of_FinerZoom_TellsApartWhatACoarserOneDrawsTogether()
    {
        EngagementRow[] rows = [Row("a", "2025-12-06"), Row("b", "2025-12-09"), Row("c", "2025-03-01")];
        int Columns(TimelineZoom zoom) => Strip(zoom, rows).Lanes.Single(l => l.PartyId == "JP").Cells.Count;
        Assert.Equal([1, 2, 3], new[] { TimelineZoom.Year, TimelineZoom.Month, TimelineZoom.Day }.Select(Columns));
    }

    [Fact]
    public void Of_TimeInWhichNothingBeginsOrEnds_IsOneGap()
    {
        var strip = Strip(TimelineZoom.Day, Row("a", "2025-01-01"), Row("b", "2025-12-31"));
        Assert.Equal([false, true, false], strip.Slots.Select(s => s.IsGap));
    }

    [Fact]
    public void Of_NoPartyOfALane_StandsInTheLaneOfTheOthers()
    {
        var strip = TimelineStrip.Of([Row("a", "2025-12-06")], ["CN"], (r, p) => r.TakesPart(p), Today, TimelineZoom.Month);
        Assert.Equal(["CN", null], strip.Lanes.Select(l => l.PartyId));
        Assert.Empty(strip.Lanes[0].Cells);
    }
}
