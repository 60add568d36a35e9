using System.Runtime.CompilerServices;
using InfluenceBoard.Data;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>Proves that what is kept beside the records for speed says what the records say.</summary>
public sealed class BoardCheck(IDbContextFactory<BoardDb> factory)
{
    /// <summary>Everything that differs, in words: lines from the versions that they are made of, and the tally that is kept in a file, followed to the present, from the lines.</summary>
    public async IAsyncEnumerable<string> DifferencesAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await using var look = await db.LookAsync(cancel);
        await foreach (var id in db.WrongLinesAsync(cancel)) yield return $"The lines of the engagement {id} are not what its versions say.";
        if (await TallyFile.ReadAsync(db, cancel) is not { } kept) yield break;
        var read = await TallyReading.ReadAsync(db, await TallyReading.BookAsync(db, TraitBook.Empty, cancel), null, cancel);
        var book = await TallyReading.BookAsync(db, kept.Book, cancel);
        if (await TallyReading.FollowAsync(db, book, kept, null, int.MaxValue - 1, cancel) is not { } followed) yield break;
        foreach (var difference in followed.Tally.Differences(read)) yield return $"The kept tally: {difference}";
    }
}
