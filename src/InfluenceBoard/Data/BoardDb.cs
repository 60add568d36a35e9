using System.Text.Json;
using InfluenceBoard.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace InfluenceBoard.Data;

/// <summary>The board's tables. One design for every provider: instants are Unix milliseconds, days are dates, vocabulary is stored as its words.
/// A provider has a derived context and a set of migrations of its own.</summary>
public abstract class BoardDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<SeedLoad> SeedLoads => Set<SeedLoad>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<ExchangeRate> Rates => Set<ExchangeRate>();
    public DbSet<Engagement> Engagements => Set<Engagement>();
    public DbSet<MoneyItem> Money => Set<MoneyItem>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<Move> Moves => Set<Move>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<Stance> Stances => Set<Stance>();
    public DbSet<Survey> Surveys => Set<Survey>();
    public DbSet<SearchText> SearchTexts => Set<SearchText>();
    public DbSet<TraitSet> TraitSets => Set<TraitSet>();
    public DbSet<EngagementLine> EngagementLines => Set<EngagementLine>();

    /// <summary>The texts of a list that is written as JSON. To ask by a list in this way takes a quarter of the time that the translator's own way takes.</summary>
    public IQueryable<ListedText> Texts(string list) => FromExpression(() => Texts(list));

    /// <summary>The numbers of a list that is written as JSON.</summary>
    public IQueryable<ListedNumber> Numbers(string list) => FromExpression(() => Numbers(list));

    /// <summary>Engagements whose lines are to be made anew before what was written is committed.</summary>
    internal HashSet<string> Stale { get; } = new(StringComparer.Ordinal);

    /// <summary>What a search finds as of a moment: how many records of each kind where <paramref name="isCounted"/>, and of the kinds wanted the ids, the best first.</summary>
    public abstract Task<SearchFound> FindAsync(SearchPhrase phrase, IReadOnlyList<SearchWindow> windows, bool isCounted, DateTimeOffset? asOf, CancellationToken cancel);

    /// <summary>Lets the database learn what its tables hold, so that it finds the shortest way to what is asked. Cheap; to be done after much was written.</summary>
    public abstract Task LearnAsync(CancellationToken cancel);

    /// <summary>Reads the lines that stand at a moment, in no order: number of the traits, first and last day.</summary>
    public abstract Task ReadLinesAsync(DateTimeOffset? asOf, Action<long, DateOnly, DateOnly> take, CancellationToken cancel);

    /// <summary>Begins one look at the board: what is written meanwhile is not seen, and whoever writes does not wait for it.</summary>
    public abstract Task<IDbContextTransaction> LookAsync(CancellationToken cancel);

    /// <summary>A file beside the database for what is made of it and can be made anew.</summary>
    /// <param name="ending">How its name goes on after that of the database.</param>
    public abstract string Beside(string ending);

    /// <summary>Begins to fill the board with very many versions; null when it is not empty. Nobody else uses the context until the load is disposed of.</summary>
    public abstract Task<BoardLoad?> StartLoadAsync(CancellationToken cancel);

    /// <summary>Writes the changes, and with every version that is opened or closed its text for search and the lines of its engagement; those when the transaction is committed.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var texts = this.ChangedTexts();
        if ((!await this.MarkStaleLinesAsync(cancellationToken) && texts.IsEmpty) || Database.CurrentTransaction is not null) return await SaveAsync();
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var written = await SaveAsync();
        await transaction.CommitAsync(cancellationToken);
        return written;

        // A text is numbered by its version, which has its number when it is written.
        async Task<int> SaveAsync()
        {
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (texts.IsEmpty) return written;
            await this.KeepSearchTextsAsync(texts, cancellationToken);
            return written + await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
    }

    /// <summary>Not offered: the texts for search are kept by <see cref="SaveChangesAsync(bool, CancellationToken)"/>.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        conventions.Properties<decimal>().HavePrecision(28, 6);
        foreach (var vocabulary in new[] { typeof(Rung), typeof(MoneyKind), typeof(Direction), typeof(Qualifier), typeof(EngagementType), typeof(Topic), typeof(Status),
                     typeof(PartyRole), typeof(PublisherClass), typeof(Reliability), typeof(Rank), typeof(ClaimProperty), typeof(Relation), typeof(AssertedBy), typeof(StanceKind), typeof(RecordKind) })
            conventions.Properties(vocabulary).HaveConversion(typeof(WordConverter<>).MakeGenericType(vocabulary)).HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Change>();
        model.Entity<SeedLoad>().Property(l => l.Fingerprint).HasMaxLength(64);
        Versioned<Party>(model, e => { e.Property(p => p.Slug).HasMaxLength(80); e.HasIndex(p => p.Slug); });
        Versioned<Source>(model, e => Json(e.Property(s => s.WithoutFacts)));
        Versioned<Person>(model, e => Json(e.Property(p => p.Names)));
        Versioned<Organisation>(model, e => Json(e.Property(o => o.Names)));
        Versioned<Place>(model, e => { Json(e.Property(p => p.Names)); Json(e.Property(p => p.Path)); });
        Versioned<ExchangeRate>(model, e => e.ToTable("Rates"));
        Versioned<Engagement>(model, e =>
        {
            e.HasMany(x => x.Parties).WithOne().HasForeignKey(p => p.VersionId);
            e.HasMany(x => x.Topics).WithOne().HasForeignKey(p => p.VersionId);
            e.HasMany(x => x.People).WithOne().HasForeignKey(p => p.VersionId);
            e.HasMany(x => x.Organisations).WithOne().HasForeignKey(p => p.VersionId);
            e.HasMany(x => x.Places).WithOne().HasForeignKey(p => p.VersionId);
        });
        model.Entity<EngagementParty>(e => { e.ToTable("EngagementParties").HasKey(p => new { p.VersionId, p.Role, p.PartyId }); e.HasIndex(p => new { p.PartyId, p.Role, p.VersionId }); });
        model.Entity<EngagementTopic>(e => { e.ToTable("EngagementTopics").HasKey(p => new { p.VersionId, p.Topic }); e.HasIndex(p => new { p.Topic, p.VersionId }); });
        model.Entity<EngagementPerson>(e => { e.ToTable("EngagementPeople").HasKey(p => new { p.VersionId, p.PersonId }); e.HasIndex(p => p.PersonId); });
        model.Entity<EngagementOrganisation>(e => { e.ToTable("EngagementOrganisations").HasKey(p => new { p.VersionId, p.OrganisationId }); e.HasIndex(p => p.OrganisationId); });
        model.Entity<EngagementPlace>(e => { e.ToTable("EngagementPlaces").HasKey(p => new { p.VersionId, p.PlaceId }); e.HasIndex(p => p.PlaceId); });
        Versioned<MoneyItem>(model, e => { e.ToTable("Money"); e.HasIndex(m => new { m.EngagementId, m.KnownTo }); });
        Versioned<Claim>(model, e =>
        {
            e.Property(c => c.Id).HasMaxLength(160);
            e.HasIndex(c => new { c.RecordKind, c.RecordId, c.KnownTo });
            e.HasIndex(c => new { c.SourceId, c.Paragraph, c.KnownTo, c.KnownFrom });
        });
        Versioned<Move>(model, e => { e.HasIndex(m => m.FromId); e.HasIndex(m => m.ToId); });
        Versioned<Indicator>(model, e => e.HasIndex(i => i.PartyId));
        Versioned<Stance>(model, e => e.HasIndex(s => s.HolderId));
        Versioned<Survey>(model, _ => { });
        model.Entity<TraitSet>(e => { e.Property(t => t.Key).HasMaxLength(512); e.HasIndex(t => t.Key).IsUnique(); });
        model.Entity<EngagementLine>(e =>
        {
            e.Property(l => l.EngagementId).HasMaxLength(80);
            e.HasOne<TraitSet>().WithMany().HasForeignKey(l => l.TraitSetId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(l => new { l.EngagementId, l.KnownTo }).IsUnique();
            // The order of lists, and the same for engagements of equal traits. Both hold all that tells whether a line is wanted.
            e.HasIndex(l => new { l.Latest, l.Earliest, l.EngagementId, l.KnownTo, l.KnownFrom, l.TraitSetId }).IsDescending(true, true, false, false, false, false);
            e.HasIndex(l => new { l.TraitSetId, l.Latest, l.Earliest, l.EngagementId, l.KnownTo, l.KnownFrom }).IsDescending(false, true, true, false, false, false);
            e.HasIndex(l => new { l.Middle, l.Latest, l.EngagementId, l.KnownTo, l.KnownFrom, l.TraitSetId }).IsDescending(true, true, false, false, false, false);
            e.HasIndex(l => new { l.Earliest, l.Latest, l.KnownTo, l.KnownFrom, l.TraitSetId });
            e.HasIndex(l => l.ChangeId);
            e.HasIndex(l => l.ClosedById);
            // Other orders of the list, of what stands.
            var stands = $"\"{nameof(EngagementLine.KnownTo)}\" = {Domain.Versioned.Open.ToUnixTimeMilliseconds()}";
            e.HasIndex(l => new { l.Title, l.Latest, l.Earliest, l.EngagementId, l.TraitSetId }).IsDescending(false, true, true, false, false).HasFilter(stands);
            e.HasIndex(l => new { l.Usd, l.Latest, l.Earliest, l.EngagementId, l.TraitSetId }).IsDescending(false, true, true, false, false).HasFilter(stands);
            e.HasIndex(l => new { l.Confidence, l.Latest, l.Earliest, l.EngagementId, l.TraitSetId }).IsDescending(false, true, true, false, false).HasFilter(stands);
            e.HasIndex(l => new { l.Sources, l.Latest, l.Earliest, l.EngagementId, l.TraitSetId }).IsDescending(false, true, true, false, false).HasFilter(stands);
        });
        model.Entity<SearchText>().Property(t => t.RecordId).HasMaxLength(160);
    }

    // An id has one version that stands, and one version for any moment.
    private static void Versioned<T>(ModelBuilder model, Action<EntityTypeBuilder<T>> more) where T : Versioned =>
        model.Entity<T>(e =>
        {
            e.HasKey(x => x.VersionId);
            e.Property(x => x.Id).HasMaxLength(80);
            e.Property(x => x.Hash).HasMaxLength(64);
            e.HasIndex(x => new { x.Id, x.KnownTo }).IsUnique();
            e.HasOne<Change>().WithMany().HasForeignKey(x => x.ChangeId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(x => x.ClosedById);
            more(e);
        });

    private static void Json<T>(PropertyBuilder<T> property) where T : class =>
        property.HasConversion(v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web), v => JsonSerializer.Deserialize<T>(v, JsonSerializerOptions.Web)!,
            new ValueComparer<T>((a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Web) == JsonSerializer.Serialize(b, JsonSerializerOptions.Web),
                v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal), v => v));

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(v => v.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

    private sealed class WordConverter<T>() : ValueConverter<T, string>(v => Word.Of(v), v => Word.Parse<T>(v)!.Value) where T : struct, Enum;
}

