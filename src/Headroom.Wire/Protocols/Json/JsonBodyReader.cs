using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Json;

/// <summary>
/// Reads a JSON body into the canonical form. Members that the shape does not have are skipped and nulls are as good as absent;
/// a value of another type than the shape's is a problem, in the words of AWS's own readers.
/// </summary>
internal sealed class JsonBodyReader(Problems problems)
{
    public JsonNode? Read(Shape shape, JsonNode? json) => json is null ? null : shape switch
    {
        StructureShape structure => json is JsonObject value ? Structure(structure, value) : Unexpected(json),
        MapShape map => json is JsonObject value ? Map(map, value) : Unexpected(json),
        ListShape list => json is JsonArray value ? List(list, value) : Unexpected(json),
        DocumentShape => json.DeepClone(),
        StringShape => Scalar(json, JsonValueKind.String, "String"),
        BlobShape => Blob(json),
        BooleanShape => Boolean(json),
        IntegerShape integer => Integer(integer, json),
        FloatShape => Float(json),
        TimestampShape => Timestamp(json),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Name, "no shape known here"),
    };

    private JsonObject Structure(StructureShape shape, JsonObject json)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members.Where(member => member.Location == MemberLocation.Body))
        {
            if (json.TryGetPropertyValue(member.Name, out var value) && Read(member.Shape, value) is { } read)
            {
                result[member.Name] = read;
            }
        }

        return result;
    }

    private JsonObject Map(MapShape shape, JsonObject json)
    {
        var result = new JsonObject();
        foreach (var (key, value) in json)
        {
            if (Read(shape.Value.Shape, value) is { } read)
            {
                result[key] = read;
            }
        }

        return result;
    }

    private JsonArray List(ListShape shape, JsonArray json) =>
        [.. json.Select(element => Read(shape.Element.Shape, element)).Where(element => element is not null)];

    private JsonNode? Scalar(JsonNode json, JsonValueKind kind, string type) =>
        json.GetValueKind() == kind ? json.DeepClone() : Unconvertible(json, type);

    private JsonNode? Boolean(JsonNode json) =>
        json.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? json.DeepClone() : Unconvertible(json, "Boolean");

    private JsonNode? Integer(IntegerShape shape, JsonNode json)
    {
        var type = shape.Bits == 32 ? "Integer" : "Long";
        return json.GetValueKind() != JsonValueKind.Number ? Unconvertible(json, type)
            : !decimal.TryParse(json.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || number < (shape.Bits == 32 ? int.MinValue : long.MinValue)
                || number > (shape.Bits == 32 ? int.MaxValue : long.MaxValue) ? problems.Add($"{json.ToJsonString()} is out of range for {type}")
            : JsonValue.Create((long)number);
    }

    private JsonNode? Float(JsonNode json) => json.GetValueKind() switch
    {
        JsonValueKind.Number => json.DeepClone(),
        JsonValueKind.String when (string?)json is "NaN" or "Infinity" or "-Infinity" => json.DeepClone(),
        _ => Unconvertible(json, "Double"),
    };

    private JsonNode? Blob(JsonNode json) =>
        json.GetValueKind() != JsonValueKind.String ? Unconvertible(json, "Blob")
        : Convert.TryFromBase64String((string)json!, new byte[((string)json!).Length], out _) ? json.DeepClone()
        : problems.Add("Invalid Base64 data");

    private JsonNode? Timestamp(JsonNode json) => WireInstants.TryRead(json, out var instant)
        ? JsonValue.Create(Instants.Canonical(instant))
        : Unconvertible(json, "Timestamp");

    private JsonNode? Unexpected(JsonNode json) => problems.Add(json switch
    {
        JsonObject => "Start of structure or map found where not expected",
        JsonArray => "Start of list found where not expected",
        _ => "Unexpected field type",
    });

    private JsonNode? Unconvertible(JsonNode json, string type) => json is JsonObject or JsonArray
        ? Unexpected(json)
        : problems.Add($"{json.GetValueKind() switch
        {
            JsonValueKind.String => "STRING_VALUE",
            JsonValueKind.Number => "NUMBER_VALUE",
            JsonValueKind.True => "TRUE_VALUE",
            _ => "FALSE_VALUE",
        }} cannot be converted to {type}");
}
