using System.Text.Json;
using System.Text.Json.Serialization;
using InfluenceBoard.Domain;
using InfluenceBoard.Shared;

namespace InfluenceBoard.Features.Api;

/// <summary>Writes vocabulary as the board's words.</summary>
public sealed class ApiWords : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && typeToConvert.Namespace?.StartsWith("InfluenceBoard.", StringComparison.Ordinal) == true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    /// <summary>The words of a vocabulary.</summary>
    public static IReadOnlyCollection<string> Of(Type vocabulary) => (IReadOnlyCollection<string>)typeof(Word).GetMethod(nameof(Word.All))!.MakeGenericMethod(vocabulary).Invoke(null, null)!;

    private sealed class Words<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Word.Parse<T>(reader.GetString()) ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word.Of(value));
    }
}

/// <summary>Writes instants in the one form in which the board's addresses carry them: <c>2026-01-15T10:30:00Z</c>.</summary>
public sealed class ApiInstants : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Moment.TryParse(reader.GetString() ?? "")?.Instant ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(new Moment(value).ToString());
}
