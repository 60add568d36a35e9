using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace InfluenceBoard.Data;

/// <summary>Writes very many versions into an SQLite file, with their parts, texts for search and lines, which the caller has made of them. Indexes are taken away meanwhile and made anew at the end: over rows in no order that is faster.
/// Transactions are the caller's.</summary>
public sealed class SqliteVersionWriter : IDisposable
{
    // Bytes of the index of texts that are gathered before a part of it is written: parts are merged again and again, so few are better. The second is what SQLite gathers by itself.
    private const int Gathered = 32 << 20, GatheredByDefault = 1 << 20;

    private readonly IModel model;
    private readonly SqliteConnection connection;
    private readonly List<string> remake;
    private readonly Dictionary<Type, IDisposable> writers = [];
    private readonly Dictionary<Type, long> numbers = [];
    private readonly Dictionary<string, long> traits = new(StringComparer.Ordinal);
    private SqliteTableWriter? texts;
    private long indexed;

    /// <summary>Takes the indexes away.</summary>
    /// <param name="model">The model of <see cref="BoardDb"/>.</param>
    /// <param name="connection">An open connection.</param>
    public SqliteVersionWriter(IModel model, SqliteConnection connection)
    {
        (this.model, this.connection) = (model, connection);
        const string What = "FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL OR type = 'trigger' AND tbl_name = 'SearchTexts'";
        remake = connection.Texts($"SELECT sql {What} ORDER BY type, name");
        foreach (var drop in connection.Texts($"SELECT 'DROP ' || type || ' \"' || name || '\"' {What}")) connection.Execute(drop);
        connection.Execute($"INSERT INTO SearchIndex(SearchIndex, rank) VALUES ('hashsize', {Gathered})");
        foreach (var set in connection.Texts("SELECT Id || ' ' || Key FROM TraitSets")) traits[set[(set.IndexOf(' ', StringComparison.Ordinal) + 1)..]] = long.Parse(set.AsSpan(0, set.IndexOf(' ', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Versions written.</summary>
    public int Versions { get; private set; }

    /// <summary>Rows written, those of parts, texts and lines included.</summary>
    public long Rows { get; private set; }

    /// <summary>Writes a change, whose number is set.</summary>
    public void Write(Change change) => Add(change);

    /// <summary>Writes a version with its parts, and gives it its number.</summary>
    /// <param name="text">Its text for search, where it has one.</param>
    public void Write(Versioned version, SearchText? text)
    {
        Versions++;
        switch (version)
        {
            case Party r: AddVersion(r); break;
            case Source r: AddVersion(r); break;
            case Person r: AddVersion(r); break;
            case Organisation r: AddVersion(r); break;
            case Place r: AddVersion(r); break;
            case ExchangeRate r: AddVersion(r); break;
            case Engagement r:
                AddVersion(r);
                AddParts(r, r.Parties);
                AddParts(r, r.Topics);
                AddParts(r, r.People);
                AddParts(r, r.Organisations);
                AddParts(r, r.Places);
                break;
            case MoneyItem r: AddVersion(r); break;
            case Claim r: AddVersion(r); break;
            case Move r: AddVersion(r); break;
            case Indicator r: AddVersion(r); break;
            case Stance r: AddVersion(r); break;
            case Survey r: AddVersion(r); break;
            default: throw new ArgumentException($"A {version.GetType().Name} has no table.", nameof(version));
        }
        if (text is null) return;
        text.Id = SearchNumber.Of(text.Kind, version.KnownFrom, version.KnownTo, version.VersionId);
        Add(text);
        // The index writes in one piece what comes in the order of its numbers. Kinds come mixed, so the one with most texts goes in as it comes and the rest at the end.
        if (text.Kind != RecordKind.Claim || text.Id < indexed) return;
        indexed = text.Id;
        texts ??= new SqliteTableWriter(connection, "SearchIndex", ["rowid", "Title", "Names", "Body"]);
        texts.Add(text.Id).Add(text.Title).Add(text.Names).Add(text.Body).Insert();
    }

    /// <summary>Writes a line of an engagement, and its traits where the board has not met them.</summary>
    public void Write(EngagementLine line, TraitSet set)
    {
        if (!traits.TryGetValue(set.Key, out var number))
        {
            set.Id = number = traits[set.Key] = Number<TraitSet>();
            Add(set);
        }
        (line.Id, line.TraitSetId) = (Number<EngagementLine>(), number);
        Add(line);
    }

    /// <summary>Makes the indexes anew.</summary>
    /// <param name="tell">Told before each.</param>
    /// <exception cref="SqliteException">An id stands twice.</exception>
    public void Finish(Action<string>? tell = null)
    {
        Dispose();
        tell?.Invoke("texts");
        connection.Execute("INSERT INTO SearchIndex(rowid, Title, Names, Body) SELECT Id, Title, Names, Body FROM SearchTexts t WHERE NOT EXISTS (SELECT 1 FROM SearchIndex_docsize d WHERE d.id = t.Id) ORDER BY Id");
        connection.Execute($"INSERT INTO SearchIndex(SearchIndex, rank) VALUES ('hashsize', {GatheredByDefault})");
        tell?.Invoke("indexes");
        foreach (var sql in remake) connection.Execute(sql);
    }

    public void Dispose()
    {
        foreach (var writer in writers.Values) writer.Dispose();
        writers.Clear();
        texts?.Dispose();
        texts = null;
    }

    private void AddVersion<T>(T version) where T : Versioned
    {
        version.VersionId = Number<T>();
        Add(version);
    }

    private void AddParts<T>(Engagement of, List<T> parts) where T : EngagementPart
    {
        foreach (var part in parts)
        {
            part.VersionId = of.VersionId;
            Add(part);
        }
    }

    private void Add<T>(T row) where T : class
    {
        Rows++;
        ((SqliteRowWriter<T>)(writers.TryGetValue(typeof(T), out var writer) ? writer : writers[typeof(T)] = new SqliteRowWriter<T>(model, connection))).Write(row);
    }

    // Goes on after what is there.
    private long Number<T>()
    {
        if (!numbers.TryGetValue(typeof(T), out var last))
        {
            var type = model.FindEntityType(typeof(T))!;
            last = long.Parse(connection.Texts($"SELECT coalesce(max(\"{type.FindPrimaryKey()!.Properties[0].GetColumnName()}\"), 0) FROM \"{type.GetTableName()}\"")[0], System.Globalization.CultureInfo.InvariantCulture);
        }
        return numbers[typeof(T)] = last + 1;
    }
}
