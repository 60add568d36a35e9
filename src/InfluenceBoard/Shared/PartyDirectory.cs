using System.Collections.Concurrent;
using System.Globalization;
using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Shared;

/// <summary>The parties by id, slug, code and name, held in memory because every page names them.</summary>
public sealed class PartyDirectory
{
    private readonly Dictionary<string, Party> byId;
    private readonly Dictionary<string, Party> byName;

    public PartyDirectory(IEnumerable<Party> parties)
    {
        All = [.. parties.OrderBy(p => p.Order).ThenBy(p => p.Id, StringComparer.Ordinal)];
        byId = All.ToDictionary(p => p.Id, StringComparer.Ordinal);
        byName = new(StringComparer.OrdinalIgnoreCase);
        foreach (var p in All)
            foreach (var name in new[] { p.Slug, p.Id, p.Iso3, p.NameEn, p.NameZhHans })
                if (name is not null) byName.TryAdd(name, p);
    }

    /// <summary>Every party, in the fixed order.</summary>
    public IReadOnlyList<Party> All { get; }
    /// <summary>The focus countries, in the fixed order.</summary>
    public IReadOnlyList<Party> Countries => field ??= [.. All.Where(p => p.IsCountry)];
    /// <summary>The actors, in the fixed order.</summary>
    public IReadOnlyList<Party> Actors => field ??= [.. All.Where(p => p.IsActor)];
    /// <summary>The regions.</summary>
    public IReadOnlyList<Party> Regions => field ??= [.. All.Where(p => p.Kind == "region")];

    /// <summary>The party of an id, which exists because the seed rules checked it.</summary>
    public Party this[string id] => byId[id];

    /// <summary>The party that a slug, ISO code or name means, or null.</summary>
    public Party? Find(string? name) => name is not null && byName.TryGetValue(name.Trim(), out var party) ? party : null;

    /// <summary>Name of a party inside a sentence of the page's language: "the United States".</summary>
    public string InSentence(string id) => InSentence(this[id]);

    /// <summary>Name of a party inside a sentence of the page's language: "the United States".</summary>
    public static string InSentence(Party party) => IsChinese ? party.NameZhHans : party.NameEnInSentence ?? party.NameEn;

    /// <summary>Regions that a country lies in.</summary>
    public IReadOnlyList<Party> RegionsOf(string countryId) => [.. Regions.Where(r => r.Members.Contains(countryId))];

    /// <summary>Name of a party in the page's language.</summary>
    public string Name(string id) => Name(this[id]);

    /// <summary>Name of a party in the page's language.</summary>
    public static string Name(Party party) => IsChinese ? party.NameZhHans : party.NameEn;

    private static bool IsChinese => CultureInfo.CurrentUICulture.Name.StartsWith("zh", StringComparison.Ordinal);
}

/// <summary>The directories of the parties as of any moment, kept until the board changes.</summary>
public sealed class PartyDirectories(IDbContextFactory<BoardDb> factory, BoardStamp stamp)
{
    private Held? held;

    /// <summary>The parties as the board held them at a moment, or holds them now when null. Before the first of them was known, those that it knew first: without names no page could say that it knew nothing.</summary>
    public PartyDirectory At(DateTimeOffset? asOf)
    {
        var last = stamp.Last();
        if (held is not { } current || current.Stamp != last) held = current = Held.Read(factory, last);
        return current.At(asOf);
    }

    private sealed class Held(long stamp, IReadOnlyList<Party> versions)
    {
        // Between two of these moments no party changes.
        private readonly DateTimeOffset[] turns = [.. versions.SelectMany(v => new[] { v.KnownFrom, v.KnownTo }).Where(t => t != Versioned.Open).Distinct().Order()];
        private readonly ConcurrentDictionary<int, PartyDirectory> directories = new();

        public long Stamp => stamp;

        public static Held Read(IDbContextFactory<BoardDb> factory, long stamp)
        {
            using var db = factory.CreateDbContext();
            return new Held(stamp, [.. db.Parties]);
        }

        public PartyDirectory At(DateTimeOffset? asOf)
        {
            if (turns.Length == 0) return directories.GetOrAdd(0, _ => new PartyDirectory([]));
            var turn = asOf is { } moment ? Math.Max(0, Array.FindLastIndex(turns, t => t <= moment)) : turns.Length - 1;
            return directories.GetOrAdd(turn, t => new PartyDirectory(versions.Where(v => v.KnownFrom <= turns[t] && v.KnownTo > turns[t])));
        }
    }
}
