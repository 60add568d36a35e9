using InfluenceBoard.Domain;
using InfluenceBoard.Features.Engagements;
using InfluenceBoard.Shared;
using InfluenceBoard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace InfluenceBoard.Tests.Data;

/// <summary>Rows of a file that are read while it is written.</summary>
public sealed class DownloadTests
{
    private static readonly EngagementsView Usual = new("date", true, EngagementsView.UsualColumns, null, 25, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_WhileTheBoardIsEdited_AreThoseOfOneMomentAndHoldNobodyUp()
    {
        await using var board = new EditedBoard();
        await using var services = board.Services.CreateAsyncScope();
        var query = services.ServiceProvider.GetRequiredService<EngagementsQuery>();
        var before = await query.AllAsync(BoardFilter.None, Usual, null, Cancel).ToListAsync(Cancel);

        await using var rows = query.AllAsync(BoardFilter.None, Usual, null, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await rows.MoveNextAsync());
        board.Clock.Now += TimeSpan.FromDays(1);
        // A reader that takes its time keeps no editor from writing, the last row least of all.
        await board.ReviseAsync<Engagement>(before[^1].Id, e => e.Title = "Another title");
        List<EngagementEntry> read = [rows.Current];
        while (await rows.MoveNextAsync()) read.Add(rows.Current);
        Assert.Equal(before.Select(r => (r.Id, r.Title, string.Join(',', r.Amounts))), read.Select(r => (r.Id, r.Title, string.Join(',', r.Amounts))));
        Assert.Equal("Another title", (await query.AllAsync(BoardFilter.None, Usual, null, Cancel).ToListAsync(Cancel)).Single(r => r.Id == before[^1].Id).Title);
    }

    [Fact]
    public async Task Rows_OfAFile_AreThoseOfThePages()
    {
        await using var board = new EditedBoard();
        await using var services = board.Services.CreateAsyncScope();
        var query = services.ServiceProvider.GetRequiredService<EngagementsQuery>();
        var shown = (await query.ReadAsync(BoardFilter.None, Usual with { Size = 10_000 }, null, Cancel)).Groups.SelectMany(g => g.Rows).Select(EngagementEntry.Of).ToList();
        var read = await query.AllAsync(BoardFilter.None, Usual, null, Cancel).ToListAsync(Cancel);
        Assert.Equal(shown.Select(Text), read.Select(Text));
        Assert.Contains(read, r => r.Amounts.Length > 1);
        Assert.Contains(read, r => r.In(PartyRole.By).Length > 1);

        static string Text(EngagementEntry r) => $"{r} {string.Join(',', r.Topics)} {string.Join(',', r.Amounts)}".Replace("System.String[]", "", StringComparison.Ordinal);
    }
}
