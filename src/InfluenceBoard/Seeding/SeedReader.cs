using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace InfluenceBoard.Seeding;

/// <summary>Reads the seed files: YAML checked against the JSON Schemas, then turned into records. A kind is one file, <c>moves.yaml</c>, or a folder of files, <c>moves/*.yaml</c>.</summary>
public static class SeedReader
{
    /// <summary>Reads and checks every file.</summary>
    /// <param name="root">The seeds folder.</param>
    /// <exception cref="SeedException">A file is faulty; every fault of every file is named.</exception>
    public static async Task<SeedSet> ReadAsync(string root, CancellationToken cancel = default)
    {
        var faults = new List<SeedFault>();
        return await ReadAsync(kind => Documents(root, kind, faults), Path.Combine(root, "schemas"), faults, cancel);
    }

    /// <summary>Checks documents and turns them into records.</summary>
    /// <param name="documents">The documents of a kind.</param>
    /// <param name="schemas">Folder of the JSON Schemas.</param>
    /// <param name="faults">Faults that are known already, and those of the documents once they are read.</param>
    internal static async Task<SeedSet> ReadAsync(Func<string, IEnumerable<SeedDocument>> documents, string schemas, List<SeedFault> faults, CancellationToken cancel)
    {
        async Task<List<T>> Kind<T>(string kind) where T : SeedRecord
        {
            var schema = await JsonSchema.FromFileAsync(Path.Combine(schemas, $"{kind}.schema.json"), cancel);
            return [.. documents(kind).SelectMany(d => Records<T>(d, schema, faults))];
        }

        var set = new SeedSet(await Kind<SeedParty>("parties"), await Kind<SeedSource>("sources"), await Kind<SeedPerson>("people"), await Kind<SeedOrganisation>("organisations"),
            await Kind<SeedPlace>("places"), await Kind<SeedRate>("rates"), await Kind<SeedEngagement>("engagements"), await Kind<SeedMove>("moves"),
            await Kind<SeedIndicator>("indicators"), await Kind<SeedStance>("stances"),
            await Kind<SeedSurvey>("surveys"), await Kind<SeedWithdrawal>("withdrawn"));
        // A record that breaks its schema may be only half read, so references are looked at only when the shapes are right.
        if (faults.Count == 0) faults.AddRange(SeedRules.Check(set));
        SeedException.ThrowIfAny(faults);
        return set;
    }

    /// <summary>The files of a kind, as paths inside the seeds folder.</summary>
    public static IReadOnlyList<string> Files(string root, string kind)
    {
        List<string> files = File.Exists(Path.Combine(root, $"{kind}.yaml")) ? [$"{kind}.yaml"] : [];
        if (Directory.Exists(Path.Combine(root, kind)))
            files.AddRange(Directory.EnumerateFiles(Path.Combine(root, kind), "*.yaml").Select(f => $"{kind}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal));
        return files;
    }

    private static IEnumerable<SeedDocument> Documents(string root, string kind, List<SeedFault> faults)
    {
        foreach (var file in Files(root, kind))
        {
            YamlDocument document;
            try { document = YamlDocument.Read(root, file); }
            catch (SeedException e) { faults.AddRange(e.Faults); continue; }
            yield return document;
        }
    }

    /// <summary>The records of a document; none when it breaks its schema, and then the faults are added.</summary>
    private static IEnumerable<T> Records<T>(SeedDocument document, JsonSchema schema, List<SeedFault> faults) where T : SeedRecord
    {
        if (document.Json is null) return [];
        var errors = schema.Validate(document.Json.ToJsonString(SeedJson.Options));
        if (errors.Count > 0) { faults.AddRange(errors.SelectMany(e => Explain(document, e))); return []; }
        var records = new List<T>();
        foreach (var node in (JsonArray)document.Json)
        {
            var path = $"[{records.Count}]";
            T record;
            // What a schema lets pass and the records do not: a day that no month has.
            try { record = node.Deserialize<T>(SeedJson.Options)!; }
            catch (JsonException e) { faults.Add(Fault(document, path + (e.Path ?? "$")[1..], e.InnerException?.Message ?? e.Message)); return []; }
            record.At = document.PositionOf(path);
            for (var i = 0; i < record.Claims.Count; i++) record.Claims[i].At = document.PositionOf($"{path}.claims[{i}]");
            records.Add(record);
        }
        return records;
    }

    private static IEnumerable<SeedFault> Explain(SeedDocument document, ValidationError error)
    {
        if (error is MultiTypeValidationError or ChildSchemaValidationError { Errors.Count: 0 } or not ChildSchemaValidationError)
        {
            yield return Fault(document, (error.Path ?? "").TrimStart('#', '/'), Sentence(error));
            yield break;
        }
        foreach (var inner in ((ChildSchemaValidationError)error).Errors.SelectMany(e => e.Value).SelectMany(e => Explain(document, e))) yield return inner;
    }

    private static SeedFault Fault(SeedDocument document, string path, string message)
    {
        var at = document.PositionOf(path);
        return new SeedFault(at.File, at.Line, document.FieldOf(path), message);
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
}
