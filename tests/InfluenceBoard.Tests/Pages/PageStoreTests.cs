using InfluenceBoard.App;

namespace InfluenceBoard.Tests.Pages;

/// <summary>What is kept takes no more memory than it may.</summary>
public sealed class PageStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private static PageKey Key(string path) => new("http", "board", "", path, "", null, "br");

    private static KeptPage Page(int bytes, long turn = 1, int minute = 0) => new(turn, Noon.AddMinutes(minute), Noon.AddDays(1), [], new byte[bytes]);

    [Fact]
    public void Keep_MoreThanMayBeHeld_DropsWhatNobodyAskedForTheLongest()
    {
        var store = new PageStore(100_000);
        for (var i = 0; i < 1000; i++)
        {
            // The first is asked for over and over.
            store.Find(Key("/0"))?.SendAsync(new Microsoft.AspNetCore.Http.DefaultHttpContext(), Noon.AddMinutes(i));
            store.Keep(Key($"/{i}"), Page(5000, minute: i));
            Assert.InRange(store.Bytes, 1, 100_000);
        }
        Assert.NotNull(store.Find(Key("/0")));
        Assert.Null(store.Find(Key("/1")));
        Assert.NotNull(store.Find(Key("/999")));
    }

    [Fact]
    public void Keep_LongAddresses_CountAsWell()
    {
        var store = new PageStore(100_000);
        for (var i = 0; i < 100; i++) store.Keep(Key($"/{i}?{new string('x', 5000)}"), Page(10));
        Assert.InRange(store.Bytes, 50_000, 100_000);
    }

    [Fact]
    public void Keep_OneThatWouldDriveOutTheOthers_IsLeft()
    {
        var store = new PageStore(100_000);
        store.Keep(Key("/large"), Page(20_000));
        Assert.Null(store.Find(Key("/large")));
        Assert.Equal(0, store.Bytes);
    }

    [Fact]
    public void Keep_TheSameTwice_CountsOnce()
    {
        var store = new PageStore(100_000);
        store.Keep(Key("/a"), Page(5000));
        var once = store.Bytes;
        store.Keep(Key("/a"), Page(5000));
        Assert.Equal(once, store.Bytes);
    }

    [Fact]
    public void Keep_AfterAChange_DropsWhatTheBoardLeftBehind()
    {
        var store = new PageStore(100_000);
        store.Keep(Key("/a"), Page(5000, turn: 1));
        store.Keep(Key("/b"), Page(5000, turn: 2));
        Assert.Null(store.Find(Key("/a")));
        // One that was begun before the change and ended after it.
        store.Keep(Key("/c"), Page(5000, turn: 1));
        Assert.Null(store.Find(Key("/c")));
        Assert.NotNull(store.Find(Key("/b")));
    }
}
