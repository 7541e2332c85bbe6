using System.Text.Json.Nodes;
using System.Xml.Linq;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Protocols.Xml;

/// <summary>Reads XML into the canonical form. Namespaces do not matter; elements that the shape does not have are skipped.</summary>
internal sealed class XmlBodyReader(Problems problems)
{
    public JsonNode? Read(Shape shape, XElement element) => shape switch
    {
        StructureShape structure => Structure(structure, element),
        ListShape list => List(list, Named(element, XmlNames.Element(list))),
        MapShape map => Map(map, Named(element, "entry")),
        _ => XmlScalars.Read(shape, element.Value, problems),
    };

    public JsonObject Structure(StructureShape shape, XElement element)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members.Where(member => member.Location == MemberLocation.Body))
        {
            var found = Named(element, XmlNames.Of(member)).ToList();
            if (found.Count > 0 && Member(member, found) is { } value)
            {
                result[member.Name] = value;
            }
        }

        return result;
    }

    private JsonNode? Member(Member member, List<XElement> found) => member.Shape switch
    {
        ListShape list when XmlNames.IsFlattened(member) => List(list, found),
        MapShape map when XmlNames.IsFlattened(member) => Map(map, found),
        var shape => Read(shape, found[0]),
    };

    private JsonArray List(ListShape shape, IEnumerable<XElement> elements) =>
        [.. elements.Select(element => Read(shape.Element.Shape, element)).Where(value => value is not null)];

    private JsonObject Map(MapShape shape, IEnumerable<XElement> entries)
    {
        var result = new JsonObject();
        foreach (var entry in entries)
        {
            if (Named(entry, XmlNames.Key(shape)).FirstOrDefault() is { } key
                && Named(entry, XmlNames.Value(shape)).FirstOrDefault() is { } value)
            {
                result[key.Value] = Read(shape.Value.Shape, value);
            }
        }

        return result;
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) =>
        parent.Elements().Where(element => element.Name.LocalName == name);
}
