using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Protocols.Xml;

/// <summary>
/// The names that collections have in XML, both halves; forms (Query) number the same names
/// (<see href="https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings"/>).
/// </summary>
internal static class XmlNames
{
    /// <summary>Whether the collection's entries stand right under the structure, without an element around them.</summary>
    public static bool IsFlattened(Member member) => member.Shape switch
    {
        ListShape list => list.Flattened || member.Flattened,
        MapShape map => map.Flattened || member.Flattened,
        _ => false,
    };

    public static string Element(ListShape list) => list.Element.LocationName ?? "member";

    public static string Key(MapShape map) => map.Key.LocationName ?? "key";

    public static string Value(MapShape map) => map.Value.LocationName ?? "value";

    /// <summary>The name of a member's element; of each of its elements where it is a flattened list.</summary>
    public static string Of(Member member) =>
        IsFlattened(member) && member.Shape is ListShape { Element.LocationName: { } name } ? name : member.WireName;
}
