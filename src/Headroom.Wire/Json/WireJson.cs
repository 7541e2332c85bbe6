using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Headroom.Wire.Json;

/// <summary>
/// The canonical JSON form of requests and answers, which every protocol is read into and written from: an object with the
/// API's member names; instants as UTC text with three decimals (<c>2026-03-01T12:00:00.000Z</c>), blobs as base64 text.
/// </summary>
public static class WireJson
{
    /// <summary>How deep JSON may nest: deeper than anything that a service takes (Step Functions: a thousand levels).</summary>
    public const int MaxDepth = 4096;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>How records (<c>Headroom.Wire.Shapes.*</c>) become the canonical form and back. Members that are null are left out.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new InstantConverter() },
        MaxDepth = MaxDepth,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads JSON text that may nest as deep as <see cref="MaxDepth"/>.</summary>
    /// <exception cref="JsonException">The text is no JSON, names a member twice, or holds a string that is no Unicode.</exception>
    public static JsonNode? Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>Reads JSON text in UTF-8 that may nest as deep as <see cref="MaxDepth"/>.</summary>
    /// <exception cref="JsonException">The text is no JSON, names a member twice, or holds a string that is no Unicode.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json) => JsonUnicode.IsWhole(json)
        ? JsonNode.Parse(json, documentOptions: Deep)
        : throw new JsonException("A string is not valid Unicode.");

    /// <summary>The JSON object that a text is; null where it is none.</summary>
    public static JsonObject? ObjectOrNull(string json) => ObjectOrNull(Encoding.UTF8.GetBytes(json));

    /// <summary>The JSON object that a text in UTF-8 is; null where it is none.</summary>
    public static JsonObject? ObjectOrNull(ReadOnlySpan<byte> json)
    {
        try
        {
            return Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The canonical form of a record.</summary>
    public static JsonObject ToJson<T>(T record) => JsonSerializer.SerializeToNode(record, Options)!.AsObject();

    /// <summary>The record of a canonical form.</summary>
    /// <exception cref="JsonException">A member that the API requires is missing, or a value is of the wrong type.</exception>
    public static T FromJson<T>(JsonObject json) => RecordReader.TryRead<T>(json, out var record) ? record : json.Deserialize<T>(Options)!;
}
