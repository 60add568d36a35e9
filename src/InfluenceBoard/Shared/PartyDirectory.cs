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

    /// <summary>Reads the directory from the board.</summary>
    public static async Task<PartyDirectory> LoadAsync(IDbContextFactory<BoardDb> factory, CancellationToken cancel = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return new PartyDirectory(await db.Parties.KnownAt(null).ToListAsync(cancel));
    }
}
