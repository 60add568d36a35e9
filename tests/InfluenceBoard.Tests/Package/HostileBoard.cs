using InfluenceBoard.Data;
using InfluenceBoard.Domain;
using InfluenceBoard.Tests.Seeds;
using InfluenceBoard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace InfluenceBoard.Tests.Package;

/// <summary>A small board with a past: an amount that was raised, a record withdrawn with a reason and one without, one that came back, one that somebody else edited, and texts that no file format likes.</summary>
public sealed class HostileBoard : IAsyncLifetime
{
    /// <summary>The record with the texts.</summary>
    public const string Pledge = "japan-kazakhstan-pledge-2025";

    /// <summary>Texts of five scripts with what CSV, JSON, YAML and spreadsheets stumble over.</summary>
    public static readonly string[] Hostile =
    [
        "=HYPERLINK(\"https://example.org\";\"日本と哈萨克斯坦\")", "+7 жүз \"Қазақстан\", \r\n-1", "-东京 ' 承诺\n\n=1+1", "@Đường sắt; 'Hà Nội'", "\tТаджикистан | таб", "\rСнова", "'апостроф", "''two", "＝全角", "\"", "\",\"", ",", " 前后 ",
        "\n", "{\"a\":1}", "[1]", "null", "#N/A", "0042", "1E5", "TRUE", "日本🗾 עברית\u00a0", "a\u0001b", "\\\"\\n", "=",
    ];

    private readonly SmallSeeds seeds = new();

    /// <summary>The board. Tests that share it only read.</summary>
    public TempBoard Board { get; private set; } = null!;
    /// <summary>When each state was reached, the first load first.</summary>
    public List<DateTimeOffset> Moments { get; } = [];
    /// <summary>The package of each state, made while it was the last.</summary>
    public List<byte[]> Zips { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Board = await TempBoard.CreateAsync();
        seeds.Write("moves.yaml", """
            - id: pledge-after-meeting
              from: japan-kazakhstan-pledge-2025
              to: japan-tajikistan-meeting-2025
              relation: follows-up
              assertedBy: editor
              claims: [{ key: link, property: link, value: the order of the two, source: ministry-page, locator: excerpt, attribution: article, credibility: 6 }]
            """);
        seeds.Write("rates.yaml", """
            - { id: jpy-2025, currency: JPY, amount: 3000000000000, usd: 19000000000.5, date: "2025-12", basis: source-stated, claims: [{ key: value, property: value, value: both sums, source: ministry-page, locator: excerpt, attribution: article, credibility: 2 }] }
            """);
        await LoadAsync();
        seeds.Replace("engagements.yaml", "low: 3700000000\n      high: 3700000000\n      qualifier: exact\n      currency: USD", "low: 555500000000.25\n      qualifier: over\n      rate: jpy-2025\n      currency: JPY");
        await LoadAsync();
        seeds.Write("moves.yaml", "[]\n");
        seeds.Write("withdrawn.yaml", "- { id: pledge-after-meeting, kind: move, reason: '=The order in time does not carry it; 时间上说不通.' }\n");
        await LoadAsync();
        var engagements = File.ReadAllText(Path.Combine(seeds.Path, "engagements.yaml"));
        seeds.Write("engagements.yaml", engagements[..engagements.IndexOf("- id: japan-tajikistan", StringComparison.Ordinal)]);
        await LoadAsync();
        seeds.Write("engagements.yaml", engagements);
        await LoadAsync();
        foreach (var texts in Hostile.Chunk(5)) await WriteAsync(texts);
    }

    public async ValueTask DisposeAsync()
    {
        await Board.DisposeAsync();
        seeds.Dispose();
    }

    private async Task LoadAsync()
    {
        Board.Clock.Now += TimeSpan.FromDays(1) + TimeSpan.FromMilliseconds(7);
        await Board.Loader.LoadAsync(seeds.Path, Cancel);
        await KeepAsync();
    }

    private async Task KeepAsync()
    {
        Moments.Add(Board.Clock.Now);
        Zips.Add(await Board.ZipAsync());
    }

    // Somebody else gives the record a text in every field that takes any.
    private async Task WriteAsync(string[] texts)
    {
        Board.Clock.Now += TimeSpan.FromMinutes(1);
        await using var db = await Board.Factory.CreateDbContextAsync(Cancel);
        var change = new Change { At = Board.Clock.Now, Editor = "aigerim", Reason = texts[4] };
        db.Add(change);
        await db.SaveChangesAsync(Cancel);
        var old = await db.Engagements.AsTracking().KnownAt(null).Include(e => e.Parties).Include(e => e.Topics).SingleAsync(e => e.Id == Pledge, Cancel);
        (old.KnownTo, old.ClosedById) = (change.At, change.Id);
        var party = await db.Parties.AsTracking().KnownAt(null).SingleAsync(p => p.Id == "KZ", Cancel);
        (party.KnownTo, party.ClosedById) = (change.At, change.Id);
        await db.SaveChangesAsync(Cancel);
        db.Add(new Engagement
        {
            Id = Pledge, Title = texts[0], Summary = texts[1], Note = texts[2], DateNote = texts[3], Type = old.Type, Status = old.Status, Date = old.Date, Earliest = old.Earliest, Latest = old.Latest,
            Parties = [.. old.Parties.Select(p => new EngagementParty { PartyId = p.PartyId, Role = p.Role, Order = p.Order })], Topics = [.. old.Topics.Select(t => new EngagementTopic { Topic = t.Topic, Order = t.Order })],
            KnownFrom = change.At, ChangeId = change.Id, Hash = Packages.Sha256(System.Text.Encoding.UTF8.GetBytes(texts[0])),
        });
        db.Add(new Party
        {
            Id = party.Id, Kind = party.Kind, Slug = party.Slug, IsCountry = true, Order = party.Order, Iso3 = party.Iso3, Numeric = party.Numeric, NameEn = texts[4], NameZhHans = texts[3], Members = [], Longitude = 66.92338, Latitude = -1e-7,
            Note = texts[2] + texts[1], KnownFrom = change.At, ChangeId = change.Id, Hash = "edited",
        });
        await db.SaveChangesAsync(Cancel);
        await KeepAsync();
    }
}
