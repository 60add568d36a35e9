using System.Globalization;
using System.Text.Json;
using InfluenceBoard.Domain;
using Microsoft.Data.Sqlite;

namespace InfluenceBoard.Bench.Generation;

/// <summary>Writes versions straight into the tables of a migrated SQLite file, in one transaction for every hundred thousand rows. Everything that is derived from the versions is made here too.</summary>
public sealed class BoardWriter : IDisposable
{
    private const int RowsOfTransaction = 100_000;

    private readonly SqliteConnection connection;
    private readonly List<string> indexes;
    private readonly List<string> triggers;
    private readonly Dictionary<Type, long> last = [];
    private readonly Dictionary<string, TableWriter> tables = [];
    private readonly Dictionary<string, long> sets = new(StringComparer.Ordinal);
    private int rows;

    /// <param name="file">A migrated database; nobody else may have it open.</param>
    public BoardWriter(string file)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        // The file is thrown away when making it ends early, so nothing protects it meanwhile.
        Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF; PRAGMA threads = 2;");
        // Indexes over rows in no order are made faster at the end; the index of the texts too.
        indexes = Texts("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        triggers = Texts("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'SearchTexts'");
        foreach (var drop in Texts("SELECT 'DROP ' || type || ' \"' || name || '\"' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL OR type = 'trigger' AND tbl_name = 'SearchTexts'")) Execute(drop);
        Execute("BEGIN");
    }

    /// <summary>Rows written, those of parts and texts included.</summary>
    public long Written { get; private set; }

    /// <summary>Writes a change.</summary>
    public void Write(Change c) => End(Table("Changes", "Id At Editor Reason").Add(c.Id).Add(c.At).Add(c.Editor).Add(c.Reason));

