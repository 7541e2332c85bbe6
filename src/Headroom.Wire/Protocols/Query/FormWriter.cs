using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols.Xml;

namespace Headroom.Wire.Protocols.Query;

/// <summary>Writes the canonical form as a Query form.</summary>
internal static class FormWriter
{
    /// <exception cref="ArgumentException">The value has a member that the shape does not have.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Structure(StructureShape shape, JsonObject json, string prefix) =>
        json.Where(entry => entry.Value is not null).SelectMany(entry =>
        {
            var member = shape.MemberNamed(entry.Key) ?? throw new ArgumentException($"{shape.Name} has no member {entry.Key}", nameof(json));
            return Write(member.Shape, entry.Value!, prefix + XmlNames.Of(member), XmlNames.IsFlattened(member));
        });

    private static IEnumerable<KeyValuePair<string, string>> Write(Shape shape, JsonNode value, string name, bool flattened) => shape switch
    {
        StructureShape structure => Structure(structure, value.AsObject(), name + "."),
        ListShape when value.AsArray().Count == 0 => [KeyValuePair.Create(name, "")],
        ListShape list => value.AsArray().SelectMany((element, index) =>
            Write(list.Element.Shape, element!, $"{name}{(flattened ? "" : "." + XmlNames.Element(list))}.{index + 1}", flattened: false)),
        MapShape map => value.AsObject().SelectMany((entry, index) => Entry(map, entry, $"{name}{(flattened ? "" : ".entry")}.{index + 1}.")),
        _ => [KeyValuePair.Create(name, XmlScalars.Write(shape, value))],
    };

    private static IEnumerable<KeyValuePair<string, string>> Entry(MapShape map, KeyValuePair<string, JsonNode?> entry, string prefix) =>
        Write(map.Value.Shape, entry.Value!, prefix + XmlNames.Value(map), flattened: false)
            .Prepend(KeyValuePair.Create(prefix + XmlNames.Key(map), entry.Key));
}
