using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InfluenceBoard.Domain;
using NJsonSchema;
using NJsonSchema.Validation;

namespace InfluenceBoard.Seeding;

/// <summary>Reads the seed files: YAML checked against the JSON Schemas, then turned into records. A kind is one file, <c>moves.yaml</c>, or a folder of files, <c>moves/*.yaml</c>.</summary>
public static class SeedReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new WordJsonConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads and checks every file.</summary>
    /// <param name="root">The seeds folder.</param>
    /// <exception cref="SeedException">A file is faulty; every fault of every file is named.</exception>
    public static async Task<SeedSet> ReadAsync(string root, CancellationToken cancel = default)
    {
        var faults = new List<SeedFault>();
        async Task<List<T>> Kind<T>(string kind) where T : SeedRecord => await ReadKindAsync<T>(root, kind, faults, cancel);
        var set = new SeedSet(await Kind<SeedParty>("parties"), await Kind<SeedSource>("sources"), await Kind<SeedPerson>("people"), await Kind<SeedOrganisation>("organisations"),
            await Kind<SeedPlace>("places"), await Kind<SeedRate>("rates"), await Kind<SeedEngagement>("engagements"), await Kind<SeedMove>("moves"),
            await Kind<SeedIndicator>("indicators"), await Kind<SeedStance>("stances"),
            await Kind<SeedSurvey>("surveys"), await Kind<SeedWithdrawal>("withdrawn"));
        // A record that breaks its schema may be only half read, so references are looked at only when the shapes are right.
        if (faults.Count == 0) faults.AddRange(SeedRules.Check(set));
        return faults.Count == 0 ? set : throw new SeedException([.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)]);
    }

    /// <summary>The files of a kind, as paths inside the seeds folder.</summary>
    public static IReadOnlyList<string> Files(string root, string kind)
    {
        List<string> files = File.Exists(Path.Combine(root, $"{kind}.yaml")) ? [$"{kind}.yaml"] : [];
        if (Directory.Exists(Path.Combine(root, kind)))
            files.AddRange(Directory.EnumerateFiles(Path.Combine(root, kind), "*.yaml").Select(f => $"{kind}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal));
        return files;
    }

    private static async Task<List<T>> ReadKindAsync<T>(string root, string kind, List<SeedFault> faults, CancellationToken cancel) where T : SeedRecord
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(root, "schemas", $"{kind}.schema.json"), cancel);
        var records = new List<T>();
        foreach (var file in Files(root, kind))
        {
            YamlDocument document;
            try { document = YamlDocument.Read(root, file); }
            catch (SeedException e) { faults.AddRange(e.Faults); continue; }
            if (document.Json is null) continue;
            var errors = schema.Validate(document.Json.ToJsonString());
            if (errors.Count > 0) { faults.AddRange(errors.SelectMany(e => Explain(document, e))); continue; }
            var array = (JsonArray)document.Json;
            for (var i = 0; i < array.Count; i++)
            {
                var record = array[i].Deserialize<T>(Options)!;
                record.At = new SeedPosition(file, document.LineOf($"[{i}]"));
                records.Add(record);
            }
        }
        return records;
    }

    private static IEnumerable<SeedFault> Explain(YamlDocument document, ValidationError error)
    {
        if (error is MultiTypeValidationError or ChildSchemaValidationError { Errors.Count: 0 } or not ChildSchemaValidationError)
        {
            var path = (error.Path ?? "").TrimStart('#', '/');
            yield return new SeedFault(document.File, document.LineOf(path), Field(document, path), Sentence(error));
            yield break;
        }
        foreach (var inner in ((ChildSchemaValidationError)error).Errors.SelectMany(e => e.Value).SelectMany(e => Explain(document, e))) yield return inner;
    }

    // "[3].claims[0].rank" says little to a person; the record's own id says where to look.
    private static string Field(YamlDocument document, string path)
    {
        var end = path.IndexOf(']');
        if (!path.StartsWith('[') || end < 0 || document.Json is not JsonArray array || !int.TryParse(path[1..end], out var index) || index >= array.Count) return path;
        var id = (array[index] as JsonObject)?["id"]?.ToString() ?? $"record {index + 1}";
        return id + path[(end + 1)..];
    }

    private static string Sentence(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"'{error.Property}' is missing.",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => $"'{error.Property}' is not a field of this record. Accepted: {string.Join(", ", error.Schema.ActualSchema.ActualProperties.Keys)}.",
        ValidationErrorKind.NotInEnumeration => $"is not one of: {string.Join(", ", error.Schema.ActualSchema.Enumeration)}.",
        ValidationErrorKind.PatternMismatch => $"does not match the pattern {error.Schema.ActualSchema.Pattern}. {error.Schema.ActualSchema.Description}".Trim(),
        ValidationErrorKind.TooFewItems => $"needs at least {error.Schema.ActualSchema.MinItems} item(s). {error.Schema.ActualSchema.Description}".Trim(),
        ValidationErrorKind.StringTooLong => $"is longer than {error.Schema.ActualSchema.MaxLength} characters.",
        ValidationErrorKind.StringExpected => "must be text; put it in quotes.",
        ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected => "must be a number.",
        ValidationErrorKind.ItemsNotUnique => "names the same thing twice.",
        _ => $"{error.Kind}. {error.Schema.ActualSchema.Description}".Trim(),
    };

    private sealed class WordJsonConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsEnum;
        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

        private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
        {
            public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
                Word.Parse<T>(reader.GetString()) ?? throw new JsonException($"'{reader.GetString()}' is not one of: {string.Join(", ", Word.All<T>())}.");
            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word.Of(value));
        }
    }
}