    /// <summary>Writes a version, whose number is set, and its text for search.</summary>
    public void Write(Versioned version, SearchText? text)
    {
        version.VersionId = Number(version.GetType());
        switch (version)
        {
            case Engagement e: Write(e); break;
            case Claim c:
                End(Head("Claims", "RecordKind RecordId Key Order Property MoneyId Value SourceId Paragraph Locator Quote Attribution Credibility Rank RankReason", c).Add(Word.Of(c.RecordKind)).Add(c.RecordId).Add(c.Key).Add(c.Order)
                    .Add(Word.Of(c.Property)).Add(c.MoneyId).Add(c.Value).Add(c.SourceId).Add((long?)c.Paragraph).Add(c.Locator).Add(c.Quote).Add(c.Attribution).Add(c.Credibility).Add(Word.Of(c.Rank)).Add(c.RankReason));
                break;
            case MoneyItem m:
                End(Head("Money", "EngagementId Label Rung Kind Direction ActorId HostId Low High Qualifier SourceWord Currency UsdLow UsdHigh HasUsd RateId Years PartOfId MayOverlap Note ClaimKeys", m).Add(m.EngagementId).Add(m.Label)
                    .Add(Word.Of(m.Rung)).Add(Word.Of(m.Kind)).Add(Word.Of(m.Direction)).Add(m.ActorId).Add(m.HostId).Add(m.Low).Add(m.High).Add(Word.Of(m.Qualifier)).Add(m.SourceWord).Add(m.Currency).Add(m.UsdLow).Add(m.UsdHigh)
                    .Add(m.HasUsd).Add(m.RateId).Add(m.Years).Add(m.PartOfId).Add(JsonSerializer.Serialize(m.MayOverlap)).Add(m.Note).Add(JsonSerializer.Serialize(m.ClaimKeys)));
                break;
            case Move m: End(Head("Moves", "FromId ToId Relation AssertedBy Who Note", m).Add(m.FromId).Add(m.ToId).Add(Word.Of(m.Relation)).Add(Word.Of(m.AssertedBy)).Add(m.Who).Add(m.Note)); break;
            case Source s:
                End(Head("Sources", "Title Publisher Class Language Url Date Latest DateNote Reliability ReliabilityReason Reviewed Paragraphs IsExcerpt ParentId Note WithoutFacts", s).Add(s.Title).Add(s.Publisher).Add(Word.Of(s.Class))
                    .Add(s.Language).Add(s.Url).Add(s.Date).Add(s.Latest).Add(s.DateNote).Add(Word.Of(s.Reliability)).Add(s.ReliabilityReason).Add(s.Reviewed).Add((long?)s.Paragraphs).Add(s.IsExcerpt).Add(s.ParentId).Add(s.Note).Add(Web(s.WithoutFacts)));
                break;
            case Person p: End(Head("People", "Name Names PartyId Role OrganisationId Note", p).Add(p.Name).Add(Web(p.Names)).Add(p.PartyId).Add(p.Role).Add(p.OrganisationId).Add(p.Note)); break;
            case Organisation o:
                End(Head("Organisations", "Name Names Abbreviation Kind PartyId Members Note", o).Add(o.Name).Add(Web(o.Names)).Add(o.Abbreviation).Add(o.Kind).Add(o.PartyId).Add(JsonSerializer.Serialize(o.Members)).Add(o.Note));
                break;
            case Place p:
                End(Head("Places", "Name Names Kind PartyId Longitude Latitude Path PositionNote Note", p).Add(p.Name).Add(Web(p.Names)).Add(p.Kind).Add(p.PartyId).Add(p.Longitude).Add(p.Latitude).Add(Web(p.Path)).Add(p.PositionNote).Add(p.Note));
                break;
            case Indicator i:
                End(Head("Indicators", "PartyId Measure Low High Qualifier Unit UnitNote Date Earliest Latest DateNote Note", i).Add(i.PartyId).Add(i.Measure).Add(i.Low).Add(i.High).Add(Word.Of(i.Qualifier)).Add(i.Unit).Add(i.UnitNote)
                    .Add(i.Date).Add(i.Earliest).Add(i.Latest).Add(i.DateNote).Add(i.Note));
                break;
            case Stance s:
                End(Head("Stances", "HolderId Towards Kind Summary Date Earliest Latest DateNote People Note", s).Add(s.HolderId).Add(JsonSerializer.Serialize(s.Towards)).Add(Word.Of(s.Kind)).Add(s.Summary).Add(s.Date).Add(s.Earliest).Add(s.Latest)
                    .Add(s.DateNote).Add(JsonSerializer.Serialize(s.People)).Add(s.Note));
                break;
            default: throw new ArgumentException($"A {version.GetType().Name} is not generated.", nameof(version));
        }
        if (text is { } t)
            End(Table("SearchTexts", "Id Kind RecordId KnownFrom KnownTo Title Names Body Folded").Add(SearchNumber.Of(t.Kind, t.KnownFrom, t.KnownTo, version.VersionId)).Add(Word.Of(t.Kind)).Add(t.RecordId).Add(t.KnownFrom).Add(t.KnownTo).Add(t.Title).Add(t.Names).Add(t.Body).Add(t.Folded));
    }

    /// <summary>Writes a line of an engagement; its traits where the board has not met them.</summary>
    public void Write(EngagementLine line, TraitSet traits)
    {
        if (sets.Count == 0)
            foreach (var known in Texts("SELECT Id || ' ' || Key FROM TraitSets")) sets[known[(known.IndexOf(' ') + 1)..]] = long.Parse(known[..known.IndexOf(' ')], CultureInfo.InvariantCulture);
        if (!sets.TryGetValue(traits.Key, out var set))
        {
            sets[traits.Key] = set = Number(typeof(TraitSet));
            End(Table("TraitSets", "Id By Towards About Topics Type Status Rungs Reliability Key").Add(set).Add(traits.By).Add(traits.Towards).Add(traits.About).Add(traits.Topics).Add(Word.Of(traits.Type)).Add(Word.Of(traits.Status)).Add(traits.Rungs)
                .Add(traits.Reliability is { } letter ? Word.Of(letter) : null).Add(traits.Key));
        }
        End(Table("EngagementLines", "Id EngagementId TraitSetId Earliest Latest Middle Date Title Parties Topics Amounts Usd Sources Confidence IsContested KnownFrom KnownTo ChangeId ClosedById").Add(Number(typeof(EngagementLine)))
            .Add(line.EngagementId).Add(set).Add(line.Earliest).Add(line.Latest).Add(line.Middle).Add(line.Date).Add(line.Title).Add(line.Parties).Add(line.Topics).Add(line.Amounts).Add(line.Usd).Add(line.Sources).Add((long?)line.Confidence)
            .Add(line.IsContested).Add(line.KnownFrom).Add(line.KnownTo).Add(line.ChangeId).Add(line.ClosedById));
    }

