using System.Text.Json.Nodes;
using System.Xml.Linq;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Protocols.Xml;

/// <summary>Writes the canonical form as XML elements of one namespace.</summary>
internal sealed class XmlBodyWriter(XNamespace space)
{
    /// <summary>An element of the name with the value inside.</summary>
    public XElement Write(string name, Shape shape, JsonNode value) => new(space + name, Content(shape, value));

    /// <summary>What stands inside a value's element: elements or text.</summary>
    /// <exception cref="ArgumentException">The value has a member that the shape does not have.</exception>
    public IEnumerable<XObject> Content(Shape shape, JsonNode value) => shape switch
    {
        StructureShape structure => value.AsObject().Where(entry => entry.Value is not null).SelectMany(entry => Member(
            structure.MemberNamed(entry.Key) ?? throw new ArgumentException($"{shape.Name} has no member {entry.Key}", nameof(value)),
            entry.Value!)),
        ListShape list => Elements(XmlNames.Element(list), list, value),
        MapShape map => Entries("entry", map, value),
        _ => [new XText(XmlScalars.Write(shape, value))],
    };

    private IEnumerable<XElement> Member(Member member, JsonNode value) => (member, member.Shape) switch
    {
        ({ Location: not MemberLocation.Body }, _) => [],
        (_, ListShape list) when XmlNames.IsFlattened(member) => Elements(XmlNames.Of(member), list, value),
        (_, MapShape map) when XmlNames.IsFlattened(member) => Entries(XmlNames.Of(member), map, value),
        _ => [Write(member.WireName, member.Shape, value)],
    };

    private IEnumerable<XElement> Elements(string name, ListShape list, JsonNode value) =>
        value.AsArray().Select(element => Write(name, list.Element.Shape, element!));

    private IEnumerable<XElement> Entries(string name, MapShape map, JsonNode value) =>
        value.AsObject().Select(entry => new XElement(
            space + name,
            new XElement(space + XmlNames.Key(map), entry.Key),
            Write(XmlNames.Value(map), map.Value.Shape, entry.Value!)));
}
