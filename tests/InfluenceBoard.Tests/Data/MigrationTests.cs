using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Data;

public sealed class MigrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Model_AgainstMigrations_HasNoPendingChange()
    {
        await using var board = await TempBoard.CreateAsync();
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed: add a migration with `dotnet ef migrations add NAME --context SqliteBoardDb -o Data/Migrations/Sqlite`.");
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Tables_OfVersionedRecords_CarryTheSecondClock()
    {
        await using var board = await TempBoard.CreateAsync();
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        var kinds = typeof(Versioned).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Versioned))).ToList();
        Assert.Equal(kinds.OrderBy(t => t.Name, StringComparer.Ordinal), db.Model.GetEntityTypes().Where(e => typeof(Versioned).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType).OrderBy(t => t.Name, StringComparer.Ordinal));
        foreach (var table in kinds.Select(k => db.Model.FindEntityType(k)!.GetTableName()))
        {
            var columns = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info({0})", table!).ToListAsync(Cancel);
            Assert.Superset(new HashSet<string> { "VersionId", "Id", "KnownFrom", "KnownTo", "ChangeId", "Hash" }, columns.ToHashSet());
        }
    }

    [Fact]
    public async Task Record_TwoStandingVersionsOfOneId_AreRefused()
    {
        await using var board = await TempBoard.CreateAsync();
        await using var db = await board.Factory.CreateDbContextAsync(Cancel);
        var change = new Change { At = board.Clock.Now, Editor = "seeds", Reason = "x" };
        db.Add(change);
        await db.SaveChangesAsync(Cancel);
        Person Version() => new() { Id = "tokayev", Name = "Kassym-Jomart Tokayev", PartyId = "KZ", Role = "President", ChangeId = change.Id, KnownFrom = board.Clock.Now };
        db.AddRange(Version(), Version());
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
    }
}
