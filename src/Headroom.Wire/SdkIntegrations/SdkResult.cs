using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.SdkIntegrations;

/// <summary>What a state machine sees of an answer: members in PascalCase, blobs as their text, instants without a fraction of zero.</summary>
public static class SdkResult
{
    // Every call of every execution comes by here: the text is written at once, without a tree of nodes in between.
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = WireJson.MaxDepth };

    /// <summary>A Task's result as JSON text. Keys of maps and whole documents stay as they are.</summary>
    /// <param name="operation">The operation that answered.</param>
    /// <param name="response">The answer in its canonical form.</param>
    public static string Write(OperationDescription operation, JsonObject response)
    {
        if (operation.Output is not { } output)
        {
            return "{}";
        }

        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, Form))
        {
            Structure(writer, output, response);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void Structure(Utf8JsonWriter writer, StructureShape shape, JsonObject json)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in json)
        {
            if (value is not null)
            {
                var member = shape.MemberNamed(name) ?? throw new ArgumentException($"{shape.Name} has no member {name}", nameof(json));
                writer.WritePropertyName(member.JavaName);
                Value(writer, member.Shape, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, Shape shape, JsonNode json)
    {
        switch (shape)
        {
            case StructureShape structure:
                Structure(writer, structure, json.AsObject());
                break;
            case MapShape map:
                Map(writer, map, json.AsObject());
                break;
            case ListShape list:
                List(writer, list, json.AsArray());
                break;
            case BlobShape:
                writer.WriteStringValue(Convert.FromBase64String((string)json!));
                break;
            case TimestampShape:
                writer.WriteStringValue(((string)json!).Replace(".000Z", "Z", StringComparison.Ordinal));
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static void Map(Utf8JsonWriter writer, MapShape shape, JsonObject json)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in json)
        {
            if (value is not null)
            {
                writer.WritePropertyName(key);
                Value(writer, shape.Value.Shape, value);
            }
        }

        writer.WriteEndObject();
    }

    private static void List(Utf8JsonWriter writer, ListShape shape, JsonArray json)
    {
        writer.WriteStartArray();
        foreach (var element in json)
        {
            if (element is not null)
            {
                Value(writer, shape.Element.Shape, element);
            }
        }

        writer.WriteEndArray();
    }
}
