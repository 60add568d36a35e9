using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InfluenceBoard.Domain;

namespace InfluenceBoard.Seeding;

/// <summary>Seed records as JSON: names in camel case, vocabulary as its words, numbers without trailing zeros, and nothing for what is empty.</summary>
public static class SeedJson
{
    /// <summary>How seed records are read and written. A field that the record does not have is refused.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new WordJsonConverter(), new DecimalJsonConverter() }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, AllowDuplicateProperties = false,
    };

    /// <summary>The number with no more digits than it needs: 7.50 is 7.5, so that equal amounts have equal hashes wherever they come from.</summary>
    public static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private sealed class DecimalJsonConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Plain(reader.GetDecimal());
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(Plain(value));
    }

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
