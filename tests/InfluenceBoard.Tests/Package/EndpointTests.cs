using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Tests.Support;

namespace InfluenceBoard.Tests.Package;

/// <summary>The download, and a board that is started with it.</summary>
public sealed partial class EndpointTests(EndpointTests.Downloads downloads) : IClassFixture<EndpointTests.Downloads>
{
    private const string Address = "/data/board.zip";

    private readonly HostileBoard hostile = downloads.Hostile;
    private readonly EditedBoard first = downloads.Server;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Board_StartedWithAPackage_ShowsNowAndThePastAsTheBoardItCameFrom()
    {
        const string Person = "tokayev", Summit = "tokyo-summit-2025", Gone = "aktau-port-customs-2025";
        await using var board = new EditedBoard();
        var moments = new List<DateTimeOffset> { board.Clock.Now };
        async Task Later(Func<Task> edit) { board.Clock.Now += TimeSpan.FromDays(3); await edit(); moments.Add(board.Clock.Now); }
        await Later(() => board.ReviseAsync<Engagement>(Summit, e => { e.Title = "=Summit \"in\" Tokyo, 東京"; e.Status = Status.Disputed; }));
        await Later(() => board.ReviseAsync<Party>("KZ", p => p.NameEn = "Kazakhstan, renamed"));
        await Later(() => board.WithdrawAsync<Engagement>(Gone, "Recorded twice"));
        await Later(() => board.ReviseAsync<Person>(Person, p => p.Role = "@former"));
        board.Clock.Now += TimeSpan.FromDays(1);
        await using var other = await downloads.StartAsync(await board.Client.GetByteArrayAsync(Address, Cancel), board.Clock.Now);

        string[] pages = ["/", "/countries", "/countries/kazakhstan", "/actors/japan", "/engagements?sort=title", $"/engagements/{Summit}", $"/engagements/{Gone}", $"/people/{Person}", "/money", "/moves", "/changes", "/sources", "/search?q=Kazakhstan", "/engagements.json"];
        var different = new List<string>();
        var seen = new HashSet<string>();
        foreach (var moment in new DateTimeOffset?[] { moments[0], moments[2], moments[^1], null })
            foreach (var page in pages)
            {
                var address = moment is { } at ? $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={PackageHistory.Text(at)}" : page;
                var text = await ReadAsync(board, address);
                if (await ReadAsync(other, address) != text) different.Add(address);
                if (page.Contains(Summit, StringComparison.Ordinal) || page.Contains(Person, StringComparison.Ordinal)) seen.Add(text);
            }
        Faults.None(different);
        Assert.True(seen.Count > 3, "The moments all show the same.");
    }

    [Fact]
    public async Task Package_Downloaded_IsNamedByItsMomentAndIsWhatWasLoaded()
    {
        using var answer = await first.Client.GetAsync(Address, Cancel);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal($"influenceboard-{hostile.Moments[^1].UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.zip", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var zip = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.Equal(zip.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(hostile.Zips[^1], zip);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Package_AsOfAMoment_IsThatOfTheMoment(int state)
    {
        Assert.Equal(hostile.Zips[state], await first.Client.GetByteArrayAsync($"{Address}?asOf={PackageHistory.Text(hostile.Moments[state])}", Cancel));
        Assert.Equal(hostile.Zips[state], await first.Client.GetByteArrayAsync($"{Address}?lang=zh-Hans&actor=japan&asOf={hostile.Moments[state]:yyyy-MM-dd}", Cancel));
    }

    [Fact]
    public async Task Package_AskedForAgain_IsNotSentUnlessItChanged()
    {
        using var answer = await first.Client.GetAsync(Address, Cancel);
        Assert.False(answer.Headers.ETag!.IsWeak);
        using var again = await SendAsync(Address, r => r.Headers.IfNoneMatch.Add(answer.Headers.ETag));
        Assert.Equal((HttpStatusCode.NotModified, answer.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
        using var earlier = await SendAsync($"{Address}?asOf={PackageHistory.Text(hostile.Moments[0])}", r => r.Headers.IfNoneMatch.Add(answer.Headers.ETag));
        Assert.Equal(HttpStatusCode.OK, earlier.StatusCode);
    }

    [Fact]
    public async Task Package_CutOff_CanBeResumed()
    {
        using var part = await SendAsync(Address, r => r.Headers.Range = new RangeHeaderValue(1000, null));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(hostile.Zips[^1][1000..], await part.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Package_HeadOnly_HasLengthAndNoBody()
    {
        using var answer = await SendAsync(Address, r => r.Method = HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, (long?)hostile.Zips[^1].Length), (answer.StatusCode, answer.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-02-31")]
    public async Task Package_AsOfNoMoment_IsRefused(string moment)
    {
        using var answer = await first.Client.GetAsync($"{Address}?asOf={moment}", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("2026-01-15T10:30:00Z", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Package_SentTwice_IsMadeTwice()
    {
        // The output cache would tell its age and keep the whole ZIP in memory.
        for (var i = 0; i < 2; i++)
        {
            using var answer = await first.Client.GetAsync(Address, Cancel);
            Assert.Null(answer.Headers.Age);
        }
        using var page = await first.Client.GetAsync("/countries", Cancel);
        using var kept = await first.Client.GetAsync("/countries", Cancel);
        Assert.NotNull(kept.Headers.Age);
    }

    private static async Task<string> ReadAsync(EditedBoard board, string address)
    {
        using var answer = await board.Client.GetAsync(address, Cancel);
        var text = (await answer.Content.ReadAsStringAsync(Cancel)).Replace(board.Client.BaseAddress!.Authority, "board", StringComparison.Ordinal);
        // Behind the page each server puts a note to itself, encrypted anew every time.
        return $"{(int)answer.StatusCode} {State().Replace(text, "")}";
    }

    private async Task<HttpResponseMessage> SendAsync(string address, Action<HttpRequestMessage> set)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        set(request);
        return await first.Client.SendAsync(request, Cancel);
    }

    [GeneratedRegex("<!--Blazor-[^>]*-->")]
    private static partial Regex State();

    /// <summary>A board with a past, and a server that was started with its package.</summary>
    public sealed class Downloads : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        /// <summary>The board that the package is of.</summary>
        public HostileBoard Hostile { get; } = new();
        /// <summary>The server.</summary>
        public EditedBoard Server { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Hostile.InitializeAsync();
            Server = await StartAsync(Hostile.Zips[^1], Hostile.Board.Clock.Now);
        }

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            await Hostile.DisposeAsync();
            folder.Dispose();
        }

        /// <summary>A server that is started with a package, later.</summary>
        public async Task<EditedBoard> StartAsync(byte[] zip, DateTimeOffset now)
        {
            var file = folder.File($"{Guid.NewGuid()}.zip");
            await File.WriteAllBytesAsync(file, zip, Cancel);
            var board = new EditedBoard(file);
            board.Clock.Now = now;
            return board;
        }
    }
}