    /// <summary>Makes what was left for the end, and leaves the file as the board does.</summary>
    public void Finish(Action<string> tell)
    {
        foreach (var table in tables.Values) table.Dispose();
        tables.Clear();
        Execute("COMMIT");
        tell("indexes");
        foreach (var index in indexes) Execute(index);
        Execute("PRAGMA analysis_limit = 1000; ANALYZE;");
        tell("index of texts");
        Execute("INSERT INTO SearchIndex(SearchIndex) VALUES ('rebuild')");
        foreach (var trigger in triggers) Execute(trigger);
        Execute("PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL;");
    }

    public void Dispose()
    {
        foreach (var table in tables.Values) table.Dispose();
        connection.Dispose();
    }

    private void Write(Engagement e)
    {
        End(Head("Engagements", "Title Summary Type Status Date Earliest Latest DateNote Note", e).Add(e.Title).Add(e.Summary).Add(Word.Of(e.Type)).Add(Word.Of(e.Status)).Add(e.Date).Add(e.Earliest).Add(e.Latest).Add(e.DateNote).Add(e.Note));
        foreach (var p in e.Parties) End(Part("EngagementParties", "PartyId Role", e, p).Add(p.PartyId).Add(Word.Of(p.Role)));
        foreach (var t in e.Topics) End(Part("EngagementTopics", "Topic", e, t).Add(Word.Of(t.Topic)));
        foreach (var p in e.People) End(Part("EngagementPeople", "PersonId As", e, p).Add(p.PersonId).Add(p.As));
        foreach (var o in e.Organisations) End(Part("EngagementOrganisations", "OrganisationId As", e, o).Add(o.OrganisationId).Add(o.As));
        foreach (var p in e.Places) End(Part("EngagementPlaces", "PlaceId", e, p).Add(p.PlaceId));
    }

    private TableWriter Head(string table, string columns, Versioned v) =>
        Table(table, "VersionId Id KnownFrom KnownTo ChangeId ClosedById Hash ", columns).Add(v.VersionId).Add(v.Id).Add(v.KnownFrom).Add(v.KnownTo).Add(v.ChangeId).Add(v.ClosedById).Add(v.Hash);

    private TableWriter Part(string table, string columns, Engagement of, EngagementPart part) => Table(table, "VersionId Order ", columns).Add(of.VersionId).Add(part.Order);

    private TableWriter Table(string name, string first, string rest = "") => tables.TryGetValue(name, out var table) ? table : tables[name] = new TableWriter(connection.Handle!, name, first + rest);

    private void End(TableWriter row)
    {
        row.Insert();
        Written++;
        if (++rows < RowsOfTransaction) return;
        Execute("COMMIT; BEGIN");
        rows = 0;
    }

    // Goes on after what the seed files left.
    private long Number(Type type)
    {
        if (!last.TryGetValue(type, out var number))
        {
            var table = type == typeof(MoneyItem) ? "Money" : type == typeof(Person) ? "People" : type.Name + "s";
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT coalesce(max({(type.IsSubclassOf(typeof(Versioned)) ? "VersionId" : "Id")}), 0) FROM {table}";
            number = (long)command.ExecuteScalar()!;
        }
        return last[type] = number + 1;
    }

    private static string Web<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private List<string> Texts(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