/// <summary>A text of a list.</summary>
public sealed record ListedText(string Value);

/// <summary>A number of a list.</summary>
public sealed record ListedNumber(long Value);

/// <summary>The versions that stood at a moment.</summary>
public static class KnownVersions
{
    /// <summary>A moment by which what stands now is known and not closed: the present as a moment like any other.</summary>
    public static readonly DateTimeOffset Present = Domain.Versioned.Open.AddMilliseconds(-1);

    /// <summary>The versions that the board held at <paramref name="asOf"/>, or holds now when null.</summary>
    public static IQueryable<T> KnownAt<T>(this IQueryable<T> versions, DateTimeOffset? asOf) where T : Versioned =>
        asOf is { } moment ? versions.Where(v => v.KnownFrom <= moment && v.KnownTo > moment) : versions.Where(v => v.KnownTo == Domain.Versioned.Open);

    /// <summary>The lines that the board held at <paramref name="asOf"/>, or holds now when null.</summary>
    public static IQueryable<EngagementLine> KnownAt(this IQueryable<EngagementLine> lines, DateTimeOffset? asOf) =>
        asOf is { } moment ? lines.Where(v => v.KnownFrom <= moment && v.KnownTo > moment) : lines.Where(v => v.KnownTo == Domain.Versioned.Open);
}
