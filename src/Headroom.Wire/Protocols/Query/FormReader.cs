using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols.Xml;

namespace Headroom.Wire.Protocols.Query;

/// <summary>Reads a Query form into the canonical form. <c>Tags=</c> alone is an empty list.</summary>
internal sealed class FormReader(Problems problems)
{
    public JsonObject Structure(StructureShape shape, FormTree form)
    {
        var result = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (form.Under(XmlNames.Of(member)) is { } part && Read(member.Shape, part, XmlNames.IsFlattened(member)) is { } value)
            {
                result[member.Name] = value;
            }
        }

        return result;
    }

    private JsonNode? Read(Shape shape, FormTree form, bool flattened) => shape switch
    {
        StructureShape structure => Structure(structure, form),
        ListShape list => List(list, flattened ? form : form.Under(XmlNames.Element(list))),
        MapShape map => Map(map, flattened ? form : form.Under("entry")),
        _ => form.Value is { } text ? XmlScalars.Read(shape, text, problems) : problems.Add("Unexpected complex value"),
    };

    private JsonArray List(ListShape shape, FormTree? elements) =>
        [.. (elements?.Numbered ?? []).Select(element => Read(shape.Element.Shape, element, flattened: false)).Where(value => value is not null)];

    private JsonObject Map(MapShape shape, FormTree? entries)
    {
        var result = new JsonObject();
        foreach (var entry in entries?.Numbered ?? [])
        {
            if (entry.Under(XmlNames.Key(shape))?.Value is { } key && entry.Under(XmlNames.Value(shape)) is { } value)
            {
                result[key] = Read(shape.Value.Shape, value, flattened: false);
            }
        }

        return result;
    }
}
