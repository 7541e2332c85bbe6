using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Validation;

/// <summary>
/// Whether a request satisfies its shape, without saying why not: nearly all do, and <see cref="ConstraintCheck"/>, which says it, has to
/// know the path to everything that it looks at.
/// </summary>
internal static class Conformity
{
    public static bool Satisfies(JsonNode? value, Shape shape) => value is not null && Kinds.Wanted(shape, value) is null && Holds(shape, value) && shape switch
    {
        StructureShape structure => Satisfies(value.AsObject(), structure),
        ListShape list => Satisfies(value.AsArray(), list.Element.Shape),
        MapShape map => Satisfies(value.AsObject(), map),
        _ => true,
    };

    public static bool Satisfies(JsonObject json, StructureShape shape)
    {
        var missing = shape.Required.Count;
        foreach (var (name, value) in json)
        {
            if (value is null || shape.MemberNamed(name) is not { } member)
            {
                continue;
            }

            if (!Satisfies(value, member.Shape))
            {
                return false;
            }

            missing -= member.Required ? 1 : 0;
        }

        return missing == 0;
    }

    private static bool Satisfies(JsonArray elements, Shape shape)
    {
        foreach (var element in elements)
        {
            if (!Satisfies(element, shape))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Satisfies(JsonObject entries, MapShape map)
    {
        foreach (var (key, value) in entries)
        {
            if (!Satisfies(value, map.Value.Shape) || (map.Key.Shape.Constraints.Count > 0 && !Holds(map.Key.Shape, JsonValue.Create(key))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(Shape shape, JsonNode value)
    {
        foreach (var constraint in shape.Constraints)
        {
            if (!constraint.Holds(value))
            {
                return false;
            }
        }

        return true;
    }
}
