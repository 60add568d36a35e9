using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What open pages hear of changes.</summary>
public sealed class LiveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The address in a page, as the element asks it.
    private static async Task<string> EventsAsync(EditedBoard board, string page) => PageRules.Parse(await board.TextAsync(page)).QuerySelector("ib-live")!.GetAttribute("data-events")!;

    private static async Task<IAsyncEnumerator<SseItem<string>>> ListenAsync(EditedBoard board, string address)
    {
        var answer = await board.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return SseParser.Create(await answer.Content.ReadAsStreamAsync(Cancel)).EnumerateAsync(Cancel).GetAsyncEnumerator(Cancel);
    }

    private static (int Count, long Last) Read(SseItem<string> item)
    {
        Assert.Equal("changes", item.EventType);
        var data = JsonDocument.Parse(item.Data).RootElement;
        return (data.GetProperty("count").GetInt32(), data.GetProperty("last").GetInt64());
    }

    [Fact]
    public async Task Events_OfACountry_TellWhatIsItsAndNothingElse()
    {
        await using var board = new EditedBoard();
        await using var events = await ListenAsync(board, await EventsAsync(board, "/countries/kazakhstan?actor=japan"));
        await board.ReviseAsync<Engagement>("russia-vietnam-gas-pipeline-talks-2025", e => e.Title = "Elsewhere");
        await board.ReviseAsync<Engagement>("tokyo-summit-2025", e => e.Title = "Here");
        var next = events.MoveNextAsync();
        Assert.True(await next);
        var change = Read(events.Current);
        Assert.Equal(1, change.Count);
        Assert.Equal(change.Last.ToString(System.Globalization.CultureInfo.InvariantCulture), events.Current.EventId);
        await board.ReviseAsync<MoneyItem>("japan-kazakhstan-pledge-3-7bn", m => m.Low = 1);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(2, Read(events.Current).Count);
        // A page that is made now knows all of it.
        Assert.EndsWith("after=4", await EventsAsync(board, "/countries/kazakhstan?actor=japan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_OfAReaderWhoLeaves_LetItGo()
    {
        await using var board = new EditedBoard();
        var readers = board.Services.GetRequiredService<LiveReaders>();
        using (var answer = await board.Client.GetAsync("/events?of=/&after=0", HttpCompletionOption.ResponseHeadersRead, Cancel)) Assert.Equal(1, readers.Open);
        for (var i = 0; i < 100 && readers.Open > 0; i++) await Task.Delay(50, Cancel);
        Assert.Equal(0, readers.Open);
    }

    [Fact]
    public async Task Events_OfTheListOfChanges_AreThoseOfItsRecords()
    {
        await using var board = new EditedBoard();
        Assert.Contains("of=/countries/japan", await EventsAsync(board, "/changes?of=/countries/japan"), StringComparison.Ordinal);
        // A list that is asked to be about itself is about the whole board.
        await using var events = await ListenAsync(board, "/events?of=/changes&after=1");
        await board.ReviseAsync<Engagement>("tokyo-summit-2025", e => e.Title = "Here");
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(1, Read(events.Current).Count);
        Assert.Contains("Part of the address was ignored", await board.TextAsync("/changes?of=/changes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/events")]
    [InlineData("/events?of=/nowhere&after=0")]
    [InlineData("/events?of=/countries/kazakhstan")]
    [InlineData("/events?of=/countries/kazakhstan&after=-1")]
    [InlineData("/events?of=/countries/kazakhstan&after=99999")]
    public async Task Events_OfNothing_AreAProblem(string address)
    {
        await using var board = new EditedBoard();
        var answer = await board.Client.GetAsync(address, Cancel);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Page_AsOfAMoment_IsSilent()
    {
        await using var board = new EditedBoard();
        board.Clock.Now += TimeSpan.FromDays(2);
        Assert.Null(PageRules.Parse(await board.TextAsync("/countries/kazakhstan?asOf=2026-01-10")).QuerySelector("ib-live"));
        Assert.NotNull(PageRules.Parse(await board.TextAsync("/countries/kazakhstan")).QuerySelector("ib-live"));
    }
}
