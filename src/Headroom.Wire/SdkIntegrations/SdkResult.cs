using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Headroom.Wire.Json;

namespace Headroom.Wire.SdkIntegrations;

/// <summary>What a state machine sees of an answer: members in PascalCase, blobs as their text, instants without a fraction of zero.</summary>
public static class SdkResult
{
    // Every call of every execution comes by here: the record is written at once as it is seen.
    private static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new Blob(), new Instant() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameAsJavaDoes } },
        MaxDepth = WireJson.MaxDepth,
    };

    /// <summary>A Task's result as JSON text in UTF-8. Keys of maps and whole documents stay as they are.</summary>
    /// <param name="response">The record of the answer (<c>Headroom.Wire.Shapes.*</c>).</param>
    public static byte[] Write(object response) => JsonSerializer.SerializeToUtf8Bytes(response, Form);

    private static void NameAsJavaDoes(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            member.Name = JavaNames.Of(member.Name);
        }
    }

    private sealed class Blob : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instants.Canonical(value).Replace(".000Z", "Z", StringComparison.Ordinal));
    }
}
