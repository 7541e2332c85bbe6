using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Protocols.Json;

/// <summary>Writes the canonical form as a JSON body.</summary>
internal static class JsonBodyWriter
{
    /// <summary>The body's JSON; null for null.</summary>
    /// <exception cref="ArgumentException">The value has a member that the shape does not have.</exception>
    public static JsonNode? Write(Shape shape, JsonNode? value) => (shape, value) switch
    {
        (_, null) => null,
        (StructureShape structure, JsonObject json) => Structure(structure, json),
        (MapShape map, JsonObject json) => new JsonObject(json.Select(entry => KeyValuePair.Create(entry.Key, Write(map.Value.Shape, entry.Value)))),
        (ListShape list, JsonArray json) => new JsonArray([.. json.Select(element => Write(list.Element.Shape, element))]),
        (TimestampShape { Format: TimestampFormat.Iso8601 }, _) => value.DeepClone(),
        (TimestampShape, _) => JsonValue.Create(WireInstants.Seconds(Instants.Parse((string)value!))),
        _ => value.DeepClone(),
    };

    private static JsonObject Structure(StructureShape shape, JsonObject json)
    {
        var result = new JsonObject();
        foreach (var (name, value) in json)
        {
            var member = shape.MemberNamed(name) ?? throw new ArgumentException($"{shape.Name} has no member {name}", nameof(json));
            if (member.Location == MemberLocation.Body && Write(member.Shape, value) is { } written)
            {
                result[member.Name] = written;
            }
        }

        return result;
    }
}
