using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Protocols.Xml;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>Members as texts of headers, labels and queries.</summary>
internal static class HttpText
{
    /// <summary>Reads a header; a list is separated by commas.</summary>
    public static JsonNode? ReadHeader(Shape shape, string text, Problems problems) => shape is ListShape list
        ? new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries).Select(part => XmlScalars.Read(list.Element.Shape, part, problems))])
        : XmlScalars.Read(shape, text, problems);

    /// <summary>Writes a header; instants are HTTP dates.</summary>
    public static string WriteHeader(Shape shape, JsonNode value) => shape is ListShape list
        ? string.Join(',', value.AsArray().Select(element => WriteHeader(list.Element.Shape, element!)))
        : XmlScalars.Write(shape, value, TimestampFormat.Rfc822);

    /// <summary>Reads a member of the query; a list is its name several times.</summary>
    public static JsonNode? ReadQuery(Member member, IReadOnlyList<KeyValuePair<string, string>> query, Problems problems)
    {
        var texts = query.Where(pair => pair.Key == member.WireName).Select(pair => pair.Value).ToList();
        return texts.Count == 0 ? null
            : member.Shape is ListShape list ? new JsonArray([.. texts.Select(text => XmlScalars.Read(list.Element.Shape, text, problems))])
            : XmlScalars.Read(member.Shape, texts[0], problems);
    }

    /// <summary>Writes a member of the query.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WriteQuery(Member member, JsonNode value) => member.Shape is ListShape list
        ? value.AsArray().Select(element => KeyValuePair.Create(member.WireName, XmlScalars.Write(list.Element.Shape, element!)))
        : [KeyValuePair.Create(member.WireName, XmlScalars.Write(member.Shape, value))];
}
