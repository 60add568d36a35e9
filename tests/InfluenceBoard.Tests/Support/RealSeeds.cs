using InfluenceBoard.Domain;
using InfluenceBoard.Seeding;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Tests.Support;

/// <summary>The checkout's own seed files, read once.</summary>
public static class RealSeeds
{
    private static readonly Lazy<Task<SeedSet>> Set = new(() => SeedReader.ReadAsync(Repository.Seeds));

    /// <summary>The records of the files.</summary>
    public static Task<SeedSet> ReadAsync() => Set.Value;

    /// <summary>Every amount as the board keeps it.</summary>
    public static async Task<IReadOnlyList<MoneyItem>> MoneyAsync()
    {
        var set = await ReadAsync();
        var rates = set.Rates.ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. set.Engagements.SelectMany(e => e.Money.Select(m => m.ToRow(e.Id, rates)))];
    }

    /// <summary>The parties of the files.</summary>
    public static async Task<PartyDirectory> PartiesAsync() => new((await ReadAsync()).Parties.Select(p => p.ToRow()));
}
