using InfluenceBoard.Features.Package;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Package;

/// <summary>Alone in the process: others would be measured too.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTestsAlone;

[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Records = 50_000, TextLength = 400;

    [Fact]
    public async Task Package_OfALargeBoard_TakesNoMoreMemoryThanABatch()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var board = await TempBoard.CreateAsync();
        await using var db = await board.Factory.CreateDbContextAsync(cancel);
        var at = board.Clock.Now.ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO Changes (Id, At, Editor, Reason) VALUES (1, {0}, 'seeds', 'Many')", [at], cancel);
        await db.Database.ExecuteSqlRawAsync(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {1}) "
            + "INSERT INTO Engagements (Id, Title, Summary, Type, Status, Date, Earliest, Latest, KnownFrom, KnownTo, ChangeId, Hash) "
            + "SELECT 'engagement-' || i, 'Engagement ' || i, hex(randomblob({2} / 2)), 'meeting', 'completed', '2025-08-01', '2025-08-01', '2025-08-01', {0}, 253402300799999, 1, hex(randomblob(32)) FROM n", [at, Records, TextLength], cancel);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO EngagementParties (VersionId, Role, PartyId, \"Order\") SELECT VersionId, 'by', 'JP', 0 FROM Engagements", cancel);

        using var gauge = new Gauge();
        await PackageArchive.WriteAsync(db, new PackageMoment(1, board.Clock.Now), gauge, cancel);
        // Each text stands in the table and in the history: forty million bytes at the least, half of which noise in hexadecimal digits leaves in the ZIP.
        Assert.True(gauge.Written > (long)Records * TextLength / 2, $"Only {gauge.Written} bytes were written.");
        Assert.InRange(gauge.Samples, 5, int.MaxValue);
        Assert.InRange(gauge.Peak, 0, 24 << 20);
    }

    // Measures what lives after a collection, every few million bytes.
    private sealed class Gauge : Stream
    {
        private const int Every = 2 << 20;
        private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
        private long next = Every;

        public long Written { get; private set; }
        public long Peak { get; private set; }
        public int Samples { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Written; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Written += count;
            if (Written < next) return;
            next = Written + Every;
            Samples++;
            Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
    }
}
