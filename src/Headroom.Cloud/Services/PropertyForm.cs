using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services;

/// <summary>
/// CloudFormation's properties as a service's request: CloudFormation writes names with a capital where the API may not, and
/// numbers and truth values as text where it likes.
/// </summary>
internal static class PropertyForm
{
    /// <summary>The request that says the same as the properties.</summary>
    /// <exception cref="PropertyException">A property that the operation does not have, or a value of the wrong kind.</exception>
    internal static TRequest To<TRequest>(string service, string operation, JsonObject properties)
    {
        var shape = ApiDescriptions.For(service).Operations[operation].Input!;
        try
        {
            return WireJson.FromJson<TRequest>(Structure(shape, properties, ""));
        }
        catch (JsonException fault)
        {
            throw new PropertyException($"Properties validation failed: {fault.Message}");
        }
    }

    private static JsonNode? Convert(Shape shape, JsonNode? value, string path) => (shape, value) switch
    {
        (_, null) => null,
        (StructureShape structure, JsonObject given) => Structure(structure, given, path),
        (ListShape list, JsonArray given) => new JsonArray([.. given.Select((item, i) => Convert(list.Element.Shape, item, $"{path}/{i}"))]),
        (MapShape map, JsonObject given) => new JsonObject(given.Select(pair => KeyValuePair.Create(pair.Key, Convert(map.Value.Shape, pair.Value, $"{path}/{pair.Key}")))),
        (StringShape, JsonValue given) => JsonValue.Create(given.ToString()),
        (IntegerShape, JsonValue given) when long.TryParse(given.ToString(), out var number) => JsonValue.Create(number),
        (FloatShape, JsonValue given) when double.TryParse(given.ToString(), out var number) => JsonValue.Create(number),
        (BooleanShape, JsonValue given) when bool.TryParse(given.ToString(), out var truth) => JsonValue.Create(truth),
        (TimestampShape or BlobShape or DocumentShape, _) => value.DeepClone(),
        _ => throw new PropertyException($"Properties validation failed: {path} is not of the kind that {shape.Name} is."),
    };

    private static JsonObject Structure(StructureShape shape, JsonObject given, string path)
    {
        var converted = new JsonObject();
        foreach (var (name, value) in given)
        {
            var member = shape.Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new PropertyException($"Encountered unsupported property {path}/{name}");
            converted[member.Name] = Convert(member.Shape, value, $"{path}/{name}");
        }

        return converted;
    }
}

/// <summary>A template gives a property that the service cannot take.</summary>
internal sealed class PropertyException(string message) : Exception(message);
